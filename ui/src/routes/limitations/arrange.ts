// The limitations of a year with what belongs to them, and what is told of all of them.
import type { ConclusionLine } from "$lib/api/bindings";

export type Limitation = { line: ConclusionLine; parts: ConclusionLine[]; hasCause: boolean };

/** What belongs to no single limitation: general causes, solutions, lessons. */
export type Apart = { kind: "cause" | "solution" | "lesson"; lines: ConclusionLine[] };

export function limitationsOf(lines: ConclusionLine[]): Limitation[] {
  return lines
    .filter(({ kind }) => kind === "limitation")
    .map((line) => {
      const parts = lines.filter(({ part_of }) => part_of === line.id);
      return { line, parts, hasCause: parts.some(({ kind }) => kind === "cause") };
    });
}

export function apartOf(lines: ConclusionLine[]): Apart[] {
  const kinds = ["cause", "solution", "lesson"] as const;
  const all = kinds.map((kind) => ({
    kind,
    lines: causesInOrder(lines.filter((line) => line.kind === kind && line.part_of === null)),
  }));
  return all.filter((apart) => apart.lines.length > 0);
}

/** Subjective before objective, those of which it is not known last. */
function causesInOrder(lines: ConclusionLine[]): ConclusionLine[] {
  const rank = ({ cause }: ConclusionLine) => (cause === "subjective" ? 0 : cause === "objective" ? 1 : 2);
  return [...lines].sort((a, b) => rank(a) - rank(b));
}

/** Whether nobody said yet what became of it. */
export const isUnanswered = ({ line }: Limitation): boolean => line.progress === "open" && line.results.length === 0;

export const isLeft = (one: Limitation): boolean =>
  !isUnanswered(one) && (one.line.progress === "open" || one.line.progress === "doing");

/** A line of the list: a limitation with its number, a row told of all, or a heading above these. */
export type Entry =
  | ({ kind: "limitation"; at: number } & Limitation)
  | { kind: "apart"; line: ConclusionLine }
  | { kind: "heading"; of: Apart["kind"] };

export const entriesOf = (limitations: Limitation[], apart: Apart[]): Entry[] => [
  ...limitations.map((one, idx): Entry => ({ kind: "limitation", at: idx + 1, ...one })),
  ...apart.flatMap(({ kind, lines }): Entry[] => [
    { kind: "heading", of: kind },
    ...lines.map((line): Entry => ({ kind: "apart", line })),
  ]),
];
