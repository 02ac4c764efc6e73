// A form while it is read, filled in and saved: what the dialogs of the memory have in common.
import { asCommandError } from "$lib/api/call";

export class Filling<F> {
  /** Null while it is on its way. */
  form = $state<F | null>(null);
  busy = $state(false);
  /** Why it could not be read or was refused. */
  error = $state<string | null>(null);

  constructor(form: F | null) {
    this.form = form;
  }

  async read(answer: Promise<F>): Promise<void> {
    try {
      this.form = await answer;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }

  /** Whether it was done; what was typed stays when it was refused. */
  async attempt(step: () => Promise<void>): Promise<boolean> {
    this.busy = true;
    this.error = null;
    try {
      await step();
      return true;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
