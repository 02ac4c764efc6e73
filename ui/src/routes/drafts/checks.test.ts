import { describe, expect, it } from "vitest";

import type { FindingView, GapView } from "$lib/api/bindings";
import { checkAfter, checksOf } from "./checks";

const gap = (from: number): GapView => ({
  kind: "figure",
  text: `[chưa có số liệu ${from}]`,
  subject: "",
  hint: "",
  heading: "",
  from,
  to: from + 2,
  indicator: null,
});
const finding = (severity: FindingView["severity"], from: number | null): FindingView => ({
  code: "x",
  severity,
  message: `${severity} ${from}`,
  hint: "",
  values: [],
  heading: "",
  from,
  to: from,
  indicator: null,
  conclusion: null,
  list: null,
  repair: null,
});

describe("checks of a draft", () => {
  const checks = checksOf({
    gaps: [gap(30), gap(10)],
    findings: [finding("note", 5), finding("warning", null), finding("warning", 20), finding("error", 40)],
  });

  it("stand gravest first, then in the order of the text", () => {
    expect(checks.map(({ group, from }) => [group, from])).toEqual([
      ["error", 40],
      ["gap", 10],
      ["gap", 30],
      ["warning", 20],
      ["warning", null],
      ["note", 5],
    ]);
  });

  it("are walked in the order of the text, round and round, without notes", () => {
    const walk = [0, 10, 20, 30, 40].map((pos) => checkAfter(checks, pos)?.from);
    expect(walk).toEqual([10, 20, 30, 40, 10]);
  });
});
