// The desk as a person sees it: what is typed outlives every change of the window.
import { EditorView } from "@codemirror/view";
import { render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { beforeEach, expect, it, vi } from "vitest";

import Desk from "./Desk.svelte";
import { Program, withoutObservers } from "./testing";

beforeEach(withoutObservers);

async function resize(width: number): Promise<void> {
  vi.stubGlobal("innerWidth", width);
  window.dispatchEvent(new Event("resize"));
  await tick();
}

async function editor(): Promise<EditorView> {
  const text = await screen.findByTestId("draft-text");
  const view = EditorView.findFromDOM(text);
  if (!view) throw new Error("no editor");
  return view;
}

it("keeps the text and its editor while the window becomes narrow and wide again", async () => {
  const program = new Program("Một.");
  await resize(1366);
  render(Desk, { id: 3, from: undefined, onarrived: () => undefined, onleave: () => undefined });
  const before = await editor();
  before.dispatch({ changes: { from: 4, insert: " Hai." }, userEvent: "input.type" });
  await vi.waitFor(() => expect(program.body).toBe("Một. Hai."), 15_000);
  for (const width of [900, 1366]) {
    await resize(width);
    const now = await editor();
    expect(now.state.doc.toString(), `${width} px`).toBe("Một. Hai.");
    expect(now).toBe(before);
  }
  before.dispatch({ changes: { from: 9, insert: " Ba." }, userEvent: "input.type" });
  await vi.waitFor(() => expect(program.body).toBe("Một. Hai. Ba."), 15_000);
});

it("repairs the stretch that the finding means, wherever typing has moved it", async () => {
  const program = new Program("Tăng 5% so với cùng kỳ.");
  const repair = { label: "Thay bằng 6%", from: 5, to: 7, insert: "6%" };
  const finding = {
    code: "ratio", severity: "error", message: "Tỷ lệ không khớp", hint: "", values: [], heading: "",
    from: 5, to: 7, indicator: null, conclusion: null, list: null, repair,
  } as const;
  program.reading = { ...program.reading, findings: [{ ...finding, values: [] }] };
  render(Desk, { id: 3, from: undefined, onarrived: () => undefined, onleave: () => undefined });
  const view = await editor();
  view.dispatch({ changes: { from: 0, insert: "Năm nay: " }, userEvent: "input.type" });
  await tick();
  screen.getByTestId("repair").click();
  expect(view.state.doc.toString()).toBe("Năm nay: Tăng 6% so với cùng kỳ.");
});
