// The form of a row against a program that answers as told.
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { ConclusionForm } from "$lib/api/bindings";
import ConclusionDialog from "./ConclusionDialog.svelte";
import { blank } from "./form";

const onsaved = vi.fn();
const onclose = vi.fn();
let saved: { id: number | null; form: ConclusionForm }[];
let refused: string | null;

const GRID = { fields: [], rows: [{ indicator: "giai-ngan", name: "Giải ngân" }] };
const ANSWERS: Record<string, unknown> = { figure_grid: GRID, bodies: [], documents: [], conferences: [] };
const STORED = blank("task", 2023, {
  text: "Rà soát các dự án",
  assignees: [{ name: "đơn vị giải ngân thấp", role: "lead", is_rule: true, indicator: "giai-ngan", below: "50" }],
});

beforeEach(() => {
  vi.clearAllMocks();
  saved = [];
  refused = null;
  mockIPC((command, args) => {
    if (command === "conclusion") return STORED;
    if (command !== "save_conclusion") return ANSWERS[command];
    if (refused) throw { kind: "refused", message: refused };
    saved.push(args as { id: number | null; form: ConclusionForm });
    return { value: 9, step: 1 };
  });
});

function open(id: number | null, start = blank("task", 2023)) {
  render(ConclusionDialog, { scope: { office: null, year: 2023 }, id, start, onsaved, onclose });
}

it("is filled in with the keyboard: Enter after a name takes the name, Enter in the text saves", async () => {
  const keys = userEvent.setup();
  open(null);
  await keys.type(screen.getByTestId("conclusion-to"), "Sở Tài chính{Enter}Sở Y tế");
  expect(saved).toHaveLength(0);
  await keys.type(screen.getByTestId("conclusion-text"), "Rà soát{Enter}");
  await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
  expect(saved[0]?.form).toMatchObject({ text: "Rà soát", kind: "task", year: 2023 });
  expect(saved[0]?.form.assignees.map(({ name, role }) => [name, role])).toEqual([["Sở Tài chính", "lead"], ["Sở Y tế", "lead"]]);
  expect(onsaved).toHaveBeenCalledExactlyOnceWith(9);
});

it("goes on with the next one after Ctrl+Enter, empty again and in the text", async () => {
  const keys = userEvent.setup();
  open(null, blank("task", 2023, { document: 7 }));
  await keys.type(screen.getByTestId("conclusion-text"), "Việc một{Control>}{Enter}{/Control}");
  await waitFor(() => expect(saved).toHaveLength(1));
  const text = screen.getByTestId<HTMLTextAreaElement>("conclusion-text");
  await waitFor(() => expect(text.value).toBe(""));
  expect(document.activeElement).toBe(text);
  await keys.type(text, "Việc hai");
  await keys.type(screen.getByTestId("conclusion-to"), "Sở Y tế{Control>}{Enter}{/Control}");
  await waitFor(() => expect(saved.map(({ form }) => [form.text, form.document])).toEqual([["Việc một", 7], ["Việc hai", 7]]));
  expect(saved[1]?.form.assignees.map(({ name }) => name)).toEqual(["Sở Y tế"]);
  expect(onclose).not.toHaveBeenCalled();
});

it("does not save without a text, and says so", async () => {
  const keys = userEvent.setup();
  open(null);
  await keys.click(screen.getByTestId("conclusion-save"));
  expect(screen.getByRole("alert").textContent).toContain("Nội dung");
  expect(saved).toHaveLength(0);
});

it("keeps what it does not show when a row is changed", async () => {
  const keys = userEvent.setup();
  open(4);
  await keys.type(await screen.findByTestId("conclusion-text"), " lớn{Enter}");
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]).toMatchObject({ id: 4, form: { ...STORED, text: "Rà soát các dự án lớn" } });
});

it("ties a rule to an indicator and a threshold, beside the bodies", async () => {
  const keys = userEvent.setup();
  open(null);
  await keys.type(screen.getByTestId("conclusion-text"), "Rà soát");
  await keys.type(screen.getByTestId("conclusion-to"), "Sở Y tế{Enter}");
  await keys.click(screen.getByTestId("add-rule"));
  await keys.type(screen.getByTestId("rule-text-0"), "các đơn vị chậm");
  await screen.findByRole("option", { name: "Giải ngân" });
  await keys.selectOptions(screen.getByTestId("rule-indicator-0"), "giai-ngan");
  await keys.type(screen.getByTestId("rule-below-0"), "36,5{Control>}{Enter}{/Control}");
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.form.assignees).toEqual([
    { name: "Sở Y tế", role: "lead", is_rule: false, indicator: "", below: "" },
    { name: "các đơn vị chậm", role: "lead", is_rule: true, indicator: "giai-ngan", below: "36,5" },
  ]);
});

it("changes what was recorded: results with their figures, and where else it is said", async () => {
  STORED.results = [{ text: "Đã làm", date: "", indicator: "", document: null }, { text: "Ghi nhầm", date: "", indicator: "", document: null }];
  const keys = userEvent.setup();
  open(4);
  await keys.click(await screen.findByTestId("conclusion-results"));
  await screen.findAllByRole("option", { name: "Giải ngân" });
  await keys.selectOptions(screen.getByTestId("result-indicator-0"), "giai-ngan");
  await keys.click(screen.getAllByRole("button", { name: "Bỏ kết quả này" })[1] as HTMLElement);
  await keys.click(screen.getByTestId("conclusion-more"));
  await keys.click(screen.getByTestId("add-mention"));
  await keys.type(screen.getByTestId("mention-text-0"), "rà soát lại");
  await keys.click(screen.getByTestId("conclusion-save"));
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(saved[0]?.form.results).toEqual([{ text: "Đã làm", date: "", indicator: "giai-ngan", document: null }]);
  expect(saved[0]?.form.mentions).toEqual([{ text: "rà soát lại", place: "" }]);
});

it("shows why it is refused, and keeps what was typed", async () => {
  refused = "Thời hạn: «mai» không phải là ngày";
  const keys = userEvent.setup();
  open(null);
  await keys.type(screen.getByTestId("conclusion-text"), "Rà soát{Enter}");
  await waitFor(() => expect(screen.getByTestId("conclusion-error").textContent).toContain("không phải là ngày"));
  expect(screen.getByTestId<HTMLTextAreaElement>("conclusion-text").value).toBe("Rà soát");
  expect(onclose).not.toHaveBeenCalled();
});

it.each([
  ["solution", "Chịu trách nhiệm"],
  ["delegation", "Ủy quyền cho"],
  ["proposal", "Kiến nghị với"],
  ["task", "Chủ trì"],
] as const)("asks of a %s whom it is given to, «%s», and by when", (kind, label) => {
  open(null, blank(kind, 2023));
  expect(screen.getByLabelText(label)).toBe(screen.getByTestId("conclusion-to"));
  screen.getByTestId("conclusion-deadline");
});

it("asks nobody to answer for a cause, and hides nothing that was filled in before it became one", async () => {
  const keys = userEvent.setup();
  open(null, blank("task", 2023));
  await keys.selectOptions(screen.getByTestId("conclusion-kind"), "cause");
  expect(screen.queryByTestId("conclusion-to")).toBeNull();
  await keys.selectOptions(screen.getByTestId("conclusion-kind"), "task");
  await keys.type(screen.getByTestId("conclusion-deadline"), "20/12/2023");
  await keys.selectOptions(screen.getByTestId("conclusion-kind"), "cause");
  expect(screen.getByTestId<HTMLInputElement>("conclusion-deadline").value).toBe("20/12/2023");
});

it("tells the year that a row is counted to, and takes another one", async () => {
  const keys = userEvent.setup();
  open(null);
  const year = screen.getByTestId<HTMLInputElement>("conclusion-year");
  expect(year.value).toBe("2023");
  await keys.clear(year);
  await keys.type(year, "2024");
  await keys.type(screen.getByTestId("conclusion-text"), "Rà soát{Enter}");
  await waitFor(() => expect(saved[0]?.form.year).toBe(2024));
});
