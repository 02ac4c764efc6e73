import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { rowKeys } from "./rows";

const actions = { edit: vi.fn(), add: vi.fn(), remove: vi.fn(), turn: vi.fn() };
const focused = () => document.activeElement?.id;

beforeEach(() => {
  Object.values(actions).forEach((one) => one.mockClear());
  document.body.innerHTML = `<ul>
    <li><button id="turn-1">○</button><button class="row" id="a">Một</button></li>
    <li><button class="row" id="b">Hai</button></li>
    <li><button class="row" id="c">Ba</button></li>
  </ul>`;
  const list = document.querySelector("ul") as HTMLElement;
  list.addEventListener("keydown", (event) => rowKeys(event, list, ".row", actions));
});

it.each([
  ["a", "{ArrowDown}", "b"],
  ["a", "{ArrowUp}", "a"],
  ["c", "{ArrowDown}", "c"],
  ["b", "{End}", "c"],
  ["b", "{Home}", "a"],
])("from %s, %s leads to %s", async (from, pressed, to) => {
  document.getElementById(from)?.focus();
  await userEvent.setup().keyboard(pressed);
  expect(focused()).toBe(to);
});

it.each([
  ["{Enter}", "edit"],
  ["{Insert}", "add"],
  ["{Delete}", "remove"],
  [" ", "turn"],
] as const)("%s on a row does «%s», and is no press of its button", async (pressed, action) => {
  const row = document.getElementById("b") as HTMLElement;
  const press = vi.fn();
  row.addEventListener("click", press);
  row.focus();
  await userEvent.setup().keyboard(pressed);
  expect(actions[action]).toHaveBeenCalledOnce();
  expect(press).not.toHaveBeenCalled();
});

it("leaves the keys of other buttons of the list alone", async () => {
  document.getElementById("turn-1")?.focus();
  await userEvent.setup().keyboard("{Delete}{ArrowDown}");
  expect(actions.remove).not.toHaveBeenCalled();
  expect(focused()).toBe("turn-1");
});
