import { expect, it } from "vitest";
import { line } from "$lib/memory/testing";
import { arranged, entriesOf, fits, NO_FILTER, summary } from "./arrange";

const titles = (groups: ReturnType<typeof arranged>) => groups.map(({ title, topic }) => [title, topic]);

it("keeps the topics of a conference together, the general part as a heading of its own", () => {
  const of = { conference: "Giao ban quý III" };
  const groups = arranged([line(1, of), line(2, { document: "Chỉ thị 24-CT/TU" }), line(3, { ...of, topic: "Đầu tư công" })], "source");
  expect(titles(groups)).toEqual([
    ["Giao ban quý III", ""],
    ["Giao ban quý III", "Đầu tư công"],
    ["Chỉ thị 24-CT/TU", ""],
  ]);
});

it("puts parts below their whole, and those whose whole is elsewhere at the top", () => {
  const rows = arranged([line(2, { part_of: 1 }), line(1), line(3, { part_of: 9 })], "source")[0]?.rows;
  expect(rows?.map(({ line: { id }, depth }) => [id, depth])).toEqual([[1, 0], [2, 1], [3, 0]]);
});

it("lists a task of two bodies with both, and what nobody was given last", () => {
  const groups = arranged([line(1), line(2, { to: ["Sở Y tế", "Sở Tài chính"] })], "body");
  expect(groups.map(({ title, rows }) => [title, rows.map((row) => row.line.id)])).toEqual([
    ["Sở Tài chính", [2]],
    ["Sở Y tế", [2]],
    ["Chưa giao cơ quan nào", [1]],
  ]);
});

it.each([
  ["pending", [1, 2]],
  ["overdue", [1]],
  ["no-deadline", [2]],
  ["done", [3]],
  ["all", [1, 2, 3, 4]],
] as const)("state %s", (state, expected) => {
  const all = [
    line(1, { due: "overdue" }),
    line(2),
    line(3, { due: "nothing", progress: "done" }),
    // What is no task is never done, whatever stands in its row.
    line(4, { kind: "assessment", due: "nothing", progress: "done" }),
  ];
  expect(all.filter((one) => fits(one, { ...NO_FILTER, state })).map(({ id }) => id)).toEqual(expected);
});

it("counts what is done of what is followed", () => {
  const rows = [line(1, { progress: "done", due: "nothing" }), line(2, { due: "overdue" }), line(3, { kind: "lesson" })];
  expect(summary(rows.map((one) => ({ line: one, depth: 0 })))).toBe("2 việc · 1 đã hoàn thành · 1 quá hạn");
  expect(summary([{ line: line(1, { kind: "lesson" }), depth: 0 }])).toBe("1 dòng");
});

it("shows a title once above its topics, and a row of two bodies below each with a key of its own", () => {
  const of = { conference: "Giao ban" };
  const entries = entriesOf(arranged([line(1, { ...of, topic: "Đầu tư công" }), line(2, of)], "source"));
  const told = entries.map((one) => (one.kind === "row" ? one.line.id : [one.title, one.topic]));
  expect(told).toEqual([["Giao ban", "Đầu tư công"], 1, ["", "Phần chung"], 2]);
  const twice = entriesOf(arranged([line(1, { to: ["Sở Y tế", "Sở Tài chính"] })], "body"));
  expect(new Set(twice.map(({ key }) => key)).size).toBe(4);
});
