// The sandboxed frame in which a Word file is shown. It has no scripts of its own; this file works
// on its document from outside. The frame is as high as its pages, so the pane around it scrolls.
import { strToU8 } from "fflate";

import type { Start } from "./breaks";
import { fontFaces } from "./fonts";
import { blocksOf, paginate, setNumber, type Furniture, type Page } from "./pages";
import { changeBetween, excerpt, takeApart, type Change, type WordParts } from "./parts";
import { elementAt, placeOf, type Place } from "./place";
import { PAGE_FONT, readWord, type WordFile } from "./word";

export type Sheet = { top: number; height: number };

/** A page on the desk; `start` counts the blocks of the whole file. */
type Shown = Page & { stretch: number };

const GAP = 14;
const EDGE = 12;

export class PreviewFrame {
  sheets: Sheet[] = [];
  #document: Document;
  #styles: HTMLElement;
  #galley: HTMLElement;
  #desk: HTMLElement;
  #pages: Shown[] = [];
  /** The file that is shown; null when its pages cannot be told apart by its blocks. */
  #word: WordParts | null = null;
  #furniture: Furniture = { blankFirstHeader: false, hasPageNumbers: false };
  #turn = 0;
  #fonts: Promise<unknown> | null = null;
  #here: HTMLElement | null = null;

  constructor(iframe: HTMLIFrameElement) {
    if (!iframe.contentDocument) throw new Error("the preview's frame has no document");
    this.#document = iframe.contentDocument;
    const style = this.#document.createElement("style");
    style.textContent = `${fontFaces()}
      html, body { margin: 0; overflow: hidden; background: transparent; text-rendering: geometricPrecision; }
      #galley { position: absolute; visibility: hidden; top: 0; left: 0; width: 3000px; }
      .sheet { position: absolute; overflow: hidden; background: #fff; box-shadow: 0 1px 4px rgb(20 24 33 / 30%);
        contain: size layout paint; }
      [data-continued]::before { content: none !important; counter-increment: none !important; }
      .sheet > section { transform-origin: 0 0; }
      table { table-layout: fixed !important; }
      td { box-sizing: border-box; }
      .here { background: #e4edfb !important; }`;
    this.#document.head.append(style);
    this.#styles = this.#document.createElement("div");
    this.#galley = this.#document.createElement("div");
    this.#galley.id = "galley";
    this.#desk = this.#document.createElement("div");
    this.#document.body.append(this.#styles, this.#galley, this.#desk);
  }

  get n_pages(): number {
    return this.#pages.length;
  }

  /** Shows the file in place of the one before. `placed` hears of pages that have to be arranged. */
  async show(base64: string, placed: () => void): Promise<void> {
    const bytes = strToU8(atob(base64), true);
    const word = takeApart(bytes);
    const change = this.#word && changeBetween(this.#word, word);
    this.#word = null;
    const isShown = change !== null && (await this.#showChange(word, change, placed));
    this.#word = isShown || (await this.#showWhole(word, bytes)) ? word : null;
    if (!this.#here?.isConnected) this.#here = null;
    placed();
  }

  /** Whether the file's pages can be told apart by its blocks. */
  async #showWhole(word: WordParts, bytes: Uint8Array): Promise<boolean> {
    this.#turn += 1;
    const file = await readWord(bytes, this.#class);
    await this.#fontsReady();
    // The new styles stand beside the old ones until the pages are exchanged.
    const styles = this.#document.createElement("div");
    styles.append(...file.styles);
    this.#document.body.append(styles);
    const { stretches } = word;
    const isKnown =
      file.sections.length === stretches.length &&
      file.sections.every((section, idx) => {
        const stretch = stretches[idx];
        return stretch && blocksOf(section).length === stretch.to - stretch.from;
      });
    const pages = this.#layOut(file).flatMap((section, idx) =>
      section.map((page) => shownOf(page, idx, stretches[idx]?.from ?? 0)),
    );
    this.#furniture = file;
    this.#replace(0, this.#pages.length, pages);
    this.#styles.remove();
    this.#styles = styles;
    return isKnown;
  }

  /**
   * Lays out the pages on which something changed, and the pages behind them until one begins where
   * it did before. False when this file has to be laid out as a whole.
   */
  async #showChange(word: WordParts, change: Change, placed: () => void): Promise<boolean> {
    const { stretch: at, from, to, nowTo } = change;
    const stretch = word.stretches[at];
    if (!stretch) return false;
    if (from === to && from === nowTo) return true;
    let first = this.#pageBefore(change);
    const end = this.#pages.findLastIndex((page) => page.stretch === at) + 1;
    const n_behind = this.#pages.length - end;
    let begin = this.#pages[first]?.start ?? { block: stretch.from, slab: 0 };
    for (const page of this.#pages) page.start = moved(page.start, change);
    for (let n_ahead = 2; ; n_ahead *= 2) {
      const rest = this.#pages.slice(first + 1, this.#pages.length - n_behind);
      const next = rest.findIndex(({ start }) => start.block >= Math.max(nowTo, begin.block + 1));
      const last = next < 0 ? undefined : rest[next + n_ahead];
      const until = last ? last.start.block + 1 : stretch.to;
      const file = await readWord(excerpt(word, stretch, begin.block, until), this.#class);
      const [section, ...others] = file.sections;
      if (!section || others.length > 0 || blocksOf(section).length !== until - begin.block) return false;
      const laid = (this.#layOut(file, begin.slab)[0] ?? []).map((page) => shownOf(page, at, begin.block));
      // A page that begins as before is followed by what followed it before.
      const same = laid.findIndex(
        ({ start }, idx) => idx > 0 && start.block >= nowTo && rest.some((old) => isSame(old.start, start)),
      );
      if (same > 0 || until === stretch.to) {
        const old = same > 0 ? rest.findIndex((page) => isSame(page.start, laid[same]?.start)) : rest.length;
        this.#replace(first, first + 1 + old, same > 0 ? laid.slice(0, same) : laid);
        return true;
      }
      const goOn = laid.pop()?.start;
      if (!goOn || laid.length === 0) continue;
      const overtaken = rest.findIndex(({ start }) => !isBefore(start, goOn));
      this.#replace(first, first + 1 + (overtaken < 0 ? rest.length : overtaken), laid);
      first += laid.length;
      begin = goOn;
      // The pages at hand are seen before those behind them are laid out.
      placed();
      await new Promise(requestAnimationFrame);
    }
  }

  /** The page before the one on which the change begins: less text may now let lines move up to it. */
  #pageBefore({ stretch, from }: Change): number {
    const lowest = this.#pages.findIndex((page) => page.stretch === stretch);
    const begin = { block: from, slab: 0 };
    const last = this.#pages.findLastIndex((page) => page.stretch === stretch && !isBefore(begin, page.start));
    return Math.max(lowest, last - 1, 0);
  }

  #layOut(file: WordFile, begin = 0): Page[][] {
    this.#galley.replaceChildren(...file.sections);
    const pages = paginate(file, this.#galley, begin);
    this.#galley.replaceChildren();
    return pages;
  }

  /** Puts pages in the place of those from `from` to before `to`. */
  #replace(from: number, to: number, pages: Shown[]): void {
    const sheets = pages.map(({ element }) => {
      const sheet = this.#document.createElement("div");
      sheet.className = "sheet";
      sheet.append(element);
      return sheet;
    });
    const behind = this.#pages[to]?.element.parentElement ?? null;
    for (const { element } of this.#pages.splice(from, to - from, ...pages)) element.parentElement?.remove();
    for (const sheet of sheets) this.#desk.insertBefore(sheet, behind);
    this.#pages.slice(from).forEach((page, idx) => setNumber(page, from + idx + 1, this.#furniture));
  }

  /** Two files stand in one document while one takes the place of the other. */
  get #class(): string {
    return `word${this.#turn % 2}`;
  }

  /** Fits every page into `width` times `zoom`; the answer is the height of them all. */
  arrange(width: number, zoom: number): number {
    let top = EDGE;
    const widest = Math.max(0, ...this.#pages.map((page) => page.width));
    const narrow = Math.min(widest, ...this.#pages.map((page) => page.width));
    this.sheets = this.#pages.map(({ element, width: paper, height }) => {
      const fit = ((width - 2 * EDGE) / Math.max(paper, narrow)) * zoom;
      const sheet = element.parentElement;
      const size = { width: paper * fit, height: height * fit };
      if (sheet) {
        sheet.style.cssText = `top:${top}px;left:${Math.max(EDGE, (width - size.width) / 2)}px;width:${size.width}px;height:${size.height}px`;
      }
      element.style.transform = `scale(${fit})`;
      const placed = { top, height: size.height };
      top += size.height + GAP;
      return placed;
    });
    return top - GAP + EDGE;
  }

  /** Marks the paragraph of the cursor; the answer is where it stands, from the top of all pages. */
  mark(place: Place): { top: number; bottom: number } | null {
    const target = elementAt(place, this.#pages);
    if (target !== this.#here) {
      this.#here?.classList.remove("here");
      target?.classList.add("here");
      this.#here = target;
    }
    if (!target) return null;
    const { top, bottom } = target.getBoundingClientRect();
    return { top, bottom };
  }

  /** The heading above a point of the frame and the words there. */
  placeAt(x: number, y: number): Place | null {
    const block = this.#document.elementFromPoint(x, y)?.closest("p");
    return block ? placeOf(block, this.#pages) : null;
  }

  #fontsReady(): Promise<unknown> {
    const faces = ["400", "700", "italic 400", "italic 700"];
    this.#fonts ??= Promise.allSettled(
      faces.map((face) => this.#document.fonts.load(`${face} 16px ${PAGE_FONT}`, "Aệđ")),
    );
    return this.#fonts;
  }
}

function shownOf(page: Page, stretch: number, blocks: number): Shown {
  return { ...page, stretch, start: { block: page.start.block + blocks, slab: page.start.slab } };
}

/** Where a page begins by the blocks of the changed file; nowhere when that block was changed. */
function moved(start: Start, { from, to, nowTo }: Change): Start {
  if (start.block >= to) return { block: start.block + nowTo - to, slab: start.slab };
  return start.block < from ? start : { block: -1, slab: 0 };
}

function isSame(one: Start, other: Start | undefined): boolean {
  return one.block === other?.block && one.slab === other.slab;
}

function isBefore(one: Start, other: Start): boolean {
  return one.block < other.block || (one.block === other.block && one.slab < other.slab);
}
