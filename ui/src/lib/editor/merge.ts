// Brings together what the person typed and what changed meanwhile elsewhere, so that neither is
// lost: both start from the same text, and each change is moved over the other.
import { ChangeSet } from "@codemirror/state";

/** The change from one text to another as one replaced stretch. */
export function difference(before: string, after: string): ChangeSet {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  if (before.length === after.length && start === before.length) return ChangeSet.empty(before.length);
  const change = { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
  return ChangeSet.of(change, before.length);
}

/**
 * `base` became `typed` here and `theirs` elsewhere. `onTyped` brings theirs into the typed text;
 * `onTheirs` brings places of their text to where they are then.
 */
export function merge(base: string, typed: string, theirs: string): { onTyped: ChangeSet; onTheirs: ChangeSet } {
  const here = difference(base, typed);
  const there = difference(base, theirs);
  return { onTyped: there.map(here), onTheirs: here.map(there, true) };
}
