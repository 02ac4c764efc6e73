import { mockIPC } from "@tauri-apps/api/mocks";
import { expect, it } from "vitest";

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
