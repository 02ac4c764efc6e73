// Leads from the cursor to the printed words near it, and from printed words back to the text.
import type { EditorState, Line } from "@codemirror/state";

import { placed, sectionAt, type Placed } from "./reading";

/** The n-th heading of the text (-1 before the first) and words printed near the place. */
export type TextPlace = { heading: number; words: string };

const LONGEST = 60;

export function placeOf(state: EditorState): TextPlace {
  const { head } = state.selection.main;
  const now = state.field(placed);
  return { heading: sectionAt(now.outline, head), words: wordsNear(state, now, head) };
}

/** Where in the text a printed paragraph comes from; the heading above it when no line fits. */
export function sourceOf(state: EditorState, { heading, words }: TextPlace): number {
  const now = state.field(placed);
  const from = now.outline[heading]?.from ?? 0;
  const to = now.outline[heading + 1]?.from ?? state.doc.length;
  const wanted = simple(words);
  for (const fold of now.folds) {
    if (fold.from < from || fold.to > to || fold.open) continue;
    if (fold.result && wanted && simple(fold.result).includes(wanted.slice(0, LONGEST))) return fold.from;
  }
  let best = { pos: from, length: 8 };
  for (let pos = from; pos <= to && pos <= state.doc.length; ) {
    const line = state.doc.lineAt(pos);
    const length = sharedLength(printed(now, line), wanted);
    if (length > best.length) best = { pos: line.from, length };
    pos = line.to + 1;
  }
  return best.pos;
}

function wordsNear(state: EditorState, now: Placed, head: number): string {
  const fold = now.folds.find((each) => !each.open && each.from <= head && head <= each.to);
  if (fold) return simple(fold.result.split("\n")[0] ?? "").slice(0, LONGEST);
  const pieces = printed(now, state.doc.lineAt(head));
  const longest = pieces.reduce((a, b) => (b.length > a.length ? b : a), "");
  return longest.slice(0, LONGEST).trim();
}

/** The line as it is printed, in pieces between what is not known. */
function printed(now: Placed, line: Line): string[] {
  const chips = now.chips
    .filter((chip) => chip.from >= line.from && chip.to <= line.to)
    .sort((a, b) => a.from - b.from);
  let text = "";
  let pos = line.from;
  for (const chip of chips) {
    text += line.text.slice(pos - line.from, chip.from - line.from) + chip.text;
    pos = chip.to;
  }
  text += line.text.slice(pos - line.from);
  return text
    .replace(/^[ \t]*(?:#{1,4}|[-*+]|\d+[.)])[ \t]+/, "")
    .split(/\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\*+|\{[.#][^}]*\}|\|/)
    .map(simple)
    .filter(Boolean);
}

function sharedLength(pieces: string[], words: string): number {
  return pieces.reduce((sum, piece) => (words.includes(piece) ? sum + piece.length : sum), 0);
}

function simple(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
