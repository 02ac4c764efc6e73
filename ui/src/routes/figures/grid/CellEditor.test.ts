// The field of a cell, where keys may come before it has the focus.
import { render, screen } from "@testing-library/svelte";
import { mockIPC } from "@tauri-apps/api/mocks";
import { expect, it } from "vitest";
import { tick } from "svelte";
import { cell, grid, row } from "../testing";
import CellEditor from "./CellEditor.svelte";
import { Table } from "./table.svelte";

it("holds what was typed before the focus came to it", async () => {
  const a = row("a", { cells: { result: cell("10") } });
  mockIPC(() => grid([a]));
  const table = new Table();
  await table.load({ office: null, year: 2023 });
  table.shown.standOn("a");
  const column = table.shown.columns.find(({ key }) => key === "result");
  if (!column) throw new Error("no such column");
  render(CellEditor, { table, row: a, column, onleft: () => undefined });
  for (const key of "144,5") {
    table.typeAhead(key);
    await tick();
  }
  expect(screen.getByTestId<HTMLInputElement>("cell-editor").value).toBe("144,5");
});
