import { fireEvent, render, screen } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";
import Dialog from "./Dialog.svelte";
import { piece } from "./testing";

const onclose = vi.fn();
const props = { title: "Xóa dự thảo", closeLabel: "Đóng", onclose };

beforeEach(() => {
  onclose.mockClear();
  document.body.innerHTML = "<button id='before'>Xóa…</button>";
  document.querySelector<HTMLElement>("#before")?.focus();
});

it("is modal, named by its title, and begins in its first field", () => {
  const modal = vi.spyOn(HTMLDialogElement.prototype, "showModal");
  const children = piece("<div><input id='off' disabled><input id='name'></div>");
  render(Dialog, { ...props, children });
  expect(modal).toHaveBeenCalledOnce();
  expect(screen.getByRole("dialog", { name: "Xóa dự thảo" })).toBeTruthy();
  expect(document.activeElement?.id).toBe("name");
});

it.each([
  ["what asks for it", "<div><input><a href='#x' id='here' data-autofocus>x</a></div>", undefined, "here"],
  ["the button that does no harm, where it asks for it", "<p>Xóa thật?</p>", "<div><button id='safe' data-autofocus>Thôi</button><button>Xóa</button></div>", "safe"],
  ["the main button when there is no field", "<p>Xóa thật?</p>", "<div><button>Thôi</button><button id='main'>Xóa</button></div>", "main"],
])("begins with %s", (_, inside, foot, id) => {
  render(Dialog, { ...props, children: piece(inside), footer: foot ? piece(foot) : undefined });
  expect(document.activeElement?.id).toBe(id);
});

it("asks its owner when Esc is pressed, and does not close by itself", async () => {
  render(Dialog, { ...props, children: piece("<p>…</p>") });
  const dialog = screen.getByRole<HTMLDialogElement>("dialog");
  // What a browser makes of Esc.
  const goesOn = await fireEvent(dialog, new Event("cancel", { cancelable: true }));
  expect(goesOn).toBe(false);
  expect(onclose).toHaveBeenCalledOnce();
  expect(dialog.open).toBe(true);
});

it("has a button that closes", async () => {
  render(Dialog, { ...props, children: piece("<p>…</p>") });
  await fireEvent.click(screen.getByRole("button", { name: "Đóng" }));
  expect(onclose).toHaveBeenCalledOnce();
});

it("gives the focus back to where it was", () => {
  const { unmount } = render(Dialog, { ...props, children: piece("<input>") });
  expect(document.activeElement?.id).not.toBe("before");
  unmount();
  expect(document.activeElement?.id).toBe("before");
});
