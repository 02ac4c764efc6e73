// Which rows stand in the grid and in which order: filtered, sorted within their field, under
// the heading of the field, or behind it when the field is folded. It yields slugs, not values, so that a row does not jump away while
// its figure is being typed: the arrangement is made anew only when the person asks for another.
import type { Grid, GridRow, Verdict } from "$lib/api/bindings";
import { NAME, NUMBER, UNIT } from "./columns";
import { fold } from "$lib/fold";
import type { ColumnKey } from "./key";

export type Filter = {
  text: string;
  field: string | null; // slug
  verdict: Verdict | null;
  onlyMissing: boolean;
};
export type Sort = { key: ColumnKey; direction: "ascending" | "descending" } | null;

/** One line of the grid: the heading of a field, or an indicator by its slug. */
export type Line =
  | { kind: "field"; slug: string; name: string; ordinal: number; n_rows: number; folded: boolean }
  | { kind: "row"; indicator: string };

export const NO_FILTER: Filter = { text: "", field: null, verdict: null, onlyMissing: false };

export const RESULT: ColumnKey = "result";

/** Owed for the year and not in, as the program judges it. */
export function isMissing(row: GridRow): boolean {
  return row.verdict === "missing";
}

export function isFiltering(filter: Filter): boolean {
  return filter.text.trim() !== "" || !!filter.field || !!filter.verdict || filter.onlyMissing;
}

/** A filter shows all that it finds: nothing is folded meanwhile. */
export function arrange(
  grid: Grid,
  filter: Filter,
  sort: Sort,
  foldedFields: ReadonlySet<string>,
): Line[] {
  const filtering = isFiltering(filter);
  const wanted = words(filter.text);
  const byField = new Map<string, GridRow[]>();
  for (const row of grid.rows) {
    if (!passes(row, filter, wanted)) continue;
    const rows = byField.get(row.field);
    if (rows) rows.push(row);
    else byField.set(row.field, [row]);
  }
  const lines: Line[] = [];
  fieldsWithRows(grid).forEach((field, idx) => {
    const rows = byField.get(field.slug);
    if (!rows) return;
    const folded = !filtering && foldedFields.has(field.slug);
    lines.push({ kind: "field", ...field, ordinal: idx + 1, n_rows: rows.length, folded });
    if (folded) return;
    for (const row of sorted(rows, sort)) lines.push({ kind: "row", indicator: row.indicator });
  });
  return lines;
}

/** The fields that the grid shows when nothing is filtered; their order gives their ordinals. */
export function fieldsWithRows(grid: Grid): Grid["fields"] {
  const used = new Set(grid.rows.map((row) => row.field));
  return grid.fields.filter((field) => used.has(field.slug));
}

/** How many figures of each field are missing. */
export function missingByField(rows: GridRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (isMissing(row)) counts.set(row.field, (counts.get(row.field) ?? 0) + 1);
  }
  return counts;
}

/** Rows by their slug. */
export function bySlug(rows: GridRow[]): ReadonlyMap<string, GridRow> {
  return new Map(rows.map((row) => [row.indicator, row]));
}

/** Tells the lines of an arrangement apart; the same line keeps its key in another one. */
export function lineKey(line: Line): string {
  return line.kind === "row" ? line.indicator : headingKey(line.slug);
}

/** The key of a field's heading. No slug holds a tab. */
export function headingKey(field: string): string {
  return `${field}\t`;
}

/** Whether one can stand on a line: on indicators, and on a field that hides its own. */
export function isStandable(line: Line | undefined): boolean {
  return line?.kind === "row" || line?.folded === true;
}

/** The place of each line by its key. */
export function placesOf(lines: Line[]): ReadonlyMap<string, number> {
  return new Map(lines.map((line, idx) => [lineKey(line), idx]));
}

/** The next state of a column's sorting when its heading is pressed: up, down, as stored. */
export function pressed(sort: Sort, key: ColumnKey): Sort {
  if (sort?.key !== key) return { key, direction: "ascending" };
  return sort.direction === "ascending" ? { key, direction: "descending" } : null;
}

function passes(row: GridRow, filter: Filter, wanted: string[]): boolean {
  if (filter.field !== null && row.field !== filter.field) return false;
  if (filter.verdict !== null && row.verdict !== filter.verdict) return false;
  if (filter.onlyMissing && !isMissing(row)) return false;
  if (wanted.length === 0) return true;
  const text = foldedNames.get(row.name) ?? remembered(row.name);
  return wanted.every((word) => text.includes(word));
}

const words = (text: string): string[] => fold(text).split(/\s+/).filter(Boolean);

// Folding 5,000 names costs more than the rest of a filter; names seldom change.
const foldedNames = new Map<string, string>();
function remembered(name: string): string {
  const folded = fold(name);
  foldedNames.set(name, folded);
  return folded;
}

// "Trong đó" rows stay below the row they are part of; empty cells come last both ways.
function sorted(rows: GridRow[], sort: Sort): GridRow[] {
  if (!sort) return rows;
  const families: GridRow[][] = [];
  for (const row of rows) {
    const family = families.at(-1);
    if (row.depth > 0 && family) family.push(row);
    else families.push([row]);
  }
  const sign = sort.direction === "ascending" ? 1 : -1;
  const keyed = families.map((family) => ({ family, key: sortKey(family[0], sort.key) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return sign * compare(a.key, b.key);
  });
  return keyed.flatMap(({ family }) => family);
}

const VERDICTS: Verdict[] = ["exceeded", "met", "pending", "not-met", "missing"];
const vietnamese = new Intl.Collator("vi", { numeric: true });

// Numbers only order the rows here; nothing that is shown or stored passes through them.
function sortKey(row: GridRow | undefined, key: ColumnKey): string | number | null {
  if (!row) return null;
  if (key === NUMBER) return row.number;
  if (key === NAME) return row.name;
  if (key === UNIT) return row.unit || null;
  if (key === "verdict") return row.verdict ? VERDICTS.indexOf(row.verdict) : null;
  const cell = row.cells[key];
  if (!cell?.text) return null;
  return cell.value === null ? cell.text : Number(cell.value);
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return vietnamese.compare(String(a), String(b));
}
