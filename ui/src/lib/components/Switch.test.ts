import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import Switch from "./Switch.svelte";

const onchoose = vi.fn();
const props = {
  label: "Tiến độ",
  options: [
    { value: "done", label: "Đã hoàn thành" },
    { value: "open", label: "Chưa thực hiện" },
  ],
  onchoose,
  testid: "progress",
};
const pressed = () => screen.queryAllByRole("button", { pressed: true }).map((button) => button.textContent?.trim());

it("shows which is chosen, and tells which is pressed", async () => {
  render(Switch, { ...props, value: "open" });
  expect(pressed()).toEqual(["Chưa thực hiện"]);
  await userEvent.setup().click(screen.getByTestId("progress-done"));
  expect(onchoose).toHaveBeenCalledExactlyOnceWith("done");
});

it("has none chosen while nothing is known", () => {
  render(Switch, { ...props, value: null });
  expect(pressed()).toEqual([]);
});
