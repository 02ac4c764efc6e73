// The import that is open against a program that answers late.
import { mockIPC } from "@tauri-apps/api/mocks";
import { beforeEach, expect, it } from "vitest";
import type { GivenFile } from "$lib/api/bindings";
import { session } from "./session.svelte";

const file = (token: string): GivenFile => ({ token, name: `${token}.xlsx` }) as GivenFile;
const answer = new Map<string, { stopped: () => void; refused: () => void }>();

beforeEach(() => {
  answer.clear();
  mockIPC((command, args) => {
    if (command !== "read_import") return null;
    const { token } = args as { token: string };
    return new Promise((resolve, reject) => {
      answer.set(token, {
        stopped: () => resolve({ kind: "stopped" }),
        refused: () => reject({ kind: "refused", message: `${token}: không đọc được` }),
      });
    });
  }, { shouldMockEvents: true });
  session.enter({ office: null, year: 2024 }, crypto.randomUUID());
});

it.each(["stopped", "refused"] as const)("shows the reading of the second file when that of the first ends %s", async (how) => {
  const first = session.take([file("một")]);
  session.close();
  const second = session.take([file("hai")]);
  answer.get("một")?.[how]();
  await first;
  expect([session.progress, session.error, session.file?.name]).toEqual([expect.anything(), null, "hai.xlsx"]);
  answer.get("hai")?.refused();
  await second;
  expect([session.progress, session.error]).toEqual([null, "hai: không đọc được"]);
});

it("shows nothing of a reading that was left", () => {
  void session.take([file("một")]);
  session.close();
  expect([session.progress, session.step]).toEqual([null, "choose"]);
});
