// Markdown tables of the body, drawn as tables over their source. Only what is a table beyond doubt
// is drawn; with the cursor in it, or when a block of the language stands in it, the source shows.
import { StateField, type EditorState, type Text } from "@codemirror/state";
import { WidgetType, type EditorView } from "@codemirror/view";

import type { Chip } from "$lib/api/bindings";
import { wording } from "$lib/wording";
import { placed } from "./reading";
import { element } from "./widgets";

/** Places count from the start of the document. */
type Cell = { from: number; to: number };
type Alignment = "left" | "center" | "right" | "";
export type SourceTable = { from: number; to: number; columns: Alignment[]; rows: Cell[][] };

/** Those of the text, found anew when it changes. */
export const tables = StateField.define<SourceTable[]>({
  create: (state) => tablesIn(state.doc),
  update: (before, tr) => (tr.docChanged ? tablesIn(tr.newDoc) : before),
});

const ROW = /^ {0,3}\|/;
const RULE = /^ {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$/;

export function tablesIn(doc: Text): SourceTable[] {
  const found: SourceTable[] = [];
  for (let number = 1; number < doc.lines; number++) {
    const head = doc.line(number);
    if (!ROW.test(head.text) || (number > 1 && doc.line(number - 1).text.trim())) continue;
    const rule = doc.line(number + 1);
    let last = number + 1;
    while (last < doc.lines && ROW.test(doc.line(last + 1).text)) last += 1;
    const isWhole = last === doc.lines || !doc.line(last + 1).text.trim();
    const first = cellsOf(head.text, head.from);
    const columns = RULE.test(rule.text) ? cellsOf(rule.text, rule.from) : [];
    if (isWhole && columns.length > 0 && columns.length === first.length) {
      const rows = [first];
      for (let below = number + 2; below <= last; below++) {
        const line = doc.line(below);
        rows.push(cellsOf(line.text, line.from).slice(0, columns.length));
      }
      found.push({
        from: head.from,
        to: doc.line(last).to,
        columns: columns.map(({ from, to }) => alignment(doc.sliceString(from, to))),
        rows,
      });
    }
    number = last;
  }
  return found;
}

/** The tables to be drawn: whole in the reading's eyes, and with the cursor elsewhere. */
export function drawnTables(state: EditorState): SourceTable[] {
  const { folds } = state.field(placed);
  const stood = state.selection.ranges.flatMap(({ anchor, head }) => [anchor, head]);
  return state.field(tables).filter(({ from, to }) => {
    const isStood = stood.some((pos) => from <= pos && pos <= to);
    const hasFold = folds.some((fold) => fold.from <= to && from <= fold.to);
    return !isStood && !hasFold && !state.sliceDoc(from, to).includes("{%");
  });
}

const LANGUAGE = /\{\{.*?\}\}|\{#.*?#\}/g;

/** A sign between the bars of an expression is no border of cells, nor is one behind a backslash. */
function cellsOf(line: string, start: number): Cell[] {
  const plain = line.replace(LANGUAGE, (piece) => "\u0001".repeat(piece.length)).replace(/\\\|/g, "\u0001\u0001");
  const borders = [...plain.matchAll(/\|/g)].map(({ index }) => index);
  if (plain.slice((borders.at(-1) ?? 0) + 1).trim()) borders.push(line.length);
  return borders.slice(1).map((border, idx) => {
    const before = (borders[idx] ?? 0) + 1;
    const text = line.slice(before, border);
    const from = before + text.length - text.trimStart().length;
    return { from: start + from, to: start + Math.max(from, before + text.trimEnd().length) };
  });
}

function alignment(rule: string): Alignment {
  const ends = rule.endsWith(":");
  if (rule.startsWith(":")) return ends ? "center" : "left";
  return ends ? "right" : "";
}

type Piece = { text: string; look: string };
type Drawn = { align: Alignment; at: number; pieces: Piece[] };

/** The table as it reads: what its chips print in place of their expressions. */
export class TableWidget extends WidgetType {
  readonly #rows: Drawn[][];
  readonly #key: string;

  constructor(state: EditorState, table: SourceTable) {
    super();
    const { chips } = state.field(placed);
    const inside = chips.filter((chip) => table.from <= chip.from && chip.to <= table.to);
    this.#rows = table.rows.map((row) =>
      row.map((cell, col) => ({
        align: table.columns[col] ?? "",
        at: cell.from - table.from,
        pieces: piecesOf(state, cell, inside),
      })),
    );
    this.#key = JSON.stringify(this.#rows);
  }

  override eq(other: TableWidget): boolean {
    return other.#key === this.#key;
  }

  override get estimatedHeight(): number {
    return this.#rows.length * 30 + 8;
  }

  override toDOM(view: EditorView): HTMLElement {
    const outer = element("div", "cm-table");
    outer.title = wording.editor.openTable;
    outer.dataset.testid = "body-table";
    const table = element("table", "");
    this.#rows.forEach((row, idx) => {
      const line = element("tr", "");
      for (const { align, at, pieces } of row) {
        const cell = element(idx === 0 ? "th" : "td", "");
        cell.style.textAlign = align;
        cell.dataset.at = String(at);
        for (const { text, look } of pieces) cell.append(look ? element("span", look, text) : text);
        line.append(cell);
      }
      table.append(line);
    });
    outer.append(table);
    outer.addEventListener("mousedown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      const cell = event.target instanceof Element ? event.target.closest("[data-at]") : null;
      const at = cell instanceof HTMLElement ? Number(cell.dataset.at) : 0;
      view.dispatch({ selection: { anchor: view.posAtDOM(outer) + at }, scrollIntoView: true });
      view.focus();
    });
    return outer;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

function piecesOf(state: EditorState, { from, to }: Cell, chips: Chip[]): Piece[] {
  const pieces: Piece[] = [];
  let pos = from;
  const style = { bold: false, italic: false };
  for (const chip of chips.filter((each) => from <= each.from && each.to <= to)) {
    pieces.push(...typed(state.sliceDoc(pos, chip.from), style));
    pieces.push({ text: chip.text || wording.editor.emptyChip, look: `cm-chip cm-chip-${chip.kind}` });
    pos = chip.to;
  }
  return [...pieces, ...typed(state.sliceDoc(pos, to), style)];
}

/** Typed text without its marks; what they mean goes on in the next piece of the cell. */
function typed(text: string, style: { bold: boolean; italic: boolean }): Piece[] {
  return text.split(/(\*\*?|\\\|)/).flatMap((piece) => {
    if (piece === "**") style.bold = !style.bold;
    else if (piece === "*") style.italic = !style.italic;
    else if (piece) {
      const look = [style.bold && "cm-bold", style.italic && "cm-italic"].filter(Boolean).join(" ");
      return [{ text: piece === "\\|" ? "|" : piece, look }];
    }
    return [];
  });
}
