// The grid's state: the rows as stored, those saved since, what is filtered and sorted, where the
// person stands, what is being typed, and what could not be saved. It calls the program; it draws
// nothing.
import { SvelteMap, SvelteSet } from "svelte/reactivity";
import type { CellEdit, Grid, GridRow, PasteCell, Scope } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { recall, remember } from "$lib/state/remembered";
import { saving } from "$lib/state/saving.svelte";
import { wording } from "$lib/wording";
import {
  arrange,
  bySlug,
  type Filter,
  headingKey,
  isFiltering,
  isStandable,
  type Line,
  missingByField,
  NO_FILTER,
  placesOf,
  type Sort,
} from "./arrange";
import { allColumns, type Column, type ColumnChoice, NO_CHOICE, shownColumns } from "./columns";
import type { Place } from "./movement";
import type { ColumnKey } from "./key";

/**
 * A cell by what it means, so that it stays the same when rows and columns are moved. Without an
 * indicator: the heading of a folded field or, without that too, of the column.
 */
export type CellName = { indicator: string | null; field?: string; column: ColumnKey };

/** What was typed into a cell and is not stored: on its way (no message), or not understood. */
export type Unsaved = { text: string; message: string | null };

/** An open editor in the cell one stands on. `quick`: begun by typing, so arrows leave it. */
export type Editing = { text: string; quick: boolean };

export type Range = { top: number; bottom: number; left: number; right: number };

const COLUMNS = "figures.columns";
const TYPING = "figures.typing";
const ECHO_MS = 150;

type Typing = CellEdit & Scope;

/** Slugs of the folded fields: remembered until the window closes, the same for every year. */
const foldedFields = new SvelteSet<string>();

export class Table {
  scope = $state.raw<Scope>({ office: null, year: 0 });
  grid = $state.raw<Grid | null>(null);
  error = $state<string | null>(null);
  /** A sentence about a change of many cells that was refused. */
  notice = $state<string | null>(null);
  filter = $state.raw<Filter>(NO_FILTER);
  sort = $state.raw<Sort>(null);
  choice = $state.raw<ColumnChoice>(recall(COLUMNS, NO_CHOICE));
  active = $state.raw<CellName>({ indicator: null, column: "result" });
  editing = $state.raw<Editing | null>(null);
  readonly unsaved = new SvelteMap<string, Unsaved>();
  /** The cell refused last (its key): its message shows even when the person has moved on. */
  lastWrong = $state<string | null>(null);

  readonly all: Column[] = $derived(this.grid ? allColumns(this.grid, this.choice) : []);
  readonly columns: Column[] = $derived(shownColumns(this.all, this.choice));
  readonly lines: Line[] = $derived(
    this.grid ? arrange(this.grid, this.filter, this.sort, foldedFields) : [],
  );
  readonly missing: ReadonlyMap<string, number> = $derived(missingByField(this.rows));

  #anchor = $state.raw<CellName | null>(null);
  readonly #saved = new SvelteMap<string, GridRow>();
  readonly #stored = $derived(bySlug(this.grid?.rows ?? []));
  readonly #lineOf = $derived(placesOf(this.lines));
  #queue: Promise<unknown> = Promise.resolve();
  #n_saving = 0;
  #n_changes = 0;
  #savedAt = 0;

  /** Reads the grid of `scope`; what is shown stays until the answer is there. */
  async load(scope: Scope): Promise<void> {
    const other = scope.office !== this.scope.office || scope.year !== this.scope.year;
    this.scope = scope;
    const n_changes = this.#n_changes;
    try {
      const grid = await call(commands.figureGrid(scope));
      if (this.scope !== scope) return;
      if (n_changes !== this.#n_changes) return await this.load(scope);
      this.grid = grid;
      this.#saved.clear();
      this.error = null;
      if (other) this.#enter();
    } catch (thrown) {
      if (this.scope === scope) this.error = asCommandError(thrown).message;
    }
  }

  /** Whether a "changed" event only tells what this table has just saved itself. */
  get isEcho(): boolean {
    return this.#n_saving > 0 || performance.now() - this.#savedAt < ECHO_MS;
  }

  // ---- rows and places ---------------------------------------------------------------------

  row(indicator: string): GridRow | undefined {
    return this.#saved.get(indicator) ?? this.#stored.get(indicator);
  }

  /** All rows of the year as they are now, in the order of the book. */
  get rows(): GridRow[] {
    return this.grid?.rows.map((row) => this.#saved.get(row.indicator) ?? row) ?? [];
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
    const row = this.#stored.get(indicator);
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
    return field ?? (indicator === null ? null : (this.row(indicator)?.field ?? null));
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
    for (const { slug } of this.grid?.fields ?? []) foldedFields.add(slug);
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

  chooseAll(): void {
    this.stand({ row: this.#firstRow(), col: 0 });
    this.stand({ row: this.lines.length - 1, col: this.columns.length - 1 }, true);
  }

  /** The cells of the chosen area, row by row; headings of fields are left out. */
  chosen(): { row: GridRow; column: Column }[][] {
    const { top, bottom, left, right } = this.range;
    const columns = this.columns.slice(left, right + 1);
    return this.lines.slice(Math.max(0, top), bottom + 1).flatMap((line) => {
      const row = line.kind === "row" ? this.row(line.indicator) : undefined;
      return row ? [columns.map((column) => ({ row, column }))] : [];
    });
  }

  #firstRow(): number {
    return Math.max(0, this.lines.findIndex(isStandable));
  }

  // ---- typing and saving -------------------------------------------------------------------

  /** Opens the editor where the person stands: on what is stored, or on the first key typed. */
  edit(typed: string | null): boolean {
    const { indicator, column } = this.active;
    const row = indicator === null ? undefined : this.row(indicator);
    if (!row || !this.columns.find(({ key }) => key === column)?.editable) return false;
    this.#anchor = null;
    const kept = this.unsaved.get(cellKey(row.indicator, column))?.text;
    this.editing = { text: typed ?? kept ?? typedForm(row, column), quick: typed !== null };
    return true;
  }

  /** Remembers what is being typed, so that not even a power cut takes it. */
  typing(text: string): void {
    if (!this.editing) return;
    this.editing = { ...this.editing, text };
    const { indicator, column } = this.active;
    if (indicator) remember(TYPING, { ...this.scope, indicator, column, text } satisfies Typing);
  }

  cancel(): void {
    this.editing = null;
    remember(TYPING, null);
  }

  /** Forgets what was typed and not understood; what is stored shows again. */
  forget(cell: CellName): boolean {
    const known = this.unsaved.delete(cellKey(cell.indicator, cell.column));
    if (known && this.unsaved.size === 0) saving.failed = null;
    return known;
  }

  /** Closes the editor and stores what stands in it. */
  commit(text: string): void {
    const { indicator, column } = this.active;
    if (!this.editing || indicator === null) return;
    this.editing = null;
    const row = this.row(indicator);
    // Typed over a value that nobody vouched for, even the same text is news.
    const assumed = row?.cells[column]?.state === "assumed";
    const unchanged = row && !assumed && text.trim() === typedForm(row, column).trim();
    if (unchanged) {
      this.forget({ indicator, column });
      remember(TYPING, null);
      return;
    }
    const edit = { indicator, column, text: text.trim() };
    // One cell: the program names the step better than the window could.
    void this.save([edit], "").then(() => {
      if (!this.editing) remember(TYPING, null);
    });
  }

  /** Stores cells as one step. A cell that is not understood keeps what was typed. */
  async save(edits: CellEdit[], step: string): Promise<void> {
    if (edits.length === 0) return;
    for (const edit of edits) {
      this.unsaved.set(cellKey(edit.indicator, edit.column), { text: edit.text, message: null });
    }
    const { scope } = this;
    try {
      this.#take(await this.#inTurn(() => call(commands.setCells(scope, edits, step))));
      this.#settle(edits, null);
      this.notice = null;
    } catch (thrown) {
      const { message } = asCommandError(thrown);
      this.#settle(edits, message);
      if (edits.length > 1) this.notice = message;
    }
  }

  /** Stores cells of a pasted block as one step; throws when the program refuses them. */
  async put(cells: PasteCell[]): Promise<void> {
    const { scope } = this;
    this.#take(await this.#inTurn(() => call(commands.applyPaste(scope, cells))));
  }

  #take(rows: GridRow[]): void {
    this.#n_changes += 1;
    for (const row of rows) this.#saved.set(row.indicator, row);
  }

  // A newer edit of the same cell may be on its way already: then it has the say.
  #settle(edits: CellEdit[], message: string | null): void {
    for (const { indicator, column, text } of edits) {
      const key = cellKey(indicator, column);
      if (this.unsaved.get(key)?.text !== text) continue;
      if (message === null || edits.length > 1) this.unsaved.delete(key);
      else this.unsaved.set(key, { text, message });
      this.lastWrong = message === null ? null : key;
    }
  }

  /** One change after the other, in the order in which the person made them. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    this.#n_saving += 1;
    const answer = this.#queue.then(change);
    this.#queue = answer
      .catch(() => undefined)
      .finally(() => {
        this.#n_saving -= 1;
        this.#savedAt = performance.now();
      });
    return saving.track(answer);
  }

  // ---- what is remembered ------------------------------------------------------------------

  choose(choice: ColumnChoice): void {
    this.choice = choice;
    remember(COLUMNS, choice);
  }

  // Another office or year: nothing unsaved belongs to it, except what a crash interrupted.
  #enter(): void {
    this.unsaved.clear();
    this.editing = null;
    this.notice = null;
    this.#anchor = null;
    // Wherever the place falls back to: now it is what the person stands on.
    this.stand({ ...this.place, row: Math.max(this.place.row, this.#firstRow()) });
    const typing = recall<Typing | null>(TYPING, null);
    if (typing?.year !== this.scope.year || typing.office !== this.scope.office) return;
    if (!this.#stored.has(typing.indicator)) return;
    this.unsaved.set(cellKey(typing.indicator, typing.column), {
      text: typing.text,
      message: wording.figures.interrupted,
    });
    this.standOn(typing.indicator);
    this.active = { indicator: typing.indicator, column: typing.column };
  }
}

export const cellKey = (indicator: string | null, column: ColumnKey): string =>
  `${indicator ?? ""}\t${column}`;

/** What the editor starts from: an estimate says so, or it would come back as a final figure. */
export function typedForm(row: GridRow, column: ColumnKey): string {
  const cell = row.cells[column];
  if (!cell) return "";
  const unsaid = cell.kind === "estimate" && !cell.text.toLowerCase().startsWith("ước");
  return unsaid ? `ước ${cell.text}` : cell.text;
}
