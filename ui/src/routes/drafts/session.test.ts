// An open draft against a program that fails, or whose draft is changed elsewhere.
import { isolateHistory, undo, undoDepth } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { typedPast } from "$lib/editor/keys";
import { toast } from "$lib/state/toast.svelte";
import { DraftSession } from "./session.svelte";
import { Program, SAVE_REFUSED } from "./testing";

const SECTION = { level: 1, number: "", title: "Hai", gaps: 0, findings: 0, state: "good" } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function open(body: string): Promise<{ program: Program; session: DraftSession; editor: EditorView }> {
  const program = new Program(body);
  const { session, editor } = await desk();
  return { program, session, editor };
}

async function desk(): Promise<{ session: DraftSession; editor: EditorView }> {
  const session = new DraftSession(3);
  await session.open();
  const editor: EditorView = new EditorView({
    state: EditorState.create({
      doc: session.text,
      extensions: [typedPast(), EditorView.updateListener.of((update) => {
        const isOwn = ["input", "undo"].some((of) => update.transactions.some((tr) => tr.isUserEvent(of)));
        if (update.docChanged && isOwn) session.typed(update);
      })],
    }),
  });
  session.attach(editor);
  return { session, editor };
}

function type(editor: EditorView, text: string): void {
  const changes = { from: editor.state.doc.length, insert: text };
  editor.dispatch({ changes, userEvent: "input.type", annotations: isolateHistory.of("full") });
}

describe("saving", () => {
  it("stores what was typed within 300 ms of the last key, and remembers it as the text", async () => {
    const { program, session, editor } = await open("Một.");
    type(editor, " Hai.");
    await vi.advanceTimersByTimeAsync(300);
    expect(program.saved).toEqual(["Một. Hai."]);
    expect(session.text).toBe("Một. Hai.");
    expect(session.view?.body).toBe("Một. Hai.");
  });

  it("tries again by itself after a refusal, and says so until it is done", async () => {
    const { program, session, editor } = await open("Một.");
    program.n_refusals = 2;
    type(editor, " Hai.");
    await vi.advanceTimersByTimeAsync(300);
    expect(program.saved).toEqual([]);
    expect(session.error).toContain(SAVE_REFUSED.message);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(program.saved).toEqual(["Một. Hai."]);
    expect(session.error).toBeNull();
  });

  it("tells whoever waits for it whether the text is stored", async () => {
    const { program, session, editor } = await open("Một.");
    expect(await session.save()).toBe(true);
    type(editor, " Hai.");
    program.n_refusals = 1;
    expect(await session.save()).toBe(false);
    expect(await session.save()).toBe(true);
    expect(program.body).toBe("Một. Hai.");
  });

  it("stores the merged text before it says that it is stored", async () => {
    const { program, session, editor } = await open("Một. Hai.");
    type(editor, " Ba.");
    program.body = "Số một. Hai.";
    expect(await session.save()).toBe(true);
    expect(program.body).toBe("Số một. Hai. Ba.");
    expect(editor.state.doc.toString()).toBe("Số một. Hai. Ba.");
  });
});

describe("reading", () => {
  it("comes after the save, at the places that typing has moved it to meanwhile", async () => {
    const { program, session, editor } = await open("Một.");
    type(editor, " Hai.");
    program.reading = { ...program.reading, outline: [{ ...SECTION, from: 5, to: 9 }], figures: 7 };
    program.whenRead = () => editor.dispatch({ changes: { from: 0, insert: "Số " }, userEvent: "input.type" });
    await session.save();
    await vi.waitFor(() => expect(session.reading?.figures).toBe(7));
    expect(session.reading?.outline[0]).toMatchObject({ from: 8, to: 12 });
  });
});

describe("undo in the editor", () => {
  it("is stored in the place of the step that it goes back over", async () => {
    const { program, session, editor } = await open("Một.");
    type(editor, " Hai.");
    await session.save();
    type(editor, " Ba.");
    await session.save();
    undo(editor);
    await session.save();
    expect(program.body).toBe("Một. Hai.");
    expect(program.insteadOf).toEqual([[], [], [2]]);
  });

  it("ends at a change that is not of this text, which the program undoes first", async () => {
    const { program, session, editor } = await open("Một.");
    type(editor, " Hai.");
    await session.save();
    session.changed({ nouns: ["draft"], cause: "draft-text" });
    session.changed({ nouns: ["backup"], cause: "backup" });
    expect(undoDepth(editor.state)).toBe(1);
    session.changed({ nouns: ["figure"], cause: "elsewhere" });
    expect(undoDepth(editor.state)).toBe(0);
    await session.save();
    expect(program.body).toBe("Một. Hai.");
  });
});

describe("leaving", () => {
  it("stores what was typed last", async () => {
    const { program, session, editor } = await open("Một.");
    type(editor, " Hai.");
    await session.leave();
    expect(program.body).toBe("Một. Hai.");
  });

  it("keeps what cannot be stored, and brings it into the draft when it is opened again", async () => {
    const { program, session, editor } = await open("Một. Hai.");
    type(editor, " Ba.");
    program.n_refusals = 1;
    await session.leave();
    expect(program.body).toBe("Một. Hai.");
    expect(toast.said?.text).toContain("giữ");

    program.body = "Số một. Hai.";
    const again = await desk();
    expect(again.editor.state.doc.toString()).toBe("Số một. Hai. Ba.");
    await vi.advanceTimersByTimeAsync(300);
    expect(program.body).toBe("Số một. Hai. Ba.");

    const third = await desk();
    expect(third.editor.state.doc.toString()).toBe("Số một. Hai. Ba.");
  });
});
