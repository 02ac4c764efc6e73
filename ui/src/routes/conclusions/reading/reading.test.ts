// A pasted text becomes rows, with the keyboard, against a program that answers as told.
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { AppState, ConclusionReading, ConfirmedRow } from "$lib/api/bindings";
import { blank } from "$lib/memory/form";
import { app } from "$lib/state/app.svelte";
import ConclusionsScreen from "../ConclusionsScreen.svelte";
import { sessionOf, type NoticeSession } from "./session.svelte";

const SCOPE = { office: "a", year: 2023 };
const STATE = { database: { kind: "ready" }, is_sample: false, office: { slug: "" }, offices: [{ slug: "a" }, { slug: "b" }], years: [2023], newest_year: 2023 };
const row = (text: string, place: string, part_of: number | null = null, form = {}) => ({
  place,
  place_name: place,
  kind_name: "nhiệm vụ",
  form: blank("task", 2023, { text, quote: text, ...form }),
  part_of,
  deadline_between: "",
  new_bodies: [],
  citations: [],
  stored: null,
});
const READ: ConclusionReading = {
  source: { file: "văn bản dán vào", hash: "ab" },
  paragraphs: ["Đề nghị làm 2 việc:", "Rà soát;", "Báo cáo."].map((text, at) => ({ place: `p${at + 1}`, place_name: `đoạn ${at + 1}`, text })),
  rows: [row("làm 2 việc", "p1", null, { stated_count: 2, counting_word: "việc" }), row("Rà soát", "p2", 0), row("Báo cáo", "p3", 0)],
  citations: [],
  notes: [],
  encoding: null,
};
let saved: { office: string; rows: ConfirmedRow[] }[];
let encoding: ConclusionReading["encoding"];
let asked: { office: string; encoding: string | null; notSecret: boolean; source: unknown; year: number | null }[];
let stamped: boolean;
/** Rows of the office that say the same, by place. */
let stored: Record<number, number>;
let undone: number[];
let refusal: string | null;
/** What the program could take back, and do again. */
let steps: { undo: number | null; redo: number | null };
/** Reading answers only when it is told to. */
let held: (() => void)[] | null;
let session: NoticeSession;
let showOffice: (office: string) => Promise<void>;

beforeEach(() => {
  saved = [];
  asked = [];
  stamped = false;
  stored = {};
  encoding = null;
  undone = [];
  refusal = null;
  steps = { undo: null, redo: null };
  held = null;
  const others: Record<string, unknown> = { figure_grid: { fields: [], rows: [] }, bodies: [], documents: [], conferences: [], conclusions: [], offered_import_files: [] };
  const step = (number: number | null) => (number === null ? null : { number, name: "Ghi", time: "" });
  mockIPC(async (command, args) => {
    if (command === "app_state") return { ...STATE, undo: step(steps.undo), redo: step(steps.redo) };
    if (command === "undo") {
      undone.push((args as { step: number }).step);
      if (refusal) throw { kind: "refused", message: refusal, remedy: null };
      steps = { undo: null, redo: steps.undo };
      return { name: "Ghi" };
    }
    if (command === "read_conclusions") {
      asked.push(args as never);
      if (held) await new Promise<void>((resolve) => held?.push(resolve));
      return stamped && !(args as { notSecret: boolean }).notSecret ? { kind: "secret-stamp" } : { kind: "read", reading: { ...READ, encoding: (args as { encoding: string | null }).encoding ? null : encoding, rows: READ.rows.map((row, at) => ({ ...row, stored: stored[at] ?? null })) } };
    }
    if (command === "save_conclusions") {
      if (refusal) throw { kind: "refused", message: refusal, remedy: null };
      saved.push(args as never);
      steps = { undo: 4, redo: null };
      return { value: [7, 8], step: 4 };
    }
    return others[command];
  });
  STATE.office.slug = crypto.randomUUID();
  app.database = `own:${STATE.office.slug}`;
  app.state = { ...STATE, undo: null, redo: null } as unknown as AppState;
  app.scope = SCOPE;
  session = sessionOf(app.database, "a");
  session.show();
  const { rerender } = render(ConclusionsScreen, { props: { scope: SCOPE, target: null } });
  showOffice = (office) => rerender({ scope: { office, year: 2023 }, target: null });
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

it("writes for the office that it read for, and is neither shown in another nor lost there", async () => {
  const keys = await read();
  await showOffice("b");
  await waitFor(() => expect(screen.queryByTestId("notice-rows")).toBeNull());
  await keys.click(screen.getByTestId("read-notice"));
  expect(screen.getByTestId<HTMLTextAreaElement>("notice-text").value).toBe("");
  await showOffice("a");
  await screen.findByTestId("notice-row-0");
  await keys.click(screen.getByTestId("notice-apply"));
  await screen.findByTestId("notice-done");
  expect(saved.map(({ office }) => office)).toEqual(["a"]);
});

it("does not read twice at once, and shows what was read for one office in no other", async () => {
  held = [];
  const keys = userEvent.setup();
  await keys.type(screen.getByTestId("notice-text"), "Đề nghị{Control>}{Enter}{Enter}{/Control}");
  expect(asked).toHaveLength(1);
  await showOffice("b");
  await waitFor(() => expect(held).toHaveLength(1));
  held.forEach((answer) => answer());
  await waitFor(() => expect(session.step).toBe("check"));
  expect(screen.queryByTestId("notice-rows")).toBeNull();
  expect(sessionOf(app.database, "b").reading).toBeNull();
});

it("leaves out what the office has already until it was looked at", async () => {
  stored = { 1: 12 };
  const keys = await read();
  expect(screen.getByTestId("notice-counts").textContent).toContain("Giữ 2 trong 3");
  await keys.click(screen.getByTestId("notice-next"));
  await waitFor(() => expect(session.at).toBe(1));
  expect(screen.getByTestId("notice-next").textContent).toContain("2 dòng");
  expect(screen.getByTestId("notice-doubts").textContent).toContain("Đã có dòng như vậy");
  await keys.keyboard(" ");
  await waitFor(() => expect(session.at).toBe(0));
  await keys.click(screen.getByTestId("notice-seen"));
  await waitFor(() => expect(screen.queryByTestId("notice-next")).toBeNull());
});

it.each(["the button", "any undo"])("stands there again when it is taken back by %s, and is written again by redo", async (how) => {
  const keys = await read();
  await keys.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByTestId("notice-done");
  await app.load();
  if (how === "any undo") await app.undo();
  else await keys.click(screen.getByTestId("notice-undo"));
  await screen.findByTestId("notice-row-0");
  steps = { undo: 4, redo: null };
  await app.load();
  await screen.findByTestId("notice-done");
});

it("stays written when undo is refused", async () => {
  const keys = await read();
  await keys.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByTestId("notice-done");
  refusal = "đã có bước khác";
  await keys.click(screen.getByTestId("notice-undo"));
  await waitFor(() => expect(undone).toEqual([4]));
  expect(screen.queryByTestId("notice-done")).not.toBeNull();
});

it("says why it was not written, writes once, and goes to a row that cannot be written", async () => {
  const keys = await read();
  refusal = "đoạn 2: Thời hạn: «32/13/2024» không phải là ngày";
  await keys.keyboard("{Control>}{Enter}{/Control}");
  expect((await screen.findByTestId("notice-error")).textContent).toContain("đoạn 2");
  refusal = null;
  session.rows.forEach((row, idx) => (row.form.text = idx === 2 ? " " : row.form.text));
  await keys.click(screen.getByTestId("notice-apply"));
  expect(session.at).toBe(2);
  expect(saved).toHaveLength(0);
  session.turn(session.rows[2] as never);
  await keys.keyboard("{Control>}{Enter}{Enter}{/Control}");
  await screen.findByTestId("notice-done");
  expect(saved).toHaveLength(1);
});

it("asks before rows that were changed are thrown away", async () => {
  const keys = await read();
  session.turn(session.rows[0] as never);
  await keys.click(screen.getByTestId("notice-step-begin"));
  await keys.click(screen.getByTestId("notice-read"));
  await keys.click(await screen.findByTestId("replace-leave"));
  expect(session.rows[0]?.isKept).toBe(false);
  await keys.click(screen.getByTestId("notice-step-begin"));
  await keys.click(screen.getByTestId("notice-read"));
  await keys.click(await screen.findByTestId("replace-read"));
  await waitFor(() => expect(session.rows[0]?.isKept).toBe(true));
  expect(asked).toHaveLength(2);
});

it("reads several files one after the other", async () => {
  const keys = userEvent.setup();
  await session.take(["một", "hai"].map((name) => ({ token: name, name })) as never);
  expect(asked.map(({ source }) => source)).toEqual([{ kind: "file", token: "một" }]);
  await keys.click(await screen.findByTestId("notice-apply"));
  await keys.click(await screen.findByTestId("notice-read-next"));
  await screen.findByTestId("notice-row-0");
  expect(asked.map(({ source }) => source)).toEqual([{ kind: "file", token: "một" }, { kind: "file", token: "hai" }]);
  expect(session.waiting).toEqual([]);
});

it("reads with no year that is none", async () => {
  const keys = userEvent.setup();
  await keys.clear(screen.getByTestId("notice-year"));
  await keys.type(screen.getByTestId("notice-year"), "202");
  expect(screen.getByText(/hãy ghi đủ bốn chữ số/)).toBeTruthy();
  await keys.type(screen.getByTestId("notice-text"), "Đề nghị{Control>}{Enter}{/Control}");
  expect(asked).toHaveLength(0);
  await keys.clear(screen.getByTestId("notice-year"));
  await keys.click(screen.getByTestId("notice-read"));
  await waitFor(() => expect(asked[0]?.year).toBeNull());
});

it("asks which encoding it is where that is not sure, and reads the same text in it", async () => {
  encoding = {
    code: "windows-1258",
    name: "Windows-1258",
    sample: "Ban Th-êng vô",
    sure: false,
    others: [{ code: "tcvn3", name: "TCVN3 (ABC)", sample: "Ban Thường vụ" }],
  };
  const keys = userEvent.setup();
  await keys.type(screen.getByTestId("notice-text"), "Ban Th-êng vô{Control>}{Enter}{/Control}");
  await keys.click(await screen.findByTestId("encoding-tcvn3"));
  await screen.findByTestId("notice-row-0");
  expect(asked.map(({ encoding, source }) => [encoding, source])).toEqual([
    [null, { kind: "pasted", text: "Ban Th-êng vô" }],
    ["tcvn3", { kind: "pasted", text: "Ban Th-êng vô" }],
  ]);
});
