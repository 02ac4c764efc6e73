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
  documents: [{ id: 7, title: "Quyết định 15" }],
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

it("records what a document alone shows, without a word", async () => {
  const keys = userEvent.setup();
  let told: unknown;
  mockIPC((command, args) => {
    if (command === "record_progress") told = (args as { form: unknown }).form;
    return ANSWERS[command];
  });
  await keys.click(open(3));
  await keys.selectOptions(screen.getByTestId("result-document"), await screen.findByText(/Quyết định 15/));
  await keys.click(screen.getByTestId("result-add"));
  await waitFor(() => expect(told).toMatchObject({ progress: "open", result: { text: "", document: 7 } }));
});
