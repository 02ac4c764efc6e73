// A row as the program tells of it, for tests.
import type { ConclusionLine } from "$lib/api/bindings";

export function line(id: number, known: Partial<ConclusionLine> = {}): ConclusionLine {
  return {
    id,
    kind: "task",
    kind_name: "nhiệm vụ",
    text: `Việc ${id}`,
    quote: "",
    year: 2023,
    field: "",
    from: "",
    to: [],
    with: [],
    document: "",
    basis: [],
    conference: "",
    topic: "",
    deadline: "",
    due: "no-deadline",
    days_late: 0,
    urgency: "",
    progress: "open",
    progress_name: "chưa thực hiện",
    results: [],
    part_of: null,
    cause: null,
    n_parts: 0,
    count_note: "",
    n_mentions: 0,
    origin: "nhập tay",
    ...known,
  };
}
