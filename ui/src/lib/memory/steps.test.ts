// Steps over one row against a program that remembers what it was told.
import { mockIPC } from "@tauri-apps/api/mocks";
import { beforeEach, expect, it } from "vitest";
import type { ProgressForm } from "$lib/api/bindings";
import { turn } from "./steps";
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
