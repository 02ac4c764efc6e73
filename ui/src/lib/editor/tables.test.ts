import { EditorState, Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { afterEach, describe, expect, it } from "vitest";
import type { BodyReading, Chip } from "$lib/api/bindings";
import { atoms } from "./atoms";
import { NO_READING, setReading } from "./reading";
import { tablesIn } from "./tables";

const found = (source: string): string[][][] => {
  const doc = Text.of(source.split("\n"));
  return tablesIn(doc).map((table) => table.rows.map((row) => row.map(({ from, to }) => doc.sliceString(from, to))));
};

describe("tablesIn", () => {
  it.each<[string, string, string[][][]]>([
    ["a table", "| a | b |\n|---|--:|\n| 1 | 2 |", [[["a", "b"], ["1", "2"]]]],
    ["one between paragraphs", "Chữ.\n\n|a|b|\n|-|-|\n\nChữ.", [[["a", "b"]]]],
    ["bars of expressions", "|a|b|\n|-|-|\n| {{ x | hoa }} | c\\|d |", [[["a", "b"], ["{{ x | hoa }}", "c\\|d"]]]],
    ["an empty cell, a cell too few, no bar at the end", "|a|b|\n|-|-|\n| |\n|1|2", [[["a", "b"], [""], ["1", "2"]]]],
    ["text glued below: a row to some readers", "|a|\n|-|\n|1|\nchữ", []],
    ["text glued above: a paragraph", "chữ\n|a|\n|-|", []],
    ["no rule", "| a | b |\n| 1 | 2 |", []],
    ["a rule of other width", "| a | b |\n|---|\n| 1 | 2 |", []],
    ["a loop over rows", "|a|\n|-|\n{% for x in y %}\n|1|\n{% endfor %}", []],
  ])("%s", (_, source, expected) => {
    expect(found(source)).toEqual(expected);
  });

  it("knows how columns are aligned", () => {
    const [table] = tablesIn(Text.of(["|a|b|c|d|", "|:-|:-:|-:|-|"]));
    expect(table?.columns).toEqual(["left", "center", "right", ""]);
  });
});

const SOURCE = "Chữ.\n\n| Tên | Số |\n|---|--:|\n| **Thu** | {{ x }} |\n\nHết.";
let view: EditorView;

function open(reading: Partial<BodyReading> = {}): void {
  view = new EditorView({ parent: document.body, state: EditorState.create({ doc: SOURCE, extensions: [atoms] }) });
  const from = SOURCE.indexOf("{{");
  const chip: Chip = { from, to: from + 7, expression: "x", text: "12,5", kind: "figure", subject: "", origin: "", hint: "", assumed: false, indicator: null };
  view.dispatch({ effects: setReading.of({ ...NO_READING, chips: [chip], ...reading }) });
}

const table = () => view.dom.querySelector("table");

describe("a drawn table", () => {
  afterEach(() => view.destroy());

  it("shows what its expressions print, and leaves the text as it is", () => {
    open();
    const cells = [...(table()?.rows ?? [])].map((row) => [...row.cells].map((cell) => cell.textContent));
    expect(cells).toEqual([
      ["Tên", "Số"],
      ["Thu", "12,5"],
    ]);
    expect(table()?.querySelector(".cm-bold")?.textContent).toBe("Thu");
    expect(view.state.doc.toString()).toBe(SOURCE);
  });

  it("gives way to its source while the cursor is in it", () => {
    open();
    for (const at of [SOURCE.indexOf("| Tên"), SOURCE.indexOf("Thu"), SOURCE.indexOf("\n\nHết")]) {
      view.dispatch({ selection: { anchor: at } });
      expect(table()).toBeNull();
      view.dispatch({ selection: { anchor: 0 } });
      expect(table()).not.toBeNull();
    }
  });

  it("opens at the cell that is pressed", () => {
    open();
    const cell = table()?.rows[1]?.cells[1];
    cell?.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true }));
    expect(view.state.selection.main.head).toBe(SOURCE.indexOf("{{"));
    expect(table()).toBeNull();
  });

  it("is not drawn over a block of the language", () => {
    const from = SOURCE.indexOf("**Thu");
    open({ folds: [{ from, to: from + 7, kind: "condition", label: "Chỉ in khi…", result: "" }] });
    expect(table()).toBeNull();
  });
});
