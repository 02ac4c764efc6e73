// Gaps and findings of a draft as one list, the gravest first.
import type { BodyReading, FindingView, GapView, Repair } from "$lib/api/bindings";
import type { Subject } from "$lib/subject";

export type CheckGroup = "error" | "gap" | "warning" | "note";
export type Check = {
  group: CheckGroup;
  text: string;
  hint: string;
  heading: string;
  from: number | null;
  to: number | null;
  subject: Subject;
  repair: Repair | null;
};

export const GROUPS: readonly CheckGroup[] = ["error", "gap", "warning", "note"];

export function checksOf(reading: Pick<BodyReading, "gaps" | "findings">): Check[] {
  const all = [...reading.gaps.map(ofGap), ...reading.findings.map(ofFinding)];
  return all.sort(
    (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || (a.from ?? Infinity) - (b.from ?? Infinity),
  );
}

/** The next check with a place behind `pos`, from the top again after the last; notes are passed over. */
export function checkAfter(checks: Check[], pos: number): Check | undefined {
  const placed = checks
    .filter((check) => check.from !== null && check.group !== "note")
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  return placed.find((check) => (check.from ?? 0) > pos) ?? placed[0];
}

function ofGap(gap: GapView): Check {
  const { text, hint, heading, from, to, indicator } = gap;
  const subject = { indicator, conclusion: null, list: null };
  return { group: "gap", text, hint, heading, from, to, subject, repair: null };
}

function ofFinding(finding: FindingView): Check {
  const { severity, message, hint, heading, from, to, indicator, conclusion, list, repair } = finding;
  const subject = { indicator, conclusion, list };
  return { group: severity, text: message, hint, heading, from, to, subject, repair };
}
