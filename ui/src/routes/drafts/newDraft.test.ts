// The dialog of a new draft against a program that answers late.
import { mockIPC } from "@tauri-apps/api/mocks";
import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";

import type { DraftOffer, KindLine, Scope } from "$lib/api/bindings";
import { app } from "$lib/state/app.svelte";
import NewDraft from "./NewDraft.svelte";

const KINDS: KindLine[] = [
  { id: "tong-ket-xay-dung-dang", name: "Xây dựng Đảng", side: "party", built_in: true },
  { id: "kinh-te-xa-hoi", name: "Kinh tế - xã hội", side: "state", built_in: true },
];
const STATE = {
  database: { kind: "ready" },
  is_sample: false,
  office: null,
  offices: [],
  years: [2023, 2022],
  newest_year: 2023,
  undo: null,
  redo: null,
  last_backup: null,
  version: "1",
} as const;

/** Answers of offers wait until they are let go, the newest last. */
function program(): { offers: (() => void)[] } {
  const offers: (() => void)[] = [];
  mockIPC((command, args) => {
    if (command === "app_state") return STATE;
    if (command === "kinds") return KINDS;
    if (command === "office") return { side: "state" };
    const { scope, kind } = args as { scope: Scope; kind: string };
    const offer: Partial<DraftOffer> = { title: `${kind} ${scope.year}`, carried: [], missing: 0, last_year: null };
    return new Promise((answer) => offers.push(() => answer(offer)));
  });
  return { offers };
}

it("offers the kind of the office's side, the year chosen last, and keeps a typed title", async () => {
  const { offers } = program();
  await app.load();
  const person = userEvent.setup();
  render(NewDraft, { scope: { office: null, year: 2023 }, onclose: () => undefined, onmade: () => undefined });
  await vi.waitFor(() => expect(offers).toHaveLength(1), 15_000);
  const title = screen.getByTestId<HTMLInputElement>("draft-title");
  await person.selectOptions(screen.getByTestId("draft-year"), "2022");
  await vi.waitFor(() => expect(offers).toHaveLength(2), 15_000);
  offers[1]?.();
  await vi.waitFor(() => expect(title.value).toBe("kinh-te-xa-hoi 2022"), 15_000);
  offers[0]?.();
  await new Promise((done) => setTimeout(done, 20));
  expect(title.value).toBe("kinh-te-xa-hoi 2022");

  await person.clear(title);
  await person.type(title, "Riêng");
  await person.selectOptions(screen.getByTestId("draft-year"), "2023");
  await vi.waitFor(() => expect(offers).toHaveLength(3), 15_000);
  offers[2]?.();
  await new Promise((done) => setTimeout(done, 20));
  expect(title.value).toBe("Riêng");
});
