// Ctrl+K against a program that answers as told.
import { mockIPC } from "@tauri-apps/api/mocks";
import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { Hit, SearchAnswer } from "$lib/api/bindings";
import { app } from "$lib/state/app.svelte";
import Palette from "./Palette.svelte";

const HIT: Hit = { kind: "indicator", id: "fdi", title: "Thu hút vốn FDI", detail: "tỷ USD" };
/** One of three that were found; the palette leads to the screen that shows all. */
const ANSWER: SearchAnswer = {
  n_hits: 3,
  hits: [
    {
      kind: "conclusion",
      kind_name: "dòng kết luận",
      id: 7,
      indicator: "",
      year: 2023,
      field: "Đầu tư công",
      office: "hai-phong",
      office_name: "Thành ủy",
      title: "Đẩy mạnh giải ngân",
      title_pieces: [{ text: "Đẩy mạnh ", marked: false }, { text: "giải ngân", marked: true }],
      passage: [],
    },
  ],
};
const FOUND = ["Đẩy mạnh giải ngân", "Xem cả 3 kết quả của “thiet lap”"];
const onclose = vi.fn();
let refused: string | null;
let asked: string[];

const query = () => screen.getByRole<HTMLInputElement>("combobox");
const titles = () =>
  screen.queryAllByRole("option").map((entry) => entry.querySelector(".title")?.textContent?.trim());
const chosen = () => screen.getByRole("option", { selected: true });

beforeEach(() => {
  onclose.mockClear();
  refused = null;
  asked = [];
  mockIPC((command, args) => {
    if (refused) throw { kind: "refused", message: refused };
    if (command === "search") return ANSWER;
    asked.push((args as { query: string }).query);
    return [HIT];
  });
  HTMLElement.prototype.scrollIntoView = () => undefined;
  document.body.innerHTML = "<button id='before'></button>";
  document.querySelector<HTMLElement>("#before")?.focus();
});

function open() {
  const opened = render(Palette, { onclose, onshortcuts: () => undefined });
  query().focus();
  return opened;
}

it("offers the screens before anything is typed, the first one chosen", () => {
  open();
  expect(titles()[0]).toBe("Tổng quan");
  expect(query().getAttribute("aria-activedescendant")).toBe(chosen().id);
  expect(query().getAttribute("aria-controls")).toBe(screen.getByRole("listbox").id);
});

it("goes round the list with the arrows, and the field says where", async () => {
  const keys = userEvent.setup();
  open();
  const all = screen.getAllByRole("option");
  await keys.keyboard("{ArrowUp}");
  expect(chosen()).toBe(all.at(-1));
  await keys.keyboard("{ArrowDown}{ArrowDown}");
  expect(chosen()).toBe(all[1]);
  expect(query().getAttribute("aria-activedescendant")).toBe(all[1]?.id);
});

it("finds without accents, here and in the program, and asks once for a word typed at once", async () => {
  open();
  const typed = "thiet lap";
  for (let n = 1; n <= typed.length; n += 1) await fireEvent.input(query(), { target: { value: typed.slice(0, n) } });
  expect(titles()).toEqual(["Thiết lập"]);
  await waitFor(() => expect(titles()).toEqual(["Thiết lập", HIT.title, ...FOUND]));
  expect(document.querySelector("mark")?.textContent).toBe("giải ngân");
  expect(asked).toEqual(["thiet lap"]);
});

it("closes, then leads to what was chosen", async () => {
  const keys = userEvent.setup();
  const went = vi.spyOn(app, "go").mockImplementation(() => expect(onclose).toHaveBeenCalledOnce());
  open();
  await keys.keyboard("zzz");
  await waitFor(() => expect(titles()[0]).toBe(HIT.title));
  await keys.keyboard("{Enter}");
  expect(went).toHaveBeenCalledExactlyOnceWith("figures", { indicator: "fdi" });
});

it("leads to a conclusion that was found, and to the screen that shows all", async () => {
  const keys = userEvent.setup();
  const went = vi.spyOn(app, "go").mockImplementation(() => undefined);
  went.mockClear();
  open();
  await keys.keyboard("zzz");
  await waitFor(() => expect(titles()).toHaveLength(3));
  await keys.keyboard("{ArrowDown}{Enter}");
  expect(went).toHaveBeenLastCalledWith("conclusions", { conclusion: 7 });
  await keys.click(screen.getAllByRole("option")[2] as HTMLElement);
  expect(went).toHaveBeenLastCalledWith("search", { query: "zzz" });
});

it("says why it cannot search, and still offers its own", async () => {
  refused = "Không đọc được tệp dữ liệu.";
  const keys = userEvent.setup();
  open();
  await keys.keyboard("thiet");
  await waitFor(() => expect(screen.getByRole("alert").textContent).toBe(refused));
  expect(titles()).toEqual(["Thiết lập"]);
});

it("is modal, asks to be closed by Esc or a press beside it, and gives the focus back", async () => {
  const modal = vi.spyOn(HTMLDialogElement.prototype, "showModal");
  const { unmount } = open();
  expect(modal).toHaveBeenCalledOnce();
  await fireEvent(screen.getByRole("dialog"), new Event("cancel", { cancelable: true }));
  await fireEvent.click(screen.getByRole("dialog"));
  expect(onclose).toHaveBeenCalledTimes(2);
  await fireEvent.click(query());
  expect(onclose).toHaveBeenCalledTimes(2);
  unmount();
  expect(document.activeElement?.id).toBe("before");
});
