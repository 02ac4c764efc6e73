// Which steps a save stands in the place of, after what was typed, undone and done again.
import { history, isolateHistory, redo, undo } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { expect, it } from "vitest";

import { Typed } from "./typed";

/** A letter is typed, `<` is undo, `>` is redo, a number saves: the text is held by that step. */
function follow(acts: string): number[][] {
  const typed = new Typed();
  const view: EditorView = new EditorView({
    state: EditorState.create({ extensions: [history(), EditorView.updateListener.of(({ state }) => typed.note(state))] }),
  });
  const found: number[][] = [];
  for (const act of acts) {
    if (act === "<") undo(view);
    else if (act === ">") redo(view);
    else if (/[0-9]/.test(act)) {
      const save = typed.begin(view.state);
      found.push(save.insteadOf);
      typed.stored(save, act === "0" ? null : Number(act));
    } else {
      view.dispatch({ changes: { from: view.state.doc.length, insert: act }, annotations: isolateHistory.of("full") });
    }
  }
  return found;
}

it.each<[string, string, number[][]]>([
  ["typing on", "a1b2", [[], []]],
  ["typing on in one step", "a1b1<1", [[], [], [1]]],
  ["back over the newest step", "a1b2<0", [[], [], [2]]],
  ["back over both", "a1b2<<0", [[], [], [2, 1]]],
  ["back over a part of the newest", "a1bc2<3", [[], [], [2]]],
  ["back one by one", "a1b2<0<0", [[], [], [2], [1]]],
  ["back and typed anew", "a1b2<c3", [[], [], [2]]],
  ["back over what was not stored yet", "a1b<2", [[], []]],
  ["forth again", "a1b2<0>3<0", [[], [], [2], [], [3]]],
])("%s", (_, acts, wanted) => {
  expect(follow(acts).map((steps) => [...steps].sort())).toEqual(wanted.map((steps) => [...steps].sort()));
});

it("asks once more for what was refused, and for nothing that the editor has forgotten", () => {
  const typed = new Typed();
  const view: EditorView = new EditorView({
    state: EditorState.create({ extensions: [history(), EditorView.updateListener.of(({ state }) => typed.note(state))] }),
  });
  view.dispatch({ changes: { from: 0, insert: "a" } });
  typed.stored(typed.begin(view.state), 1);
  undo(view);
  typed.refused(typed.begin(view.state));
  const again = typed.begin(view.state);
  expect(again.insteadOf).toEqual([1]);
  typed.refused(again);
  typed.forget();
  expect(typed.begin(view.state).insteadOf).toEqual([]);
});
