// For tests: a program that holds one draft and answers at its own door as the real one would.
import { mockIPC } from "@tauri-apps/api/mocks";
import { vi } from "vitest";

import type { BodyReading, DraftLine, DraftView } from "$lib/api/bindings";
import { NO_READING } from "$lib/editor/reading";

export const SAVE_REFUSED = { kind: "refused", message: "Đĩa đầy nên chưa lưu được." };
const MOVED = { kind: "refused", message: "Báo cáo vừa được sửa ở nơi khác." };

type Save = { revision: number; body: string; insteadOf: number[] };

export class Program {
  body: string;
  /** The bodies that were stored, in their order. */
  readonly saved: string[] = [];
  readonly asked: string[] = [];
  /** The steps that each of them stood in the place of. */
  readonly insteadOf: number[][] = [];
  /** Refuses this many saves from now on. */
  n_refusals = 0;
  reading: BodyReading = NO_READING;
  /** What happens while the text is being read. */
  whenRead: () => void = () => undefined;

  constructor(body: string) {
    this.body = body;
    mockIPC((command, args) => this.#answer(command, args as Record<string, unknown>), { shouldMockEvents: true });
  }

  #answer(command: string, args: Record<string, unknown>): unknown {
    this.asked.push(command);
    if (command === "draft") return this.view;
    if (command === "drafts") return [this.line];
    if (command === "save_draft") return this.#save(args as Save);
    if (command === "read_draft") {
      this.whenRead();
      return this.reading;
    }
    if (command === "preview_draft") throw SAVE_REFUSED;
    return null;
  }

  #save({ revision, body, insteadOf: instead }: Save): unknown {
    if (this.n_refusals > 0) {
      this.n_refusals -= 1;
      throw SAVE_REFUSED;
    }
    if (revision !== fingerprint(this.body)) throw MOVED;
    this.body = body;
    this.saved.push(body);
    this.insteadOf.push(instead);
    return { value: fingerprint(body), step: this.saved.length };
  }

  get line(): DraftLine {
    const { id, kind, kind_name, year, office, settings } = this.view;
    const counts = { latest_version: 0, gaps: 0, findings: 0, figures: 0 };
    return { id, title: settings.title, kind, kind_name, year, office, changed: "2023-12-27T08:30:05", ...counts };
  }

  get view(): DraftView {
    return {
      id: 3,
      kind: "kinh-te-xa-hoi",
      kind_name: "Kinh tế - xã hội",
      year: 2023,
      office: "xa-mau",
      settings: { title: "Báo cáo năm 2023", subject: "", profile: "nd30", number: "", date: "", toc: false, draft_mark: true },
      body: this.body,
      revision: fingerprint(this.body),
      reading: this.reading,
      versions: [],
      template_changed: false,
    };
  }
}

function fingerprint(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
}

class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/** Stands in for what the test's page lacks; to be called before each test. */
export function withoutObservers(): () => void {
  vi.stubGlobal("ResizeObserver", NoObserver);
  vi.stubGlobal("IntersectionObserver", NoObserver);
  return () => vi.unstubAllGlobals();
}
