// One open draft: its text in the editor, and its reading as it stands. Typed text is never lost:
// when the draft changed elsewhere both texts are brought together.
import { ChangeSet, Text } from "@codemirror/state";
import type { ViewUpdate } from "@codemirror/view";

import { commands, type BodyReading, type DraftView } from "$lib/api/bindings";
import { asCommandError, call, CommandError } from "$lib/api/call";
import { replaceText, showReading } from "$lib/editor/editor";
import { difference, merge } from "$lib/editor/merge";
import { mapReading } from "$lib/editor/reading";
import { TextSession } from "$lib/editor/textSession.svelte";
import { forgetUnsaved, keepUnsaved, withUnsaved } from "$lib/editor/unsaved";
import { saving } from "$lib/state/saving.svelte";
import { toast } from "$lib/state/toast.svelte";
import { wording } from "$lib/wording";

/** How often a save is begun anew because the draft was changed elsewhere meanwhile. */
const MERGES = 3;

/** The text at one moment, and what was typed since. */
type Moment = { text: string; since: ChangeSet };

export class DraftSession extends TextSession {
  readonly id: number;
  view = $state.raw<DraftView | null>(null);
  reading = $state.raw<BodyReading | null>(null);

  protected readonly ownCause = "draft-text";
  #revision = 0;
  /** The text as the program has it. */
  #base = "";
  /** What was typed since then. */
  #since: ChangeSet = ChangeSet.empty(0);
  /** What is being saved, and what is being read. */
  #save: Moment | null = null;
  #read: Moment | null = null;

  constructor(id: number) {
    super();
    this.id = id;
  }

  async open(): Promise<void> {
    try {
      this.#open(await call(commands.draft(this.id)));
      this.error = null;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  override typed(update: ViewUpdate): void {
    const { changes } = update;
    this.#since = this.#since.compose(changes);
    for (const moment of [this.#save, this.#read]) {
      if (moment) moment.since = moment.since.compose(changes);
    }
    super.typed(update);
  }

  /** Takes over a draft that another command answered with. */
  take(view: DraftView): void {
    if (view.revision !== this.#revision) return this.#mergeIn(view);
    this.#showAnew(view);
  }

  protected get title(): string {
    return this.view?.settings.title ?? "";
  }

  protected async storeNow(): Promise<boolean> {
    for (let merges = 0; merges < MERGES; merges += 1) {
      const text = this.text;
      if (text === this.#base) {
        // What was refused is taken back, and no longer to be shown.
        if (this.error) this.changes += 1;
        return true;
      }
      const refusal = await this.#store(text);
      if (refusal === null) return true;
      if (await this.#mergeNewer()) continue;
      this.error = wording.editor.unsaved(refusal);
      break;
    }
    return false;
  }

  protected async reloadNow(): Promise<void> {
    const isSaved = await this.saveNow();
    try {
      this.take(await call(commands.draft(this.id)));
      if (isSaved) this.error = null;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  protected keep(): void {
    const { view, text } = this;
    if (!view || text === this.#base) forgetUnsaved(this.#name);
    else keepUnsaved(this.#name, { of: identity(view), base: this.#base, typed: text });
  }

  get #name(): string {
    return `draft ${this.id}`;
  }

  /** Why the text was refused; null when it is stored. */
  async #store(text: string): Promise<string | null> {
    const moment: Moment = { text, since: ChangeSet.empty(text.length) };
    this.#save = moment;
    const save = this.editor && this.steps.begin(this.editor.state);
    // The preview waits neither for the save nor for the reading.
    this.changes += 1;
    try {
      const answer = call(commands.saveDraft(this.id, this.#revision, text, save?.insteadOf ?? []));
      const { value: revision, step } = await saving.track(answer);
      if (save) this.steps.stored(save, step);
      this.#revision = revision;
      this.#base = text;
      this.#since = moment.since;
      this.error = null;
      if (this.view) this.view = { ...this.view, body: text, revision };
      if (!this.isLeft) void this.#readStored();
      return null;
    } catch (thrown) {
      if (save) this.steps.refused(save);
      return asCommandError(thrown).message;
    } finally {
      this.#save = null;
    }
  }

  /** Reads what is stored, one text after the other, and shows what was read at its places of now. */
  async #readStored(): Promise<void> {
    if (this.#read) return;
    for (let wanted: string | null = this.#base; wanted !== null; ) {
      const read: Moment = { text: wanted, since: this.#since };
      this.#read = read;
      const answer = await call(commands.readDraft(this.id, read.text)).catch(asCommandError);
      // A text from elsewhere has come meanwhile, with a reading of its own.
      if (this.#read !== read) return;
      if (answer instanceof CommandError) this.error = answer.message;
      else if (this.view) this.#show({ ...this.view, reading: answer }, read.since);
      wanted = read.text === this.#base ? null : this.#base;
    }
    this.#read = null;
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

  #mergeIn(fresh: DraftView): void {
    this.forgetTyped();
    const { onTyped, onTheirs } = merge(this.#base, this.text, fresh.body);
    this.#revision = fresh.revision;
    this.#base = fresh.body;
    this.#since = onTheirs;
    if (!this.editor) this.first = onTyped.apply(Text.of(this.first.split("\n"))).toString();
    else if (!onTyped.empty) replaceText(this.editor, onTyped);
    this.error = null;
    this.#showAnew(fresh);
    if (!onTheirs.empty) this.saveSoon();
  }

  #open(view: DraftView): void {
    this.#revision = view.revision;
    this.#base = view.body;
    const kept = withUnsaved(this.#name, identity(view), view.body);
    this.first = kept ?? view.body;
    this.#since = difference(view.body, this.first);
    this.#showAnew(view);
    if (this.first !== view.body) {
      toast.tell(wording.editor.unsavedBack);
      this.saveSoon();
    }
  }

  /** Shows a draft that came with a reading of its own. */
  #showAnew(view: DraftView): void {
    this.#read = null;
    this.#show(view, this.#since);
    this.changes += 1;
  }

  /** Shows a draft with its reading, at the places that `since` moved it to. */
  #show(view: DraftView, since: ChangeSet): void {
    this.view = view;
    this.reading = mapReading(view.reading, since);
    const { editor } = this;
    if (!editor) return;
    if (editor.composing) this.#showLater(this.reading);
    else showReading(editor, this.reading);
  }

  /** Letters being composed would break off if anything around them were redrawn. */
  #showLater(reading: BodyReading): void {
    const wait = (): void => {
      if (this.reading !== reading || !this.editor) return;
      if (this.editor.composing) setTimeout(wait, 50);
      else void this.#readStored();
    };
    setTimeout(wait, 50);
  }
}

/** What stays the same of a draft while it is written. */
function identity({ kind, office, year }: DraftView): string {
  return `${kind} ${office} ${year}`;
}
