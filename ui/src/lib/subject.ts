// Where the data stand that a gap or a finding speaks about.
import type { FindingView } from "$lib/api/bindings";
import type { Screen, Target } from "$lib/state/screens";

export type Subject = Pick<FindingView, "indicator" | "conclusion" | "list">;

/** Null when it speaks about no data that a screen shows. */
export function subjectPlace({ indicator, conclusion, list }: Subject): [Screen, Target] | null {
  if (indicator !== null) return ["figures", { indicator }];
  if (conclusion !== null) return ["conclusions", { conclusion }];
  return list === null ? null : ["limitations", { list }];
}
