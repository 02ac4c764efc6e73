// Draws chips, folded blocks and tables over their source, and makes the cursor treat each chip and
// each folded block as one letter; a table it enters.
import { RangeSet, RangeSetBuilder, StateField, type EditorState, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";

import { placed, type OpenFold, type Placed } from "./reading";
import { drawnTables, tables, TableWidget } from "./tables";
import { ChipWidget, FoldHead, FoldWidget } from "./widgets";

export type Atom = { from: number; to: number };

type Drawn = { decorations: DecorationSet; atoms: Atom[] };

const drawn = StateField.define<Drawn>({
  create: draw,
  update(before, tr) {
    // While letters are being composed (Vietnamese input), nothing around them may be redrawn.
    if (tr.isUserEvent("input.type.compose")) {
      return {
        decorations: before.decorations.map(tr.changes),
        atoms: before.atoms.map(({ from, to }) => ({
          from: tr.changes.mapPos(from, 1),
          to: tr.changes.mapPos(to, -1),
        })),
      };
    }
    const isMoved = tr.docChanged || tr.selection !== undefined;
    return isMoved || tr.startState.field(placed) !== tr.state.field(placed) ? draw(tr.state) : before;
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ decorations }) => decorations),
    EditorView.atomicRanges.of((view) => atomicRanges(view.state.field(field).atoms)),
  ],
});

export const atoms: Extension = [placed, tables, drawn];

/** The chip or closed block that ends or starts at `pos`, or covers exactly the selection. */
export function atomAt(state: EditorState, side: "before" | "after", pos: number): Atom | undefined {
  return state.field(drawn).atoms.find((atom) => (side === "before" ? atom.to : atom.from) === pos);
}

export function chosenAtom(state: EditorState): Atom | undefined {
  const { from, to, empty } = state.selection.main;
  return empty ? undefined : state.field(drawn).atoms.find((atom) => atom.from === from && atom.to === to);
}

function draw(state: EditorState): Drawn {
  const now = state.field(placed);
  const closed = outermostClosed(now.folds);
  const shownTables = drawnTables(state);
  const isHidden = hiddenBy([...closed, ...shownTables].sort((a, b) => a.from - b.from));
  const ranges = shownTables.map((table) =>
    Decoration.replace({ widget: new TableWidget(state, table), block: true }).range(table.from, table.to),
  );
  const all: Atom[] = [];
  for (const fold of closed) {
    const asBlock = coversLines(state, fold);
    const widget = new FoldWidget(fold, asBlock);
    ranges.push(Decoration.replace({ widget, block: asBlock }).range(fold.from, fold.to));
    all.push({ from: fold.from, to: fold.to });
  }
  for (const fold of now.folds) {
    if (fold.open && !isHidden(fold)) ranges.push(...openFold(state, fold));
  }
  const { from, to } = state.selection.main;
  for (const chip of now.chips) {
    if (isHidden(chip)) continue;
    const chosen = chip.from === from && chip.to === to;
    ranges.push(Decoration.replace({ widget: new ChipWidget(chip, chosen) }).range(chip.from, chip.to));
    all.push({ from: chip.from, to: chip.to });
  }
  ranges.push(...findingMarks(now, isHidden));
  return { decorations: Decoration.set(ranges, true), atoms: all.sort((a, b) => a.from - b.from) };
}

function openFold(state: EditorState, fold: OpenFold): Range<Decoration>[] {
  const asBlock = coversLines(state, fold);
  const head = Decoration.widget({ widget: new FoldHead(fold, asBlock), block: asBlock, side: -1 });
  const ranges = [head.range(fold.from)];
  if (!asBlock) return ranges;
  for (let pos = fold.from; pos <= fold.to; ) {
    const line = state.doc.lineAt(pos);
    ranges.push(Decoration.line({ class: "cm-in-fold" }).range(line.from));
    pos = line.to + 1;
  }
  return ranges;
}

function findingMarks(now: Placed, isHidden: (atom: Atom) => boolean): Range<Decoration>[] {
  return now.findings.flatMap(({ from, to, severity, message }) => {
    if (from === null || to === null || from >= to || isHidden({ from, to })) return [];
    const mark = Decoration.mark({ class: `cm-finding cm-finding-${severity}`, attributes: { title: message } });
    return [mark.range(from, to)];
  });
}

function outermostClosed(folds: OpenFold[]): OpenFold[] {
  let end = -1;
  return [...folds]
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((fold) => {
      if (fold.open || fold.from < end) return false;
      end = fold.to;
      return true;
    });
}

/** Whether a range lies within one of `closed`, which are in order and apart. */
function hiddenBy(closed: Atom[]): (range: Atom) => boolean {
  return ({ from, to }) => {
    let low = 0;
    let high = closed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((closed[middle]?.from ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    const fold = closed[low - 1];
    return fold !== undefined && fold.from <= from && to <= fold.to;
  };
}

function coversLines(state: EditorState, { from, to }: Atom): boolean {
  return state.doc.lineAt(from).from === from && state.doc.lineAt(to).to === to;
}

function atomicRanges(all: Atom[]): RangeSet<Decoration> {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of all) builder.add(from, to, Decoration.mark({}));
  return builder.finish();
}
