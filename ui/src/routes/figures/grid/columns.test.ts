import { expect, it } from "vitest";
import { grid } from "../testing";
import {
  allColumns,
  type ColumnChoice,
  NO_CHOICE,
  shownColumns,
  withHidden,
  withMoved,
  withNudged,
  withWidth,
} from "./columns";

const offered = grid([]);
const keys = (choice: ColumnChoice): string =>
  shownColumns(allColumns(offered, choice), choice)
    .map(({ key }) => key)
    .join(" ");
const all = allColumns(offered, NO_CHOICE);

it.each<[string, ColumnChoice, string]>([
  ["as offered", NO_CHOICE, "number name unit last_year plan result percent_plan"],
  [
    "hidden",
    withHidden(NO_CHOICE, "unit", true),
    "number name last_year plan result percent_plan",
  ],
  [
    "moved before another",
    withMoved(NO_CHOICE, all, "result", "last_year"),
    "number name unit result last_year plan percent_plan",
  ],
  [
    "moved to the end",
    withMoved(NO_CHOICE, all, "plan", null),
    "number name unit last_year result percent_plan plan",
  ],
  [
    "nudged over a hidden neighbour",
    withNudged(withHidden(NO_CHOICE, "plan", true), all, "result", -1),
    "number name unit result last_year percent_plan",
  ],
  [
    "nudged at the edge stays",
    withNudged(NO_CHOICE, all, "unit", -1),
    "number name unit last_year plan result percent_plan",
  ],
  [
    "new columns stand behind the one they follow; vanished ones do no harm",
    { ...NO_CHOICE, order: ["result", "plan:huyện", "plan", "last_year"] },
    "number name unit result percent_plan plan last_year",
  ],
])("%s", (_, choice, expected) => {
  expect(keys(choice)).toBe(expected);
});

it("holds widths within what can be read and taken hold of", () => {
  const widths = [5, 300, 9999].map((px) => withWidth(NO_CHOICE, "plan", px).widths.plan);
  expect(widths).toEqual([44, 300, 640]);
});
