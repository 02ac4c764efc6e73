// What the program read in the text, kept at its place while the person types on: chips, folded
// blocks, headings, gaps and findings. The text itself is never written from here.
import { StateEffect, StateField, type ChangeDesc, type EditorState, type Transaction } from "@codemirror/state";

import type { BodyError, BodyReading, Chip, FindingView, Fold, GapView, Section } from "$lib/api/bindings";

export type OpenFold = Fold & { open: boolean };

export type Placed = {
  chips: Chip[];
  folds: OpenFold[];
  outline: Section[];
  gaps: GapView[];
  findings: FindingView[];
  /** Why the text cannot be read; the rest is then that of the reading before. */
  error: BodyError | null;
};

/** What is known of a text that was never read. */
export const NOTHING: Placed = { chips: [], folds: [], outline: [], gaps: [], findings: [], error: null };

/** The reading of a text with nothing in it. */
export const NO_READING: BodyReading = { ...NOTHING, figures: 0, table_figures: 0 };

/** A reading of the text as it is after the transaction. */
export const setReading = StateEffect.define<BodyReading>();

/** Opens the fold that starts at `from` as source, or shows its result again. */
export const setFold = StateEffect.define<{ from: number; open: boolean }>({
  map: (value, changes) => ({ ...value, from: changes.mapPos(value.from, 1) }),
});

export const placed = StateField.define<Placed>({
  create: () => NOTHING,
  update(before, tr) {
    let now = tr.docChanged ? mapped(before, tr.changes) : before;
    for (const effect of tr.effects) {
      if (effect.is(setReading)) now = fresh(effect.value, now);
      if (effect.is(setFold)) now = withFold(now, effect.value.from, effect.value.open);
    }
    return openAround(now, tr);
  },
});

/** A reading of an earlier text, moved to where `changes` brought its places. */
export function mapReading(reading: BodyReading, changes: ChangeDesc): BodyReading {
  if (changes.empty) return reading;
  return { ...reading, ...mapped({ ...reading, folds: closed(reading.folds) }, changes) };
}

export function chipAt(state: EditorState, from: number, to: number): Chip | undefined {
  return state.field(placed).chips.find((chip) => chip.from === from && chip.to === to);
}

/** The index in the outline of the section that `pos` stands in; -1 before the first. */
export function sectionAt(outline: Section[], pos: number): number {
  let found = -1;
  outline.forEach((section, idx) => {
    if (section.from <= pos) found = idx;
  });
  return found;
}

function mapped(now: Placed, changes: ChangeDesc): Placed {
  const move = <T extends { from: number; to: number }>(range: T): T => ({
    ...range,
    from: changes.mapPos(range.from, 1),
    to: changes.mapPos(range.to, -1),
  });
  const kept = <T extends { from: number; to: number }>(ranges: T[]): T[] =>
    ranges.map(move).filter((range) => range.from < range.to);
  return {
    // A chip whose source was touched is text again until it is read anew.
    chips: kept(now.chips.filter((chip) => !changes.touchesRange(chip.from + 1, chip.to - 1))),
    folds: kept(now.folds),
    outline: now.outline.map((section) => ({
      ...section,
      from: changes.mapPos(section.from, 1),
      to: changes.mapPos(section.to, 1),
    })),
    gaps: kept(now.gaps),
    findings: now.findings.map((finding) => mapFinding(finding, changes)),
    error: now.error && { ...now.error, from: changes.mapPos(now.error.from, 1), to: changes.mapPos(now.error.to, -1) },
  };
}

function mapFinding(finding: FindingView, changes: ChangeDesc): FindingView {
  const { from, to, repair } = finding;
  if (from === null || to === null) return finding;
  const isRepairable = repair !== null && !changes.touchesRange(repair.from, repair.to);
  return {
    ...finding,
    from: changes.mapPos(from, 1),
    to: changes.mapPos(to, -1),
    repair: isRepairable
      ? { ...repair, from: changes.mapPos(repair.from, 1), to: changes.mapPos(repair.to, -1) }
      : null,
  };
}

function fresh(reading: BodyReading, before: Placed): Placed {
  // A text that cannot be read keeps what is known of its other places.
  if (reading.error) return { ...before, error: reading.error };
  const open = new Set(before.folds.filter((fold) => fold.open).map((fold) => fold.from));
  return {
    chips: reading.chips,
    folds: reading.folds.map((fold) => ({ ...fold, open: open.has(fold.from) })),
    outline: reading.outline,
    gaps: reading.gaps,
    findings: reading.findings,
    error: null,
  };
}

function withFold(now: Placed, from: number, open: boolean): Placed {
  return { ...now, folds: now.folds.map((fold) => (fold.from === from ? { ...fold, open } : fold)) };
}

/** Leading the cursor to a place inside a fold opens it. */
function openAround(now: Placed, tr: Transaction): Placed {
  if (!tr.selection) return now;
  const { from, to } = tr.newSelection.main;
  const hides = (fold: OpenFold): boolean =>
    !fold.open && fold.from < to && from < fold.to && !(from <= fold.from && to >= fold.to);
  if (!now.folds.some(hides)) return now;
  return { ...now, folds: now.folds.map((fold) => (hides(fold) ? { ...fold, open: true } : fold)) };
}

function closed(folds: Fold[]): OpenFold[] {
  return folds.map((fold) => ({ ...fold, open: false }));
}
