import { describe, expect, it } from "vitest";
import { cell, grid, row } from "../testing";
import { arrange, type Filter, type Line, missingByField, NO_FILTER, pressed, type Sort } from "./arrange";

const rows = [
  row("thu", { name: "Tổng thu ngân sách", cells: { result: cell("1.172,5") }, verdict: "met" }),
  row("noi-dia", { name: "Thu nội địa", depth: 1, cells: { result: cell("90") } }),
  row("xuat-khau", { name: "Thu từ xuất khẩu", depth: 1 }),
  row("fdi", { name: "Vốn đầu tư FDI", cells: { result: cell("9,5") }, verdict: "exceeded" }),
  row("ngheo", { name: "Hộ nghèo", verdict: "missing" }),
  row("dang", { name: "Kết nạp đảng viên", field: "xay-dung-dang", cells: { result: cell("20") } }),
];

const shown = (filter: Partial<Filter>, sort: Sort = null, folded: string[] = []): string =>
  arrange(grid(rows), { ...NO_FILTER, ...filter }, sort, new Set(folded))
    .map((line: Line) => {
      if (line.kind === "row") return line.indicator;
      return `[${line.ordinal} ${line.name}${line.folded ? `: ${line.n_rows}` : ""}]`;
    })
    .join(" ");

describe("arrange", () => {
  it.each<[string, Partial<Filter>, Sort, string]>([
    [
      "groups by field and numbers only fields that have rows",
      {},
      null,
      "[1 Kinh tế] thu noi-dia xuat-khau fdi ngheo [2 Xây dựng Đảng] dang",
    ],
    ["finds without accents and đ", { text: "dau tu" }, null, "[1 Kinh tế] fdi"],
    ["finds every word in any order", { text: "sach THU" }, null, "[1 Kinh tế] thu"],
    ["keeps the ordinal of a field", { text: "đảng" }, null, "[2 Xây dựng Đảng] dang"],
    ["shows what is owed and missing", { onlyMissing: true }, null, "[1 Kinh tế] ngheo"],
    ["shows one verdict", { verdict: "exceeded" }, null, "[1 Kinh tế] fdi"],
    ["shows one field", { field: "xay-dung-dang" }, null, "[2 Xây dựng Đảng] dang"],
    [
      "sorts by amount, parts under their whole, empty last",
      { field: "kinh-te" },
      { key: "result", direction: "ascending" },
      "[1 Kinh tế] fdi thu noi-dia xuat-khau ngheo",
    ],
    [
      "keeps empty last when sorting down",
      { field: "kinh-te" },
      { key: "result", direction: "descending" },
      "[1 Kinh tế] thu noi-dia xuat-khau fdi ngheo",
    ],
    [
      "sorts names in Vietnamese order",
      { field: "kinh-te" },
      { key: "name", direction: "ascending" },
      "[1 Kinh tế] ngheo thu noi-dia xuat-khau fdi",
    ],
  ])("%s", (_, filter, sort, expected) => {
    expect(shown(filter, sort)).toBe(expected);
  });

  it("leaves of a folded field its heading, and how many rows it hides", () => {
    expect(shown({}, null, ["kinh-te"])).toBe("[1 Kinh tế: 5] [2 Xây dựng Đảng] dang");
  });

  it("shows what a filter finds in a folded field too", () => {
    expect(shown({ text: "fdi" }, null, ["kinh-te"])).toBe("[1 Kinh tế] fdi");
  });

  it("counts what is missing in each field", () => {
    expect([...missingByField(rows)]).toEqual([["kinh-te", 1]]);
  });

  it("goes up, down and back to the stored order as a heading is pressed", () => {
    const up = pressed(null, "plan");
    const down = pressed(up, "plan");
    expect([up?.direction, down?.direction, pressed(down, "plan")]).toEqual([
      "ascending",
      "descending",
      null,
    ]);
    expect(pressed(down, "result")?.direction).toBe("ascending");
  });
});
