// What of the figures is shown and where the person stands: columns, lines, filter, order and
// folded fields; the cell stood on and the area chosen around it.
import { SvelteSet } from "svelte/reactivity";
import type { Grid, GridRow } from "$lib/api/bindings";
import { recall, remember } from "$lib/state/remembered";
import {
  arrange,
  type Filter,
  headingKey,
  isFiltering,
  isStandable,
  type Line,
  NO_FILTER,
  placesOf,
  type Sort,
} from "./arrange";
import { allColumns, type Column, type ColumnChoice, NO_CHOICE, shownColumns } from "./columns";
import type { ColumnKey } from "./key";
import type { Place } from "./movement";

/**
 * A cell by what it means, so that it stays the same when rows and columns are moved. Without an
 * indicator: the heading of a folded field or, without that too, of the column.
 */
export type CellName = { indicator: string | null; field?: string; column: ColumnKey };

export type Range = { top: number; bottom: number; left: number; right: number };

const COLUMNS = "figures.columns";

/** Slugs of the folded fields: remembered until the window closes, the same for every year. */
const foldedFields = new SvelteSet<string>();

export class Shown {
  filter = $state.raw<Filter>(NO_FILTER);
  sort = $state.raw<Sort>(null);
  choice = $state.raw<ColumnChoice>(recall(COLUMNS, NO_CHOICE));
  active = $state.raw<CellName>({ indicator: null, column: "result" });

  readonly all: Column[] = $derived.by(() => {
    const grid = this.#grid();
    return grid ? allColumns(grid, this.choice) : [];
  });
  readonly columns: Column[] = $derived(shownColumns(this.all, this.choice));
  readonly lines: Line[] = $derived.by(() => {
    const grid = this.#grid();
    return grid ? arrange(grid, this.filter, this.sort, foldedFields) : [];
  });

  readonly #grid: () => Grid | null;
  readonly #row: (indicator: string) => GridRow | undefined;
  #anchor = $state.raw<CellName | null>(null);
  readonly #lineOf = $derived(placesOf(this.lines));

  constructor(grid: () => Grid | null, row: (indicator: string) => GridRow | undefined) {
    this.#grid = grid;
    this.#row = row;
  }

  /** Columns as the person wants them, from now on. */
  choose(choice: ColumnChoice): void {
    this.choice = choice;
    remember(COLUMNS, choice);
  }

  /** Where the person stands; the first cell when what they stood on is not shown. */
  get place(): Place {
    return this.placeOf(this.active);
  }

  get range(): Range {
    const here = this.place;
    const there = this.#anchor ? this.placeOf(this.#anchor) : here;
    return {
      top: Math.min(here.row, there.row),
      bottom: Math.max(here.row, there.row),
      left: Math.min(here.col, there.col),
      right: Math.max(here.col, there.col),
    };
  }

  get isRange(): boolean {
    return this.#anchor !== null;
  }

  placeOf(cell: CellName): Place {
    const col = this.columns.findIndex((column) => column.key === cell.column);
    if (cell.indicator === null && cell.field === undefined) {
      return { row: -1, col: Math.max(0, col) };
    }
    const key = cell.indicator ?? headingKey(cell.field ?? "");
    return { row: this.#lineOf.get(key) ?? this.#firstRow(), col: Math.max(0, col) };
  }

  /** Stands on a cell; `extend` keeps the other corner of the chosen area where it is. */
  stand(place: Place, extend = false): void {
    const line = this.lines[place.row];
    const column = this.columns[place.col];
    if (!column || (place.row >= 0 && !isStandable(line))) return;
    this.#anchor = extend && place.row >= 0 ? (this.#anchor ?? this.active) : null;
    this.active =
      line?.kind === "row"
        ? { indicator: line.indicator, column: column.key }
        : { indicator: null, field: line?.slug, column: column.key };
  }

  /** Stands on the result of an indicator, clearing a filter and opening a field that hide it. */
  standOn(indicator: string): void {
    const row = this.#row(indicator);
    if (!row) return;
    if (!this.#lineOf.has(indicator)) {
      this.filter = NO_FILTER;
      foldedFields.delete(row.field);
    }
    this.#anchor = null;
    this.active = { indicator, column: "result" };
  }

  /** The field one stands in, or on when it is folded. */
  get fieldHere(): string | null {
    const { indicator, field } = this.active;
    return field ?? (indicator === null ? null : (this.#row(indicator)?.field ?? null));
  }

  /** Whether fields can be folded now. */
  get foldable(): boolean {
    return !isFiltering(this.filter);
  }

  get someFolded(): boolean {
    return this.lines.some((line) => line.kind === "field" && line.folded);
  }

  /** Hides the rows of a field behind its heading and stands there. */
  fold(field: string): void {
    foldedFields.add(field);
    this.#standOnHeading(field);
  }

  /** Shows the rows of a field and stands on the first. */
  unfold(field: string): void {
    foldedFields.delete(field);
    this.#standBelowHeading(field);
  }

  foldAll(): void {
    const field = this.fieldHere;
    for (const { slug } of this.#grid()?.fields ?? []) foldedFields.add(slug);
    if (field !== null) this.#standOnHeading(field);
  }

  unfoldAll(): void {
    const { field } = this.active;
    foldedFields.clear();
    if (field !== undefined) this.#standBelowHeading(field);
  }

  #standOnHeading(field: string): void {
    this.#anchor = null;
    this.active = { indicator: null, field, column: this.active.column };
  }

  #standBelowHeading(field: string): void {
    this.stand({ row: (this.#lineOf.get(headingKey(field)) ?? -1) + 1, col: this.place.col });
  }

  /** Stands wherever the place has fallen back to, with nothing chosen around it. */
  settle(): void {
    this.stand({ ...this.place, row: Math.max(this.place.row, this.#firstRow()) });
  }

  /** Gives up the chosen area but for the cell stood on. */
  narrow(): void {
    this.#anchor = null;
  }

  chooseAll(): void {
    this.stand({ row: this.#firstRow(), col: 0 });
    this.stand({ row: this.lines.length - 1, col: this.columns.length - 1 }, true);
  }

  /** The cells of the chosen area, row by row; headings of fields are left out. */
  chosen(): { row: GridRow; column: Column }[][] {
    const { top, bottom, left, right } = this.range;
    const columns = this.columns.slice(left, right + 1);
    return this.lines.slice(Math.max(0, top), bottom + 1).flatMap((line) => {
      const row = line.kind === "row" ? this.#row(line.indicator) : undefined;
      return row ? [columns.map((column) => ({ row, column }))] : [];
    });
  }

  #firstRow(): number {
    return Math.max(0, this.lines.findIndex(isStandable));
  }
}
