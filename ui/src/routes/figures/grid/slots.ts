// Which element draws which line: the element of a line that goes out of view is used again for one
// that comes into view, which costs half of making a new one.
import type { Line } from "./arrange";

export class Slots {
  /** By the key of the line, in the order in which they are drawn. */
  #taken = new Map<string, string>();
  #n_made = 0;

  /**
   * A slot for each of these lines. A line keeps its slot as long as it is drawn, so that the focus
   * in it stays; the free ones are handed out from the top, so that few elements change places.
   */
  assign(lines: { key: string; kind: Line["kind"] }[]): string[] {
    const drawn = new Set(lines.map(({ key }) => key));
    const free: Record<Line["kind"], string[]> = { row: [], field: [] };
    for (const [key, slot] of this.#taken) {
      if (!drawn.has(key)) free[slot.startsWith("row") ? "row" : "field"].push(slot);
    }
    const taken = new Map<string, string>();
    for (const { key, kind } of lines) {
      const kept = this.#taken.get(key);
      taken.set(key, kept ?? free[kind].shift() ?? `${kind} ${(this.#n_made += 1)}`);
    }
    this.#taken = taken;
    return [...taken.values()];
  }
}
