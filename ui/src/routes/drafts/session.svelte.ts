// One open draft: its text in the editor, saved at most 300 ms after the last key, and its reading
// as it stands. Typed text is never lost: when the draft changed elsewhere both are brought together.
import { ChangeSet } from "@codemirror/state";
import type { EditorView, ViewUpdate } from "@codemirror/view";

import { commands, type BodyReading, type DraftView } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { replaceText, showReading } from "$lib/editor/editor";
import { merge } from "$lib/editor/merge";
import { mapReading } from "$lib/editor/reading";
import { saving } from "$lib/state/saving.svelte";

/** Milliseconds of quiet after which the text is saved. */
const QUIET = 250;
/** Milliseconds in which the program tells of a save of our own. */
const ECHO = 1500;

export class DraftSession {
  readonly id: number;
  view = $state.raw<DraftView | null>(null);
  reading = $state.raw<BodyReading | null>(null);
  /** Why the draft cannot be shown or saved. */
  error = $state<string | null>(null);
  /** Counts what the preview must follow: every save, and every change of data. */
  changes = $state(0);

  #editor: EditorView | null = null;
  #revision = 0;
  /** The text as the program has it. */
  #base = "";
  /** What was typed since the text that is being saved or was saved last. */
  #since: ChangeSet = ChangeSet.empty(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> = Promise.resolve();
  #echoes = 0;
  #savedAt = 0;

  constructor(id: number) {
    this.id = id;
  }

  async open(): Promise<void> {
    try {
      this.#take(await call(commands.draft(this.id)));
      this.error = null;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  attach(editor: EditorView): void {
    this.#editor = editor;
    this.#since = ChangeSet.empty(editor.state.doc.length);
  }

  typed(update: ViewUpdate): void {
    this.#since = this.#since.compose(update.changes);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), QUIET);
  }

  /** Saves what is not saved yet; resolved when it is, or when it cannot be. */
  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#work = this.#work.then(() => this.#saveNow());
    return this.#work;
  }

  /** After a change that was not a save of this text. */
  reload(): Promise<void> {
    this.#work = this.#work.then(() => this.#reloadNow());
    return this.#work;
  }

  /** Takes over a draft that another command answered with. */
  take(view: DraftView): void {
    if (view.revision !== this.#revision) this.#mergeIn(view);
    else this.#show(view, view.reading);
  }

  /** Whether the change that was told of is the echo of a save of ours. */
  isEcho(nouns: string[]): boolean {
    if (Date.now() - this.#savedAt > ECHO) this.#echoes = 0;
    if (this.#echoes === 0 || !nouns.every((noun) => noun.startsWith("draft"))) return false;
    this.#echoes -= 1;
    return true;
  }

  get #text(): string {
    return this.#editor?.state.doc.toString() ?? this.#base;
  }

  async #saveNow(): Promise<void> {
    const text = this.#text;
    if (text === this.#base) return;
    this.#since = ChangeSet.empty(text.length);
    this.#echoes += 1;
    this.#savedAt = Date.now();
    try {
      const saved = await saving.track(call(commands.saveDraft(this.id, this.#revision, text)));
      this.#savedAt = Date.now();
      this.#revision = saved.revision;
      this.#base = text;
      this.error = null;
      if (this.view) this.#show(this.view, saved.reading);
    } catch (thrown) {
      this.#echoes = 0;
      await this.#refused(asCommandError(thrown).message);
    }
  }

  /** The text was changed elsewhere, or it cannot be written at all. */
  async #refused(message: string): Promise<void> {
    try {
      const fresh = await call(commands.draft(this.id));
      if (fresh.revision !== this.#revision) {
        this.#mergeIn(fresh);
        saving.failed = null;
        return;
      }
    } catch {
      // What the program said first tells more.
    }
    this.error = message;
  }

  async #reloadNow(): Promise<void> {
    await this.#saveNow();
    try {
      this.take(await call(commands.draft(this.id)));
      this.error = null;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  #mergeIn(fresh: DraftView): void {
    const typed = this.#text;
    const { onTyped, onTheirs } = merge(this.#base, typed, fresh.body);
    this.#revision = fresh.revision;
    this.#base = fresh.body;
    this.#since = onTheirs;
    if (this.#editor && !onTyped.empty) replaceText(this.#editor, onTyped);
    this.error = null;
    this.#show(fresh, fresh.reading);
    if (!onTheirs.empty) this.#timer = setTimeout(() => void this.save(), QUIET);
  }

  #take(view: DraftView): void {
    this.#revision = view.revision;
    this.#base = view.body;
    this.view = view;
    this.reading = view.reading;
    this.changes += 1;
  }

  /** Shows a reading of the saved text at the places where it stands by now. */
  #show(view: DraftView, reading: BodyReading): void {
    this.view = { ...view, reading };
    this.reading = mapReading(reading, this.#since);
    this.changes += 1;
    const editor = this.#editor;
    if (!editor) return;
    if (editor.composing) this.#showLater(reading);
    else showReading(editor, this.reading);
  }

  /** Letters being composed would break off if anything around them were redrawn. */
  #showLater(reading: BodyReading): void {
    const turn = this.changes;
    const wait = (): void => {
      if (turn !== this.changes || !this.#editor) return;
      if (this.#editor.composing) setTimeout(wait, 50);
      else showReading(this.#editor, mapReading(reading, this.#since));
    };
    setTimeout(wait, 50);
  }
}
