// Where pages end, for blocks whose heights are told instead of laid out.
import { expect, it } from "vitest";

import { pageBreaks } from "./breaks";

type Block = { height: number; keeps?: boolean; rows?: number[] };

/** Stacks elements of these heights; a table has rows of theirs. */
function stack(blocks: Block[]): HTMLElement[] {
  let top = 0;
  const placed = <T extends HTMLElement>(element: T, height: number): T => {
    const box = new DOMRect(0, top, 100, height);
    element.getBoundingClientRect = () => box;
    top += height;
    return element;
  };
  return blocks.map(({ height, keeps, rows }) => {
    if (!rows) return Object.assign(placed(document.createElement("div"), height), { className: keeps ? "keeps" : "" });
    const table = document.createElement("table");
    for (const row of rows) placed(table.insertRow(), row);
    return table;
  });
}

const rules = (n_header: number) => ({
  keepsWithNext: (block: Element) => block.className === "keeps",
  headerRows: () => n_header,
});

it.each<[string, Block[], number, string[]]>([
  ["all on one page", [{ height: 40 }, { height: 60 }], 0, []],
  ["a block that does not fit", [{ height: 60 }, { height: 60 }], 0, ["block 1"]],
  ["a heading goes with its text", [{ height: 60 }, { height: 30, keeps: true }, { height: 30 }], 0, ["block 1"]],
  ["a block higher than a page", [{ height: 250 }, { height: 10 }], 0, ["block 1"]],
  ["rows of a table", [{ height: 0, rows: [40, 40, 40] }], 0, ["row 2"]],
  ["a repeated header takes its room", [{ height: 0, rows: [30, 30, 30, 30, 30, 30] }], 1, ["row 3", "row 5"]],
])("%s", (_, blocks, n_header, expected) => {
  const stacked = stack(blocks);
  const breaks = pageBreaks(stacked, 100, rules(n_header));
  expect(breaks.map(({ cut }) => (cut.kind === "row" ? `row ${cut.row}` : `block ${stacked.indexOf(cut.block as HTMLElement)}`))).toEqual(expected);
});
