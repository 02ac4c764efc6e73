// The sandboxed frame in which a Word file is shown. It has no scripts of its own; this file works
// on its document from outside. The frame is as high as its pages, so the pane around it scrolls.
import { paginate, type Pages } from "./pages";
import { PAGE_FONT, readWord } from "./word";

export type Sheet = { top: number; height: number };

/** Where the cursor of the editor is: the n-th heading of the text, and words near it. */
export type Place = { heading: number; words: string };

const GAP = 14;
const EDGE = 12;

const FONT_FILES = import.meta.glob<string>(
  "/node_modules/@fontsource/tinos/files/tinos-{vietnamese,latin,latin-ext}-{400,700}-{normal,italic}.woff2",
  { query: "?url", import: "default", eager: true },
);
// The ranges that @fontsource gives its files.
const RANGES: Record<string, string> = {
  vietnamese:
    "U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB",
  latin:
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
  "latin-ext":
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
};

export class PreviewFrame {
  sheets: Sheet[] = [];
  #document: Document;
  #styles: HTMLElement;
  #galley: HTMLElement;
  #desk: HTMLElement;
  #shown: Pages = { pages: [], headings: [] };
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
        contain: strict; }
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

  /** Shows the file in place of the one before; the answer is the number of pages. */
  async show(base64: string): Promise<number> {
    const file = await readWord(base64, `word${this.#turn++ % 2}`);
    await this.#fontsReady();
    // The new styles stand beside the old ones until the pages are exchanged.
    const styles = this.#document.createElement("div");
    styles.append(...file.styles);
    this.#document.body.append(styles);
    this.#galley.replaceChildren(...file.sections);
    this.#shown = paginate(file, this.#galley);
    const sheets = this.#shown.pages.map(({ element }) => {
      const sheet = this.#document.createElement("div");
      sheet.className = "sheet";
      sheet.append(element);
      return sheet;
    });
    this.#desk.replaceChildren(...sheets);
    this.#galley.replaceChildren();
    this.#styles.remove();
    this.#styles = styles;
    this.#here = null;
    return sheets.length;
  }

  /** Fits every page into `width` times `zoom`; the answer is the height of them all. */
  arrange(width: number, zoom: number): number {
    let top = EDGE;
    const widest = Math.max(0, ...this.#shown.pages.map((page) => page.width));
    const narrow = Math.min(widest, ...this.#shown.pages.map((page) => page.width));
    this.sheets = this.#shown.pages.map(({ element, width: paper, height }) => {
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
    const target = this.#find(place);
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
    if (!block) return null;
    let heading = -1;
    this.#shown.headings.forEach(({ element }, idx) => {
      const isBefore = element.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (element === block || isBefore) heading = idx;
    });
    return { heading, words: block.textContent ?? "" };
  }

  #find({ heading, words }: Place): HTMLElement | null {
    const { headings, pages } = this.#shown;
    const start = headings[heading]?.element ?? null;
    const end = headings[heading + 1]?.element ?? null;
    const wanted = simple(words);
    if (wanted.length > 3) {
      for (const { element } of pages) {
        for (const block of element.querySelectorAll<HTMLElement>("article p")) {
          if (start && !follows(start, block)) continue;
          if (end && !follows(block, end)) break;
          if (simple(block.textContent ?? "").includes(wanted)) return block;
        }
      }
    }
    return start;
  }

  #fontsReady(): Promise<unknown> {
    const faces = ["400", "700", "italic 400", "italic 700"];
    this.#fonts ??= Promise.allSettled(
      faces.map((face) => this.#document.fonts.load(`${face} 16px ${PAGE_FONT}`, "Aệđ")),
    );
    return this.#fonts;
  }
}

/** Whether `after` stands behind `before`, or is the same. */
function follows(before: Element, after: Element): boolean {
  return before === after || (before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function simple(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/**
 * "Page Serif" is the system's Times New Roman under another name: named so, WebKit on Linux does
 * not round the widths of its letters, and lines end where Word ends them. Tinos stands in where a
 * system has neither Times New Roman nor its like.
 */
function fontFaces(): string {
  const own = ["", "Bold", "Italic", "Bold Italic"].map((variant) => {
    const locals = ["Times New Roman", "Liberation Serif"].map((name) => `local("${`${name} ${variant}`.trim()}")`);
    return `@font-face { font-family: "Page Serif"; src: ${locals.join(", ")};
      font-weight: ${variant.startsWith("Bold") ? 700 : 400}; font-style: ${variant.endsWith("Italic") ? "italic" : "normal"}; }`;
  });
  const bundled = Object.entries(FONT_FILES).map(([path, url]) => {
    const [, subset = "latin", weight = "400", slant = "normal"] = /tinos-(.+)-(\d+)-(\w+)\.woff2/.exec(path) ?? [];
    return `@font-face { font-family: Tinos; font-weight: ${weight}; font-style: ${slant};
      src: url("${new URL(url, document.baseURI).href}") format("woff2"); unicode-range: ${RANGES[subset] ?? "U+0-10FFFF"}; }`;
  });
  return [...own, ...bundled].join("\n");
}
