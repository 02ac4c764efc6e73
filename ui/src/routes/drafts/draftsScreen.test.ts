// What the screen keeps of a place that another screen led to.
import { EditorView } from "@codemirror/view";
import { render, screen } from "@testing-library/svelte";
import { beforeEach, expect, it, vi } from "vitest";

import DraftsScreen from "./DraftsScreen.svelte";
import { Program, withoutObservers } from "./testing";

beforeEach(withoutObservers);

async function cursorStandsAt(pos: number): Promise<void> {
  const text = await screen.findByTestId("draft-text", {}, { timeout: 15_000 });
  const cursor = () => EditorView.findFromDOM(text)?.state.selection.main.from;
  await vi.waitFor(() => expect(cursor()).toBe(pos), 15_000);
}

it("goes to the place once, and begins at the head when the draft is opened anew", async () => {
  new Program("Một. Hai.");
  const props = { scope: { office: null, year: 2023 }, target: { draft: 3, from: 5 } };
  render(DraftsScreen, { props });
  await cursorStandsAt(5);
  screen.getByTestId("back-to-drafts").click();
  (await screen.findByTestId("open-draft-3", {}, { timeout: 15_000 })).click();
  await cursorStandsAt(0);
});
