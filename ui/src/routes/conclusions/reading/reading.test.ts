// A pasted text becomes rows, with the keyboard, against a program that answers as told.
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { ConclusionReading, ConfirmedRow } from "$lib/api/bindings";
import { blank } from "$lib/memory/form";
import Reading from "./Reading.svelte";
import { session } from "./session.svelte";

const SCOPE = { office: null, year: 2023 };
const row = (text: string, place: string, part_of: number | null = null, form = {}) => ({
  place,
  kind_name: "nhiệm vụ",
  form: blank("task", 2023, { text, quote: text, ...form }),
  part_of,
  deadline_between: "",
  new_bodies: [],
  citations: [],
});
const READ: ConclusionReading = {
  source: { file: "văn bản dán vào", hash: "ab" },
  paragraphs: [{ place: "p1", text: "Đề nghị làm 2 việc:" }, { place: "p2", text: "Rà soát;" }, { place: "p3", text: "Báo cáo." }],
  rows: [row("làm 2 việc", "p1", null, { stated_count: 2, counting_word: "việc" }), row("Rà soát", "p2", 0), row("Báo cáo", "p3", 0)],
  citations: [],
  notes: [],
};
let saved: { rows: ConfirmedRow[] }[];
let asked: { notSecret: boolean; source: unknown }[];
let stamped: boolean;

beforeEach(() => {
  saved = [];
  asked = [];
  stamped = false;
  const others: Record<string, unknown> = { figure_grid: { fields: [], rows: [] }, bodies: [], documents: [], conferences: [], conclusions: [] };
  mockIPC((command, args) => {
    if (command === "read_conclusions") {
      asked.push(args as never);
      return stamped && !(args as { notSecret: boolean }).notSecret ? { kind: "secret-stamp" } : { kind: "read", reading: READ };
    }
    if (command === "save_conclusions") {
      saved.push(args as never);
      return { value: [7, 8], step: 4 };
    }
    return others[command];
  });
  session.enter(SCOPE, crypto.randomUUID());
  session.show();
  render(Reading, { scope: SCOPE, onsee: () => undefined });
});

async function read() {
  const keys = userEvent.setup();
  await keys.type(screen.getByTestId("notice-text"), "Đề nghị{Control>}{Enter}{/Control}");
  await screen.findByTestId("notice-row-0");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("notice-row-0")));
  return keys;
}

it("is read with Ctrl+Enter, looked through with arrows, changed with Enter and written with Ctrl+Enter", async () => {
  const keys = await read();
  expect(asked[0]).toMatchObject({ source: { kind: "pasted", text: "Đề nghị" }, year: 2023, notSecret: false });
  await keys.keyboard("{ArrowDown}");
  await waitFor(() => expect(session.at).toBe(1));
  expect(screen.getByTestId("notice-source").querySelector("mark")?.textContent).toBe("Rà soát");
  await keys.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("conclusion-text")));
  await keys.keyboard(" nguồn thu{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("notice-row-1")));
  await keys.keyboard("{ArrowDown}");
  await waitFor(() => expect(session.at).toBe(2));
  await keys.keyboard("{Delete}");
  expect(screen.getByTestId("notice-counts").textContent).toContain("Giữ 2 trong 3");
  await keys.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByTestId("notice-done");
  expect(saved[0]?.rows.map(({ form, part_of }) => [form.text, part_of])).toEqual([["làm 2 việc", null], ["Rà soát nguồn thu", 0]]);
});

it("says a count that is not what is kept", async () => {
  const keys = await read();
  expect(screen.queryByText(/tách được/)).toBeNull();
  await keys.click(screen.getByTestId("notice-keep-2"));
  expect(screen.getByTestId("notice-doubts").textContent).toContain("Nêu 2 việc, tách được 1");
});

it("adds a row from the same place, and sets where all of it stands at once", async () => {
  const keys = await read();
  await keys.keyboard("{Insert}");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("conclusion-text")));
  await keys.keyboard("Việc sót");
  session.share("conference", 5);
  await keys.click(screen.getByTestId("notice-apply"));
  await screen.findByTestId("notice-done");
  const rows = saved[0]?.rows ?? [];
  expect(rows.map(({ form, place }) => [form.text, place])).toContainEqual(["Việc sót", "p1"]);
  expect(rows.every(({ form }) => form.conference === 5)).toBe(true);
  expect(rows.find(({ form }) => form.text === "Rà soát")?.part_of).toBe(0);
});

it("asks before it reads what carries a stamp of secrecy", async () => {
  stamped = true;
  const keys = userEvent.setup();
  await keys.type(screen.getByTestId("notice-text"), "MẬT{Control>}{Enter}{/Control}");
  await keys.click(await screen.findByTestId("stamp-read"));
  await screen.findByTestId("notice-row-0");
  expect(asked.map(({ notSecret }) => notSecret)).toEqual([false, true]);
});
