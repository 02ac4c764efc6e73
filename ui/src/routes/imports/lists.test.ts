// The list of lines without its looks: which entries are drawn, where one is found, what keys do.
import { describe, expect, it, test } from "vitest";
import type { ImportLine, ImportSection, LineQuestion } from "$lib/api/bindings";
import { badgeText } from "$lib/wording/imports";
import { entriesBetween, entryOf, n_entries, nextOpen, sectionOf } from "./entries";
import { command } from "./keys";
import { templateOf, widened } from "./source.svelte";
import { inView, letters, revealed } from "./window";

const section = (name: string, first: number, n_lines: number): ImportSection => ({ name, sheet: 0, columns: [], first, n_lines });
const SECTIONS = [section("một", 0, 2), section("hai", 2, 3)];

describe("entries", () => {
  it("put a heading before the lines of each sheet", () => {
    const shown = entriesBetween(SECTIONS, 0, 99).map((entry) => (entry.kind === "line" ? entry.at : entry.section.name));
    expect(shown).toEqual(["một", 0, 1, "hai", 2, 3, 4]);
    expect(n_entries(SECTIONS)).toBe(7);
  });

  it("are made only where they are asked for", () => {
    expect(entriesBetween(SECTIONS, 2, 5).map((entry) => entry.key)).toEqual(["line 1", "section 1", "line 2"]);
  });

  it("know where a line stands", () => {
    expect([0, 1, 2, 4].map((line) => entryOf(SECTIONS, line))).toEqual([1, 2, 4, 6]);
    expect(sectionOf(SECTIONS, 2)?.name).toBe("hai");
  });
});

test("the next question is behind the line, or the first one again", () => {
  expect(nextOpen([1, 4], 1)).toBe(4);
  expect(nextOpen([1, 4], 4)).toBe(1);
  expect(nextOpen([], 4)).toBe(-1);
});

test("what is drawn is what is in view and a little more", () => {
  expect(inView(300, 90, 30, 1000, 2)).toEqual({ from: 8, to: 15 });
  expect(inView(0, 900, 30, 4, 2)).toEqual({ from: 0, to: 4 });
});

test("a line out of view is scrolled to, one in view is not", () => {
  expect(revealed(2, 0, 90, 30)).toBe(0);
  expect(revealed(3, 0, 90, 30)).toBe(30);
  expect(revealed(1, 60, 90, 30, 30)).toBe(0);
});

test.each([[0, "A"], [25, "Z"], [26, "AA"], [701, "ZZ"], [702, "AAA"]])("column %i is %s", (col, name) => {
  expect(letters(col)).toBe(name);
});

describe("keys", () => {
  const line = { id: 7, cells: [{ id: 12 }, { id: 13 }] } as ImportLine;
  const option = { label: "", detail: "", is_chosen: false, edit: { edit: "keep" as const, rows: [12] } };
  const question: LineQuestion = { title: "", is_open: true, options: [option] };
  const place = { at: 3, total: 5, chosen: line, questions: [question] };

  it("walk within the list", () => {
    expect(command("ArrowDown", place, 10)).toEqual({ kind: "choose", at: 4 });
    expect(command("PageDown", place, 10)).toEqual({ kind: "choose", at: 4 });
    expect(command("PageUp", place, 10)).toEqual({ kind: "choose", at: 0 });
  });

  it("answer the first question, skip the line, go on", () => {
    expect(command("1", place, 10)).toEqual({ kind: "edit", edit: option.edit });
    expect(command("2", place, 10)).toBeNull();
    expect(command("Delete", place, 10)).toEqual({ kind: "edit", edit: { edit: "skip", rows: [12, 13] } });
    expect(command(" ", place, 10)).toEqual({ kind: "next" });
    expect(command("x", place, 10)).toBeNull();
  });

  it("answer what is open alone: a number typed over a settled line changes nothing", () => {
    const settled = { ...question, is_open: false };
    expect(command("1", { ...place, questions: [settled] }, 10)).toBeNull();
    const other = { ...question, options: [{ ...option, edit: { edit: "skip" as const, rows: [13] } }] };
    expect(command("1", { ...place, questions: [settled, other] }, 10)).toMatchObject({ edit: { edit: "skip" } });
  });
});

test("columns are as wide as their texts, within bounds; merged cells do not count", () => {
  const cell = (col: number, text: string, n_cols = 1) => ({ col, text, n_cols, n_rows: 1, is_number: false, is_struck: false, is_hidden: false });
  const row = (...cells: ReturnType<typeof cell>[]) => ({ row: 0, name: "1", hidden: false, cells });
  const widths = widened([], [row(cell(0, "TT"), cell(1, "Thu ngân sách nhà nước"), cell(2, "x".repeat(99))), row(cell(0, "BIỂU SỐ 1".repeat(9), 3))]);
  expect(widths).toEqual([44, 168, 240]);
  expect(templateOf(widths, 4, false)).toBe("40px 44px 168px 240px 44px");
});

test.each([
  [{ kind: "differs", n: 1, text: "2.301" }, "Khác số đang có: 2.301"],
  [{ kind: "ask", n: 2, text: "đọc được hai cách" }, "Cần chọn (2): đọc được hai cách"],
  [{ kind: "converted", n: 3, text: "×0,001" }, "Đổi đơn vị ×0,001"],
  [{ kind: "matched", n: 2, text: "" }, "Khớp"],
] as const)("%j", (badge, text) => {
  expect(badgeText(badge)).toBe(text);
});
