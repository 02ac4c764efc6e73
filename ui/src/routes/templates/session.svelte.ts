// One open template: what is typed is stored at most 300 ms after the last key and read at once, so
// that an error stands at its line while the template is written. What cannot be stored is tried
// again, and kept by the window when the template is left meanwhile.
import type { EditorView, ViewUpdate } from "@codemirror/view";

import { commands, type BodyReading, type Changed, type Scope, type TemplateForm, type TemplateView } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { replaceText, showReading } from "$lib/editor/editor";
import { forgetTyped } from "$lib/editor/keys";
import { difference } from "$lib/editor/merge";
import { Typed } from "$lib/editor/typed";
import { forgetUnsaved, keepUnsaved, withUnsaved } from "$lib/editor/unsaved";
import { retryAfter, saving } from "$lib/state/saving.svelte";
import { toast } from "$lib/state/toast.svelte";
import { wording } from "$lib/wording";

/** Milliseconds of quiet after which the template is stored and read. */
const QUIET = 250;

const FIELDS = ["name", "subject", "body"] as const;

export class TemplateSession {
  readonly id: string;
  view = $state.raw<TemplateView | null>(null);
  reading = $state.raw<BodyReading | null>(null);
  name = $state("");
  subject = $state("");
  error = $state<string | null>(null);
  /** Counts the readings that the preview must follow. */
  changes = $state(0);

  #scope: Scope;
  #editor: EditorView | null = null;
  #stored: TemplateForm = { name: "", subject: "", body: "" };
  /** The text to begin with, before there is an editor. */
  #first = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<unknown> = Promise.resolve();
  #n_failures = 0;
  #isLeft = false;
  /** The database of the template is no longer the one that is open. */
  #isGone = false;
  readonly #typed = new Typed();

  constructor(id: string, scope: Scope) {
    this.id = id;
    this.#scope = scope;
  }

  async open(): Promise<void> {
    try {
      const view = await call(commands.template(this.id, this.#scope));
      this.#stored = { name: view.name, subject: view.subject, body: view.body };
      const form = this.#withKept(view);
      this.name = form.name;
      this.subject = form.subject;
      this.#first = form.body;
      this.reading = view.reading;
      this.view = view;
      this.error = null;
      if (isSame(form, this.#stored)) return;
      toast.tell(wording.editor.unsavedBack);
      this.typed();
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  attach(editor: EditorView): void {
    this.#editor = editor;
  }

  get form(): TemplateForm {
    return { name: this.name, subject: this.subject, body: this.text };
  }

  /** The text as it stands in the editor, or as an editor is to begin with it. */
  get text(): string {
    return this.#editor?.state.doc.toString() ?? this.#first;
  }

  /** After a change of the text by the person, or of another field. */
  typed(update?: ViewUpdate): void {
    if (update) this.#typed.note(update.state);
    this.#saveAfter(QUIET);
  }

  /** Stores what is not stored yet; says whether the program now has it. */
  save(): Promise<boolean> {
    clearTimeout(this.#timer);
    return this.#inTurn(() => this.#saveNow());
  }

  /** The program told of a change. */
  changed({ cause }: Changed): void {
    if (cause === "template-text" || cause === "backup") return;
    if (cause === "opening") {
      this.#keep();
      this.#isGone = true;
      return;
    }
    // From here on Ctrl+Z takes back that change first, then what was typed before it.
    this.#typed.forget();
    if (this.#editor) forgetTyped(this.#editor);
    void this.reload();
  }

  /** After a change elsewhere: an undone step, other figures. Text not stored yet goes first. */
  reload(): Promise<void> {
    return this.#inTurn(() => this.#reloadNow());
  }

  /** When the template is left: what cannot be stored now is there again when it is opened. */
  async leave(): Promise<void> {
    this.#isLeft = true;
    this.#keep();
    if (!(await this.save())) toast.tell(wording.editor.unsavedKept(this.#stored.name));
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
    const form = this.form;
    if (isSame(form, this.#stored) || this.view?.built_in) {
      this.#n_failures = 0;
      this.#keep();
      return true;
    }
    let failure: string | null = null;
    const save = this.#editor && this.#typed.begin(this.#editor.state);
    try {
      const { step } = await saving.track(call(commands.saveTemplate(this.id, form, save?.insteadOf ?? [])));
      if (save) this.#typed.stored(save, step);
      this.#stored = form;
      this.#n_failures = 0;
    } catch (thrown) {
      if (save) this.#typed.refused(save);
      failure = wording.editor.unsaved(asCommandError(thrown).message);
      this.#n_failures += 1;
      this.#saveAfter(retryAfter(this.#n_failures));
    }
    this.#keep();
    if (!this.#isLeft) await this.#read(form);
    // What is wrong in the text is told at its line; why it is not stored is told here.
    this.error = failure;
    return failure === null;
  }

  #keep(): void {
    const { view, form } = this;
    for (const field of FIELDS) {
      const name = `template ${this.id} ${field}`;
      if (view && form[field] !== this.#stored[field]) {
        keepUnsaved(name, { of: identity(view), base: this.#stored[field], typed: form[field] });
      } else {
        forgetUnsaved(name);
      }
    }
  }

  #withKept(view: TemplateView): TemplateForm {
    const kept = (field: (typeof FIELDS)[number]): string =>
      withUnsaved(`template ${this.id} ${field}`, identity(view), view[field]) ?? view[field];
    return { name: kept("name"), subject: kept("subject"), body: kept("body") };
  }

  async #read(form: TemplateForm): Promise<void> {
    try {
      const reading = await call(commands.readTemplate(this.id, form, this.#scope));
      // Typed on meanwhile: the next reading is on its way.
      if (this.form.body !== form.body) return;
      this.#show(reading);
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  async #reloadNow(): Promise<void> {
    await this.#saveNow();
    try {
      const view = await call(commands.template(this.id, this.#scope));
      const before = this.form.body;
      if (!isSame(this.form, this.#stored)) return;
      this.#stored = { name: view.name, subject: view.subject, body: view.body };
      this.name = view.name;
      this.subject = view.subject;
      this.view = view;
      if (this.#editor && before !== view.body) replaceText(this.#editor, difference(before, view.body));
      this.#show(view.reading);
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  #show(reading: BodyReading): void {
    this.reading = reading;
    if (!reading.error) this.changes += 1;
    const editor = this.#editor;
    if (editor && !editor.composing) showReading(editor, reading);
  }
}

/** What stays the same of a template while it is written. */
function identity({ type_name, side }: TemplateView): string {
  return `${type_name} ${side}`;
}

function isSame(one: TemplateForm, other: TemplateForm): boolean {
  return one.name === other.name && one.subject === other.subject && one.body === other.body;
}
