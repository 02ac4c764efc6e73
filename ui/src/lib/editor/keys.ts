// The keyboard of the editor: chips are stepped onto before they are stepped over, and are removed
// only once they are chosen, so that no figure vanishes by one key too many.
import { defaultKeymap, history, historyKeymap, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { searchKeymap } from "@codemirror/search";
import { Compartment, Prec, type Extension } from "@codemirror/state";
import { EditorView, keymap, type Command } from "@codemirror/view";

import type { Insertion } from "$lib/api/bindings";
import { atomAt, chosenAtom } from "./atoms";
import { clearHeading, joinParagraphs, newParagraph, setHeading, toggleList, toggleMark } from "./format";
import { chipAt, setFold } from "./reading";

export type KeyActions = {
  /** Typing has nothing left to undo or redo: take back a step of the program's. */
  undoStep(): void;
  redoStep(): void;
  openChip(from: number, to: number): void;
  /** Of one group alone, or of all of them. */
  insert(group: Insertion["group"] | null): void;
  nextFinding(): void;
};

/** What the editor itself can undo; so much that it drops nothing of a day, by which `Typed` counts. */
const past = new Compartment();
const fresh = (): Extension => history({ newGroupDelay: 600, minDepth: 10_000 });

/** Keeps what was typed, so that the editor can undo it. */
export const typedPast = (): Extension => past.of(fresh());

/** From here on the editor undoes only what is typed now; what is older is undone by the program. */
export function forgetTyped(view: EditorView): void {
  view.dispatch({ effects: past.reconfigure([]) });
  view.dispatch({ effects: past.reconfigure(fresh()) });
}

export function keys(actions: KeyActions): Extension {
  return [
    typedPast(),
    Prec.high(
      keymap.of([
        { key: "Mod-z", run: (view) => (undoDepth(view.state) > 0 ? undo(view) : done(actions.undoStep)), preventDefault: true },
        ...["Mod-y", "Mod-Shift-z"].map((key) => ({
          key,
          run: (view: EditorView) => (redoDepth(view.state) > 0 ? redo(view) : done(actions.redoStep)),
          preventDefault: true,
        })),
        { key: "Mod-b", run: toggleMark("**") },
        { key: "Mod-i", run: toggleMark("*") },
        ...[0, 1, 2, 3, 4].map((level) => ({ key: `Mod-Alt-${level}`, run: setHeading(level) })),
        { key: "Mod-Shift-8", run: toggleList("bullets") },
        { key: "Mod-Shift-7", run: toggleList("numbers") },
        { key: "F8", run: () => done(actions.nextFinding) },
        { key: "Enter", run: (view) => openChosen(view, actions) || newParagraph(view) },
        { key: "Backspace", run: (view) => choose("before")(view) || clearHeading(view) || joinParagraphs(view) },
        { key: "Delete", run: choose("after") },
        { key: "ArrowLeft", run: choose("before") },
        { key: "ArrowRight", run: choose("after") },
      ]),
    ),
    keymap.of([...searchKeymap, ...defaultKeymap, ...historyKeymap]),
    signsInsert(actions),
  ];
}

function done(action: () => void): true {
  action();
  return true;
}

/** Chooses the chip beside the cursor instead of passing or removing it. */
function choose(side: "before" | "after"): Command {
  return (view) => {
    const { head, empty } = view.state.selection.main;
    const atom = empty ? atomAt(view.state, side, head) : undefined;
    if (!atom) return false;
    view.dispatch({ selection: { anchor: atom.from, head: atom.to }, scrollIntoView: true });
    return true;
  };
}

function openChosen(view: EditorView, actions: KeyActions): boolean {
  const atom = chosenAtom(view.state);
  if (!atom) return false;
  if (chipAt(view.state, atom.from, atom.to)) actions.openChip(atom.from, atom.to);
  else view.dispatch({ effects: setFold.of({ from: atom.from, open: true }), selection: { anchor: atom.from } });
  return true;
}

/**
 * "#" within a line offers what can be inserted; at the start of a line it makes a heading. "@" at
 * the start of a word offers the documents to cite; inside of one it belongs to an address.
 */
function signsInsert(actions: KeyActions): Extension {
  return EditorView.inputHandler.of((view, from, _to, text) => {
    if ((text !== "#" && text !== "@") || view.composing || view.state.readOnly) return false;
    const before = view.state.sliceDoc(view.state.doc.lineAt(from).from, from);
    if (text === "#" ? /^#*$/.test(before) : /[\p{L}\p{N}@]$/u.test(before)) return false;
    actions.insert(text === "@" ? "document" : null);
    return true;
  });
}
