// Whether everything is saved, for the status bar. Screens wrap each write: `saving.track(call(…))`.
import { CommandError } from "$lib/api/call";

/** Milliseconds until a write that failed so many times in a row is tried again. */
export function retryAfter(n_failures: number): number {
  return Math.min(1000 * 2 ** (n_failures - 1), 30_000);
}

class Saving {
  pending = $state(0);
  /** When the last write was answered; null before the first. */
  at = $state<Date | null>(null);
  failed = $state<string | null>(null);

  async track<T>(write: Promise<T>): Promise<T> {
    this.pending += 1;
    try {
      const answer = await write;
      this.at = new Date();
      this.failed = null;
      return answer;
    } catch (thrown) {
      this.failed = thrown instanceof CommandError ? thrown.message : null;
      throw thrown;
    } finally {
      this.pending -= 1;
    }
  }
}

export const saving = new Saving();
