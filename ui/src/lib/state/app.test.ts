import { mockIPC } from "@tauri-apps/api/mocks";
import { expect, it, vi } from "vitest";

import { app } from "./app.svelte";

const STATE = {
  database: { kind: "ready" },
  is_sample: false,
  office: null,
  offices: [],
  undo: null,
  redo: null,
  last_backup: null,
  version: "1",
};

it("leaves a year that undo has taken away", async () => {
  let years = [2024, 2023];
  mockIPC(() => ({ ...STATE, years, newest_year: 2023 }));
  await app.load();
  app.chooseYear(2024);
  years = [2023];
  await app.load();
  expect(app.scope.year).toBe(2023);
});

it("asks what undo is called once the person pauses in typing, after other changes at once", async () => {
  vi.useFakeTimers();
  let n_asked = 0;
  mockIPC(() => {
    n_asked += 1;
    return { ...STATE, years: [2023], newest_year: 2023 };
  });
  for (let key = 0; key < 3; key += 1) {
    app.changed({ nouns: ["draft"], cause: "draft-text" });
    await vi.advanceTimersByTimeAsync(300);
  }
  expect(n_asked).toBe(0);
  await vi.advanceTimersByTimeAsync(300);
  expect(n_asked).toBe(1);
  app.changed({ nouns: ["figure"], cause: "cells" });
  expect(n_asked).toBe(2);
  vi.useRealTimers();
});
