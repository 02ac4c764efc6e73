// What is known of the indicator one stands on. Read a moment after one has come to stand on it,
// so that running down the grid asks for nothing; the one before stays in view meanwhile.
import type { FigurePanel, GridRow, Scope } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";

const REST_MS = 120;

export class Chosen {
  view = $state.raw<FigurePanel | null>(null);
  error = $state<string | null>(null);
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(scope: Scope, row: GridRow | undefined): void {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    if (!row) {
      this.view = null;
      return;
    }
    this.#timer = setTimeout(() => void this.#read(scope, row.indicator, asked), REST_MS);
  }

  async #read(scope: Scope, indicator: string, asked: number): Promise<void> {
    try {
      const view = await call(commands.figurePanel(scope, indicator));
      if (asked !== this.#asked) return;
      this.view = view;
      this.error = null;
    } catch (thrown) {
      if (asked === this.#asked) this.error = asCommandError(thrown).message;
    }
  }
}
