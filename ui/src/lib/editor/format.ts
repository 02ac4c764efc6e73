// The formatting that a report may have, as commands on the text. Each is one step of undo.
import { EditorSelection, type EditorState, type Line, type StateCommand } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

import { placed } from "./reading";

/** What the line of the cursor is, for the toolbar. */
export type LineKind = { heading: number; list: "none" | "bullets" | "numbers" };

const HEADING = /^(#{1,4})[ \t]+/;
const ITEM = /^([ \t]*)([-*+]|\d+[.)])[ \t]+/;

/** How many letters of a line are the marks of a heading. */
export function headingMark(line: string): number {
  return HEADING.exec(line)?.[0].length ?? 0;
}

export function lineKind(state: EditorState): LineKind {
  const { text } = state.doc.lineAt(state.selection.main.head);
  const item = ITEM.exec(text);
  const list = !item ? "none" : /\d/.test(item[2] ?? "") ? "numbers" : "bullets";
  return { heading: HEADING.exec(text)?.[1]?.length ?? 0, list };
}

/** Puts `mark` around the selection, or takes it away where it stands there already. */
export function toggleMark(mark: "**" | "*"): StateCommand {
  return ({ state, dispatch }) => {
    const changed = state.changeByRange((range) => {
      const { from, to } = range;
      const isMarked =
        state.sliceDoc(from - mark.length, from) === mark && state.sliceDoc(to, to + mark.length) === mark;
      if (isMarked && (mark === "**" || !isDouble(state, from, to))) {
        return {
          changes: [
            { from: from - mark.length, to: from },
            { from: to, to: to + mark.length },
          ],
          range: EditorSelection.range(from - mark.length, to - mark.length),
        };
      }
      return {
        changes: [
          { from, insert: mark },
          { from: to, insert: mark },
        ],
        range: EditorSelection.range(from + mark.length, to + mark.length),
      };
    });
    dispatch(state.update(changed, { userEvent: "input.format", scrollIntoView: true }));
    return true;
  };
}

/** Makes the lines of the selection headings of `level`, or plain text for 0. */
export function setHeading(level: number): StateCommand {
  return withLines((line) => {
    const marks = HEADING.exec(line.text)?.[0].length ?? 0;
    const insert = level === 0 ? "" : `${"#".repeat(level)} `;
    return { from: line.from, to: line.from + marks, insert };
  });
}

/** Makes the lines of the selection items of a list, or plain text where they are that already. */
export function toggleList(kind: "bullets" | "numbers"): StateCommand {
  return (target) => {
    const isOn = lineKind(target.state).list === kind;
    let n_items = 0;
    return withLines((line) => {
      const item = ITEM.exec(line.text);
      n_items += 1;
      const mark = kind === "bullets" ? "- " : `${n_items}. `;
      const from = line.from + (item?.[1]?.length ?? 0);
      return { from, to: line.from + (item?.[0].length ?? 0), insert: isOn ? "" : mark };
    })(target);
  };
}

/** Enter: the next paragraph stands behind an empty line, the next item behind its mark. */
export const newParagraph: StateCommand = ({ state, dispatch }) => {
  const changed = state.changeByRange((range) => {
    const line = state.doc.lineAt(range.from);
    const item = ITEM.exec(line.text);
    if (item && !line.text.slice(item[0].length).trim()) {
      // Without an empty line between, the next words would belong to the item above.
      const change = { from: line.from, to: line.to, insert: "\n" };
      return { changes: change, range: EditorSelection.cursor(line.from + 1) };
    }
    const insert = item ? nextItem(item) : isPlainLine(state, line) ? "\n" : "\n\n";
    return {
      changes: { from: range.from, to: range.to, insert },
      range: EditorSelection.cursor(range.from + insert.length),
    };
  });
  dispatch(state.update(changed, { userEvent: "input", scrollIntoView: true }));
  return true;
};

/** Backspace at the start of a heading makes it plain text. */
export const clearHeading: StateCommand = (target) => {
  const { head, empty } = target.state.selection.main;
  const line = target.state.doc.lineAt(head);
  const marks = headingMark(line.text);
  return empty && marks > 0 && head === line.from + marks ? setHeading(0)(target) : false;
};

/** Backspace at the start of a paragraph joins it to the one above the empty line. */
export const joinParagraphs: StateCommand = ({ state, dispatch }) => {
  const { head, empty } = state.selection.main;
  const line = state.doc.lineAt(head);
  if (!empty || head !== line.from || line.number < 3 || !line.text.trim()) return false;
  const between = state.doc.line(line.number - 1);
  const above = state.doc.line(line.number - 2);
  if (between.text.trim() || !above.text.trim() || HEADING.test(above.text)) return false;
  dispatch(state.update({ changes: { from: above.to, to: head }, userEvent: "delete.backward", scrollIntoView: true }));
  return true;
};

/** Writes `insert` over the selection; a table gets a paragraph of its own. */
export function insertText(view: EditorView, insert: string, alone: boolean): void {
  const { from, to } = view.state.selection.main;
  const before = view.state.sliceDoc(0, from);
  const after = view.state.sliceDoc(to);
  const lead = !alone || before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const tail = !alone || after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  view.dispatch({
    changes: { from, to, insert: lead + insert + tail },
    selection: { anchor: from + lead.length + insert.length },
    userEvent: "input.insert",
    scrollIntoView: true,
  });
  view.focus();
}

function isDouble(state: EditorState, from: number, to: number): boolean {
  return state.sliceDoc(from - 2, from) === "**" && state.sliceDoc(to, to + 2) === "**";
}

/** Lines whose end is not the end of a paragraph: empty, of a table, of an opened block. */
function isPlainLine(state: EditorState, line: Line): boolean {
  if (!line.text.trim() || /^[ \t]*\|/.test(line.text) || line.text.includes("{%")) return true;
  return state.field(placed).folds.some((fold) => fold.open && fold.from <= line.from && line.to <= fold.to);
}

function nextItem(item: RegExpExecArray): string {
  const [, indent = "", mark = "-"] = item;
  const number = parseInt(mark, 10);
  return `\n${indent}${Number.isNaN(number) ? mark : mark.replace(String(number), String(number + 1))} `;
}

function withLines(change: (line: Line) => { from: number; to: number; insert: string }): StateCommand {
  return ({ state, dispatch }) => {
    const { from, to } = state.selection.main;
    const changes = [];
    for (let pos = from; pos <= to; ) {
      const line = state.doc.lineAt(pos);
      if (line.text.trim() || from === to) changes.push(change(line));
      pos = line.to + 1;
    }
    const set = state.changes(changes);
    const selection = state.selection.map(set, 1);
    dispatch(state.update({ changes: set, selection, userEvent: "input.format", scrollIntoView: true }));
    return true;
  };
}
