// What opening a year says, against a program that offers it.
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, within } from "@testing-library/svelte";
import { expect, it } from "vitest";
import type { OfferedLimitation, YearOffer } from "$lib/api/bindings";
import OpenYear from "./OpenYear.svelte";

const limitation = (id: number, state: string, field = ""): OfferedLimitation => ({ id, text: `Việc ${id}`, field, state });

async function open(limitations: OfferedLimitation[]): Promise<HTMLElement> {
  const offer: YearOffer = { year: 2024, plans: [], same_period_figures: 0, lists: [], scorecards: [], limitations };
  mockIPC((command) => (command === "year_offer" ? offer : undefined));
  render(OpenYear, { scope: { office: null, year: 2023 }, year: 2024, onclose: () => undefined });
  await screen.findByText(/Chọn những gì chuyển từ năm 2023/);
  return screen.getByTestId("open-year-dialog");
}

it("tells the limitations of the year before, counted by what became of them", async () => {
  const dialog = await open([
    limitation(1, "chưa nêu"),
    limitation(2, "đã khắc phục", "Đầu tư công"),
    limitation(3, "chưa nêu"),
  ]);
  const told = within(dialog).getByTestId("last-limitations");
  expect(told.textContent).toContain("Hạn chế năm 2023");
  expect(told.textContent).toContain("3 hạn chế: 2 chưa nêu, 1 đã khắc phục.");
  const lines = within(told).getAllByRole("listitem");
  expect(lines.map((one) => one.textContent?.replace(/\s+/g, " ").trim())).toEqual([
    "Việc 1 chưa nêu",
    "Việc 2 Đầu tư công đã khắc phục",
    "Việc 3 chưa nêu",
  ]);
});

it("says nothing of limitations where there were none", async () => {
  expect(within(await open([])).queryByTestId("last-limitations")).toBeNull();
});
