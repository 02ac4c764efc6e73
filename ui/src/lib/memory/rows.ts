// A list whose rows are buttons: arrows go from row to row, Enter changes the row, Insert adds one,
// Delete removes it, the space bar turns it where it can be turned.

export type RowActions = {
  edit: () => void;
  add: () => void;
  remove: () => void;
  turn?: (row: HTMLElement) => void;
};

/** For the list's `keydown`; `rows` is the selector of a row. */
export function rowKeys(event: KeyboardEvent, list: HTMLElement, rows: string, actions: RowActions): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches(rows)) return;
  const all = [...list.querySelectorAll<HTMLElement>(rows)];
  const here = all.indexOf(event.target);
  const last = all.length - 1;
  const to: Record<string, number> = { ArrowDown: Math.min(here + 1, last), ArrowUp: Math.max(here - 1, 0), Home: 0, End: last };
  const next = to[event.key];
  if (next !== undefined) all[next]?.focus();
  else if (event.key === "Enter") actions.edit();
  else if (event.key === "Insert") actions.add();
  else if (event.key === "Delete") actions.remove();
  else if (event.key === " " && actions.turn) actions.turn(event.target);
  else return;
  event.preventDefault();
}

/** An action of a row that brings it into view once it is chosen from elsewhere. */
export function reveal(row: HTMLElement, isChosen: boolean): { update: (isChosen: boolean) => void } {
  const show = (now: boolean) => {
    if (now && document.activeElement !== row) row.scrollIntoView?.({ block: "nearest" });
  };
  show(isChosen);
  return { update: show };
}
