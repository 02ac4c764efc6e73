// The figures of a year in the grid: the rows as stored, those saved since, what is being typed, and
// what could not be saved. It calls the program; it draws nothing.
import { SvelteMap } from "svelte/reactivity";
import type { CellEdit, Changed, Grid, GridRow, PasteCell, Scope } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { recall, remember } from "$lib/state/remembered";
import { saving } from "$lib/state/saving.svelte";
import { wording } from "$lib/wording";
import { bySlug, missingByField } from "./arrange";
import type { ColumnKey } from "./key";
import { type CellName, Shown } from "./shown.svelte";

/** What was typed into a cell and is not stored: on its way (no message), or not understood. */
export type Unsaved = { text: string; message: string | null };

/** An open editor in the cell one stands on. `quick`: begun by typing, so arrows leave it. */
export type Editing = { text: string; quick: boolean };

const TYPING = "figures.typing";
/** Milliseconds without a save after which the columns are read anew. */
const QUIET = 500;

const REFUSED = "figures.refused";

type Typing = CellEdit & Scope;
type Refused = Typing & { message: string };

export class Table {
  scope = $state.raw<Scope>({ office: null, year: 0 });
  grid = $state.raw<Grid | null>(null);
  error = $state<string | null>(null);
  /** A sentence about a change of many cells that was refused. */
  notice = $state<string | null>(null);
  /** Which lines and columns are shown of it, and where the person stands. */
  readonly shown = new Shown(
    () => this.grid,
    (indicator) => this.row(indicator),
  );
  editing = $state.raw<Editing | null>(null);
  readonly unsaved = new SvelteMap<string, Unsaved>();
  /** The cell refused last (its key): its message shows even when the person has moved on. */
  lastWrong = $state<string | null>(null);

  readonly missing: ReadonlyMap<string, number> = $derived(missingByField(this.rows));

  readonly #saved = new SvelteMap<string, GridRow>();
  readonly #stored = $derived(bySlug(this.grid?.rows ?? []));
  #queue: Promise<unknown> = Promise.resolve();
  #n_changes = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

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

  /** The program told of a change. After cells of our own only the columns are news: a plan by
   * another assigner has one of its own, and titles tell what is estimated. */
  changed({ cause }: Changed): void {
    if (cause === "backup") return;
    if (cause !== "cells") return void this.load(this.scope);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readColumns(), QUIET);
  }

  async #readColumns(): Promise<void> {
    const { scope } = this;
    try {
      const { columns } = await call(commands.figureGrid(scope));
      if (this.scope === scope && this.grid) this.grid = { ...this.grid, columns };
    } catch {
      // The columns stay as they are; whatever is wrong is told by the next thing that is done.
    }
  }

  row(indicator: string): GridRow | undefined {
    return this.#saved.get(indicator) ?? this.#stored.get(indicator);
  }

  /** All rows of the year as they are now, in the order of the book. */
  get rows(): GridRow[] {
    return this.grid?.rows.map((row) => this.#saved.get(row.indicator) ?? row) ?? [];
  }

  /** Opens the editor where the person stands: on what is stored, or on the first key typed. */
  edit(typed: string | null): boolean {
    const { indicator, column } = this.shown.active;
    const row = indicator === null ? undefined : this.row(indicator);
    const shown = this.shown.columns.find(({ key }) => key === column);
    if (row && shown && !shown.editable) this.notice = wording.figures.computed(shown.title);
    if (!row || !shown?.editable) return false;
    this.shown.narrow();
    const kept = this.unsaved.get(cellKey(row.indicator, column))?.text;
    this.editing = { text: typed ?? kept ?? typedForm(row, column), quick: typed !== null };
    return true;
  }

  /** Takes a key that came before the field had the focus: it begins the text, or goes on with it. */
  typeAhead(key: string): void {
    const { editing } = this;
    if (editing) return this.typing(editing.text + key);
    if (this.edit(key)) this.typing(key);
  }

  /** Remembers what is being typed, so that not even a power cut takes it. */
  typing(text: string): void {
    if (!this.editing) return;
    this.editing = { ...this.editing, text };
    const { indicator, column } = this.shown.active;
    if (indicator) remember(TYPING, { ...this.scope, indicator, column, text } satisfies Typing);
  }

  cancel(): void {
    this.editing = null;
    remember(TYPING, null);
  }

  /** Forgets what was typed and not understood; what is stored shows again. */
  forget(cell: CellName): boolean {
    const known = this.unsaved.delete(cellKey(cell.indicator, cell.column));
    if (known) this.#keepRefused();
    return known;
  }

  /** Closes the editor and stores what stands in it. */
  commit(text: string): void {
    const { indicator, column } = this.shown.active;
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
      const { value: rows } = await this.#inTurn(() => call(commands.setCells(scope, edits, step)));
      this.#take(rows);
      this.#settle(edits, null);
      this.notice = null;
    } catch (thrown) {
      const { message } = asCommandError(thrown);
      this.#settle(edits, message);
      if (edits.length > 1) this.notice = message;
    }
  }

  /** Stores cells of a pasted block; answers with the step that it was, throws when refused. */
  async put(cells: PasteCell[]): Promise<number | null> {
    const { scope } = this;
    const { value: rows, step } = await this.#inTurn(() => call(commands.applyPaste(scope, cells)));
    this.#take(rows);
    return step;
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
    this.#keepRefused();
  }

  /** What was refused outlives the screen: nobody loses what they typed by looking elsewhere. */
  #keepRefused(): void {
    const refused = [...this.unsaved].flatMap(([key, { text, message }]) => {
      const [indicator = "", column = ""] = key.split("\t");
      return message === null ? [] : [{ ...this.scope, indicator, column: column as ColumnKey, text, message }];
    });
    const elsewhere = recall<Refused[]>(REFUSED, []).filter((cell) => !this.#isHere(cell));
    remember(REFUSED, [...elsewhere, ...refused]);
    saving.failed = refused[0]?.message ?? null;
  }

  #isHere = ({ office, year }: Scope): boolean => office === this.scope.office && year === this.scope.year;

  /** One change after the other, in the order in which the person made them. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const answer = this.#queue.then(change);
    this.#queue = answer.catch(() => undefined);
    return saving.track(answer);
  }

  // Another office or year: of what is unsaved only what was refused there belongs to it, and what
  // a crash interrupted.
  #enter(): void {
    this.unsaved.clear();
    this.editing = null;
    this.notice = null;
    this.shown.settle();
    for (const { indicator, column, text, message } of recall<Refused[]>(REFUSED, []).filter(this.#isHere)) {
      if (this.#stored.has(indicator)) this.unsaved.set(cellKey(indicator, column), { text, message });
    }
    const typing = recall<Typing | null>(TYPING, null);
    if (!typing || !this.#isHere(typing) || !this.#stored.has(typing.indicator)) return;
    this.unsaved.set(cellKey(typing.indicator, typing.column), {
      text: typing.text,
      message: wording.figures.interrupted,
    });
    this.shown.standOn(typing.indicator);
    this.shown.active = { indicator: typing.indicator, column: typing.column };
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
