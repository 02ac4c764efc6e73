// What came of a row, against a program that takes every result.
import { mockIPC } from "@tauri-apps/api/mocks";
import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import Results from "./Results.svelte";
import { line } from "./testing";

const ANSWERS: Record<string, unknown> = {
  record_progress: { value: null, step: 1 },
  figure_grid: { fields: [], rows: [] },
  bodies: [],
  documents: [],
  conferences: [],
};

beforeEach(() => mockIPC((command) => ANSWERS[command]));

function open(id: number): HTMLInputElement {
  cleanup();
  render(Results, { scope: { office: null, year: 2023 }, line: line(id) });
  return screen.getByTestId<HTMLInputElement>("result-text");
}

it("keeps what was typed and not recorded while one looks at another row", async () => {
  const keys = userEvent.setup();
  await keys.type(open(1), "Đã ban hành");
  expect(open(2).value).toBe("");
  expect(open(1).value).toBe("Đã ban hành");
  await keys.click(screen.getByTestId("result-add"));
  await waitFor(() => expect(screen.getByTestId<HTMLInputElement>("result-text").value).toBe(""));
  expect(open(1).value).toBe("");
});
