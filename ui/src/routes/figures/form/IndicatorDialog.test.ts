// The form of an indicator, against a program that may refuse it.
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { IndicatorForm } from "$lib/api/bindings";
import { Table } from "../grid/table.svelte";
import { grid, row } from "../testing";
import IndicatorDialog from "./IndicatorDialog.svelte";

const FORM: IndicatorForm = {
  name: "Thu ngân sách",
  short_name: "",
  unit: "tỷ đồng",
  field: "kinh-te",
  aliases: ["Tổng thu"],
  direction: "higher-is-better",
  decimals: null,
  part_of: null,
  supplier: "",
  due: "",
};
const ondone = vi.fn();
const table = new Table();
let saved: IndicatorForm[];
let refusal: { kind: string; message: string } | null;

beforeEach(async () => {
  ondone.mockClear();
  [saved, refusal] = [[], null];
  mockIPC((command, args) => {
    if (command === "figure_grid") return grid([row("a"), row("thu")]);
    if (command === "figure_panel") return { form: FORM };
    if (refusal) throw refusal;
    saved.push((args as { form: IndicatorForm }).form);
    return { value: "moi", step: 1 };
  });
  await table.load({ office: null, year: 2023 });
});

const open = (indicator: string | null) => render(IndicatorDialog, { props: { table, indicator, near: row("a"), ondone } });

it("changes what the program holds, other names one a line", async () => {
  const keys = userEvent.setup();
  open("thu");
  await keys.type(await screen.findByTestId("indicator-aliases"), "{Enter}Thu NSNN");
  await keys.click(screen.getByTestId("indicator-save"));
  await waitFor(() => expect(ondone).toHaveBeenCalledExactlyOnceWith("thu"));
  expect(saved).toEqual([{ ...FORM, aliases: ["Tổng thu", "Thu NSNN"] }]);
});

it("begins a new one in the field one stands in, and asks for its name", async () => {
  const keys = userEvent.setup();
  open(null);
  await keys.click(screen.getByTestId("indicator-save"));
  expect(screen.getByTestId("indicator-name").getAttribute("aria-invalid")).toBe("true");
  await keys.type(screen.getByTestId("indicator-name"), "Thu hút FDI");
  await keys.click(screen.getByTestId("indicator-save"));
  await waitFor(() => expect(ondone).toHaveBeenCalledExactlyOnceWith("moi"));
  expect(saved[0]).toMatchObject({ name: "Thu hút FDI", field: "kinh-te" });
});

it("stays open for the next one, in the field of the one that was added", async () => {
  const keys = userEvent.setup();
  const onadded = vi.fn(() => Promise.resolve());
  render(IndicatorDialog, { props: { table, indicator: null, near: undefined, onadded, ondone } });
  await keys.type(screen.getByTestId("indicator-name"), "Thu hút FDI");
  await keys.type(screen.getByTestId("indicator-supplier"), "Sở Tài chính");
  await keys.click(screen.getByTestId("indicator-save-next"));
  await waitFor(() => expect(screen.getByTestId<HTMLInputElement>("indicator-name").value).toBe(""));
  expect(document.activeElement).toBe(screen.getByTestId("indicator-name"));
  await keys.type(screen.getByTestId("indicator-name"), "Xuất khẩu");
  await keys.click(screen.getByTestId("indicator-save"));
  await waitFor(() => expect(ondone).toHaveBeenCalledExactlyOnceWith("moi"));
  expect(onadded).toHaveBeenCalledExactlyOnceWith("moi");
  expect(saved.map(({ name, field, supplier }) => [name, field, supplier])).toEqual([
    ["Thu hút FDI", "kinh-te", "Sở Tài chính"],
    ["Xuất khẩu", "kinh-te", "Sở Tài chính"],
  ]);
});

it("says a refusal at its field, with what was typed still there", async () => {
  const keys = userEvent.setup();
  refusal = { kind: "refused", message: "Đơn vị tính: chưa rõ «tỉ»." };
  open("thu");
  const unit = await screen.findByTestId("indicator-unit");
  await keys.type(unit, " tỉ");
  await keys.click(screen.getByTestId("indicator-save"));
  await waitFor(() => expect(unit.getAttribute("aria-invalid")).toBe("true"));
  expect((unit as HTMLInputElement).value).toBe("tỷ đồng tỉ");
  expect(screen.queryByTestId("indicator-error")).toBeNull();
  expect(ondone).not.toHaveBeenCalled();
});
