// Rows for the tests of this screen: made from the few things that a case is about.
import type { Cell, Grid, GridRow } from "$lib/api/bindings";

export function cell(text: string, more: Partial<Cell> = {}): Cell {
  const value = /^[\d.,]+$/.test(text) ? text.replaceAll(".", "").replace(",", ".") : null;
  return { text, value, kind: null, state: "confirmed", problem: null, ...more };
}

export function row(indicator: string, more: Partial<GridRow> = {}): GridRow {
  return {
    indicator,
    name: indicator,
    unit: "xã",
    field: "kinh-te",
    number: "1",
    depth: 0,
    supplier: "",
    due: "",
    verdict: null,
    cells: {},
    ...more,
  };
}

export function grid(rows: GridRow[]): Grid {
  const column = (key: string, editable: boolean) => ({ key, title: key, editable, numeric: true });
  return {
    year: 2023,
    columns: [
      column("last_year", true),
      column("plan", true),
      column("result", true),
      column("percent_plan", false),
    ],
    fields: [
      { slug: "kinh-te", name: "Kinh tế" },
      { slug: "dan-van", name: "Dân vận" },
      { slug: "xay-dung-dang", name: "Xây dựng Đảng" },
    ],
    rows,
  };
}
