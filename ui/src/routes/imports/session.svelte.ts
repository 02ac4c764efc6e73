// The import that the window has open. It outlives the screen: who looks at the figures and comes
// back finds it as it was left.
import type { Applied, Done, GivenFile, ImportEdit, ImportReading, ImportView, Progress, Scope } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { onProgress } from "$lib/api/events";
import { saving } from "$lib/state/saving.svelte";
import { Trying } from "$lib/state/trying.svelte";
import { LineTable } from "./table.svelte";

export type Step = "choose" | "recognise" | "check" | "done";

const UNSAID: ImportReading = { year: null, cut_off: "", encoding: null, not_secret: false };

class ImportSession extends Trying {
  step = $state<Step>("choose");
  /** Given and not looked at yet. */
  waiting = $state.raw<GivenFile[]>([]);
  file = $state.raw<GivenFile | null>(null);
  view = $state.raw<ImportView | null>(null);
  table = $state.raw<LineTable | null>(null);
  /** While the file is read. */
  progress = $state.raw<Progress | null>(null);
  stamped = $state(false);
  applied = $state.raw<Done<Applied> | null>(null);
  #scope: Scope = { office: null, year: 0 };
  #database = "";
  #job = "";

  /** Another database was opened: what is under way belongs to the one before. */
  enter(scope: Scope, database: string): void {
    this.#scope = scope;
    if (database === this.#database) return;
    this.#database = database;
    this.close();
  }

  async take(files: GivenFile[]): Promise<void> {
    this.waiting = [...this.waiting, ...files];
    if (this.step === "choose" || this.step === "done") await this.openNext();
  }

  async openNext(): Promise<void> {
    const [file, ...rest] = this.waiting;
    if (!file) return;
    this.#leave();
    this.waiting = rest;
    this.file = file;
    await this.read(UNSAID);
  }

  /** Reads the file, or what was read once more, as the person says. */
  async read(reading: ImportReading): Promise<void> {
    const { file } = this;
    if (!file) return;
    this.step = "recognise";
    this.stamped = false;
    this.error = null;
    const job = `import-${crypto.randomUUID()}`;
    this.#job = job;
    this.progress = { done: 0, total: 0, what: "" };
    // A reading that was left is nobody's: neither its answer nor its end tells of what is open now.
    const isLeft = () => this.#job !== job;
    const stop = onProgress(job, (told) => {
      if (!isLeft()) this.progress = told;
    });
    try {
      const read = await call(commands.readImport(this.#scope, file.token, reading, job));
      if (isLeft()) return;
      if (read.kind === "open") await this.#show(file, read.view);
      else if (read.kind === "secret-stamp") this.stamped = true;
      else this.close();
    } catch (thrown) {
      if (!isLeft()) this.#fail(thrown);
    } finally {
      stop();
      if (!isLeft()) this.progress = null;
    }
  }

  stop(): void {
    void call(commands.cancelJob(this.#job)).catch(() => undefined);
  }

  async reopen(id: number): Promise<void> {
    await this.attempt(async () => {
      const { file, view } = await call(commands.reopenImport(this.#scope, id));
      this.#leave();
      this.file = file;
      await this.#show(file, view);
    });
  }

  async edit(edits: ImportEdit[]): Promise<void> {
    const { file } = this;
    if (!file || edits.length === 0) return;
    await this.attempt(async () => {
      this.view = await call(commands.editImport(file.token, edits));
    });
    await this.table?.refresh();
  }

  /** Against what the database holds now. */
  async refresh(): Promise<void> {
    const { file } = this;
    if (!file || !this.view || this.step === "done" || this.busy) return;
    await this.attempt(async () => {
      this.view = await call(commands.refreshImport(this.#scope, file.token));
    });
    await this.table?.refresh();
  }

  async apply(): Promise<void> {
    const { file } = this;
    if (!file) return;
    const done = await this.attempt(async () => {
      this.applied = await saving.track(call(commands.applyImport(file.token)));
      this.step = "done";
    });
    if (!done) await this.refresh();
  }

  /** `null` when it was refused. */
  async putAside(): Promise<Done<null> | null> {
    const { file } = this;
    let put: Done<null> | null = null;
    if (!file) return put;
    await this.attempt(async () => {
      put = await saving.track(call(commands.putImportAside(file.token)));
    });
    if (put) this.#forget();
    return put;
  }

  /** Back to the choice of files; what was open is thrown away. */
  close(): void {
    this.#leave();
    this.step = "choose";
  }

  #leave(): void {
    const { file } = this;
    if (file && this.step !== "done") void call(commands.closeImport(file.token)).catch(() => undefined);
    this.#forget();
  }

  #forget(): void {
    this.step = "choose";
    this.#job = "";
    this.progress = null;
    this.file = null;
    this.view = null;
    this.table = null;
    this.applied = null;
    this.stamped = false;
    this.error = null;
  }

  async #show(file: GivenFile, view: ImportView): Promise<void> {
    this.view = view;
    const isSure = (view.encoding?.sure ?? true) && !view.needs_year;
    this.step = isSure ? "check" : "recognise";
    const table = new LineTable(file.token, (thrown) => this.#fail(thrown));
    await table.refresh();
    if (table.open[0] !== undefined) await table.choose(table.open[0]);
    this.table = table;
  }

  #fail(thrown: unknown): void {
    this.error = asCommandError(thrown).message;
  }
}

export const session = new ImportSession();
