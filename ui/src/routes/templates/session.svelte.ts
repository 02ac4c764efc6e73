// One open template: what is typed is stored at most 300 ms after the last key and read at once, so
// that an error stands at its line while the template is written.
import type { EditorView } from "@codemirror/view";

import { commands, type BodyReading, type Scope, type TemplateForm, type TemplateView } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { replaceText, showReading } from "$lib/editor/editor";
import { difference } from "$lib/editor/merge";
import { saving } from "$lib/state/saving.svelte";

/** Milliseconds of quiet after which the template is stored and read. */
const QUIET = 250;

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
  #timer: ReturnType<typeof setTimeout> | undefined;
  #work: Promise<void> = Promise.resolve();

  constructor(id: string, scope: Scope) {
    this.id = id;
    this.#scope = scope;
  }

  async open(): Promise<void> {
    try {
      const view = await call(commands.template(this.id, this.#scope));
      this.#stored = { name: view.name, subject: view.subject, body: view.body };
      this.name = view.name;
      this.subject = view.subject;
      this.reading = view.reading;
      this.view = view;
      this.error = null;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  attach(editor: EditorView): void {
    this.#editor = editor;
  }

  get form(): TemplateForm {
    return { name: this.name, subject: this.subject, body: this.#editor?.state.doc.toString() ?? this.#stored.body };
  }

  typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), QUIET);
  }

  save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#work = this.#work.then(() => this.#saveNow());
    return this.#work;
  }

  /** After a change elsewhere: an undone step, other figures. Text not stored yet goes first. */
  reload(): Promise<void> {
    this.#work = this.#work.then(() => this.#reloadNow());
    return this.#work;
  }

  async #saveNow(): Promise<void> {
    const form = this.form;
    if (isSame(form, this.#stored) || this.view?.built_in) return;
    let failure: string | null = null;
    try {
      await saving.track(call(commands.saveTemplate(this.id, form)));
      this.#stored = form;
    } catch (thrown) {
      failure = asCommandError(thrown).message;
    }
    await this.#read(form);
    // What is wrong in the text is told at its line; only other reasons are told here.
    this.error = this.reading?.error ? null : failure;
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

function isSame(one: TemplateForm, other: TemplateForm): boolean {
  return one.name === other.name && one.subject === other.subject && one.body === other.body;
}
