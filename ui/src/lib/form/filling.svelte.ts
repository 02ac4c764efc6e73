// A form while it is read, filled in and saved: what all dialogs with a form have in common.
import { asCommandError } from "$lib/api/call";
import { Trying } from "$lib/state/trying.svelte";

export class Filling<F> extends Trying {
  /** Null while it is on its way. */
  form = $state<F | null>(null);
  readonly #labels: readonly string[];

  /** `labels`: of the fields that show a refusal about them themselves. */
  constructor(form: F | null, labels: readonly string[] = []) {
    super();
    this.form = form;
    this.#labels = labels;
  }

  /** Why it could not be read or was refused, when that belongs to none of these fields. */
  get otherError(): string | null {
    return this.#labels.some((label) => this.errorOf(label)) ? null : this.error;
  }

  /** A refusal begins with the label of the field it is about. */
  errorOf(label: string): string | null {
    return this.error?.startsWith(`${label}:`) ? this.error : null;
  }

  async read(answer: Promise<F>): Promise<void> {
    try {
      this.form = await answer;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  /** What was typed stays when it is refused. */
  async save(step: (filled: F) => Promise<void>): Promise<void> {
    const { form } = this;
    if (form !== null) await this.attempt(() => step($state.snapshot(form) as F));
  }
}
