// Steps over one row against a program that remembers what it was told.
import { mockIPC } from "@tauri-apps/api/mocks";
import { beforeEach, expect, it } from "vitest";
import type { ProgressForm } from "$lib/api/bindings";
import { app } from "$lib/state/app.svelte";
import { Begun, noResult, record, turn } from "./steps";
import { line } from "./testing";
import type { Progress } from "./kinds";

let told: Progress[];

beforeEach(() => {
  told = [];
  mockIPC((_, args) => {
    told.push((args as { form: ProgressForm }).form.progress);
    return { value: null, step: 1 };
  });
});

it.each(["doing", "open", "dropped"] as const)("tells done, and then again what it was: %s", async (progress) => {
  await turn(null, line(1, { progress }));
  await turn(null, line(1, { progress: "done" }));
  expect(told).toEqual(["done", progress]);
});

it("takes what was done before one came for not done", async () => {
  await turn(null, line(2, { progress: "done" }));
  expect(told).toEqual(["open"]);
});

it("goes back to what it was last, not to what it was before another word about it", async () => {
  await turn(null, line(3, { progress: "doing" }));
  await record(null, line(3, { progress: "done" }), "open");
  await record(null, line(3, { progress: "open" }), "done");
  await turn(null, line(3, { progress: "done" }));
  expect(told).toEqual(["done", "open", "done", "open"]);
});

it("keeps a result begun, in words or by a document alone, for the row of its own database", () => {
  app.database = "sample:";
  const begun = new Begun(line(4));
  app.database = "own:";
  begun.keep({ ...noResult(), document: 7 });
  expect(new Begun(line(4)).result).toEqual(noResult());
  app.database = "sample:";
  expect(new Begun(line(4)).result.document).toBe(7);
  begun.keep({ ...noResult(), date: "01/02/2023" });
  expect(new Begun(line(4)).result).toEqual(noResult());
});
