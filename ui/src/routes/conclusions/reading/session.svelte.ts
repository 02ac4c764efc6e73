// The text that is being read into rows for one office. It outlives the screen: who looks something
// up, or looks at another office, and comes back finds it as it was left.
import type { AppState, ConclusionForm, ConclusionReading, Done, GivenFile, NoticeSource } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { call } from "$lib/api/call";
import { blank } from "$lib/memory/form";
import { app } from "$lib/state/app.svelte";
import { saving } from "$lib/state/saving.svelte";
import { Trying } from "$lib/state/trying.svelte";
import { wording } from "$lib/wording";
import { confirmed, doubtsOf, indexFor, isOpen, nextAfter, partsOf, rowsOf, type Row } from "./rows";

export type Step = "begin" | "check" | "done";
/** What is set for every row at once. */
export type Shared = Pick<ConclusionForm, "document" | "conference" | "field">;

type Wanted = { source: NoticeSource; encoding: string | null; notSecret: boolean };

export class NoticeSession extends Trying {
  /** Otherwise the screen shows its list, and what was read waits. */
  isShown = $state(false);
  step = $state<Step>("begin");
  text = $state("");
  /** The year that the text is about, as it is typed. */
  year = $state("");
  /** Given and not read yet. */
  waiting = $state.raw<GivenFile[]>([]);
  reading = $state.raw<ConclusionReading | null>(null);
  rows = $state<Row[]>([]);
  /** Place of the row that is chosen. */
  at = $state(0);
  shared = $state<Shared>({ document: null, conference: null, field: "" });
  /** What has to be answered before the text is read: whether it is a secret, whether the rows that
      were changed may be thrown away. */
  question = $state<"stamp" | "replace" | null>(null);
  saved = $state.raw<Done<number[]> | null>(null);
  #parts = $derived(partsOf(this.rows));
  doubts = $derived(this.rows.map((row) => doubtsOf(row, this.#parts.get(row.id) ?? 0, this.reading?.citations ?? [])));
  open = $derived(this.rows.map((row, idx) => isOpen(row, this.doubts[idx] ?? [])));
  nKept = $derived(this.rows.filter(({ isKept }) => isKept).length);
  chosen = $derived(this.rows[this.at]);
  /** In letters that are known; otherwise the person chooses among the readings first. */
  isRead = $derived(this.reading !== null && (this.reading.encoding?.sure ?? true));
  isYearWrong = $derived(!/^\s*(\d{4}\s*)?$/.test(this.year));
  readonly office: string | null;
  #wanted: Wanted | null = null;
  /** The rows as they were read. */
  #asRead = "";
  #nextId = 0;

  constructor(office: string | null) {
    super();
    this.office = office;
  }

  /** Goes on with what was left, if anything was. */
  show(): void {
    if (this.step === "done") this.begin();
    if (this.step === "begin") this.year = String(app.scope.year);
    this.isShown = true;
  }

  hide(): void {
    this.isShown = false;
    if (this.step === "done") this.begin();
  }

  /** A new text; what was read before is thrown away. */
  begin(): void {
    this.#forget();
    this.step = "begin";
  }

  /** One is read after the other; while rows are looked over, they wait. */
  async take(files: GivenFile[]): Promise<void> {
    this.waiting = [...this.waiting, ...files];
    if (this.step !== "check") await this.readNext();
  }

  async readNext(): Promise<void> {
    const [file, ...rest] = this.waiting;
    if (!file || this.busy || this.isYearWrong) return;
    if (this.step === "done") this.begin();
    this.waiting = rest;
    await this.read({ kind: "file", token: file.token });
  }

  /** Proposes rows; rows that were changed are thrown away only when the person says so. */
  async read(source: NoticeSource, encoding: string | null = null): Promise<void> {
    if (this.busy || this.isYearWrong) return;
    this.#wanted = { source, encoding, notSecret: false };
    this.error = null;
    this.question = this.reading && JSON.stringify(this.rows) !== this.#asRead ? "replace" : null;
    if (!this.question) await this.#read();
  }

  /** The same again, with its letters read otherwise. */
  async readAs(encoding: string): Promise<void> {
    if (this.#wanted) await this.read(this.#wanted.source, encoding);
  }

  /** The person says that it is no secret, or that the rows may go. */
  async readAnyway(): Promise<void> {
    if (this.#wanted && this.question === "stamp") this.#wanted.notSecret = true;
    this.question = null;
    await this.#read();
  }

  leave(): void {
    this.question = null;
    this.#wanted = null;
  }

  async #read(): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted) return;
    const { source, encoding, notSecret } = wanted;
    await this.attempt(async () => {
      const read = await call(commands.readConclusions(this.office, source, this.#yearNumber, encoding, notSecret));
      if (read.kind === "secret-stamp") {
        this.question = "stamp";
        return;
      }
      this.reading = read.reading;
      this.rows = rowsOf(read.reading);
      this.#asRead = JSON.stringify(this.rows);
      this.#nextId = this.rows.length;
      this.saved = null;
      this.at = 0;
      this.step = this.isRead ? "check" : "begin";
    });
  }

  get #yearNumber(): number | null {
    return this.year.trim() ? Number(this.year) : null;
  }

  turn(row: Row): void {
    row.isKept = !row.isKept;
    row.seen = [...row.seen, wording.notices.doubts.stored];
  }

  /** The person knows what is in doubt and leaves it so. */
  settle(): void {
    const row = this.chosen;
    if (row) row.seen = (this.doubts[this.at] ?? []).map(({ text }) => text);
  }

  chooseNextOpen(): void {
    const next = nextAfter(this.at, (idx) => this.open[idx] ?? false, this.rows.length);
    if (next >= 0) this.at = next;
  }

  /** An empty row behind the chosen one, from the same place. */
  add(): void {
    const here = this.chosen;
    this.#insert(here ? this.at + 1 : 0, here?.place ?? "", "", here?.form.year);
  }

  /** A sentence that no row was made of. */
  addFrom(place: string, sentence: string): void {
    if (this.reading) this.#insert(indexFor(place, this.rows, this.reading), place, sentence);
  }

  #insert(at: number, place: string, text: string, year: number = this.#yearNumber ?? app.scope.year): void {
    const form = blank("task", year, { text, quote: text, ...this.shared });
    const id = this.#nextId++;
    this.rows.splice(at, 0, { id, place, form, partOf: null, isKept: true, stored: null, seen: [], read: null });
    this.at = at;
  }

  /** Rows that said something else of their own keep it. */
  share<K extends keyof Shared>(key: K, value: Shared[K]): void {
    for (const { form } of this.rows) {
      if (form[key] !== this.shared[key]) continue;
      Object.assign(form, { [key]: value });
      if (key === "conference") form.topic = null;
    }
    this.shared[key] = value;
  }

  /** Writes what is kept as one step; a row that cannot be written is gone to instead. */
  async apply(): Promise<void> {
    const source = this.reading?.source;
    if (!source || this.nKept === 0 || this.busy || this.step !== "check") return;
    const bad = this.rows.findIndex(({ isKept }, idx) => isKept && this.doubts[idx]?.some(({ tone }) => tone === "red"));
    if (bad >= 0) {
      this.at = bad;
      return;
    }
    const rows = confirmed($state.snapshot(this.rows) as Row[]);
    await this.attempt(async () => {
      this.saved = await saving.track(call(commands.saveConclusions(this.office, source, rows)));
      this.step = "done";
    });
  }

  /** However it was taken back or done again: what was taken back stands there to be looked over. */
  follow({ undo, redo }: Pick<AppState, "undo" | "redo">): void {
    const step = this.saved?.step ?? null;
    if (step === null) return;
    if (redo?.number === step) this.step = this.step === "done" ? "check" : this.step;
    else if (undo?.number === step) this.step = "done";
  }

  #forget(): void {
    this.text = "";
    this.reading = null;
    this.rows = [];
    this.at = 0;
    this.shared = { document: null, conference: null, field: "" };
    this.error = null;
    this.saved = null;
    this.leave();
  }
}

const sessions: Record<string, NoticeSession> = {};

/** Each office of each database has its own: what was read for one is neither shown in another nor
    written there. */
export function sessionOf(database: string, office: string | null): NoticeSession {
  const key = JSON.stringify([database, office]);
  // Its derived values belong to no screen that goes away.
  if (!(key in sessions)) $effect.root(() => void (sessions[key] = new NoticeSession(office)));
  return sessions[key] as NoticeSession;
}
