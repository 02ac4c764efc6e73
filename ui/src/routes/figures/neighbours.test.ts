import { expect, it } from "vitest";
import { afterWhich } from "./neighbours";
import { row } from "./testing";

const rows = [
  row("a"),
  row("a1", { depth: 1 }),
  row("a2", { depth: 1 }),
  row("b"),
  row("c"),
  row("x", { field: "xay-dung-dang" }),
];

it.each<[string, -1 | 1, string | null | undefined]>([
  ["a", -1, undefined],
  ["a", 1, "b"],
  ["b", -1, null],
  ["b", 1, "c"],
  ["c", -1, "a"],
  ["c", 1, undefined],
  ["a1", -1, undefined],
  ["a1", 1, "a2"],
  ["a2", -1, null],
  ["a2", 1, undefined],
  ["x", 1, undefined],
])("%s moved by %i stands behind %s", (indicator, by, expected) => {
  const moving = rows.find((other) => other.indicator === indicator) ?? row(indicator);
  expect(afterWhich(rows, moving, by)).toBe(expected);
});
