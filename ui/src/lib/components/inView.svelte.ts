// Which entries of a long list are drawn: those in view, some around them, and always the one that
// holds the focus or takes it next, so that the keyboard never loses its place.
import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type Range,
} from "@tanstack/virtual-core";

type List = Virtualizer<HTMLElement, HTMLElement>;
/** An entry and where it stands, in CSS px from the top of the list. */
export type Drawn = { index: number; top: number };

/** Of the list before it is laid out, in CSS px: a first screenful is drawn for it. */
const FIRST = { width: 600, height: 600 };

export class InView {
  drawn = $state.raw<Drawn[]>([]);
  /** Of all entries, in CSS px: estimated for those that were never in view. */
  height = $state(0);
  readonly #virtualizer: List;
  #anchor = -1;

  /** `estimate`: the height of an entry before it was drawn, in CSS px. */
  constructor(scroller: () => HTMLElement | undefined, estimate: number) {
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
      count: 0,
      getScrollElement: () => scroller() ?? null,
      estimateSize: () => estimate,
      observeElementRect: (list, told) =>
        observeElementRect(list, (rect) => told(rect.height > 0 ? rect : FIRST)),
      observeElementOffset,
      scrollToFn: elementScroll,
      measureElement: (element, entry, list) => measureElement(element, entry, list) || estimate,
      rangeExtractor: (range) => this.#around(range),
      overscan: 6,
      initialRect: FIRST,
      onChange: () => this.#draw(),
    });
  }

  /** For an effect of the list: follows the scrolling until the effect ends. */
  mounted(): () => void {
    return this.#virtualizer._didMount();
  }

  /** Heights stay with their keys. */
  show(keys: (string | number)[]): void {
    this.#update({ count: keys.length, getItemKey: (idx) => keys[idx] ?? idx });
  }

  /** The entry that is always drawn, -1 for none. */
  hold(anchor: number): void {
    this.#anchor = anchor;
    if (this.drawn.some(({ index }) => index === anchor)) return;
    this.#update({ rangeExtractor: (range) => this.#around(range) });
  }

  reveal(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: "auto" });
  }

  /** An action of an entry's element, which carries its place as `data-index`. */
  measured = (element: HTMLElement): { destroy: () => void } => {
    this.#virtualizer.measureElement(element);
    return { destroy: () => this.#virtualizer.measureElement(null) };
  };

  // Every option keeps its identity as long as it can: the measures of all entries hang on it.
  #update(options: Partial<List["options"]>): void {
    this.#virtualizer.setOptions({ ...this.#virtualizer.options, ...options });
    this.#virtualizer._willUpdate();
    this.#draw();
  }

  #draw(): void {
    this.drawn = this.#virtualizer.getVirtualItems().map(({ index, start }) => ({ index, top: start }));
    this.height = this.#virtualizer.getTotalSize();
  }

  #around({ startIndex, endIndex, overscan, count }: Range): number[] {
    const from = Math.max(0, startIndex - overscan);
    const to = Math.min(count - 1, endIndex + overscan);
    const near = Array.from({ length: Math.max(0, to - from + 1) }, (_, idx) => from + idx);
    const anchor = this.#anchor;
    if (anchor < 0 || anchor >= count || (anchor >= from && anchor <= to)) return near;
    return anchor < from ? [anchor, ...near] : [...near, anchor];
  }
}
