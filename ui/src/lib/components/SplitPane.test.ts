import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import SplitPane from "./SplitPane.svelte";
import { piece } from "./testing";

const resized = vi.fn();
const border = () => screen.getByRole("separator", { name: "Chỉnh bề rộng" });
const now = () => Number(border().getAttribute("aria-valuenow"));

function open(more: { fixed?: "first" | "second"; direction?: "row" | "column"; collapsed?: boolean } = {}): void {
  resized.mockClear();
  render(SplitPane, {
    label: "Chỉnh bề rộng",
    size: 200,
    min: 150,
    max: 300,
    first: piece("<p>trái</p>"),
    second: piece("<p>phải</p>"),
    onresized: resized,
    ...more,
  });
  border().focus();
}

it.each<[string, Parameters<typeof open>[0], number]>([
  ["{ArrowRight}", {}, 216],
  ["{ArrowLeft}", {}, 184],
  ["{ArrowLeft}", { fixed: "second" }, 216],
  ["{ArrowRight}", { fixed: "second" }, 184],
  ["{ArrowDown}", { direction: "column" }, 216],
  ["{ArrowUp}", { direction: "column", fixed: "second" }, 216],
  ["{ArrowDown}", {}, 200], // not along this border
  ["{Home}", {}, 150],
  ["{End}", {}, 300],
  ["{End}{ArrowRight}", {}, 300],
  ["{Home}{ArrowLeft}", {}, 150],
])("%s of %j makes it %i px", async (pressed, how, expected) => {
  open(how);
  await userEvent.setup().keyboard(pressed);
  expect(now()).toBe(expected);
});

it("names the pane it sizes and the way it lies", () => {
  open({ fixed: "second" });
  expect(border().getAttribute("aria-orientation")).toBe("vertical");
  const sized = document.getElementById(border().getAttribute("aria-controls") ?? "");
  expect(sized?.textContent).toBe("phải");
});

it("folds the pane away with Enter and back, and tells each time", async () => {
  const keys = userEvent.setup();
  open();
  await keys.keyboard("{Enter}");
  expect(now()).toBe(0);
  expect(screen.getByText("trái").closest("[hidden]")).toBeTruthy();
  expect(screen.getByText("phải").closest("[hidden]")).toBeNull();
  await keys.keyboard("{Enter}");
  expect(resized.mock.calls).toEqual([
    [200, true],
    [200, false],
  ]);
});

it("comes back as wide as it was by the arrow that widens; the other leaves it folded", async () => {
  const keys = userEvent.setup();
  open({ collapsed: true });
  await keys.keyboard("{ArrowLeft}{Home}{End}");
  expect(now()).toBe(0);
  await keys.keyboard("{ArrowRight}");
  expect(now()).toBe(200);
});
