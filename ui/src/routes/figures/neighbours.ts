// Moving an indicator up or down among its equals: those of the same field and the same whole.
import type { GridRow } from "$lib/api/bindings";

/**
 * The indicator behind which `row` shall stand when moved one place; null: first among its
 * equals; undefined: it stands at the end already.
 */
export function afterWhich(rows: GridRow[], row: GridRow, by: -1 | 1): string | null | undefined {
  const family = rows.filter((other) => other.field === row.field);
  const at = family.findIndex((other) => other.indicator === row.indicator);
  const start = wholeOf(family, at);
  let end = family.findIndex((other, idx) => idx > at && other.depth < row.depth);
  if (end < 0) end = family.length;
  const equals = family.slice(start + 1, end).filter((other) => other.depth === row.depth);
  const place = equals.findIndex((other) => other.indicator === row.indicator);
  if (by === 1) return equals[place + 1]?.indicator;
  if (place === 0) return undefined;
  return equals[place - 2]?.indicator ?? null;
}

// Where the whole stands of which family[at] is a part; -1 when it is no part.
function wholeOf(family: GridRow[], at: number): number {
  const depth = family[at]?.depth ?? 0;
  for (let idx = at - 1; idx >= 0; idx--) {
    if ((family[idx]?.depth ?? 0) < depth) return idx;
  }
  return -1;
}
