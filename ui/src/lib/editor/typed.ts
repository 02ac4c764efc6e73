// Which steps of the program hold what the editor itself can undo. Text that the editor's undo made
// is stored in the place of the steps that it goes back over, and never as a step of its own: else
// the program's next undo would take back the undoing, and Ctrl+Z would go to and fro.
import { undoDepth } from "@codemirror/commands";
import type { EditorState } from "@codemirror/state";

/** A step, and how much the editor could undo when it was stored. */
type Held = { step: number; depth: number };

/** What a save that is under way carries, to be given back with its answer. */
export type Save = { insteadOf: number[]; depth: number; lowest: number };

export class Typed {
  #held: Held[] = [];
  /** How far back the editor's undo has led since the last save was begun. */
  #lowest = Infinity;

  /** After each change of the text by the person. */
  note(state: EditorState): void {
    this.#lowest = Math.min(this.#lowest, undoDepth(state));
  }

  /** Begins the save of the text as it is now. */
  begin(state: EditorState): Save {
    const depth = undoDepth(state);
    const lowest = Math.min(this.#lowest, depth);
    this.#lowest = Infinity;
    return { insteadOf: this.#held.filter((held) => held.depth > lowest).map(({ step }) => step), depth, lowest };
  }

  /** `step` holds the text now; null when it came back to what was there before. */
  stored({ insteadOf, depth }: Save, step: number | null): void {
    this.#held = this.#held.filter((held) => !insteadOf.includes(held.step) && held.step !== step);
    if (step !== null) this.#held.push({ step, depth });
  }

  refused({ lowest }: Save): void {
    this.#lowest = Math.min(this.#lowest, lowest);
  }

  /** When the editor can no longer undo what was typed so far. */
  forget(): void {
    this.#held = [];
    this.#lowest = Infinity;
  }
}
