// Which columns the grid shows, in which order and how wide: what the program offers, put
// together with what the person chose. Not what stands in the cells.
import type { Grid } from "$lib/api/bindings";
import { wording } from "$lib/wording";
import type { ColumnKey } from "./key";

export type Column = {
  key: ColumnKey;
  title: string;
  width: number; // CSS px
  editable: boolean;
  numeric: boolean;
  /** TT and Chỉ tiêu stay in view while the others scroll, and cannot be hidden or moved. */
  pinned: boolean;
};

/** What is remembered. Keys that the program no longer offers are kept: they may come back. */
export type ColumnChoice = {
  order: ColumnKey[];
  hidden: ColumnKey[];
  widths: Record<ColumnKey, number>;
};

export const NUMBER = "number";
export const NAME = "name";
export const UNIT = "unit";
export const MIN_WIDTH = 44;
export const MAX_WIDTH = 640;

export const NO_CHOICE: ColumnChoice = { order: [], hidden: [], widths: {} };

const WIDTHS: Record<ColumnKey, number> = {
  [NUMBER]: 42,
  [NAME]: 272,
  [UNIT]: 88,
  last_year: 94,
  plan: 94,
  result: 148,
  percent_plan: 74,
  percent_last: 76,
  next_target: 94,
  verdict: 118,
  note: 180,
};

/** Of a plan of one assigner, whose name stands in the heading: "KH 2023 (Thủ tướng giao)". */
const ASSIGNED_WIDTH = 98;

/** All columns, hidden ones too, in the person's order. */
export function allColumns(grid: Grid, choice: ColumnChoice): Column[] {
  const words = wording.figures;
  const own = (key: ColumnKey, title: string, pinned: boolean): Column => ({
    key,
    title,
    width: width(key, choice),
    editable: false,
    numeric: false,
    pinned,
  });
  const offered: Column[] = [
    own(UNIT, words.unit, false),
    ...grid.columns.map((column) => ({
      ...column,
      width: width(column.key, choice),
      pinned: false,
    })),
  ];
  return [
    own(NUMBER, words.number, true),
    own(NAME, words.name, true),
    ...ordered(offered, choice.order),
  ];
}

export function shownColumns(all: Column[], choice: ColumnChoice): Column[] {
  return all.filter((column) => column.pinned || !choice.hidden.includes(column.key));
}

/** The choice with `key` moved to stand before `before` (null: to the end). */
export function withMoved(
  choice: ColumnChoice,
  all: Column[],
  key: ColumnKey,
  before: ColumnKey | null,
): ColumnChoice {
  if (key === before) return choice;
  const order = all.filter((c) => !c.pinned && c.key !== key).map((c) => c.key);
  const at = before === null ? order.length : order.indexOf(before);
  order.splice(at < 0 ? 0 : at, 0, key);
  return { ...choice, order };
}

/** The choice with `key` moved one place to the left (-1) or right (1) among the shown columns. */
export function withNudged(
  choice: ColumnChoice,
  all: Column[],
  key: ColumnKey,
  by: -1 | 1,
): ColumnChoice {
  const movable = shownColumns(all, choice).filter((column) => !column.pinned);
  const at = movable.findIndex((column) => column.key === key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= movable.length) return choice;
  const before = by < 0 ? movable[to] : movable[to + 1];
  return withMoved(choice, all, key, before?.key ?? null);
}

export function withHidden(choice: ColumnChoice, key: ColumnKey, hidden: boolean): ColumnChoice {
  const others = choice.hidden.filter((other) => other !== key);
  return { ...choice, hidden: hidden ? [...others, key] : others };
}

export function withWidth(choice: ColumnChoice, key: ColumnKey, px: number): ColumnChoice {
  const held = Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, px)));
  return { ...choice, widths: { ...choice.widths, [key]: held } };
}

function width(key: ColumnKey, choice: ColumnChoice): number {
  return choice.widths[key] ?? WIDTHS[key] ?? ASSIGNED_WIDTH;
}

// A column that the remembered order does not know stands after the one it follows in the offer.
function ordered(offered: Column[], order: ColumnKey[]): Column[] {
  const placed = offered
    .filter((column) => order.includes(column.key))
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
  offered.forEach((column, idx) => {
    if (order.includes(column.key)) return;
    const before = offered[idx - 1];
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, column);
  });
  return placed;
}
