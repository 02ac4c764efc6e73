// An open template against a program that fails now and then.
import { mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { TemplateForm, TemplateView } from "$lib/api/bindings";
import { NO_READING } from "$lib/editor/reading";
import { toast } from "$lib/state/toast.svelte";
import { TemplateSession } from "./session.svelte";

const scope = { office: null, year: 2023 };
const refusal = { kind: "refused", message: "Đĩa đầy nên chưa lưu được." };
const LOOK = { built_in: false, side: "party", profile: "hd05", type_name: "BÁO CÁO", symbol: "BC" } as const;
let stored: TemplateForm;
let n_refusals: number;
let asked: string[];

beforeEach(() => {
  vi.useFakeTimers();
  stored = { name: "Mẫu", subject: "Tổng kết năm", body: "Một." };
  n_refusals = 0;
  asked = [];
  mockIPC((command, args) => {
    asked.push(command);
    if (command === "template") return { id: "own:1", ...LOOK, ...stored, reading: NO_READING } satisfies TemplateView;
    if (command === "read_template") return NO_READING;
    n_refusals -= 1;
    if (n_refusals >= 0) throw refusal;
    stored = (args as { form: TemplateForm }).form;
    return { value: null, step: 1 };
  });
});
afterEach(() => {
  vi.useRealTimers();
});

async function open(): Promise<TemplateSession> {
  const session = new TemplateSession("own:1", scope);
  await session.open();
  return session;
}

describe("saving", () => {
  it("stores what was typed within 300 ms of the last key", async () => {
    const session = await open();
    session.subject = "Tổng kết";
    session.typed();
    await vi.advanceTimersByTimeAsync(300);
    expect(stored.subject).toBe("Tổng kết");
  });

  it("tries again by itself after a refusal, and says so until it is done", async () => {
    const session = await open();
    n_refusals = 2;
    session.subject = "Tổng kết";
    session.typed();
    await vi.advanceTimersByTimeAsync(300);
    expect(session.error).toContain(refusal.message);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stored.subject).toBe("Tổng kết");
    expect(session.error).toBeNull();
  });

  it("tells whoever waits for it whether the template is stored", async () => {
    const session = await open();
    n_refusals = 1;
    session.name = "Mẫu khác";
    expect(await session.save()).toBe(false);
    expect(await session.save()).toBe(true);
  });
});

describe("leaving", () => {
  it("keeps what cannot be stored, and brings it back when the template is opened again", async () => {
    const session = await open();
    n_refusals = 1;
    session.subject = "Tổng kết";
    await session.leave();
    expect(stored.subject).toBe("Tổng kết năm");
    expect(toast.said?.text).toContain("giữ");

    expect((await open()).subject).toBe("Tổng kết");
    await vi.advanceTimersByTimeAsync(300);
    expect(stored.subject).toBe("Tổng kết");
    stored.subject = "Báo cáo năm";
    expect((await open()).subject).toBe("Báo cáo năm");
  });
});
