import { expect, test, vi } from "vitest";
import { SCREENS } from "$lib/state/screens";
import { keyOf, onShortcut, shortcutOf } from "./shortcuts";

const press = (keys: Partial<KeyboardEventInit>) => new KeyboardEvent("keydown", { cancelable: true, bubbles: true, ...keys });

test.each([
  [{ key: "k", ctrlKey: true }, { kind: "palette" }],
  [{ key: "Z", ctrlKey: true, shiftKey: true }, { kind: "redo" }],
  [{ key: "y", ctrlKey: true }, { kind: "redo" }],
  [{ key: "đ", code: "Digit2", ctrlKey: true }, { kind: "screen", screen: "figures" }],
  [{ key: "0", code: "Digit0", ctrlKey: true }, { kind: "screen", screen: "search" }],
  [{ key: ",", code: "Comma", ctrlKey: true }, { kind: "screen", screen: "settings" }],
  [{ key: "!", code: "Digit1", ctrlKey: true, shiftKey: true }, null],
  [{ key: "k" }, null],
  [{ key: "F1" }, { kind: "shortcuts" }],
])("%j", (keys, shortcut) => {
  expect(shortcutOf(press(keys))).toEqual(shortcut);
});

test("undo inside a field belongs to the text", () => {
  const run = vi.fn();
  document.body.innerHTML = "<input><button></button>";
  window.addEventListener("keydown", (event) => onShortcut(event, run));
  document.querySelector("input")?.dispatchEvent(press({ key: "z", ctrlKey: true }));
  expect(run).not.toHaveBeenCalled();
  document.querySelector("button")?.dispatchEvent(press({ key: "z", ctrlKey: true }));
  expect(run).toHaveBeenCalledExactlyOnceWith({ kind: "undo" });
  // A report is being written: outside its text the key takes back nothing of another screen.
  document.body.insertAdjacentHTML("beforeend", "<div contenteditable='true'></div>");
  document.querySelector("button")?.dispatchEvent(press({ key: "z", ctrlKey: true }));
  expect(run).toHaveBeenCalledOnce();
});

test("every screen has a key of its own", () => {
  expect(new Set(SCREENS.map(keyOf)).size).toBe(SCREENS.length);
});
