// One open template: what is typed is read as soon as it is stored, so that an error stands at its
// line while the template is written.
import { commands, type BodyReading, type Scope, type TemplateForm, type TemplateView } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { replaceText, showReading } from "$lib/editor/editor";
import { difference } from "$lib/editor/merge";
import { TextSession } from "$lib/editor/textSession.svelte";
import { forgetUnsaved, keepUnsaved, withUnsaved } from "$lib/editor/unsaved";
import { saving } from "$lib/state/saving.svelte";
import { toast } from "$lib/state/toast.svelte";
import { wording } from "$lib/wording";

const FIELDS = ["name", "subject", "body"] as const;

export class TemplateSession extends TextSession {
  readonly id: string;
  view = $state.raw<TemplateView | null>(null);
  reading = $state.raw<BodyReading | null>(null);
  name = $state("");
  subject = $state("");

  protected readonly ownCause = "template-text";
  #scope: Scope;
  #stored: TemplateForm = { name: "", subject: "", body: "" };

  constructor(id: string, scope: Scope) {
    super();
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
      this.first = form.body;
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

  get form(): TemplateForm {
    return { name: this.name, subject: this.subject, body: this.text };
  }

  protected get title(): string {
    return this.#stored.name;
  }

  protected async storeNow(): Promise<boolean> {
    const form = this.form;
    if (isSame(form, this.#stored) || this.view?.built_in) return true;
    let failure: string | null = null;
    const save = this.editor && this.steps.begin(this.editor.state);
    try {
      const { step } = await saving.track(call(commands.saveTemplate(this.id, form, save?.insteadOf ?? [])));
      if (save) this.steps.stored(save, step);
      this.#stored = form;
    } catch (thrown) {
      if (save) this.steps.refused(save);
      failure = wording.editor.unsaved(asCommandError(thrown).message);
    }
    if (!this.isLeft) await this.#read(form);
    // What is wrong in the text is told at its line; why it is not stored is told here.
    this.error = failure;
    return failure === null;
  }

  protected async reloadNow(): Promise<void> {
    await this.saveNow();
    try {
      const view = await call(commands.template(this.id, this.#scope));
      const before = this.form.body;
      if (!isSame(this.form, this.#stored)) return;
      this.#stored = { name: view.name, subject: view.subject, body: view.body };
      this.name = view.name;
      this.subject = view.subject;
      this.view = view;
      if (this.editor && before !== view.body) replaceText(this.editor, difference(before, view.body));
      this.#show(view.reading);
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  protected keep(): void {
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

  #show(reading: BodyReading): void {
    this.reading = reading;
    if (!reading.error) this.changes += 1;
    const editor = this.editor;
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
