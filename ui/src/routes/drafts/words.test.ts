import { describe, expect, it } from "vitest";

import { markWords } from "./words";

const shown = (before: string, after: string): string =>
  markWords(before, after)
    .map(({ text, kind }) => ({ same: text, before: `[-${text}-]`, after: `[+${text}+]` })[kind])
    .join("");

describe("words that changed", () => {
  it.each([
    ["ước đạt 98 tỷ đồng", "ước đạt 102 tỷ đồng", "ước đạt [-98 -][+102 +]tỷ đồng"],
    ["duy trì tăng trưởng", "tiếp tục duy trì tăng trưởng", "[+tiếp tục +]duy trì tăng trưởng"],
    ["một hai ba", "một ba", "một [-hai -]ba"],
    ["", "thêm mới", "[+thêm mới+]"],
    ["như cũ", "như cũ", "như cũ"],
  ])("%j → %j", (before, after, marked) => {
    expect(shown(before, after)).toBe(marked);
  });
});
