import { mockIPC } from "@tauri-apps/api/mocks";
import { expect, it, vi } from "vitest";
import { app } from "$lib/state/app.svelte";
import { rowKey } from "./rows";

const open = async (kind: string): Promise<void> => {
  mockIPC(() => ({ database: { kind }, is_sample: false, office: null, offices: [], years: [2023], newest_year: 2023 }));
  await app.load();
};
const press = (key: string, held: KeyboardEventInit = {}): [boolean, string[]] => {
  const done: string[] = [];
  const action = (name: string) => vi.fn(() => void done.push(name));
  const actions = { edit: action("edit"), add: action("add"), remove: action("remove"), turn: action("turn") };
  return [rowKey(new KeyboardEvent("keydown", { key, ...held }), 1, actions), done];
};

it.each([
  ["Enter", "edit"],
  ["Insert", "add"],
  ["Delete", "remove"],
  [" ", "turn"],
])("takes %j: %s", async (key, action) => {
  await open("ready");
  expect(press(key)).toEqual([true, [action]]);
  expect(press(key, { ctrlKey: true })).toEqual([false, []]);
  await open("read-only");
  expect(press(key)).toEqual([false, []]);
});
