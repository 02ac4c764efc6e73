// A form while it is read, filled in and saved: what all dialogs with a form have in common.
import { asCommandError } from "$lib/api/call";

export class Filling<F> {
  /** Null while it is on its way. */
  form = $state<F | null>(null);
  busy = $state(false);
  /** Why it could not be read or was refused. */
  error = $state<string | null>(null);
  readonly #labels: readonly string[];

  /** `labels`: of the fields that show a refusal about them themselves. */
  constructor(form: F | null, labels: readonly string[] = []) {
    this.form = form;
    this.#labels = labels;
  }

  /** The refusal, when it belongs to none of these fields. */
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

  /** What was typed stays when the step is refused. */
  async attempt(step: (filled: F) => Promise<void>): Promise<void> {
    if (this.form === null) return;
    this.busy = true;
    this.error = null;
    try {
      await step($state.snapshot(this.form) as F);
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    } finally {
      this.busy = false;
    }
  }
}
