// How the rows below a row are told.
import type { ConclusionLine } from "$lib/api/bindings";
import { wording } from "$lib/wording";

export type PartGroup = { title: string; parts: ConclusionLine[] };

/** Of a limitation: subjective causes before objective ones, then solutions; of others one group. */
export function partGroups(line: ConclusionLine, parts: ConclusionLine[]): PartGroup[] {
  const words = wording.memory.parts;
  if (line.kind !== "limitation") return filled([{ title: words.title, parts }]);
  const causes = (of: ConclusionLine["cause"]) =>
    parts.filter((part) => part.kind === "cause" && part.cause === of);
  return filled([
    { title: words.subjective, parts: causes("subjective") },
    { title: words.objective, parts: causes("objective") },
    { title: words.cause, parts: causes(null) },
    { title: words.solutions, parts: parts.filter((part) => part.kind === "solution") },
    { title: words.others, parts: parts.filter((part) => part.kind !== "cause" && part.kind !== "solution") },
  ]);
}

const filled = (groups: PartGroup[]): PartGroup[] => groups.filter(({ parts }) => parts.length > 0);
