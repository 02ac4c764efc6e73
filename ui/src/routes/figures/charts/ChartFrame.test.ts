// Walking through a drawing with the keyboard; the drawing itself is pretended.
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import ChartFrame from "./ChartFrame.svelte";

const marked: (number | null)[] = [];
vi.mock("./chart", () => ({
  draw: () => ({ destroy: () => undefined, update: () => undefined }),
  mark: (_: unknown, idx: number | null) => {
    marked.push(idx);
    return null;
  },
}));

const chosen = vi.fn();

beforeEach(() => {
  marked.length = 0;
  chosen.mockClear();
  render(ChartFrame, {
    label: "Thu ngân sách.",
    values: ["Năm 2021: 90", "Năm 2022: 95", "Năm 2023: 102"],
    configuration: () => ({ type: "bar", data: { datasets: [] } }),
    height: 100,
    onchoose: chosen,
    testid: "chart",
  });
});

const said = () => screen.getByRole("application").querySelector("[aria-live]")?.textContent;

it("says and marks the value that the arrows lead to, and stops at the ends", async () => {
  const keys = userEvent.setup();
  await keys.tab();
  expect(document.activeElement).toBe(screen.getByRole("application", { name: /Thu ngân sách/ }));
  expect(said()).toBe("");
  await keys.keyboard("{ArrowRight}{ArrowDown}");
  expect(said()).toBe("Năm 2022: 95");
  expect(marked.at(-1)).toBe(1);
  await keys.keyboard("{End}{ArrowRight}");
  expect(said()).toBe("Năm 2023: 102");
  await keys.keyboard("{Home}{ArrowLeft}");
  expect(said()).toBe("Năm 2021: 90");
});

it("chooses with Enter what is marked, and lets go with Esc", async () => {
  const keys = userEvent.setup();
  await keys.tab();
  await keys.keyboard("{Enter}");
  expect(chosen).not.toHaveBeenCalled();
  await keys.keyboard("{ArrowLeft}{Enter}");
  expect(chosen).toHaveBeenCalledExactlyOnceWith(2);
  await keys.keyboard("{Escape}");
  expect(said()).toBe("");
  expect(marked.at(-1)).toBeNull();
});
