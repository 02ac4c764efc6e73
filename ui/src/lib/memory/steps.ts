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

/** Neither told in words nor shown by a figure or document: a day alone is no result. */
export const isEmptyResult = ({ text, indicator, document }: ResultForm): boolean =>
  !text.trim() && !indicator && document === null;

export async function record(
  office: string | null,
  line: ConclusionLine,
  progress: Progress,
  result: ResultForm = noResult(),
): Promise<void> {
  const form = { progress, result };
  const { step } = await saving.track(call(commands.recordProgress(office, line.id, form)));
  before.delete(keyOf(line));
  const state = stateOf(line.kind, progress);
  toast.done(progress === line.progress ? wording.memory.resultRecorded : wording.memory.recorded(state), step);
}

/** Of which row of which database something is kept. */
const keyOf = (line: ConclusionLine): string => `${app.database} ${line.id}`;

/** Results that were typed and are not recorded yet: who looks at other rows meanwhile finds them again. */
const unrecorded = new Map<string, ResultForm>();

/** The one of a row; of the database that is open when it is begun, whichever is open when it is left. */
export class Begun {
  readonly #key: string;
  readonly result: ResultForm;

  constructor(line: ConclusionLine) {
    this.#key = keyOf(line);
    this.result = unrecorded.get(this.#key) ?? noResult();
  }

  keep(result: ResultForm): void {
    if (isEmptyResult(result)) unrecorded.delete(this.#key);
    else unrecorded.set(this.#key, result);
  }
}

/** How far the rows had come that were then told done with one key, until anything else is told of them. */
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
