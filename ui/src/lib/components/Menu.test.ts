import { fireEvent, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import Menu from "./Menu.svelte";

const run = { edit: vi.fn(), up: vi.fn(), remove: vi.fn() };
const trigger = () => screen.getByRole("button", { name: "Việc khác" });
const focused = () => document.activeElement?.textContent?.trim();

beforeEach(() => {
  Object.values(run).forEach((one) => one.mockClear());
  render(Menu, {
    label: "Việc khác",
    items: [
      { label: "Sửa", run: run.edit },
      { label: "Chuyển lên", run: run.up, disabled: true },
      { label: "Đổi màu", run: run.up, checked: true },
      { label: "Xóa", run: run.remove, danger: true },
    ],
  });
});

it("tells whether it is open, and opens with its first entry", async () => {
  const keys = userEvent.setup();
  expect(trigger().getAttribute("aria-expanded")).toBe("false");
  expect(trigger().getAttribute("aria-haspopup")).toBe("menu");
  await keys.click(trigger());
  expect(trigger().getAttribute("aria-expanded")).toBe("true");
  const menu = screen.getByRole("menu", { name: "Việc khác" });
  expect(trigger().getAttribute("aria-controls")).toBe(menu.id);
  expect(focused()).toBe("Sửa");
  expect(screen.getByRole("menuitemcheckbox", { name: "Đổi màu", checked: true })).toBeTruthy();
});

it.each([
  ["{ArrowDown}", "Đổi màu"], // over what cannot be chosen
  ["{ArrowUp}", "Xóa"], // round the end
  ["{End}{ArrowDown}", "Sửa"],
  ["{End}{Home}", "Sửa"],
  ["x", "Xóa"],
  ["d", "Đổi màu"], // without accents
  ["q", "Sửa"],
])("%s leads to «%s»", async (pressed, expected) => {
  const keys = userEvent.setup();
  trigger().focus();
  await keys.keyboard("{ArrowDown}");
  await keys.keyboard(pressed);
  expect(focused()).toBe(expected);
});

it("runs what is chosen, and gives the focus back first", async () => {
  const keys = userEvent.setup();
  run.remove.mockImplementation(() => expect(document.activeElement).toBe(trigger()));
  await keys.click(trigger());
  await keys.keyboard("{End}{Enter}");
  expect(run.remove).toHaveBeenCalledOnce();
  expect(screen.queryByRole("menu")).toBeNull();
});

it("closes with Esc, back on its button, and tells nobody outside of that key", async () => {
  const keys = userEvent.setup();
  const outside = vi.fn();
  window.addEventListener("keydown", outside, { once: true });
  await keys.click(trigger());
  await keys.keyboard("{Escape}");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(trigger());
  expect(outside).not.toHaveBeenCalled();
});

it("closes when one goes on with Tab or presses elsewhere", async () => {
  const keys = userEvent.setup();
  await keys.click(trigger());
  await keys.tab();
  expect(screen.queryByRole("menu")).toBeNull();
  await keys.click(trigger());
  await fireEvent.pointerDown(document.body);
  expect(screen.queryByRole("menu")).toBeNull();
  expect(Object.values(run).some((one) => one.mock.calls.length > 0)).toBe(false);
});
