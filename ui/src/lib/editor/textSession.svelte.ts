// What every open text has, a draft as a template: it is stored at most 300 ms after the last key,
// one thing at a time; what cannot be stored is tried again, and kept by the window when the text is
// left meanwhile.
import type { EditorView, ViewUpdate } from "@codemirror/view";

import type { Cause, Changed } from "$lib/api/bindings";
import { retryAfter } from "$lib/state/saving.svelte";
import { toast } from "$lib/state/toast.svelte";
import { wording } from "$lib/wording";
import { forgetTyped } from "./keys";
import { Typed } from "./typed";

/** Milliseconds of quiet after which the text is stored. */
const QUIET = 200;

export abstract class TextSession {
  /** Why the text cannot be shown or stored. */
  error = $state<string | null>(null);
  /** Counts what the preview must follow. */
  changes = $state(0);

  /** The text to begin with, before there is an editor. */
  protected first = "";
  protected editor: EditorView | null = null;
  protected readonly steps = new Typed();
  protected isLeft = false;
  /** The database of the text is no longer the one that is open. */
  protected isGone = false;
  #n_failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<unknown> = Promise.resolve();

  /** What a change is called that is but a save of this text. */
  protected abstract readonly ownCause: Cause;
  /** What people call the text. */
  protected abstract get title(): string;
  /** Whether the program now has the text; why not is told by then. */
  protected abstract storeNow(): Promise<boolean>;
  protected abstract reloadNow(): Promise<void>;
  /** Lets the window keep what the program does not have. */
  protected abstract keep(): void;

  /** The text as it stands in the editor, or as an editor is to begin with it. */
  get text(): string {
    return this.editor?.state.doc.toString() ?? this.first;
  }

  attach(editor: EditorView): void {
    this.editor = editor;
  }

  /** After a change by the person: of the text, or of a field beside it. */
  typed(update?: ViewUpdate): void {
    if (update) this.steps.note(update.state);
    this.saveSoon();
  }

  /** Stores what is not stored yet; says whether the program now has it. */
  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#inTurn(() => this.saveNow());
  }

  /** After a change that was not a save of this text; what is not stored yet goes first. */
  reload(): Promise<void> {
    return this.#inTurn(() => this.reloadNow());
  }

  /** The program told of a change. */
  changed({ cause }: Changed): void {
    if (cause === this.ownCause || cause === "backup") return;
    if (cause === "opening") {
      this.keep();
      this.isGone = true;
      return;
    }
    // From here on Ctrl+Z takes back that change first, then what was typed before it.
    this.forgetTyped();
    void this.reload();
  }

  /** When the desk is left: what cannot be stored now is there again when the text is opened. */
  async leave(): Promise<void> {
    this.isLeft = true;
    this.keep();
    if (!(await this.save())) toast.tell(wording.editor.unsavedKept(this.title));
  }

  protected async saveNow(): Promise<boolean> {
    if (this.isGone) return true;
    const isStored = await this.storeNow();
    this.#n_failures = isStored ? 0 : this.#n_failures + 1;
    this.keep();
    if (!isStored) this.#saveAfter(retryAfter(this.#n_failures));
    return isStored;
  }

  protected saveSoon(): void {
    this.#saveAfter(QUIET);
  }

  protected forgetTyped(): void {
    this.steps.forget();
    if (this.editor) forgetTyped(this.editor);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  #saveAfter(quiet: number): void {
    clearTimeout(this.#timer);
    if (!this.isLeft) this.#timer = setTimeout(() => void this.save(), quiet);
  }
}
