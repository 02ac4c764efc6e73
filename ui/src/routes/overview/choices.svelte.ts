// Which of the offered parts are taken; all of them until the person leaves some out.
import { SvelteSet } from "svelte/reactivity";

export class Choices {
  offered = $state.raw<string[]>([]);
  readonly #left = new SvelteSet<string>();

  offer(keys: string[]): void {
    this.offered = keys;
    this.#left.clear();
  }

  get chosen(): string[] {
    return this.offered.filter((key) => !this.#left.has(key));
  }

  has(key: string): boolean {
    return !this.#left.has(key);
  }

  set(key: string, taken: boolean): void {
    if (taken) this.#left.delete(key);
    else this.#left.add(key);
  }

  get all(): boolean {
    return this.#left.size === 0;
  }

  set all(taken: boolean) {
    for (const key of this.offered) this.set(key, taken);
  }
}
