import { beforeEach, expect, it } from "vitest";
import type { FoundKind, FoundLine } from "$lib/api/bindings";
import { app } from "$lib/state/app.svelte";
import { foundEntries } from "./entries";

beforeEach(() => (app.scope = { office: null, year: 2026 }));

const hit = (kind: FoundKind, id: number, year: number): FoundLine => ({
  kind,
  kind_name: "",
  id,
  indicator: "thu",
  year,
  field: "",
  office: "",
  office_name: "",
  title: "Thu ngân sách",
  title_pieces: [],
  passage: [],
});

it("offers the values of the year in view before those of others, all else as it was ranked", () => {
  const hits = [hit("figure", 1, 2023), hit("conclusion", 2, 2022), hit("plan", 3, 2025), hit("figure", 4, 2026)];
  expect(foundEntries({ n_hits: 4, hits }, "thu").map(({ id }) => id)).toEqual([
    "found:figure:4",
    "found:conclusion:2",
    "found:figure:1",
    "found:plan:3",
  ]);
});
