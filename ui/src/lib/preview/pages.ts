// Lays a file out on pages, as Word would: docx-preview gives one long page per section, and breaks
// only where the file says so.
import { pageBreaks, type Break, type Cut, type Rules, type Start } from "./breaks";
import { PAGE_FONT, type WordFile } from "./word";

/** `start` counts the blocks that were laid out together. */
export type Page = { element: HTMLElement; width: number; height: number; start: Start; headings: HTMLElement[] };

/** What is known of a file as a whole and shows on single pages. */
export type Furniture = Pick<WordFile, "blankFirstHeader" | "hasPageNumbers">;

/**
 * Takes the sections, which must stand laid out in `galley`, apart into the pages of each. The first
 * page begins at slab `begin` of the first block.
 */
export function paginate(file: WordFile, galley: HTMLElement, begin = 0): Page[][] {
  const rules = rulesOf(file, galley);
  // All is measured before anything moves: the browser lays the file out once.
  const measured = file.sections.map((section, idx) => measure(section, rules, idx === 0 ? begin : 0));
  return measured.map(({ section, width, height, breaks, begin }) => {
    const starts = [...(begin > 0 ? [] : [{ block: 0, slab: 0 }]), ...breaks.map(({ start }) => start)];
    const contents = split(section, breaks, rules).slice(begin > 0 ? 1 : 0);
    return contents.map((content, idx) => {
      const element = pageOf(section, content);
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
      element.style.minHeight = "0";
      const start = starts[idx] ?? { block: 0, slab: 0 };
      return { element, width, height, start, headings: headingsOf(file, element) };
    });
  });
}

/** Writes its number on a page; the first one may show no header. */
export function setNumber(page: Page, number: number, { blankFirstHeader, hasPageNumbers }: Furniture): void {
  const { element } = page;
  if (element.dataset.page === String(number)) return;
  element.dataset.page = String(number);
  for (const part of Array.from(element.children) as HTMLElement[]) {
    if (part.tagName === "ARTICLE") continue;
    if (part.tagName === "HEADER") part.style.visibility = number === 1 && blankFirstHeader ? "hidden" : "";
    if (hasPageNumbers) setPageNumber(part, number);
  }
}

function rulesOf(file: WordFile, galley: HTMLElement): Rules {
  const tables = Array.from(galley.querySelectorAll("table"));
  const header = new Map(tables.map((table, idx) => [table, file.headerRows[idx] ?? 0]));
  return {
    keepsWithNext: (block) => hasOneOf(block, file.keepWithNext),
    headerRows: (table) => header.get(table) ?? 0,
  };
}

type Measured = { section: HTMLElement; width: number; height: number; breaks: Break[]; begin: number };

function measure(section: HTMLElement, rules: Rules, begin: number): Measured {
  const style = getComputedStyle(section);
  const height = parseFloat(style.minHeight);
  const width = parseFloat(style.width);
  const article = section.querySelector(":scope > article");
  const top = article
    ? Math.max(parseFloat(style.paddingTop), article.getBoundingClientRect().top - section.getBoundingClientRect().top)
    : 0;
  const room = height - top - parseFloat(style.paddingBottom);
  return { section, width, height, breaks: pageBreaks(blocksOf(section), room, rules, begin), begin };
}

export function blocksOf(section: HTMLElement): HTMLElement[] {
  return Array.from(section.querySelectorAll<HTMLElement>(":scope > article > *"));
}

/** The blocks of each page, cut from the last to the first so that earlier places stay true. */
function split(section: HTMLElement, breaks: Break[], rules: Rules): HTMLElement[][] {
  const firsts = new Set([...breaks].reverse().map(({ cut }) => firstOfPage(cut, rules)));
  const pages: HTMLElement[][] = [[]];
  for (const block of blocksOf(section)) {
    if (firsts.has(block)) {
      pages.push([]);
      block.style.marginTop = "0";
    }
    pages.at(-1)?.push(block);
  }
  return pages;
}

function firstOfPage(cut: Cut, rules: Rules): Element {
  if (cut.kind === "block") return cut.block;
  return cut.kind === "line" ? restOfParagraph(cut) : restOfTable(cut, rules);
}

function restOfParagraph(cut: Cut & { kind: "line" }): Element {
  const paragraph = cut.block as HTMLElement;
  const range = paragraph.ownerDocument.createRange();
  range.setStart(cut.node, cut.offset);
  range.setEnd(paragraph, paragraph.childNodes.length);
  const rest = paragraph.cloneNode(false) as HTMLElement;
  rest.append(range.extractContents());
  rest.style.textIndent = "0";
  rest.dataset.continued = "";
  if (getComputedStyle(paragraph).textAlign === "justify") paragraph.style.textAlignLast = "justify";
  paragraph.after(rest);
  return rest;
}

function restOfTable(cut: Cut & { kind: "row" }, rules: Rules): Element {
  const table = cut.block;
  const rest = table.cloneNode(false) as HTMLTableElement;
  const columns = table.querySelector(":scope > colgroup");
  if (columns) rest.append(columns.cloneNode(true));
  const rows = Array.from(table.rows);
  rest.append(...rows.slice(0, rules.headerRows(table)).map((row) => row.cloneNode(true)));
  rest.append(...rows.slice(cut.row));
  table.after(rest);
  return rest;
}

function pageOf(section: HTMLElement, content: HTMLElement[]): HTMLElement {
  const page = section.cloneNode(false) as HTMLElement;
  for (const part of Array.from(section.children) as HTMLElement[]) {
    if (part.tagName === "ARTICLE") {
      if (page.querySelector(":scope > article")) continue;
      const article = part.cloneNode(false) as HTMLElement;
      article.append(...content);
      page.append(article);
    } else {
      page.append(part.cloneNode(true));
    }
  }
  return page;
}

/**
 * The page number is the one piece of a header or footer that is all digits; docx-preview leaves a
 * field out that stands in one run, and its paragraph is then empty.
 */
function setPageNumber(furniture: HTMLElement, number: number): void {
  const texts = furniture.ownerDocument.createTreeWalker(furniture, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (/^\s*\d+\s*$/.test(node.textContent ?? "")) node.textContent = String(number);
  }
  const first = furniture.querySelector("p");
  if (!first || furniture.textContent?.trim()) return;
  const text = first.ownerDocument.createElement("span");
  text.style.cssText = `font: 14pt ${PAGE_FONT}`;
  text.textContent = String(number);
  first.append(text);
}

function headingsOf(file: WordFile, page: HTMLElement): HTMLElement[] {
  return Array.from(page.querySelectorAll<HTMLElement>("p")).filter(
    (paragraph) => hasOneOf(paragraph, file.headings) && paragraph.dataset.continued === undefined,
  );
}

function hasOneOf(element: Element, classes: Set<string>): boolean {
  return Array.from(element.classList).some((name) => classes.has(name));
}
