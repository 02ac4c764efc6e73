// A unit is renamed against a program that answers as told.
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { ReporterForm } from "$lib/api/bindings";
import UnitDialog from "./UnitDialog.svelte";

const UNIT = { slug: "so-y-te", name: "Sở Y tế", group: "Các sở", aliases: ["Ngành y tế"] };
const onclose = vi.fn();
let saved: { office: null; slug: string; form: ReporterForm }[];

beforeEach(() => {
  onclose.mockClear();
  saved = [];
  mockIPC((_, args) => {
    saved.push(args as never);
    return { value: null, step: 3 };
  });
  render(UnitDialog, { scope: { office: null, year: 2023 }, unit: UNIT, groups: ["Các sở"], onclose });
});

it.each([
  [true, ["Ngành y tế", "Sở Y tế"]],
  [false, ["Ngành y tế"]],
])("keeps the old name among the others: %s", async (keeps, aliases) => {
  const keys = userEvent.setup();
  await keys.type(screen.getByTestId("unit-name"), " thành phố");
  if (!keeps) await keys.click(screen.getByTestId("unit-keep-old"));
  await keys.click(screen.getByTestId("unit-save"));
  await waitFor(() => expect(onclose).toHaveBeenCalledOnce());
  expect(saved).toEqual([{ office: null, slug: "so-y-te", form: { name: "Sở Y tế thành phố", group: "Các sở", aliases } }]);
});

it("asks nothing about the name while it stays", () => {
  expect(screen.queryByTestId("unit-keep-old")).toBeNull();
});
