// What a key means on the list of lines.
import type { ImportEdit, ImportLine, LineQuestion } from "$lib/api/bindings";

export type Command =
  | { kind: "choose"; at: number }
  | { kind: "edit"; edit: ImportEdit }
  | { kind: "enter" }
  | { kind: "next" };

type Place = {
  at: number;
  total: number;
  chosen: ImportLine | undefined;
  questions: LineQuestion[];
};

/** `page`: how many lines the list shows. */
export function command(key: string, place: Place, page: number): Command | null {
  const moves: Record<string, number> = {
    ArrowDown: place.at + 1,
    ArrowUp: place.at - 1,
    PageDown: place.at + page,
    PageUp: place.at - page,
    Home: 0,
    End: place.total - 1,
  };
  const to = moves[key];
  if (to !== undefined) return { kind: "choose", at: Math.max(0, Math.min(place.total - 1, to)) };
  if (key === "Enter") return { kind: "enter" };
  if (key === " ") return { kind: "next" };
  if (key === "Delete" && place.chosen) return { kind: "edit", edit: skipped(place.chosen) };
  const option = /^[1-9]$/.test(key) ? asked(place.questions)?.options[Number(key) - 1] : undefined;
  return option ? { kind: "edit", edit: option.edit } : null;
}

/** What digits answer. Over a settled line they are a slip of whoever means to type a number. */
export const asked = (questions: LineQuestion[]): LineQuestion | undefined =>
  questions.find((question) => question.is_open);

/** The line is not wanted this time. */
export function skipped(line: ImportLine): ImportEdit {
  return { edit: "skip", rows: line.cells.map((cell) => cell.id) };
}

/** Takes back what was said of its values. */
export function forgotten(line: ImportLine): ImportEdit {
  return { edit: "forget", rows: line.cells.map((cell) => cell.id) };
}
