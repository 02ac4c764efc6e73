import { Text } from "@codemirror/state";
import { describe, expect, it } from "vitest";

import { difference, merge } from "./merge";

const apply = (text: string, change: ReturnType<typeof difference>): string =>
  change.apply(Text.of(text.split("\n"))).toString();

describe("difference", () => {
  it.each([
    ["", ""],
    ["một", "một"],
    ["một hai", "một ba hai"],
    ["một hai ba", "một ba"],
    ["aaa", "aa"],
    ["đoạn\n\nmột", "đoạn\n\nhai"],
  ])("leads from %j to %j", (before, after) => {
    expect(apply(before, difference(before, after))).toBe(after);
  });
});

describe("merge", () => {
  const cases = [
    { name: "nothing typed", base: "Năm 2022.", typed: "Năm 2022.", theirs: "Năm 2023.", merged: "Năm 2023." },
    { name: "nothing changed", base: "Năm.", typed: "Năm nay.", theirs: "Năm.", merged: "Năm nay." },
    {
      name: "typed behind their change",
      base: "Năm 2022, kinh tế.",
      typed: "Năm 2022, kinh tế tăng.",
      theirs: "Năm 2023, kinh tế.",
      merged: "Năm 2023, kinh tế tăng.",
    },
    {
      name: "typed in what they removed",
      base: "Một. Hai. Ba.",
      typed: "Một. Hai hay ba. Ba.",
      theirs: "Một. Ba.",
      merged: "Một. hay baBa.",
    },
  ];
  it.each(cases)("$name", ({ base, typed, theirs, merged }) => {
    const { onTyped, onTheirs } = merge(base, typed, theirs);
    const together = apply(typed, onTyped);
    expect(apply(theirs, onTheirs)).toBe(together);
    expect(together.replace(/\s+/g, " ")).toBe(merged.replace(/\s+/g, " "));
  });
});
