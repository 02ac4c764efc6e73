// Which lines of the grid are drawn: those in view, a few around them, and always the one stood on,
// so that the focus has a place.
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
  type VirtualItem,
} from "@tanstack/virtual-core";
import { type Line, lineKey } from "./arrange";
import { Slots } from "./slots";

/** Height of a line, and of the headings of the columns above all lines, in CSS px. */
export const ROW = 29;
export const HEADING = 46;

/** A line of the grid, where it stands in CSS px, and the element that draws it. */
type Drawn = { index: number; line: Line; top: number; slot: string };

export class LinesInView {
  drawn = $state.raw<Drawn[]>([]);
  readonly #scroller: () => HTMLDivElement | undefined;
  // Every option keeps its identity as long as it can: the measures of all lines hang on it.
  readonly #virtualizer: Virtualizer<HTMLDivElement, HTMLDivElement>;
  readonly #slots = new Slots();
  #lines: Line[] = [];
  #stood = -1;

  constructor(scroller: () => HTMLDivElement | undefined) {
    this.#scroller = scroller;
    this.#virtualizer = new Virtualizer<HTMLDivElement, HTMLDivElement>({
      count: 0,
      getScrollElement: () => scroller() ?? null,
      estimateSize: () => ROW,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      paddingStart: HEADING,
      overscan: 6,
      initialRect: { width: 1000, height: 480 },
      onChange: (changed) => this.#draw(changed.getVirtualItems()),
    });
  }

  /** For an effect of the grid: follows the scrolling until the effect ends. */
  mounted(): () => void {
    return this.#virtualizer._didMount();
  }

  show(lines: Line[]): void {
    this.#lines = lines;
    this.#update({
      count: lines.length,
      rangeExtractor: (range) => this.#around(range),
      getItemKey: (idx) => {
        const line = lines[idx];
        return line ? lineKey(line) : idx;
      },
    });
  }

  /** Draws the line and scrolls to it; `height` is that of the grid with its headings. */
  stand(row: number, height: number): void {
    this.#stood = row;
    this.#reveal(row, height);
    if (row >= 0 && !this.drawn.some(({ index }) => index === row)) {
      this.#update({ rangeExtractor: (range) => this.#around(range) });
    }
  }

  // Reckoned, not measured: asking the browser would cost a layout per key.
  #reveal(row: number, height: number): void {
    const scroller = this.#scroller();
    if (!scroller || row < 0) return;
    // The heading of its field comes into view with a first row.
    const first = this.#lines[row - 1]?.kind === "field" ? row - 1 : row;
    const offset = this.#virtualizer.scrollOffset ?? 0;
    if (first * ROW < offset) scroller.scrollTop = first * ROW;
    else if (HEADING + (row + 1) * ROW > offset + height) {
      scroller.scrollTop = HEADING + (row + 1) * ROW - height;
    }
  }

  #update(options: Partial<Virtualizer<HTMLDivElement, HTMLDivElement>["options"]>): void {
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, ...options });
    this.#virtualizer._willUpdate();
    this.#draw(this.#virtualizer.getVirtualItems());
  }

  #draw(items: VirtualItem[]): void {
    const drawn = items.flatMap(({ index, start }) => {
      const line = this.#lines[index];
      return line ? [{ index, line, top: start, key: lineKey(line), kind: line.kind }] : [];
    });
    const slots = this.#slots.assign(drawn);
    this.drawn = drawn.map(({ index, line, top }, idx) => ({ index, line, top, slot: slots[idx] ?? "" }));
  }

  #around({ startIndex, endIndex, overscan, count }: Range): number[] {
    const from = Math.max(0, startIndex - overscan);
    const to = Math.min(count - 1, endIndex + overscan);
    const lines = Array.from({ length: Math.max(0, to - from + 1) }, (_, idx) => from + idx);
    const stood = this.#stood;
    const apart = stood >= 0 && stood < count && (stood < from || stood > to);
    return apart ? [...lines, stood] : lines;
  }
}
