import { expect, it } from "vitest";
import { line } from "$lib/memory/testing";
import { apartOf, isLeft, isUnanswered, limitationsOf } from "./arrange";

const limitation = (id: number, known = {}) => line(id, { kind: "limitation", ...known });
const cause = (id: number, known = {}) => line(id, { kind: "cause", ...known });

it("marks a limitation without a cause; a solution is none", () => {
  const found = limitationsOf([
    limitation(1),
    limitation(2),
    cause(3, { part_of: 1 }),
    line(4, { kind: "solution", part_of: 2 }),
  ]);
  expect(found.map(({ line: { id }, hasCause }) => [id, hasCause])).toEqual([[1, true], [2, false]]);
});

it("tells subjective causes before objective ones, and leaves out what belongs to one limitation", () => {
  const lines = [
    cause(1, { cause: "objective" }),
    cause(2),
    cause(3, { cause: "subjective" }),
    cause(4, { cause: "subjective", part_of: 9 }),
  ];
  expect(apartOf(lines).map(({ kind, lines: own }) => [kind, own.map(({ id }) => id)])).toEqual([["cause", [3, 1, 2]]]);
});

const RESULT = { text: "Đang lập đề án", date: "", indicator: "", document: "" };

it.each([
  [{}, true, false],
  [{ results: [RESULT] }, false, true],
  [{ progress: "doing" as const }, false, true],
  [{ progress: "done" as const }, false, false],
])("of %j: unanswered %s, left %s", (known, unanswered, left) => {
  const [one] = limitationsOf([limitation(1, known)]);
  expect(one && [isUnanswered(one), isLeft(one)]).toEqual([unanswered, left]);
});
