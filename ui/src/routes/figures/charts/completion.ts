// How far each indicator of a field has come against its plan, for the chart at the foot.
import type { GridRow, Verdict } from "$lib/api/bindings";
import type { ColumnKey } from "../grid/key";

export type Completion = {
  indicator: string;
  name: string;
  /** As the grid prints it: "94,7". */
  text: string;
  /** For drawing only. */
  percent: number;
  verdict: Verdict | null;
};

/** Indicators of `field` that have both a plan and a result; the first plan's ratio counts. */
export function completions(rows: GridRow[], field: string | null): Completion[] {
  return rows.flatMap((row) => {
    const cell = row.field === field ? ratioOf(row) : undefined;
    if (!cell || cell.value === null) return [];
    const { indicator, name, verdict } = row;
    return [{ indicator, name, verdict, text: cell.text, percent: Number(cell.value) }];
  });
}

function ratioOf(row: GridRow) {
  const isRatio = (key: ColumnKey): boolean => key.startsWith("percent_plan");
  const key = Object.keys(row.cells).find((k) => isRatio(k) && row.cells[k]?.value !== null);
  return key === undefined ? undefined : row.cells[key];
}
