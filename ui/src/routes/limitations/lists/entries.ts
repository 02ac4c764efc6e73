// Themes and counted lists as the lines of one list.
import type { ListLine, ThemeLine } from "$lib/api/bindings";

export type Entry = { kind: "theme"; key: string; theme: ThemeLine } | { kind: "list"; key: string; list: ListLine };

export type Filter = { year: number | null; kind: string };

export const keyOf = (kind: Entry["kind"], id: number): string => `${kind} ${id}`;
export const yearOf = (entry: Entry): number => (entry.kind === "theme" ? entry.theme : entry.list).form.year;

/** The themes first, then the lists by year as they come. */
export function entriesOf(lists: ListLine[], themes: ThemeLine[], { year, kind }: Filter): Entry[] {
  const all: Entry[] = [
    ...themes.map((theme): Entry => ({ kind: "theme", key: keyOf("theme", theme.id), theme })),
    ...lists.map((list): Entry => ({ kind: "list", key: keyOf("list", list.id), list })),
  ];
  const isKind = (entry: Entry) => kind === "" || (entry.kind === "list" && entry.list.form.kind === kind);
  return all.filter((entry) => (year === null || yearOf(entry) === year) && isKind(entry));
}

/** "Kỷ cương - Hành động; Về văn hóa: Văn minh" */
export const themeText = ({ form: { separator, parts } }: ThemeLine): string =>
  parts.map(({ heading, components }) => [heading, components.join(separator)].filter(Boolean).join(": ")).join("; ");
