// What the kinds of rows are, as the program behind the window takes them.
import { conclusionNames, progressNames, type ConclusionLine } from "$lib/api/bindings";
import { capitalised } from "$lib/format";
import { wording } from "$lib/wording";

export type Kind = ConclusionLine["kind"];
export type Progress = ConclusionLine["progress"];

/** In the order of the list of choices: what has to be done first. */
export const KINDS = [
  "task",
  "instruction",
  "commitment",
  "scheme",
  "request",
  "delegation",
  "proposal",
  "assessment",
  "limitation",
  "cause",
  "solution",
  "lesson",
  "objective",
  "statement",
] as const satisfies readonly Kind[];

const NAMES = new Map<Kind, string>(conclusionNames.map(([kind, name]) => [kind, capitalised(name)]));

/** "Nhiệm vụ": what the program calls it, as a title. */
export const nameOf = (kind: Kind): string => NAMES.get(kind) ?? kind;

const FOLLOWED: readonly Kind[] = ["task", "instruction", "commitment", "scheme"];

/** Whether somebody has to do something, so that it is followed until it is done. */
export const isFollowed = (kind: Kind): boolean => FOLLOWED.includes(kind);

const OF_NOBODY: readonly Kind[] = ["cause", "lesson", "statement"];

/** Whether it can be given to somebody: a measure has who answers for it, a delegation who is given the right. */
export const isAddressed = (kind: Kind): boolean => !OF_NOBODY.includes(kind);

/** What the body that leads is called: a right is delegated to it, a proposal is made to it. */
export const leadOf = (kind: Kind): string => wording.memory.leads[kind] ?? wording.memory.roles.lead;

/** Whether it is asked how far it has come: what is to be done, and what is to be overcome. */
export const hasProgress = (kind: Kind): boolean => isFollowed(kind) || kind === "limitation";

/** What a state is called, of what is to be done or of a limitation. */
export function stateOf(kind: Kind, progress: Progress): string {
  const names = progressNames.find(([code]) => code === progress);
  return capitalised(names?.[kind === "limitation" ? 2 : 1] ?? progress);
}
