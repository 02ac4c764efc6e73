import { expect, it } from "vitest";
import { filled, printBlock } from "./block";

it("prints a block as spreadsheets read it", () => {
  expect(printBlock([["1", 'trên "120"'], ["", "hai\ndòng"]])).toBe(
    '1\t"trên ""120"""\n\t"hai\ndòng"',
  );
});

it.each<[string, string[][], [number, number], string[][]]>([
  ["one cell fills the area", [["7"]], [2, 2], [["7", "7"], ["7", "7"]]],
  ["a row is repeated down", [["1", "2"]], [2, 1], [["1", "2"], ["1", "2"]]],
  ["a block that does not divide the area is put once", [["1"], ["2"]], [3, 1], [["1"], ["2"]]],
  ["a larger block spills over a single cell", [["1", "2"]], [1, 1], [["1", "2"]]],
])("%s", (_, block, [n_rows, n_cols], expected) => {
  expect(filled(block, n_rows, n_cols)).toEqual(expected);
});
