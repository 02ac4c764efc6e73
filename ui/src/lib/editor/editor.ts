// The text editor of drafts and templates. The text is the document language itself, letter for
// letter; chips, folded blocks and formatting are drawn over it and never written back.
import { forceLinting, linter, lintGutter, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search } from "@codemirror/search";
import { Annotation, Compartment, EditorState, Transaction, type ChangeSpec, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, lineNumbers, type ViewUpdate } from "@codemirror/view";

import type { BodyReading, Chip } from "$lib/api/bindings";
import { wording } from "$lib/wording";
import { atoms } from "./atoms";
import { keys, type KeyActions } from "./keys";
import { pastedProse, pastedSource } from "./pasted";
import { prose } from "./prose";
import { chipAt, placed, setReading, type Placed } from "./reading";
import { theme } from "./theme";

export type EditorActions = Omit<KeyActions, "openChip"> & {
  /** The text changed by the person, not by `replaceText`. */
  changed(update: ViewUpdate): void;
  moved(view: EditorView): void;
  /** What was read stands at other places now, or was read anew. */
  placed(now: Placed): void;
  openChip(chip: Chip): void;
  left(): void;
};

/** "prose" draws chips and formatting, "source" shows the language with line numbers. */
export type Look = "prose" | "source";

export type EditorOptions = {
  text: string;
  reading: BodyReading;
  look: Look;
  readOnly: boolean;
  label: string;
  testid: string;
  actions: EditorActions;
};

/** A change that came from outside: another program, an undone step. */
const fromOutside = Annotation.define<true>();

const look = new Compartment();
const access = new Compartment();

export function createEditor(parent: HTMLElement, options: EditorOptions): EditorView {
  const { actions } = options;
  const openChip = (view: EditorView, from: number, to: number): void => {
    const chip = chipAt(view.state, from, to);
    if (chip) actions.openChip(chip);
  };
  const view: EditorView = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        // Only "\n" ends a line, so that offsets are those of the text as it is stored.
        EditorState.lineSeparator.of("\n"),
        EditorState.phrases.of(wording.editor.phrases),
        keys({ ...actions, openChip: (from, to) => openChip(view, from, to) }),
        look.of(lookOf(options.look)),
        access.of(accessOf(options.readOnly)),
        drawSelection(),
        highlightSelectionMatches({ minSelectionLength: 3 }),
        search({ top: true }),
        linter(null),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          "aria-label": options.label,
          "data-testid": options.testid,
          // Read-only text is reached and scrolled by keyboard, too.
          tabindex: "0",
          spellcheck: "false",
          lang: "vi",
        }),
        EditorView.domEventHandlers({
          mousedown: (event, editor) => chooseChip(event, editor, openChip),
          blur: () => actions.left(),
        }),
        EditorView.updateListener.of((update) => {
          const isOwn = !update.transactions.some((tr) => tr.annotation(fromOutside));
          if (update.docChanged && isOwn) actions.changed(update);
          if (update.docChanged || update.selectionSet) actions.moved(update.view);
          const now = update.state.field(placed);
          if (now !== update.startState.field(placed)) actions.placed(now);
        }),
        theme,
      ],
    }),
  });
  view.dispatch({ effects: setReading.of(options.reading) });
  return view;
}

/** Shows a reading of the text as it stands; waits while letters are being composed. */
export function showReading(view: EditorView, reading: BodyReading): void {
  view.dispatch({ effects: setReading.of(reading) });
  const { error } = reading;
  const end = view.state.doc.length;
  const from = Math.min(error?.from ?? 0, end);
  const to = Math.min(Math.max(error?.to ?? from, from), end);
  view.dispatch(setDiagnostics(view.state, error ? [{ from, to, severity: "error", message: error.message }] : []));
  forceLinting(view);
}

/** Takes over a change from outside; the cursor and the person's undo stay with their text. */
export function replaceText(view: EditorView, changes: ChangeSpec): void {
  view.dispatch({
    changes,
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(false), Transaction.remote.of(true)],
  });
}

/** Leads the cursor to a place, in the upper third of the view. */
export function goTo(view: EditorView, from: number, to = from): void {
  const end = view.state.doc.length;
  const selection = { anchor: Math.min(from, end), head: Math.min(to, end) };
  view.dispatch({
    selection,
    effects: EditorView.scrollIntoView(selection.anchor, { y: "start", yMargin: view.dom.clientHeight / 4 }),
  });
  view.focus();
}

/** After the editor became higher or lower while the person was writing in it. */
export function keepCursorInView(view: EditorView): void {
  if (!view.hasFocus) return;
  view.dispatch({ effects: EditorView.scrollIntoView(view.state.selection.main.head, { y: "nearest", yMargin: 24 }) });
}

export function setLook(view: EditorView, to: Look): void {
  view.dispatch({ effects: look.reconfigure(lookOf(to)) });
}

export function setReadOnly(view: EditorView, readOnly: boolean): void {
  view.dispatch({ effects: access.reconfigure(accessOf(readOnly)) });
}

function lookOf(kind: Look): Extension {
  const source = [EditorView.clipboardInputFilter.of(pastedSource), placed, lineNumbers(), lintGutter(), EditorView.editorAttributes.of({ class: "cm-as-source" })];
  return kind === "prose" ? [EditorView.clipboardInputFilter.of(pastedProse), atoms, prose] : source;
}

function accessOf(readOnly: boolean): Extension {
  return [EditorState.readOnly.of(readOnly), EditorView.editable.of(!readOnly)];
}

function chooseChip(
  event: MouseEvent,
  view: EditorView,
  open: (view: EditorView, from: number, to: number) => void,
): boolean {
  const target = event.target instanceof Element ? event.target.closest(".cm-chip") : null;
  if (!(target instanceof HTMLElement) || event.button !== 0) return false;
  const from = view.posAtDOM(target);
  const chip = view.state.field(placed).chips.find((each) => each.from === from);
  if (!chip) return false;
  event.preventDefault();
  view.dispatch({ selection: { anchor: chip.from, head: chip.to } });
  view.focus();
  open(view, chip.from, chip.to);
  return true;
}
