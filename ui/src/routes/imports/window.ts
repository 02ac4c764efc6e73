// Which entries of a long list of equally high lines are in view.

export type InView = { from: number; to: number };

/** Entries from `from` up to, not including, `to`; some more on either side are drawn ahead. */
export function inView(scrollTop: number, height: number, line: number, n_entries: number, ahead = 8): InView {
  const first = Math.floor(scrollTop / line);
  const last = Math.ceil((scrollTop + height) / line);
  return { from: Math.max(0, Math.min(n_entries, first) - ahead), to: Math.min(n_entries, last + ahead) };
}

/** Where to scroll so that the entry is seen whole; `scrollTop` itself when it is. */
export function revealed(entry: number, scrollTop: number, height: number, line: number, head = 0): number {
  const top = entry * line;
  if (top - head < scrollTop) return Math.max(0, top - head);
  if (top + line > scrollTop + height) return top + line - height;
  return scrollTop;
}

/** "A" of 0, "AB" of 27. */
export function letters(col: number): string {
  const rest = Math.floor(col / 26);
  return (rest > 0 ? letters(rest - 1) : "") + String.fromCharCode(65 + (col % 26));
}
