import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { OfficeForm } from "$lib/api/bindings";
import { emptyOffice } from "$lib/office/suggest";
import { OfficeDraft } from "./officeDraft.svelte";

let stored: OfficeForm;
let saves: OfficeForm[];

beforeEach(() => {
  vi.useFakeTimers();
  stored = { ...emptyOffice(), name: "Đảng bộ xã Hòa Bình", short_name: "xã Hòa Bình" };
  stored = { ...stored, issuer_line: "ĐẢNG ỦY XÃ HÒA BÌNH", place: "Hòa Bình" };
  saves = [];
  mockIPC((command, args) => {
    if (command === "office") return structuredClone(stored);
    if (command !== "save_office") throw new Error(command);
    stored = (args as { form: OfficeForm }).form;
    saves.push(stored);
    return null;
  });
});
afterEach(() => {
  vi.useRealTimers();
  clearMocks();
});

async function opened(): Promise<{ draft: OfficeDraft; form: OfficeForm }> {
  const draft = new OfficeDraft(null);
  await draft.read();
  if (!draft.form) throw new Error("not read");
  return { draft, form: draft.form };
}

test("what stands still for 300 ms is saved once; opening saves nothing", async () => {
  const { draft, form } = await opened();
  draft.touched();
  await vi.advanceTimersByTimeAsync(400);
  expect(saves).toHaveLength(0);
  form.place = "Hòa";
  draft.touched();
  await vi.advanceTimersByTimeAsync(200);
  form.place = "Hòa An ";
  draft.touched();
  await vi.advanceTimersByTimeAsync(301);
  expect(saves.map((save) => save.place)).toEqual(["Hòa An"]);
});

test("a form without a needed line waits", async () => {
  const { draft, form } = await opened();
  form.name = "";
  flushSync();
  draft.touched();
  await vi.advanceTimersByTimeAsync(400);
  expect(saves).toHaveLength(0);
  expect(draft.errors.name).toBeTruthy();
});

test("a reading does not overwrite what is being typed, but follows an undo", async () => {
  const { draft, form } = await opened();
  form.symbol = "ĐU2";
  await draft.read();
  expect(draft.form?.symbol).toBe("ĐU2");
  await draft.save();
  stored = { ...stored, symbol: "ĐU" };
  await draft.read();
  expect(draft.form?.symbol).toBe("ĐU");
});
