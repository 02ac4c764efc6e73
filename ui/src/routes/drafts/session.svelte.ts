// One open draft: its text in the editor, saved at most 300 ms after the last key, and its reading
// as it stands. Typed text is never lost: when the draft changed elsewhere both are brought together,
// what cannot be saved is tried again, and kept by the window when the desk is left meanwhile.
import { ChangeSet, Text } from "@codemirror/state";
import type { EditorView, ViewUpdate } from "@codemirror/view";

import { commands, type BodyReading, type Changed, type DraftView } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { replaceText, showReading } from "$lib/editor/editor";
import { forgetTyped } from "$lib/editor/keys";
import { difference, merge } from "$lib/editor/merge";
import { mapReading } from "$lib/editor/reading";
import { Typed } from "$lib/editor/typed";
import { forgetUnsaved, keepUnsaved, withUnsaved } from "$lib/editor/unsaved";
import { retryAfter, saving } from "$lib/state/saving.svelte";
import { toast } from "$lib/state/toast.svelte";
import { wording } from "$lib/wording";

/** Milliseconds of quiet after which the text is saved. */
const QUIET = 250;
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
  /** The database of the draft is no longer the one that is open. */
  #isGone = false;
  readonly #typed = new Typed();

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
    this.#typed.note(update.state);
    this.#saveAfter(QUIET);
  }

  /** Saves what is not saved yet; says whether the program now has it. */
  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#inTurn(() => this.#saveNow());
  }

  /** The program told of a change. */
  changed({ cause }: Changed): void {
    if (cause === "draft-text" || cause === "backup") return;
    if (cause === "opening") {
      this.#keep();
      this.#isGone = true;
      return;
    }
    // From here on Ctrl+Z takes back that change first, then what was typed before it.
    this.#forgetTyped();
    void this.reload();
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
    if (this.#isGone) return true;
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
    const save = this.#editor && this.#typed.begin(this.#editor.state);
    try {
      const answer = call(commands.saveDraft(this.id, this.#revision, text, save?.insteadOf ?? []));
      const { value: saved, step } = await saving.track(answer);
      if (save) this.#typed.stored(save, step);
      this.#revision = saved.revision;
      this.#base = text;
      this.error = null;
      if (this.view) this.#show({ ...this.view, body: text }, saved.reading);
      return null;
    } catch (thrown) {
      if (save) this.#typed.refused(save);
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

  #forgetTyped(): void {
    this.#typed.forget();
    if (this.#editor) forgetTyped(this.#editor);
  }

  #mergeIn(fresh: DraftView): void {
    this.#forgetTyped();
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
