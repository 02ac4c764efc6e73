// Lays a file out on pages, as Word would: docx-preview gives one long page per section, and breaks
// only where the file says so.
import { pageBreaks, type Cut, type Rules } from "./breaks";
import { PAGE_FONT, type WordFile } from "./word";

export type Page = { element: HTMLElement; width: number; height: number };
export type Pages = { pages: Page[]; headings: { element: HTMLElement; page: number }[] };

/** Takes the sections, which must stand laid out in `galley`, apart into pages. */
export function paginate(file: WordFile, galley: HTMLElement): Pages {
  const rules = rulesOf(file, galley);
  // All is measured before anything moves: the browser lays the file out once.
  const measured = file.sections.map((section) => measure(section, rules));
  const pages: Page[] = [];
  for (const { section, width, height, cuts } of measured) {
    for (const content of split(section, cuts, rules)) {
      const number = pages.length + 1;
      const element = pageOf(section, content, number, file);
      element.style.width = `${width}px`;
      element.style.height = `${height}px`;
      element.style.minHeight = "0";
      pages.push({ element, width, height });
    }
  }
  return { pages, headings: headingsOf(file, pages) };
}

function rulesOf(file: WordFile, galley: HTMLElement): Rules {
  const tables = Array.from(galley.querySelectorAll("table"));
  const header = new Map(tables.map((table, idx) => [table, file.headerRows[idx] ?? 0]));
  return {
    keepsWithNext: (block) => hasOneOf(block, file.keepWithNext),
    headerRows: (table) => header.get(table) ?? 0,
  };
}

type Measured = { section: HTMLElement; width: number; height: number; cuts: Cut[] };

function measure(section: HTMLElement, rules: Rules): Measured {
  const style = getComputedStyle(section);
  const height = parseFloat(style.minHeight);
  const width = parseFloat(style.width);
  const article = section.querySelector(":scope > article");
  const top = article
    ? Math.max(parseFloat(style.paddingTop), article.getBoundingClientRect().top - section.getBoundingClientRect().top)
    : 0;
  const room = height - top - parseFloat(style.paddingBottom);
  return { section, width, height, cuts: pageBreaks(blocksOf(section), room, rules) };
}

function blocksOf(section: HTMLElement): HTMLElement[] {
  return Array.from(section.querySelectorAll<HTMLElement>(":scope > article > *"));
}

/** The blocks of each page, cut from the last to the first so that earlier places stay true. */
function split(section: HTMLElement, cuts: Cut[], rules: Rules): HTMLElement[][] {
  const firsts = new Set([...cuts].reverse().map((cut) => firstOfPage(cut, rules)));
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

function pageOf(section: HTMLElement, content: HTMLElement[], number: number, file: WordFile): HTMLElement {
  const page = section.cloneNode(false) as HTMLElement;
  for (const part of Array.from(section.children) as HTMLElement[]) {
    if (part.tagName === "ARTICLE") {
      if (page.querySelector(":scope > article")) continue;
      const article = part.cloneNode(false) as HTMLElement;
      article.append(...content);
      page.append(article);
    } else {
      const furniture = part.cloneNode(true) as HTMLElement;
      if (part.tagName === "HEADER" && number === 1 && file.blankFirstHeader) furniture.style.visibility = "hidden";
      if (file.hasPageNumbers) setPageNumber(furniture, number);
      page.append(furniture);
    }
  }
  page.dataset.page = String(number);
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

function headingsOf(file: WordFile, pages: Page[]): Pages["headings"] {
  return pages.flatMap(({ element }, idx) =>
    Array.from(element.querySelectorAll<HTMLElement>("p"))
      .filter((paragraph) => hasOneOf(paragraph, file.headings) && paragraph.dataset.continued === undefined)
      .map((paragraph) => ({ element: paragraph, page: idx + 1 })),
  );
}

function hasOneOf(element: Element, classes: Set<string>): boolean {
  return Array.from(element.classList).some((name) => classes.has(name));
}
