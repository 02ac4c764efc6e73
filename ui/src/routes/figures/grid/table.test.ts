// The grid's state against a program that answers as told; only the commands are pretended.
import { mockIPC } from "@tauri-apps/api/mocks";
import { beforeEach, describe, expect, it } from "vitest";
import type { CellEdit } from "$lib/api/bindings";
import { cell, grid, row } from "../testing";
import { saving } from "$lib/state/saving.svelte";
import { Table } from "./table.svelte";

const scope = { office: null, year: 2023 };
const refusal = { kind: "refused", message: "Không đọc được «abc»." };
let saved: CellEdit[];

beforeEach(() => {
  localStorage.clear();
  saved = [];
  mockIPC((command, args) => {
    if (command === "figure_grid") {
      return grid([
        row("a", { cells: { result: cell("10", { kind: "estimate" }), plan: cell("12") } }),
        row("b", { cells: { result: cell("7/8", { state: "assumed" }) } }),
      ]);
    }
    const { edits } = args as { edits: CellEdit[] };
    if (edits.some(({ text }) => text === "abc")) throw refusal;
    saved.push(...edits);
    const value = edits.map(({ indicator, column, text }) =>
      row(indicator, { cells: text ? { [column]: cell(text) } : {} }),
    );
    return { value, step: 1 };
  });
});

async function open(): Promise<Table> {
  const table = new Table();
  await table.load(scope);
  return table;
}

async function type(table: Table, text: string): Promise<void> {
  table.edit("");
  table.typing(text);
  table.commit(text);
  await new Promise((done) => setTimeout(done));
}

describe("typing", () => {
  it("stores a cell and shows the row as answered", async () => {
    const table = await open();
    table.shown.standOn("a");
    await type(table, " 11,5 ");
    expect(saved).toEqual([{ indicator: "a", column: "result", text: "11,5" }]);
    expect(table.row("a")?.cells.result?.text).toBe("11,5");
    expect(table.unsaved.size).toBe(0);
  });

  it("keeps what was typed when it is not understood, and opens it again", async () => {
    const table = await open();
    table.shown.standOn("a");
    await type(table, "abc");
    expect([...table.unsaved.values()]).toEqual([{ text: "abc", message: refusal.message }]);
    expect(table.row("a")?.cells.result?.text).toBe("10");
    table.edit(null);
    expect(table.editing).toEqual({ text: "abc", quick: false });
    table.cancel();
    expect(table.forget(table.shown.active)).toBe(true);
    expect(table.unsaved.size).toBe(0);
  });

  it.each([
    ["an estimate left as it was", "a", "ước 10", 0],
    ["an estimate made final", "a", "10", 1],
    ["a value that nobody vouched for", "b", "7/8", 1],
  ])("%s", async (_, indicator, text, n_saved) => {
    const table = await open();
    table.shown.standOn(indicator);
    await type(table, text);
    expect(saved).toHaveLength(n_saved);
  });

  it("keeps every key that comes before the field has the focus", async () => {
    const table = await open();
    table.shown.standOn("a");
    for (const key of "144,5") table.typeAhead(key);
    expect(table.editing).toEqual({ text: "144,5", quick: true });
  });

  it("keeps what was refused while one looks elsewhere, until it is given up", async () => {
    const table = await open();
    table.shown.standOn("a");
    await type(table, "abc");
    const later = await open();
    expect([...later.unsaved.values()]).toEqual([{ text: "abc", message: refusal.message }]);
    expect(saving.failed).toBe(refusal.message);
    later.shown.standOn("a");
    expect(later.forget(later.shown.active)).toBe(true);
    expect(saving.failed).toBeNull();
    expect((await open()).unsaved.size).toBe(0);
  });

  it("does not open a cell that is computed", async () => {
    const table = await open();
    table.shown.active = { indicator: "a", column: "percent_plan" };
    expect(table.edit(null)).toBe(false);
    expect(table.notice).toContain("tự tính");
  });

  it("gives back what a crash interrupted, unsaved, on its cell", async () => {
    const before = await open();
    before.shown.standOn("b");
    before.edit("");
    before.typing("8/8");
    const table = await open();
    expect(table.shown.active).toEqual({ indicator: "b", column: "result" });
    expect([...table.unsaved.values()].map(({ text }) => text)).toEqual(["8/8"]);
  });
});

it("writes many cells or none, and says why none", async () => {
  const table = await open();
  await table.save(
    [
      { indicator: "a", column: "plan", text: "1" },
      { indicator: "b", column: "plan", text: "abc" },
    ],
    "Dán 2 ô",
  );
  expect(saved).toEqual([]);
  expect(table.unsaved.size).toBe(0);
  expect(table.notice).toBe(refusal.message);
});

it("keeps a row in place while its figure is typed under a filter", async () => {
  const table = await open();
  table.shown.filter = { ...table.shown.filter, text: "a" };
  const before = table.shown.lines;
  table.shown.standOn("a");
  await type(table, "99");
  expect(table.shown.lines).toBe(before);
});

it("clears a filter that hides where one is led", async () => {
  const table = await open();
  table.shown.filter = { ...table.shown.filter, text: "zzz" };
  table.shown.standOn("b");
  expect(table.shown.place.row).toBe(2);
});

describe("folding", () => {
  it("stands on the heading in place of the rows, and on the first row again", async () => {
    const table = await open();
    table.shown.standOn("b");
    table.shown.fold("kinh-te");
    expect(table.shown.lines).toHaveLength(1);
    expect(table.shown.place.row).toBe(0);
    expect(table.edit(null)).toBe(false);
    table.shown.unfold("kinh-te");
    expect(table.shown.active).toEqual({ indicator: "a", column: "result" });
  });

  it("is remembered when one comes back, and gives way to what one is led to", async () => {
    const before = await open();
    before.shown.foldAll();
    const table = await open();
    expect(table.shown.lines.map((line) => line.kind)).toEqual(["field"]);
    expect(table.shown.fieldHere).toBe("kinh-te");
    table.shown.standOn("b");
    expect(table.shown.place.row).toBe(2);
  });
});
