// Counted lists and themes against a program that keeps them.
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import type { ListForm, ListLine, ThemeForm } from "$lib/api/bindings";
import { piece } from "$lib/components/testing";
import Lists from "./Lists.svelte";

const LIST: ListLine = {
  id: 3,
  slug: "giai-phap",
  field_name: "",
  form: { name: "Giải pháp trọng tâm", kind: "giai-phap", year: 2022, field: "", counting_word: "giải pháp", stated_count: 3, items: ["Một", "Hai"] },
};
let lists: ListForm[];
let themes: ThemeForm[];

beforeEach(() => {
  [lists, themes] = [[], []];
  const answers: Record<string, unknown> = {
    item_lists: [LIST],
    themes: [],
    figure_grid: { fields: [], rows: [] },
    bodies: [],
    documents: [],
    conferences: [],
  };
  mockIPC((command, args) => {
    if (command === "save_item_list") lists.push((args as { form: ListForm }).form);
    if (command === "save_theme") themes.push((args as { form: ThemeForm }).form);
    return command.startsWith("save") ? { value: 3, step: 1 } : answers[command];
  });
});

const open = (target: object | null = null) =>
  render(Lists, { props: { scope: { office: null, year: 2023 }, target, parts: piece("<i></i>") } });

it("is led to a list of another year, and says that the count is another one", async () => {
  open({ list: 3 });
  expect((await screen.findByTestId("list-panel")).textContent).toContain("nêu 3, có 2");
  expect(screen.getByTestId("list-items").querySelectorAll("li")).toHaveLength(2);
});

it("changes the rows of a list, one a line", async () => {
  const keys = userEvent.setup();
  open({ list: 3 });
  await keys.click(await screen.findByTestId("edit-list"));
  await keys.type(screen.getByTestId("list-items-text"), "{Enter}Ba");
  await keys.click(screen.getByTestId("list-save"));
  await waitFor(() => expect(lists).toEqual([{ ...LIST.form, items: ["Một", "Hai", "Ba"] }]));
});

it("adds the theme of the year in view, in parts", async () => {
  const keys = userEvent.setup();
  open();
  await screen.findByTestId("lists-empty");
  await keys.click(screen.getByTestId("add-theme"));
  await keys.type(screen.getByTestId("theme-components-0"), "Kỷ cương{Enter}Hành động");
  await keys.click(screen.getByTestId("add-theme-part"));
  await keys.type(screen.getByTestId("theme-components-1"), "Văn minh");
  await keys.click(screen.getByTestId("theme-save"));
  await waitFor(() => expect(themes).toHaveLength(1));
  expect(themes[0]).toMatchObject({ year: 2023, separator: " - " });
  expect(themes[0]?.parts.map(({ components }) => components)).toEqual([["Kỷ cương", "Hành động"], ["Văn minh"]]);
});

it("shows the list that was changed to a year and kind that are not filtered for, its year typed anew", async () => {
  const keys = userEvent.setup();
  open({ list: 3 });
  await screen.findByTestId("list-panel");
  await keys.selectOptions(screen.getByTestId("lists-kind"), "giai-phap");
  await keys.click(screen.getByTestId("edit-list"));
  const year = screen.getByTestId<HTMLInputElement>("list-year");
  await keys.clear(year);
  expect(year.value).toBe("");
  await keys.type(year, "2024");
  await keys.selectOptions(screen.getByTestId("list-kind"), "tru-cot");
  await keys.click(screen.getByTestId("list-save"));
  await waitFor(() => expect(lists[0]).toMatchObject({ year: 2024, kind: "tru-cot" }));
  expect(screen.getByTestId<HTMLSelectElement>("lists-kind").value).toBe("");
});
