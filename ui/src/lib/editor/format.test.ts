import { EditorSelection, EditorState, Text, type StateCommand } from "@codemirror/state";
import { describe, expect, it } from "vitest";

import { atoms } from "./atoms";
import { clearHeading, joinParagraphs, newParagraph, setHeading, toggleList, toggleMark } from "./format";
import { besides } from "./prose";

/** Runs a command on a text in which "|" stands for the cursor, "[" and "]" for a selection. */
function run(command: StateCommand, marked: string): string {
  const anchor = marked.search(/[|[]/);
  const doc = marked.replace(/[|[\]]/g, "");
  const head = marked.includes("]") ? marked.indexOf("]") - 1 : anchor;
  let state = EditorState.create({ doc, selection: EditorSelection.single(anchor, head), extensions: [atoms] });
  command({ state, dispatch: (tr) => (state = tr.state) });
  const { from, to, empty } = state.selection.main;
  const text = state.doc.toString();
  return empty
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`;
}

describe("formatting", () => {
  const cases: [string, StateCommand, string, string][] = [
    ["bold around a selection", toggleMark("**"), "một [hai] ba", "một **[hai]** ba"],
    ["bold taken away", toggleMark("**"), "một **[hai]** ba", "một [hai] ba"],
    ["italic inside of bold", toggleMark("*"), "một **[hai]** ba", "một ***[hai]*** ba"],
    ["a heading", setHeading(2), "Kinh |tế", "## Kinh |tế"],
    ["another level", setHeading(3), "## Kinh |tế", "### Kinh |tế"],
    ["plain text again", setHeading(0), "## Kinh |tế", "Kinh |tế"],
    ["backspace at the head of a heading", clearHeading, "## |Kinh tế", "|Kinh tế"],
    ["items", toggleList("bullets"), "[một\nhai]", "- [một\n- hai]"],
    ["numbered items", toggleList("numbers"), "[một\nhai]", "1. [một\n2. hai]"],
    ["items into numbers", toggleList("numbers"), "- một|", "1. một|"],
    ["no items any more", toggleList("bullets"), "- một|", "một|"],
    ["enter after a paragraph", newParagraph, "Câu một.|", "Câu một.\n\n|"],
    ["enter on an empty line", newParagraph, "Câu.\n\n|", "Câu.\n\n\n|"],
    ["enter after an item", newParagraph, "- một|", "- một\n- |"],
    ["enter after a numbered item", newParagraph, "9. một|", "9. một\n10. |"],
    ["enter on an empty item", newParagraph, "- một\n- |", "- một\n\n|"],
    ["backspace between paragraphs", joinParagraphs, "Một.\n\n|Hai.", "Một.|Hai."],
    ["backspace under a heading", joinParagraphs, "# Một\n\n|Hai.", "# Một\n\n|Hai."],
  ];
  it.each(cases)("%s", (_, command, before, after) => {
    expect(run(command, before)).toBe(after);
  });
});

describe("where the cursor may stand", () => {
  const doc = Text.of(["Một.", "", "Hai.", "", "## Ba", "", "", "Bốn."]);
  it.each([
    ["in a paragraph", 2, 0, 2],
    ["the gap, coming from above", 5, 4, 6],
    ["the gap, coming from below", 5, 6, 4],
    ["the gap, by the mouse", 5, 20, 4],
    ["the gap over a heading, from above", 11, 10, 15],
    ["the marks of a heading", 12, 0, 15],
    ["left of a heading's text", 12, 15, 10],
    ["an empty line with room", 18, 17, 18],
  ])("%s", (_, pos, before, expected) => {
    expect(besides(doc, pos, before)).toBe(expected);
  });
});
