// What is done with the list of indicators; the grid is read anew afterwards, and a refusal stands
// above it.
import type { GridRow } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { saving } from "$lib/state/saving.svelte";
import { toast } from "$lib/state/toast.svelte";
import { wording } from "$lib/wording";
import type { Table } from "./grid/table.svelte";
import { afterWhich } from "./neighbours";

/** One place up or down among its equals; nothing when it is at the end of them. */
export async function move(table: Table, row: GridRow, by: -1 | 1): Promise<void> {
  const after = afterWhich(table.grid?.rows ?? [], row, by);
  if (after === undefined) return;
  await change(table, () => call(commands.moveIndicator(table.scope.office, row.indicator, after)));
}

export async function remove(table: Table, { indicator, name }: GridRow): Promise<void> {
  await change(table, async () => {
    const { step } = await call(commands.removeIndicator(table.scope.office, indicator));
    toast.done(wording.figures.form.removed(name), step);
  });
}

async function change(table: Table, step: () => Promise<unknown>): Promise<void> {
  try {
    await saving.track(step());
    table.notice = null;
    await table.load(table.scope);
  } catch (thrown) {
    table.notice = asCommandError(thrown).message;
  }
}
