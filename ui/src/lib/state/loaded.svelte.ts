// What a screen has read. The old answer stays while a newer one is on its way, so nothing flickers;
// an answer that was overtaken is dropped.
import { asCommandError } from "$lib/api/call";

export class Loaded<T> {
  data = $state.raw<T | null>(null);
  error = $state<string | null>(null);
  #asked = 0;

  async read(answer: Promise<T>): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    try {
      const data = await answer;
      if (mine !== this.#asked) return;
      this.data = data;
      this.error = null;
    } catch (thrown) {
      if (mine === this.#asked) this.error = asCommandError(thrown).message;
    }
  }

  /** For when something else is to be shown: the old answer would be wrong, not merely old. */
  forget(): void {
    this.#asked += 1;
    this.data = null;
    this.error = null;
  }
}
