// Finds where the pages of a section end. Only reads the layout, never changes it, so that the
// browser lays the section out once. Works on slabs: stretches that must not be torn.

/** Where a page begins: at the n-th slab of a block, counted from 0 as the blocks are. */
export type Start = { block: number; slab: number };

/** A page begins before this place. */
export type Cut =
  | { kind: "block"; block: Element }
  | { kind: "line"; block: Element; node: Node; offset: number }
  | { kind: "row"; block: HTMLTableElement; row: number };

export type Break = { start: Start; cut: Cut };

/** What a file says about its paragraphs and tables. */
export type Rules = {
  keepsWithNext(block: Element): boolean;
  headerRows(table: HTMLTableElement): number;
};

// Heights are in CSS pixels from the top of the window.
type Slab = { top: number; bottom: number; start: Start; cut: () => Cut; repeated: number; glued: boolean };

type Unplaced = Omit<Slab, "start">;

/** Rounding of the browser's layout: a line that overlaps the page's end by less still fits. */
const TOLERANCE = 1.5;

/**
 * The breaks between the pages of these blocks on pages of `height`, first page to last. The first
 * page begins at slab `begin` of the first block; when that is not 0, it is the first break.
 */
export function pageBreaks(blocks: Element[], height: number, rules: Rules, begin = 0): Break[] {
  const breaks: Break[] = [];
  let pageTop: number | null = null;
  let repeated = 0;
  const take = (slab: Slab): void => {
    breaks.push({ start: slab.start, cut: slab.cut() });
    repeated = slab.repeated;
  };
  for (const slab of glue(blocks.flatMap((block, idx) => slabs(block, idx, rules)))) {
    if (slab.start.block === 0 && slab.start.slab < begin) continue;
    if (pageTop === null) {
      pageTop = slab.top;
      if (begin > 0) take(slab);
    }
    if (slab.bottom - pageTop + repeated <= height + TOLERANCE) continue;
    if (slab.top > pageTop) take(slab);
    pageTop = slab.top;
  }
  return breaks;
}

/** Joins every slab that keeps with its next one to it. */
function glue(slabs: Slab[]): Slab[] {
  const joined: Slab[] = [];
  let open: Slab | null = null;
  for (const slab of slabs) {
    const whole: Slab = open ? { ...open, bottom: slab.bottom } : slab;
    open = slab.glued ? whole : null;
    if (!open) joined.push(whole);
  }
  if (open) joined.push({ ...open, glued: false });
  return joined;
}

function slabs(block: Element, idx: number, rules: Rules): Slab[] {
  const found = block.tagName === "TABLE" ? tableSlabs(block as HTMLTableElement, rules) : paragraphSlabs(block, rules);
  return found.map((slab, n) => ({ ...slab, start: { block: idx, slab: n } }));
}

function paragraphSlabs(block: Element, rules: Rules): Unplaced[] {
  const { top, bottom } = block.getBoundingClientRect();
  const whole: Unplaced = {
    top,
    bottom,
    cut: () => ({ kind: "block", block }),
    repeated: 0,
    glued: rules.keepsWithNext(block),
  };
  const n_lines = block.tagName === "P" && !whole.glued ? countLines(block) : 1;
  // Two lines stay together at either end of a paragraph.
  if (n_lines < 4) return [whole];
  const line = (bottom - top) / n_lines;
  const starts = Array.from({ length: n_lines - 2 }, (_, i) => (i === 0 ? 0 : i + 1));
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? n_lines;
    const from = top + start * line;
    const cut = (): Cut => (start === 0 ? whole.cut() : cutAt(block, from + line / 2));
    return { ...whole, top: from, bottom: top + end * line, cut };
  });
}

/** A row each; rows under a joined cell stay together, and the header stays with the first. */
function tableSlabs(table: HTMLTableElement, rules: Rules): Unplaced[] {
  const rows = Array.from(table.rows).filter((row) => row.closest("table") === table);
  const n_header = Math.min(rules.headerRows(table), rows.length);
  const header = n_header > 0 ? height(rows.slice(0, n_header)) : 0;
  const slabs: Unplaced[] = [];
  let spanned = 0;
  rows.forEach((row, idx) => {
    const { top, bottom } = row.getBoundingClientRect();
    const last = slabs.at(-1);
    if (last && (spanned > idx || idx <= n_header)) {
      last.bottom = bottom;
    } else {
      const cut = (): Cut => (idx === 0 ? { kind: "block", block: table } : { kind: "row", block: table, row: idx });
      const paragraph = row.querySelector("p");
      const glued = idx >= n_header && paragraph !== null && rules.keepsWithNext(paragraph);
      slabs.push({ top, bottom, cut, repeated: idx === 0 ? 0 : header, glued });
    }
    spanned = Math.max(spanned, ...Array.from(row.cells, (cell) => idx + cell.rowSpan));
  });
  return slabs;
}

function height(rows: HTMLTableRowElement[]): number {
  const first = rows[0]?.getBoundingClientRect();
  const last = rows.at(-1)?.getBoundingClientRect();
  return first && last ? last.bottom - first.top : 0;
}

function countLines(paragraph: Element): number {
  const range = paragraph.ownerDocument.createRange();
  range.selectNodeContents(paragraph);
  let n_lines = 0;
  let lineTop = -Infinity;
  for (const rect of range.getClientRects()) {
    if (rect.height === 0 || rect.top < lineTop + rect.height * 0.6) continue;
    n_lines += 1;
    lineTop = rect.top;
  }
  return Math.max(n_lines, 1);
}

/** The first letter of the line that runs through `y`. */
function cutAt(block: Element, y: number): Cut {
  const document = block.ownerDocument;
  const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const reaches = (node: Node, offset: number): boolean => {
    range.setStart(node, offset);
    range.setEnd(node, offset + 1);
    const rect = range.getClientRects()[0];
    return rect !== undefined && rect.bottom > y;
  };
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (length === 0 || !reaches(node, length - 1)) continue;
    let low = 0;
    let high = length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reaches(node, middle)) high = middle;
      else low = middle + 1;
    }
    return { kind: "line", block, node, offset: low };
  }
  return { kind: "block", block };
}
