// What may be refused and is said where it was asked for: whether it is under way, and why it was
// refused last. What stands nowhere of its own is said in the bar below (`attempt`).
import { asCommandError } from "$lib/api/call";

export class Trying {
  busy = $state(false);
  error = $state<string | null>(null);

  /** Whether it was done. */
  async attempt(step: () => Promise<unknown>): Promise<boolean> {
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
