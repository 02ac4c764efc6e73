// What is done with one row of what was concluded; each is one step, told in the bar below.
import type { ConclusionLine, ResultForm } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { call } from "$lib/api/call";
import { app } from "$lib/state/app.svelte";
import { saving } from "$lib/state/saving.svelte";
import { toast } from "$lib/state/toast.svelte";
import { wording } from "$lib/wording";
import { stateOf, type Progress } from "./kinds";

export const noResult = (): ResultForm => ({ text: "", date: "", indicator: "", document: null });

export async function record(
  office: string | null,
  line: ConclusionLine,
  progress: Progress,
  result: ResultForm = noResult(),
): Promise<void> {
  const form = { progress, result };
  const { step } = await saving.track(call(commands.recordProgress(office, line.id, form)));
  const state = stateOf(line.kind, progress);
  toast.done(progress === line.progress ? wording.memory.resultRecorded : wording.memory.recorded(state), step);
}

/** Of which row of which database something is kept. */
const keyOf = (line: ConclusionLine): string => `${app.database} ${line.id}`;

/** Results that were typed and are not recorded yet: who looks at other rows meanwhile finds them again. */
const unrecorded = new Map<string, ResultForm>();

export const resultBegun = (line: ConclusionLine): ResultForm => unrecorded.get(keyOf(line)) ?? noResult();

export function keepResult(line: ConclusionLine, result: ResultForm): void {
  if (result.text.trim()) unrecorded.set(keyOf(line), result);
  else unrecorded.delete(keyOf(line));
}

/** How far the rows had come that were then told done with one key. */
const before = new Map<string, Progress>();

/** Done, or not done after all: then as far as it had come before. */
export async function turn(office: string | null, line: ConclusionLine): Promise<void> {
  const row = keyOf(line);
  if (line.progress !== "done") {
    await record(office, line, "done");
    before.set(row, line.progress);
  } else {
    await record(office, line, before.get(row) ?? "open");
  }
}

export async function remove(office: string | null, line: ConclusionLine): Promise<void> {
  const { step } = await saving.track(call(commands.removeConclusion(office, line.id)));
  toast.done(wording.memory.removed, step);
}
