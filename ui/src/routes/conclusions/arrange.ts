// Which rows are shown, and under which headings.
import type { ConclusionLine } from "$lib/api/bindings";
import { isFollowed, type Kind } from "$lib/memory/kinds";
import { wording } from "$lib/wording";

export const STATES = ["all", "pending", "overdue", "soon", "no-deadline", "done"] as const;
export type State = (typeof STATES)[number];
export type Grouping = "source" | "body";

export type Filter = {
  kind: Kind | "followed" | "";
  body: string;
  field: string;
  state: State;
};

export const NO_FILTER: Filter = { kind: "", body: "", field: "", state: "all" };

/** A row under its heading; 1 deep for a part of the row above it. */
export type Row = { line: ConclusionLine; depth: number };
export type Group = { title: string; topic: string; rows: Row[] };

export function fits(line: ConclusionLine, filter: Filter): boolean {
  const bodies = [line.from, ...line.to, ...line.with];
  return (
    (filter.kind === "" || (filter.kind === "followed" ? isFollowed(line.kind) : line.kind === filter.kind)) &&
    (filter.body === "" || bodies.includes(filter.body)) &&
    (filter.field === "" || line.field === filter.field) &&
    isIn(line, filter.state)
  );
}

function isIn(line: ConclusionLine, state: State): boolean {
  if (state === "all") return true;
  if (state === "done") return isFollowed(line.kind) && line.progress === "done";
  return state === "pending" ? line.due !== "nothing" : line.due === state;
}

/** In the order in which their first row comes; by body by name, those given to nobody last. */
export function arranged(lines: ConclusionLine[], grouping: Grouping): Group[] {
  const groups = new Map<string, Group & { lines: ConclusionLine[] }>();
  for (const line of lines) {
    for (const { title, topic } of grouping === "source" ? [sourceOf(line)] : bodiesOf(line)) {
      const key = `${title}\n${topic}`;
      const group = groups.get(key) ?? { title, topic, rows: [], lines: [] };
      group.lines.push(line);
      groups.set(key, group);
    }
  }
  const found = [...groups.values()].map(({ title, topic, lines: own }) => ({ title, topic, rows: nested(own) }));
  if (grouping === "source") return together(found);
  const last = (title: string) => (title === wording.memory.noBody ? 1 : 0);
  return found.sort((a, b) => last(a.title) - last(b.title) || a.title.localeCompare(b.title, "vi"));
}

/** Topics of one conference stand together, whatever else was entered between them. */
function together(groups: Group[]): Group[] {
  const titles = [...new Set(groups.map(({ title }) => title))];
  return titles.flatMap((title) => groups.filter((group) => group.title === title));
}

function sourceOf(line: ConclusionLine): { title: string; topic: string } {
  const title = line.conference || line.document || wording.memory.noSource;
  return { title, topic: line.conference ? line.topic : "" };
}

function bodiesOf(line: ConclusionLine): { title: string; topic: string }[] {
  const titles = line.to.length > 0 ? [...new Set(line.to)] : [wording.memory.noBody];
  return titles.map((title) => ({ title, topic: "" }));
}

/** Parts after the row they are a part of, where that one is in the same group. */
function nested(lines: ConclusionLine[]): Row[] {
  const ids = new Set(lines.map(({ id }) => id));
  const parts = new Map<number, ConclusionLine[]>();
  const tops: ConclusionLine[] = [];
  for (const line of lines) {
    if (line.part_of === null || !ids.has(line.part_of)) tops.push(line);
    else parts.set(line.part_of, [...(parts.get(line.part_of) ?? []), line]);
  }
  const below = (line: ConclusionLine, depth: number): Row[] => [
    { line, depth },
    ...(parts.get(line.id) ?? []).flatMap((part) => below(part, depth + 1)),
  ];
  return tops.flatMap((line) => below(line, 0));
}

/** "5 việc · 4 đã hoàn thành · 1 quá hạn" */
export function summary(rows: Row[]): string {
  const words = wording.memory;
  const tasks = rows.map(({ line }) => line).filter((line) => isFollowed(line.kind));
  if (tasks.length === 0) return words.nRows(rows.length);
  const count = (fit: (line: ConclusionLine) => boolean) => tasks.filter(fit).length;
  const told: [number, (n: number) => string][] = [
    [tasks.length, words.nTasks],
    [count((line) => line.progress === "done"), words.nDone],
    [count((line) => line.progress === "doing"), words.nDoing],
    [count((line) => line.due === "overdue"), words.overdue],
  ];
  return told.flatMap(([n, say]) => (n > 0 ? [say(n)] : [])).join(" · ");
}

/** A line of the list: a heading with what is counted below it, or a row. */
export type Entry =
  | { kind: "heading"; key: string; title: string; topic: string; summary: string }
  | { kind: "row"; key: string; line: ConclusionLine; depth: number };

/** The groups one below the other; a title stands once above all its topics. */
export function entriesOf(groups: Group[]): Entry[] {
  return groups.flatMap((group, idx) => {
    const isFirst = groups[idx - 1]?.title !== group.title;
    const key = `${group.title}\n${group.topic}`;
    const topic = group.topic || (isFirst ? "" : wording.memory.noTopic);
    const title = isFirst ? group.title : "";
    const rows = group.rows.map((row): Entry => ({ kind: "row", key: `${key}\n${row.line.id}`, ...row }));
    return [{ kind: "heading", key, title, topic, summary: summary(group.rows) }, ...rows];
  });
}
