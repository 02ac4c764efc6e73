// What a desk does with the editor on it, whatever text is written there: cursor and places, the
// list to insert from, and undo beyond what the editor itself can undo.
import type { EditorView } from "@codemirror/view";

import type { Chip, Insertion } from "$lib/api/bindings";
import { app } from "$lib/state/app.svelte";
import { toast } from "$lib/state/toast.svelte";
import { wording } from "$lib/wording";
import { goTo, type EditorActions } from "./editor";
import { insertText, lineKind, type LineKind } from "./format";
import { placeOf, sourceOf, type TextPlace } from "./place";
import { NOTHING } from "./reading";
import type { TextSession } from "./textSession.svelte";

/** Where something on the screen stands, in CSS px from the top left of the window. */
export type Box = { left: number; top: number; bottom: number };

/** What is particular to one desk. */
type Particular = {
  openChip: (chip: Chip) => void;
  /** To the next place that needs a look. */
  nextFinding: () => void;
  /** After the cursor moved or the text changed. */
  moved?: () => void;
};

export class Writing {
  editor = $state.raw<EditorView | null>(null);
  /** Offset in the text. */
  cursor = $state(0);
  line = $state.raw<LineKind>({ heading: 0, list: "none" });
  /** Where the cursor is, for the preview to follow. */
  place = $state.raw<TextPlace | null>(null);
  /** What was read, where it stands by now. */
  placed = $state.raw(NOTHING);
  picker = $state.raw<{ group: Insertion["group"] | null; at: Box } | null>(null);
  readonly session: TextSession;
  readonly actions: EditorActions;

  constructor(session: TextSession, { openChip, nextFinding, moved }: Particular) {
    this.session = session;
    this.actions = {
      changed: (update) => session.typed(update),
      moved: ({ state }) => {
        this.cursor = state.selection.main.head;
        this.line = lineKind(state);
        this.place = placeOf(state);
        moved?.();
      },
      placed: (now) => (this.placed = now),
      left: () => void session.save(),
      openChip,
      insert: (group) => this.openPicker(group),
      nextFinding,
      undoStep: () => this.whenSaved(() => app.undo()),
      redoStep: () => this.whenSaved(() => app.redo()),
    };
  }

  attach(editor: EditorView): void {
    this.editor = editor;
    this.session.attach(editor);
  }

  goTo(from: number, to = from): void {
    if (this.editor) goTo(this.editor, from, to);
  }

  /** To what was picked in the preview. */
  goToPlace(picked: TextPlace): void {
    if (this.editor) this.goTo(sourceOf(this.editor.state, picked));
  }

  goToError(): void {
    const { error } = this.placed;
    if (error) this.goTo(error.from, error.to);
  }

  /** Does something with the stored text, once what was typed is stored. */
  whenSaved(then: () => unknown): void {
    void this.session.save().then((isSaved) => (isSaved ? then() : toast.tell(wording.editor.unsavedFirst)));
  }

  boxAt(pos: number): Box | null {
    const box = this.editor?.coordsAtPos(pos);
    return box ? { left: box.left, top: box.top, bottom: box.bottom } : null;
  }

  openPicker(group: Insertion["group"] | null): void {
    const at = this.boxAt(this.editor?.state.selection.main.head ?? 0);
    this.picker = { group, at: at ?? { left: 300, top: 160, bottom: 160 } };
  }

  closePicker(): void {
    this.picker = null;
    this.editor?.focus();
  }

  insert(text: string, alone: boolean): void {
    this.picker = null;
    if (this.editor) insertText(this.editor, text, alone);
  }

  /** Writes `text` in the place of a stretch, as one change of the person's. */
  write(from: number, to: number, text: string, userEvent: string): void {
    const changes = { from, to, insert: text };
    this.editor?.dispatch({ changes, selection: { anchor: from + text.length }, userEvent, scrollIntoView: true });
    this.editor?.focus();
  }
}
