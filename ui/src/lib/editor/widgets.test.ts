import { EditorView } from "@codemirror/view";
import { expect, it } from "vitest";
import type { OpenFold } from "./reading";
import { FoldWidget } from "./widgets";

const FOLD = { from: 0, to: 9, label: "Bảng điểm chỉ tiêu của năm", result: "", open: false };
const drawn = (kind: OpenFold["kind"]) => new FoldWidget({ ...FOLD, kind }, true).toDOM(new EditorView());

it("says of a note of the template only that it is one, and the note where one points", () => {
  const note = drawn("comment");
  expect(note.textContent).toBe("Ghi chú, không in ra");
  expect(note.title).toBe(FOLD.label);
});

it("says of any other block what it does", () => {
  expect(drawn("condition").textContent).toBe(FOLD.label);
});
