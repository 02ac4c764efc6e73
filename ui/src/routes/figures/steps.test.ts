// What is done with the list of indicators, against a program that may refuse it.
import { mockIPC } from "@tauri-apps/api/mocks";
import { beforeEach, expect, it } from "vitest";
import { toast } from "$lib/state/toast.svelte";
import { Table } from "./grid/table.svelte";
import { move, remove } from "./steps";
import { grid, row } from "./testing";

const A = row("a");
const B = row("b", { name: "Thu ngân sách" });
const table = new Table();
let asked: [string, unknown][];
let refusal: { kind: string; message: string } | null;

beforeEach(async () => {
  [asked, refusal] = [[], null];
  mockIPC((command, args) => {
    if (command === "figure_grid") return grid([A, B]);
    if (refusal) throw refusal;
    asked.push([command, args]);
    return { value: null, step: 7 };
  });
  await table.load({ office: null, year: 2023 });
});

it("moves one before the other, and asks for nothing at the end", async () => {
  await move(table, B, -1);
  await move(table, B, 1);
  expect(asked).toEqual([["move_indicator", expect.objectContaining({ indicator: "b", after: null })]]);
});

it("tells what was removed, and that it can be taken back", async () => {
  await remove(table, B);
  expect(toast.said).toMatchObject({ text: "Đã xóa chỉ tiêu Thu ngân sách.", step: 7 });
});

it("says a refusal above the grid, until the next step is done", async () => {
  refusal = { kind: "refused", message: "Chỉ tiêu đang được dùng. Hãy bỏ nó khỏi dự thảo trước." };
  await remove(table, A);
  expect(table.notice).toBe(refusal.message);
  refusal = null;
  await remove(table, A);
  expect(table.notice).toBeNull();
});
