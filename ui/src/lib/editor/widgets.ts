// What stands in the editor instead of an expression or a block of the document language. Built of
// text nodes only: nothing that was typed or stored can become markup.
import { EditorView, WidgetType } from "@codemirror/view";

import type { Chip } from "$lib/api/bindings";
import { wording } from "$lib/wording";
import { setFold, type OpenFold } from "./reading";

const words = wording.editor;

export class ChipWidget extends WidgetType {
  constructor(
    readonly chip: Chip,
    readonly chosen: boolean,
  ) {
    super();
  }

  override eq(other: ChipWidget): boolean {
    const { chip } = this;
    return (
      other.chip.text === chip.text &&
      other.chip.kind === chip.kind &&
      other.chip.assumed === chip.assumed &&
      other.chip.origin === chip.origin &&
      other.chosen === this.chosen
    );
  }

  override toDOM(): HTMLElement {
    const { chip } = this;
    const chipElement = element("span", `cm-chip cm-chip-${chip.kind}`, chip.text || words.emptyChip);
    if (chip.assumed) chipElement.classList.add("cm-chip-assumed");
    if (this.chosen) chipElement.classList.add("cm-chip-chosen");
    chipElement.title = [chip.subject, chip.hint || chip.origin].filter(Boolean).join(" · ");
    chipElement.setAttribute("role", "button");
    chipElement.setAttribute("aria-label", words.chip(chip.text, chip.subject));
    chipElement.dataset.testid = `chip-${chip.kind}`;
    return chipElement;
  }

  override ignoreEvent(event: Event): boolean {
    return event.type !== "mousedown";
  }
}

/** A closed block of the language: what it does, and what it prints. */
export class FoldWidget extends WidgetType {
  constructor(
    readonly fold: OpenFold,
    readonly asBlock: boolean,
  ) {
    super();
  }

  override eq(other: FoldWidget): boolean {
    const { fold } = this;
    return (
      other.fold.label === fold.label &&
      other.fold.result === fold.result &&
      other.fold.kind === fold.kind &&
      other.asBlock === this.asBlock
    );
  }

  override toDOM(view: EditorView): HTMLElement {
    const { fold } = this;
    const outer = element(this.asBlock ? "div" : "span", `cm-fold cm-fold-${fold.kind}`);
    outer.classList.toggle("cm-fold-block", this.asBlock);
    outer.dataset.testid = `fold-${fold.kind}`;
    const isNote = fold.kind === "comment";
    outer.title = isNote ? fold.label : words.openFold;
    outer.append(element("span", "cm-fold-label", isNote ? words.note : fold.label));
    for (const line of fold.result.split("\n").filter((text) => text.trim())) {
      outer.append(element(this.asBlock ? "div" : "span", "cm-fold-result", line));
    }
    outer.addEventListener("mousedown", (event) => {
      event.preventDefault();
      openFoldNear(view, view.posAtDOM(outer));
    });
    return outer;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** Stands over an opened block and closes it. */
export class FoldHead extends WidgetType {
  constructor(
    readonly fold: OpenFold,
    readonly asBlock: boolean,
  ) {
    super();
  }

  override eq(other: FoldHead): boolean {
    return other.fold.label === this.fold.label && other.asBlock === this.asBlock;
  }

  override toDOM(view: EditorView): HTMLElement {
    const head = element(this.asBlock ? "div" : "span", "cm-fold-head");
    head.append(element("span", "cm-fold-label", this.fold.label));
    const close = element("button", "cm-fold-close", words.closeFold);
    close.setAttribute("type", "button");
    close.tabIndex = -1;
    close.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const from = view.posAtDOM(head);
      view.dispatch({ effects: setFold.of({ from, open: false }), selection: { anchor: from } });
      view.focus();
    });
    head.append(close);
    return head;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

/** Replaces a mark of formatting by what it means: a heading's number, a bullet. */
export class MarkWidget extends WidgetType {
  constructor(
    readonly text: string,
    readonly className: string,
  ) {
    super();
  }

  override eq(other: MarkWidget): boolean {
    return other.text === this.text && other.className === this.className;
  }

  override toDOM(): HTMLElement {
    return element("span", this.className, this.text);
  }
}

export function openFoldNear(view: EditorView, from: number): void {
  view.dispatch({ effects: setFold.of({ from, open: true }), selection: { anchor: from } });
  view.focus();
}

export function element(tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text) made.textContent = text;
  return made;
}
