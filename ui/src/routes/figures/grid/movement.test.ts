import { expect, it } from "vitest";
import { grid, row } from "../testing";
import { arrange, NO_FILTER } from "./arrange";
import { moved } from "./movement";

// 0 [Kinh tế] 1 a 2 b 3 c 4 [Xây dựng Đảng] 5 d
const book = grid([row("a"), row("b"), row("c"), row("d", { field: "xay-dung-dang" })]);
const lines = arrange(book, NO_FILTER, null, new Set());
const folded = arrange(book, NO_FILTER, null, new Set(["xay-dung-dang"]));
const bounds = { lines, n_cols: 4, page: 3 };

it.each<[string, [number, number], [number, number] | null]>([
  ["ArrowDown", [1, 2], [2, 2]],
  ["ArrowDown", [3, 2], [5, 2]], // over the heading of a field
  ["ArrowDown", [5, 2], [5, 2]],
  ["ArrowUp", [5, 2], [3, 2]],
  ["ArrowUp", [1, 2], [-1, 2]], // to the headings of the columns
  ["ArrowDown", [-1, 2], [1, 2]],
  ["ArrowLeft", [1, 0], [1, 0]],
  ["ArrowRight", [1, 3], [1, 3]],
  ["Ctrl+ArrowDown", [1, 1], [5, 1]],
  ["Ctrl+ArrowUp", [5, 1], [1, 1]],
  ["Ctrl+ArrowRight", [2, 1], [2, 3]],
  ["Home", [2, 3], [2, 0]],
  ["End", [2, 0], [2, 3]],
  ["Ctrl+Home", [5, 3], [1, 0]],
  ["Ctrl+End", [1, 0], [5, 3]],
  ["PageDown", [1, 2], [3, 2]], // the fourth line is a heading: the row before it
  ["PageDown", [3, 2], [5, 2]],
  ["PageUp", [5, 2], [2, 2]],
  ["Enter", [3, 1], [5, 1]],
  ["Shift+Enter", [5, 1], [3, 1]],
  ["Tab", [1, 2], [1, 3]],
  ["Tab", [3, 3], [5, 0]], // on to the next row
  ["Tab", [5, 3], null], // out of the grid
  ["Shift+Tab", [5, 0], [3, 3]],
  ["Shift+Tab", [1, 0], null],
  ["a", [1, 1], null],
])("%s from %j leads to %j", (keys, [row, col], expected) => {
  const to = moved(pressed(keys), { row, col }, bounds);
  expect(to && [to.row, to.col]).toEqual(expected);
});

it.each<[string, [number, number], [number, number]]>([
  ["ArrowDown", [3, 2], [4, 2]],
  ["ArrowUp", [4, 2], [3, 2]],
  ["Ctrl+ArrowDown", [1, 2], [4, 2]],
  ["Enter", [3, 2], [4, 2]],
])("%s from %j stops at %j, the heading of a folded field", (keys, [row, col], expected) => {
  // 0 [Kinh tế] 1 a 2 b 3 c 4 [Xây dựng Đảng, folded]
  const to = moved(pressed(keys), { row, col }, { ...bounds, lines: folded });
  expect(to && [to.row, to.col]).toEqual(expected);
});

function pressed(keys: string): KeyboardEvent {
  const key = keys.split("+").at(-1) ?? "";
  return new KeyboardEvent("keydown", {
    key,
    ctrlKey: keys.startsWith("Ctrl+"),
    shiftKey: keys.startsWith("Shift+"),
  });
}
