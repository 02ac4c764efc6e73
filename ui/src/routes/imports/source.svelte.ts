// The rows of the source that are in view or were, fetched in blocks.
import { SvelteMap } from "svelte/reactivity";
import type { SourceRow } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { call } from "$lib/api/call";

const BLOCK = 200;
/** Of a column, in CSS px. */
const NARROWEST = 44;
const WIDEST = 240;
const LETTER = 7;

export class SourceRows {
  readonly rows = new SvelteMap<number, SourceRow>();
  /** Of each column by its longest text so far. */
  widths = $state.raw<number[]>([]);
  #of = "";
  #fetched: number[] = [];

  /** Fetches what is not there yet; what is of another sheet goes. A failure is told by the plan. */
  async need(token: string, sheet: number | null, from: number, to: number): Promise<void> {
    const of = `${token} ${sheet}`;
    if (of !== this.#of) {
      this.#of = of;
      this.#fetched = [];
      this.rows.clear();
      this.widths = [];
    }
    for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block += 1) {
      if (this.#fetched.includes(block)) continue;
      this.#fetched.push(block);
      const found = await call(commands.importSource(token, sheet, block * BLOCK, BLOCK)).catch(() => []);
      if (of !== this.#of) return;
      for (const row of found) this.rows.set(row.row, row);
      this.widths = widened(this.widths, found);
    }
  }

  between(from: number, to: number): SourceRow[] {
    const found: SourceRow[] = [];
    for (let at = from; at < to; at += 1) {
      const row = this.rows.get(at);
      if (row) found.push(row);
    }
    return found;
  }
}

/** Merged cells say nothing of a column's width. */
export function widened(widths: number[], rows: SourceRow[]): number[] {
  const wider = [...widths];
  for (const { cells } of rows) {
    for (const { col, n_cols, text } of cells) {
      const wanted = n_cols > 1 ? NARROWEST : Math.min(WIDEST, 14 + text.length * LETTER);
      wider[col] = Math.max(wider[col] ?? NARROWEST, wanted);
    }
  }
  return wider;
}

/** The columns of the grid, that of the row's name first. A text takes the whole width. */
export function templateOf(widths: number[], n_cols: number, isText: boolean): string {
  if (isText) return "44px minmax(600px, 1fr)";
  const columns = Array.from({ length: n_cols }, (_, col) => `${widths[col] ?? NARROWEST}px`);
  return ["40px", ...columns].join(" ");
}
