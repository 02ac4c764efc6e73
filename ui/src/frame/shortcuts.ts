// The keys that mean the same on every screen. Undo and redo leave text alone: inside a field, or
// wherever an editor is in view, they belong to what is being typed and take back no step of another
// screen. A field with data-asleep only waits for a first letter.
import { SCREENS, type Screen } from "$lib/state/screens";

export type Shortcut =
  | { kind: "screen"; screen: Screen }
  | { kind: "undo" }
  | { kind: "redo" }
  | { kind: "palette" }
  | { kind: "shortcuts" };

/** Ctrl and the digit of its place in the rail; settings where programs have them. */
export function keyOf(screen: Screen): string {
  if (screen === "settings") return "Ctrl ,";
  return `Ctrl ${(SCREENS.indexOf(screen) + 1) % 10}`;
}

export function onShortcut(event: KeyboardEvent, run: (shortcut: Shortcut) => void): void {
  if (event.defaultPrevented || event.isComposing) return;
  const shortcut = shortcutOf(event);
  if (!shortcut || !allowed(shortcut, event.target)) return;
  event.preventDefault();
  run(shortcut);
}

export function shortcutOf(
  event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">,
): Shortcut | null {
  if (event.altKey) return null;
  if (event.key === "F1") return { kind: "shortcuts" };
  if (!event.ctrlKey && !event.metaKey) return null;
  const key = event.key.toLowerCase();
  if (key === "k" && !event.shiftKey) return { kind: "palette" };
  if (key === "z") return { kind: event.shiftKey ? "redo" : "undo" };
  if (key === "y" && !event.shiftKey) return { kind: "redo" };
  if (event.shiftKey) return null;
  if (key === "," || event.code === "Comma") return { kind: "screen", screen: "settings" };
  // By place on the keyboard: with some Vietnamese layouts the digit row types letters.
  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(event.code)?.[1];
  const screen = SCREENS.find((one) => keyOf(one) === `Ctrl ${digit}`);
  return screen ? { kind: "screen", screen } : null;
}

function allowed(shortcut: Shortcut, target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]")) return false;
  const isUndo = shortcut.kind === "undo" || shortcut.kind === "redo";
  if (isUndo && document.querySelector("[contenteditable=true]")) return false;
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("textarea, input:not([type=checkbox], [type=radio], [data-asleep])"));
  return !(typing && isUndo);
}
