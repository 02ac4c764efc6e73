// What the keys do with a row of the memory, besides those that lead to another row.
import { app } from "$lib/state/app.svelte";

export type RowActions<T> = {
  edit: () => void;
  add: () => void;
  remove: () => void;
  /** Where it can be turned: done or not done. */
  turn?: (item: T) => void;
};

/** Enter changes the row, Insert adds one, Delete removes it, the space bar turns it; none where nothing can be written. */
export function rowKey<T>(event: KeyboardEvent, item: T, actions: RowActions<T>): boolean {
  if (app.readOnly || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === "Enter") actions.edit();
  else if (event.key === "Insert") actions.add();
  else if (event.key === "Delete") actions.remove();
  else if (event.key === " " && actions.turn) actions.turn(item);
  else return false;
  return true;
}
