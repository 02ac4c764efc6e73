// The list of conclusions as people walk through it, short and very long.
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { ConclusionLine } from "$lib/api/bindings";
import { line } from "$lib/memory/testing";
import { arranged } from "./arrange";
import Rows from "./Rows.svelte";

const actions = { onturn: vi.fn(), onedit: vi.fn(), onadd: vi.fn(), onremove: vi.fn() };
const onchoose = vi.fn();
const focused = () => (document.activeElement as HTMLElement).dataset.testid;
const rowsOf = (n: number, known: Partial<ConclusionLine> = {}) => Array.from({ length: n }, (_, idx) => line(idx + 1, known));

beforeEach(() => [onchoose, ...Object.values(actions)].forEach((one) => one.mockClear()));

async function open(lines: ConclusionLine[], chosen: number | null = null) {
  const groups = arranged(lines, "source");
  const { rerender, container } = render(Rows, { groups, chosen, onchoose, ...actions });
  onchoose.mockImplementation((id: number) => void rerender({ chosen: id }));
  await vi.waitFor(() => expect(container.querySelector("[data-row]")).not.toBeNull());
  return container;
}

it.each([
  ["1", "{ArrowDown}", "2"],
  ["1", "{ArrowUp}", "1"],
  ["3", "{ArrowDown}", "3"],
  ["2", "{End}", "3"],
  ["2", "{Home}", "1"],
  ["1", "{PageDown}", "3"],
])("from %s, %s leads to %s and chooses it", async (from, pressed, to) => {
  await open(rowsOf(3));
  screen.getByTestId(`conclusion-${from}`).focus();
  await userEvent.setup().keyboard(pressed);
  await vi.waitFor(() => expect(focused()).toBe(`conclusion-${to}`));
  expect(onchoose).toHaveBeenLastCalledWith(Number(to));
});

it.each([
  ["{Enter}", "onedit"],
  ["{Insert}", "onadd"],
  ["{Delete}", "onremove"],
  [" ", "onturn"],
] as const)("%s on a row does «%s» once", async (pressed, action) => {
  await open(rowsOf(3));
  screen.getByTestId("conclusion-2").focus();
  await userEvent.setup().keyboard(pressed);
  expect(actions[action]).toHaveBeenCalledOnce();
});

it("leaves the keys of other buttons of the list alone, and turns no lesson", async () => {
  await open([line(1), line(2, { kind: "lesson" })]);
  screen.getByTestId("turn-1").focus();
  await userEvent.setup().keyboard("{Delete}{ArrowDown}");
  expect(actions.onremove).not.toHaveBeenCalled();
  expect(focused()).toBe("turn-1");
  screen.getByTestId("conclusion-2").focus();
  await userEvent.setup().keyboard(" ");
  expect(actions.onturn).not.toHaveBeenCalled();
});

it("draws of 2,000 rows what is in view, and leads to the last and back with one key each", async () => {
  const list = await open(rowsOf(2000));
  const drawn = () => list.querySelectorAll("[data-row]").length;
  expect(drawn()).toBeLessThan(40);
  screen.getByTestId("conclusion-1").focus();
  await userEvent.setup().keyboard("{End}");
  await vi.waitFor(() => expect(focused()).toBe("conclusion-2000"));
  expect(drawn()).toBeLessThan(60);
  await userEvent.setup().keyboard("{Home}");
  await vi.waitFor(() => expect(focused()).toBe("conclusion-1"));
});

it("has a place for Tab wherever one has scrolled to: the chosen row, or the first", async () => {
  const list = await open(rowsOf(2000), 1999);
  const tabbed = () => [...list.querySelectorAll<HTMLElement>("[data-row][tabindex='0']")].map((row) => row.dataset.testid);
  expect(tabbed()).toEqual(["conclusion-1999"]);
});

it("goes on when several rows in view are gone at once, as after an undo", async () => {
  const all = rowsOf(8);
  const { rerender } = render(Rows, { groups: arranged(all, "source"), chosen: 8, onchoose, ...actions });
  await screen.findByTestId("conclusion-8");
  await rerender({ groups: arranged(all.slice(0, 4), "source"), chosen: null });
  expect(screen.queryByTestId("conclusion-8")).toBeNull();
  expect(screen.queryByTestId("conclusion-4")).not.toBeNull();
});

it("keeps the focus in the list when the row that has it is removed, and chooses the row in its place", async () => {
  const all = rowsOf(3);
  const groups = (lines: ConclusionLine[]) => arranged(lines, "source");
  const { rerender } = render(Rows, { groups: groups(all), chosen: 2, onchoose, ...actions });
  onchoose.mockImplementation((id: number) => void rerender({ chosen: id }));
  (await screen.findByTestId("conclusion-2")).focus();
  await rerender({ groups: groups(all.filter(({ id }) => id !== 2)) });
  await vi.waitFor(() => expect(focused()).toBe("conclusion-3"));
  expect(onchoose).toHaveBeenLastCalledWith(3);
  await rerender({ groups: groups(all.slice(0, 1)) });
  await vi.waitFor(() => expect(focused()).toBe("conclusion-1"));
});

it("leads a focus that is given back to the old row on to the row that was added", async () => {
  const { rerender } = render(Rows, { groups: arranged(rowsOf(2), "source"), chosen: 1, onchoose, ...actions });
  await screen.findByTestId("conclusion-1");
  await rerender({ chosen: 3 });
  screen.getByTestId("conclusion-1").focus();
  expect(onchoose).not.toHaveBeenCalled();
  await rerender({ groups: arranged(rowsOf(3), "source") });
  await vi.waitFor(() => expect(focused()).toBe("conclusion-3"));
});
