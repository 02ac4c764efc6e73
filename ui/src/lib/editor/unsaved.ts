// Text that could not be stored, kept by this window until it can: with the text that it was typed
// on, so that it can be brought into whatever the text has become meanwhile.
import { Text } from "@codemirror/state";

import { recall, remember } from "$lib/state/remembered";
import { merge } from "./merge";

export type Unsaved = {
  /** What the text is of, beyond its number: another database may use the number for another. */
  of: string;
  /** The text as it was stored. */
  base: string;
  typed: string;
};

export function keepUnsaved(name: string, unsaved: Unsaved): void {
  remember(key(name), unsaved);
}

export function forgetUnsaved(name: string): void {
  if (recall<Unsaved | null>(key(name), null)) remember(key(name), null);
}

/** The stored text with what was kept of `name` brought into it; null when nothing was kept. */
export function withUnsaved(name: string, of: string, stored: string): string | null {
  const unsaved = recall<Unsaved | null>(key(name), null);
  if (unsaved?.of !== of) return null;
  const { onTyped } = merge(unsaved.base, unsaved.typed, stored);
  return onTyped.apply(Text.of(unsaved.typed.split("\n"))).toString();
}

function key(name: string): string {
  return `unsaved ${name}`;
}
