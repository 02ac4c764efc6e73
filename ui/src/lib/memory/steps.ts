// What is done with one row of what was concluded; each is one step, told in the bar below.
import type { ConclusionLine, ResultForm } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { call } from "$lib/api/call";
import { saving } from "$lib/state/saving.svelte";
import { toast } from "$lib/state/toast.svelte";
import { wording } from "$lib/wording";
import { statesOf, type Progress } from "./kinds";

export const noResult = (): ResultForm => ({ text: "", date: "", indicator: "", document: null });

export async function record(
  office: string | null,
  line: ConclusionLine,
  progress: Progress,
  result: ResultForm = noResult(),
): Promise<void> {
  const form = { progress, result };
  const { step } = await saving.track(call(commands.recordProgress(office, line.id, form)));
  const state = statesOf(line.kind)[progress];
  toast.done(progress === line.progress ? wording.memory.resultRecorded : wording.memory.recorded(state), step);
}

/** Done, or not done after all. */
export const turn = (office: string | null, line: ConclusionLine): Promise<void> =>
  record(office, line, line.progress === "done" ? "open" : "done");

export async function remove(office: string | null, line: ConclusionLine): Promise<void> {
  const { step } = await saving.track(call(commands.removeConclusion(office, line.id)));
  toast.done(wording.memory.removed, step);
}
