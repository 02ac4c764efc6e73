// The text that is being read into rows. It outlives the screen: who looks something up and comes
// back finds it as it was left.
import type { ConclusionForm, ConclusionReading, Done, GivenFile, NoticeSource, Scope } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { call } from "$lib/api/call";
import { blank } from "$lib/memory/form";
import { saving } from "$lib/state/saving.svelte";
import { Trying } from "$lib/state/trying.svelte";
import { confirmed, doubtsOf, indexFor, isOpen, nextAfter, rowsOf, type Row } from "./rows";

export type Step = "begin" | "check" | "done";
/** What is set for every row at once. */
export type Shared = Pick<ConclusionForm, "document" | "conference" | "field">;

class NoticeSession extends Trying {
  /** Otherwise the screen shows its list, and what was read waits. */
  isShown = $state(false);
  step = $state<Step>("begin");
  text = $state("");
  reading = $state.raw<ConclusionReading | null>(null);
  rows = $state<Row[]>([]);
  /** Place of the row that is chosen. */
  at = $state(0);
  shared = $state<Shared>({ document: null, conference: null, field: "" });
  stamped = $state(false);
  saved = $state.raw<Done<number[]> | null>(null);
  doubts = $derived(this.rows.map((row) => doubtsOf(row, this.rows, this.reading?.citations ?? [])));
  open = $derived(this.rows.map((row, idx) => isOpen(row, this.doubts[idx] ?? [])));
  nKept = $derived(this.rows.filter(({ isKept }) => isKept).length);
  chosen = $derived(this.rows[this.at]);
  #source: NoticeSource | null = null;
  #year: number | null = null;
  #scope: Scope = { office: null, year: 0 };
  #database = "";
  #nextId = 0;

  /** Another database was opened: what is under way belongs to the one before. */
  enter(scope: Scope, database: string): void {
    this.#scope = scope;
    if (database === this.#database) return;
    this.#database = database;
    this.isShown = false;
    this.begin();
  }

  /** Goes on with what was left, if anything was. */
  show(): void {
    if (this.step === "done") this.begin();
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

  async take(file: GivenFile | null, year: number | null): Promise<void> {
    if (file) await this.read({ kind: "file", token: file.token }, year);
  }

  /** Proposes rows; one with a stamp of secrecy is asked about first. */
  async read(source: NoticeSource, year: number | null, notSecret = false): Promise<void> {
    const { office } = this.#scope;
    this.#source = source;
    this.#year = year;
    this.stamped = false;
    await this.attempt(async () => {
      const [read, stored] = await Promise.all([
        call(commands.readConclusions(office, source, year, notSecret)),
        call(commands.conclusions(office, {})),
      ]);
      if (read.kind === "secret-stamp") {
        this.stamped = true;
        return;
      }
      this.reading = read.reading;
      this.rows = rowsOf(read.reading, stored);
      this.#nextId = this.rows.length;
      this.at = 0;
      this.step = "check";
    });
  }

  /** The person says that it is no secret. */
  async readAnyway(): Promise<void> {
    if (this.#source) await this.read(this.#source, this.#year, true);
  }

  forgetStamp(): void {
    this.stamped = false;
    this.#source = null;
  }

  turn(row: Row): void {
    row.isKept = !row.isKept;
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

  #insert(at: number, place: string, text: string, year: number = this.#year ?? this.#scope.year): void {
    const form = blank("task", year, { text, quote: text, ...this.shared });
    this.rows.splice(at, 0, { id: this.#nextId++, place, form, partOf: null, isKept: true, isStored: false, read: null });
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

  /** Writes what is kept as one step. */
  async apply(): Promise<void> {
    const source = this.reading?.source;
    if (!source || this.nKept === 0 || this.busy) return;
    const rows = confirmed($state.snapshot(this.rows) as Row[]);
    await this.attempt(async () => {
      this.saved = await saving.track(call(commands.saveConclusions(this.#scope.office, source, rows)));
      this.step = "done";
    });
  }

  #forget(): void {
    this.text = "";
    this.reading = null;
    this.rows = [];
    this.at = 0;
    this.shared = { document: null, conference: null, field: "" };
    this.stamped = false;
    this.error = null;
    this.saved = null;
    this.#source = null;
  }
}

export const session = new NoticeSession();
