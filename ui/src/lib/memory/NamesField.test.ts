import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import NamesField from "./NamesField.svelte";

const names = () => [...document.querySelectorAll(".name")].map((one) => one.textContent?.trim());

it.each([
  ["Sở Y tế{Enter}", ["Sở Tài chính", "Sở Y tế"]],
  ["Sở Y tế;Ban Dân vận", ["Sở Tài chính", "Sở Y tế"]],
  ["Sở Tài chính{Enter}", ["Sở Tài chính"]], // once is enough
  ["{Backspace}", []],
  ["x{Backspace}", ["Sở Tài chính"]],
])("«%s» makes it %j", async (typed, expected) => {
  render(NamesField, { label: "Chủ trì", names: ["Sở Tài chính"], known: [], testid: "field" });
  await userEvent.setup().type(screen.getByTestId("field"), typed);
  expect(names()).toEqual(expected);
});

it("takes what is known alone where it must be, when the field is left too", async () => {
  const keys = userEvent.setup();
  render(NamesField, { label: "Căn cứ", names: [], known: ["Chỉ thị 24-CT/TU"], onlyKnown: true, testid: "field" });
  await keys.type(screen.getByTestId("field"), "Chỉ thị khác{Enter}");
  expect(names()).toEqual([]);
  await keys.type(screen.getByTestId("field"), "Chỉ thị 24-CT/TU");
  await keys.tab();
  expect(names()).toEqual(["Chỉ thị 24-CT/TU"]);
});

it("shows names that are the same, as two documents of one title are, and takes away the one pressed", async () => {
  render(NamesField, { label: "Căn cứ", names: ["Đề án", "Đề án"], known: ["Kế hoạch", "Kế hoạch"] });
  expect(names()).toEqual(["Đề án", "Đề án"]);
  await userEvent.setup().click(screen.getAllByRole("button", { name: "Bỏ Đề án" })[0] as HTMLElement);
  expect(names()).toEqual(["Đề án"]);
});
