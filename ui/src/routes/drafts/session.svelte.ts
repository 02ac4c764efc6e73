// One open draft: its text in the editor, saved at most 300 ms after the last key, and its reading
// as it stands. Typed text is never lost: when the draft changed elsewhere both are brought together,
// what cannot be saved is tried again, and kept by the window when the desk is left meanwhile.
import { ChangeSet, Text } from "@codemirror/state";
import type { EditorView, ViewUpdate } from "@codemirror/view";

import { commands, type BodyReading, type DraftView } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { replaceText, showReading } from "$lib/editor/editor";
import { difference, merge } from "$lib/editor/merge";
import { mapReading } from "$lib/editor/reading";
import { forgetUnsaved, keepUnsaved, withUnsaved } from "$lib/editor/unsaved";
import { retryAfter, saving } from "$lib/state/saving.svelte";
import { toast } from "$lib/state/toast.svelte";
import { wording } from "$lib/wording";

/** Milliseconds of quiet after which the text is saved. */
const QUIET = 250;
/** Milliseconds in which the program tells of a save of our own. */
const ECHO = 1500;
/** How often a save is begun anew because the draft was changed elsewhere meanwhile. */
const MERGES = 3;

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
  /** The text to begin with, before there is an editor. */
  #first = "";
  /** What was typed since the text that is being saved or was saved last. */
  #since: ChangeSet = ChangeSet.empty(0);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<unknown> = Promise.resolve();
  #n_failures = 0;
  #isLeft = false;
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

  /** The text as it stands in the editor, or as an editor is to begin with it. */
  get text(): string {
    return this.#editor?.state.doc.toString() ?? this.#first;
  }

  attach(editor: EditorView): void {
    this.#editor = editor;
  }

  typed(update: ViewUpdate): void {
    this.#since = this.#since.compose(update.changes);
    this.#saveAfter(QUIET);
  }

  /** Saves what is not saved yet; says whether the program now has it. */
  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#inTurn(() => this.#saveNow());
  }

  /** After a change that was not a save of this text. */
  reload(): Promise<void> {
    return this.#inTurn(() => this.#reloadNow());
  }

  /** When the desk is left: what cannot be saved now is there again when the draft is opened. */
  async leave(): Promise<void> {
    this.#isLeft = true;
    this.#keep();
    if (!(await this.save())) toast.tell(wording.editor.unsavedKept(this.view?.settings.title ?? ""));
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

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  #saveAfter(quiet: number): void {
    clearTimeout(this.#timer);
    if (!this.#isLeft) this.#timer = setTimeout(() => void this.save(), quiet);
  }

  async #saveNow(): Promise<boolean> {
    for (let merges = 0; merges < MERGES; merges += 1) {
      const text = this.text;
      if (text === this.#base) return this.#saved();
      const refusal = await this.#store(text);
      if (refusal === null) return this.#saved();
      if (await this.#mergeNewer()) continue;
      this.error = wording.editor.unsaved(refusal);
      break;
    }
    this.#n_failures += 1;
    this.#keep();
    this.#saveAfter(retryAfter(this.#n_failures));
    return false;
  }

  #saved(): true {
    this.#n_failures = 0;
    if (this.text === this.#base) forgetUnsaved(this.#name);
    return true;
  }

  /** Why the text was refused; null when it is stored. */
  async #store(text: string): Promise<string | null> {
    this.#since = ChangeSet.empty(text.length);
    this.#echoes += 1;
    this.#savedAt = Date.now();
    try {
      const saved = await saving.track(call(commands.saveDraft(this.id, this.#revision, text)));
      this.#savedAt = Date.now();
      this.#revision = saved.revision;
      this.#base = text;
      this.error = null;
      if (this.view) this.#show({ ...this.view, body: text }, saved.reading);
      return null;
    } catch (thrown) {
      this.#echoes = 0;
      return asCommandError(thrown).message;
    }
  }

  /** Brings in the text as it was changed elsewhere; false when it was not. */
  async #mergeNewer(): Promise<boolean> {
    try {
      const fresh = await call(commands.draft(this.id));
      const isSame = this.view && identity(fresh) === identity(this.view);
      if (fresh.revision === this.#revision || !isSame) return false;
      this.#mergeIn(fresh);
      saving.failed = null;
      return true;
    } catch {
      // What the program said first tells more.
      return false;
    }
  }

  async #reloadNow(): Promise<void> {
    const isSaved = await this.#saveNow();
    try {
      const fresh = await call(commands.draft(this.id));
      this.take(fresh);
      if (isSaved) this.error = null;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  #mergeIn(fresh: DraftView): void {
    const { onTyped, onTheirs } = merge(this.#base, this.text, fresh.body);
    this.#revision = fresh.revision;
    this.#base = fresh.body;
    this.#since = onTheirs;
    if (!this.#editor) this.#first = onTyped.apply(Text.of(this.#first.split("\n"))).toString();
    else if (!onTyped.empty) replaceText(this.#editor, onTyped);
    this.error = null;
    this.#show(fresh, fresh.reading);
    if (!onTheirs.empty) this.#saveAfter(QUIET);
  }

  #take(view: DraftView): void {
    this.#revision = view.revision;
    this.#base = view.body;
    const kept = withUnsaved(this.#name, identity(view), view.body);
    this.#first = kept ?? view.body;
    this.#since = difference(view.body, this.#first);
    this.view = view;
    this.reading = mapReading(view.reading, this.#since);
    this.changes += 1;
    if (this.#first !== view.body) {
      toast.tell(wording.editor.unsavedBack);
      this.#saveAfter(QUIET);
    }
  }

  get #name(): string {
    return `draft ${this.id}`;
  }

  #keep(): void {
    const { view, text } = this;
    if (view && text !== this.#base) keepUnsaved(this.#name, { of: identity(view), base: this.#base, typed: text });
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

/** What stays the same of a draft while it is written. */
function identity({ kind, office, year }: DraftView): string {
  return `${kind} ${office} ${year}`;
}
