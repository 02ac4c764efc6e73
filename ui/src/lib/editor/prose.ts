// Shows the few marks of formatting as what they mean: headings with their numbers, bold, italic,
// lists, the gap between paragraphs. Marks within a line show while the cursor is in them.
import { EditorSelection, EditorState, type Extension, type Range, type Text } from "@codemirror/state";
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";

import { headingMark } from "./format";
import { placed } from "./reading";
import { MarkWidget } from "./widgets";

type Marks = Range<Decoration>[];

const drawing = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = drawn(view);
    }

    update(update: ViewUpdate): void {
      // A redraw would break off the letters being composed.
      if (update.view.composing) this.decorations = this.decorations.map(update.changes);
      else if (update.docChanged || update.viewportChanged || update.selectionSet || hasNewReading(update)) {
        this.decorations = drawn(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

/**
 * The marks of a heading are hidden, and the empty line between two paragraphs is only a gap: the
 * cursor never stands in either, or what is typed there would fall into the wrong paragraph.
 */
const besideMarks = EditorState.transactionFilter.of((tr) => {
  const { main } = tr.newSelection;
  if (!tr.selection || tr.docChanged || !main.empty) return tr;
  const head = besides(tr.newDoc, main.head, tr.startState.selection.main.head);
  return head === main.head ? tr : [tr, { selection: EditorSelection.cursor(head), sequential: true }];
});

/** Where the cursor goes instead of `pos`, coming from `before`. */
export function besides(doc: Text, pos: number, before: number): number {
  const line = doc.lineAt(pos);
  const text = line.from + headingMark(line.text);
  // Coming from the heading's own text, it passes on to the line above.
  if (pos < text) return before === text && line.from > 0 ? besides(doc, line.from - 1, before) : text;
  if (line.text.trim() || line.number === 1 || line.number === doc.lines) return pos;
  const above = doc.line(line.number - 1);
  const below = doc.line(line.number + 1);
  if (!above.text.trim() || !below.text.trim()) return pos;
  return before <= above.to && before >= above.from ? below.from + headingMark(below.text) : above.to;
}

export const prose: Extension = [drawing, besideMarks];

function hasNewReading(update: ViewUpdate): boolean {
  return update.startState.field(placed) !== update.state.field(placed);
}

function drawn(view: EditorView): DecorationSet {
  const marks: Marks = [];
  const numbers = new Map(view.state.field(placed).outline.map((section) => [section.from, section.number]));
  for (const { from, to } of view.visibleRanges) {
    for (let pos = from; pos <= to; ) {
      const line = view.state.doc.lineAt(pos);
      drawLine(view, line, numbers, marks);
      pos = line.to + 1;
    }
  }
  return Decoration.set(marks, true);
}

type Line = ReturnType<Text["line"]>;

function drawLine(view: EditorView, line: Line, numbers: Map<number, string>, marks: Marks): void {
  const isHere = (from: number, to: number): boolean =>
    view.state.selection.ranges.some((range) => range.to >= from && range.from <= to);
  const text = withoutLanguage(line, marks);
  if (!line.text.trim()) {
    marks.push(Decoration.line({ class: "cm-between" }).range(line.from));
    return;
  }
  const heading = /^(#{1,4})[ \t]+/.exec(text);
  if (heading) {
    marks.push(Decoration.line({ class: `cm-heading cm-heading-${heading[1]?.length ?? 1}` }).range(line.from));
    const number = numbers.get(line.from);
    const widget = number ? new MarkWidget(heading[1] === "#" ? `${number} · ` : `${number} `, "cm-number") : undefined;
    marks.push(Decoration.replace({ widget }).range(line.from, line.from + heading[0].length));
    hideAttributes(line, text, isHere(line.from, line.to), marks);
  }
  const item = /^([ \t]*)([-*+]|\d+[.)])[ \t]+/.exec(text);
  if (item && !heading) {
    const depth = Math.min(Math.floor((item[1]?.length ?? 0) / 2), 3);
    marks.push(Decoration.line({ class: `cm-item cm-item-${depth}` }).range(line.from));
    const mark = item[2] ?? "-";
    const from = line.from + (item[1]?.length ?? 0);
    if (mark.length === 1) {
      marks.push(Decoration.replace({ widget: new MarkWidget("–", "cm-bullet") }).range(from, from + 1));
    }
  }
  if (/^[ \t]*\|/.test(text)) marks.push(Decoration.line({ class: "cm-table-row" }).range(line.from));
  drawEmphasis(line, text, isHere, marks);
}

/** `{.khong-so}` behind a heading is for the printer, not for the reader. */
function hideAttributes(line: Line, text: string, isEdited: boolean, marks: Marks): void {
  const attributes = /[ \t]*\{[.#][^}]*\}[ \t]*$/.exec(text);
  if (!attributes || isEdited) return;
  marks.push(Decoration.replace({}).range(line.from + attributes.index, line.to));
}

const EMPHASIS = /(\*\*|__)(?=\S)(.+?)\1|(\*|_)(?=[^\s*_])(.+?)\3/g;

function drawEmphasis(line: Line, text: string, isHere: (from: number, to: number) => boolean, marks: Marks): void {
  for (const found of text.matchAll(EMPHASIS)) {
    const mark = found[1] ?? found[3] ?? "";
    const from = line.from + found.index;
    const to = from + found[0].length;
    // A single _ within a word is a letter like any other.
    if (mark.startsWith("_") && /\w/.test(text[found.index - 1] ?? " ")) continue;
    const isEdited = isHere(from, to);
    const style = mark.length === 2 ? "cm-bold" : "cm-italic";
    marks.push(Decoration.mark({ class: style }).range(from, to));
    for (const start of [from, to - mark.length]) {
      const shown = isEdited ? Decoration.mark({ class: "cm-mark" }) : Decoration.replace({});
      marks.push(shown.range(start, start + mark.length));
    }
  }
}

const LANGUAGE = /\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}/g;

/** Marks pieces of the language as source, and blanks them so that nothing in them is formatting. */
function withoutLanguage(line: Line, marks: Marks): string {
  return line.text.replace(LANGUAGE, (piece: string, at: number) => {
    marks.push(Decoration.mark({ class: "cm-source" }).range(line.from + at, line.from + at + piece.length));
    return "\u0001".repeat(piece.length);
  });
}
