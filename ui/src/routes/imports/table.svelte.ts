// The lines of an import that are in view or were: fetched in blocks, kept until an edit makes them
// stale, and shown until their successors have come.
import { SvelteMap } from "svelte/reactivity";
import type { ImportLine, ImportSection, LineKind, LineQuestion } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { call } from "$lib/api/call";
import { nextOpen, sectionOf } from "./entries";

const BLOCK = 100;

export class LineTable {
  sections = $state.raw<ImportSection[]>([]);
  total = $state(0);
  open = $state.raw<number[]>([]);
  readonly lines = new SvelteMap<number, ImportLine>();
  /** Place of the line that is chosen. */
  at = $state(0);
  kind = $state<LineKind | null>(null);
  questions = $state.raw<LineQuestion[]>([]);
  readonly #token: string;
  readonly #fail: (thrown: unknown) => void;
  #fresh: number[] = [];
  #edition = 0;

  constructor(token: string, fail: (thrown: unknown) => void) {
    this.#token = token;
    this.#fail = fail;
  }

  get chosen(): ImportLine | undefined {
    return this.lines.get(this.at);
  }

  get section(): ImportSection | undefined {
    return sectionOf(this.sections, this.at);
  }

  /** Fetches what is not there yet of the lines from `from` to `to`. */
  async need(from: number, to: number): Promise<void> {
    for (let block = Math.floor(from / BLOCK); block * BLOCK < Math.max(1, to); block += 1) {
      if (!this.#fresh.includes(block)) await this.#fetch(block);
    }
  }

  /** After an edit, or with another filter. */
  async refresh(): Promise<void> {
    this.#edition += 1;
    this.#fresh = [];
    await this.#fetch(Math.floor(this.at / BLOCK));
    if (this.at >= this.total) await this.choose(Math.max(0, this.total - 1));
    else await this.#ask();
  }

  async filter(kind: LineKind | null): Promise<void> {
    this.kind = kind;
    this.at = 0;
    this.lines.clear();
    await this.refresh();
  }

  async choose(at: number): Promise<void> {
    if (at < 0 || at >= Math.max(1, this.total)) return;
    this.at = at;
    await this.need(at, at + 1);
    await this.#ask();
  }

  chooseNextOpen(): Promise<void> {
    return this.choose(nextOpen(this.open, this.at));
  }

  async #ask(): Promise<void> {
    const line = this.chosen;
    if (!line) {
      this.questions = [];
      return;
    }
    try {
      const questions = await call(commands.importQuestions(this.#token, line.id));
      if (this.chosen?.id === line.id) this.questions = questions;
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  async #fetch(block: number): Promise<void> {
    const edition = this.#edition;
    this.#fresh.push(block);
    try {
      const kinds = this.kind ? [this.kind] : [];
      const found = await call(commands.importLines(this.#token, { kinds }, block * BLOCK, BLOCK));
      if (edition !== this.#edition) return;
      for (const at of [...this.lines.keys()]) if (at >= found.total) this.lines.delete(at);
      found.lines.forEach((line, idx) => this.lines.set(block * BLOCK + idx, line));
      this.sections = found.sections;
      this.total = found.total;
      this.open = found.open;
    } catch (thrown) {
      this.#fresh = this.#fresh.filter((other) => other !== block);
      this.#fail(thrown);
    }
  }
}
