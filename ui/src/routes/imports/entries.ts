// The table of an import as entries of equal height: a heading before the lines of each sheet.
import type { ImportSection } from "$lib/api/bindings";

export type Entry =
  | { kind: "section"; key: string; section: ImportSection }
  /** `at`: place among the lines that pass the filter. */
  | { kind: "line"; key: string; section: ImportSection; at: number };

export function n_entries(sections: ImportSection[]): number {
  return sections.reduce((sum, section) => sum + section.n_lines + 1, 0);
}

/** Entries `from` to `to` without making the others. */
export function entriesBetween(sections: ImportSection[], from: number, to: number): Entry[] {
  const found: Entry[] = [];
  let start = 0;
  sections.forEach((section, idx) => {
    const end = start + section.n_lines + 1;
    for (let at = Math.max(from, start); at < Math.min(to, end); at += 1) {
      found.push(
        at === start
          ? { kind: "section", key: `section ${idx}`, section }
          : { kind: "line", key: `line ${section.first + at - start - 1}`, section, at: section.first + at - start - 1 },
      );
    }
    start = end;
  });
  return found;
}

/** The entry of a line, headings counted. */
export function entryOf(sections: ImportSection[], line: number): number {
  return line + sections.filter((section) => section.first <= line).length;
}

export function sectionOf(sections: ImportSection[], line: number): ImportSection | undefined {
  return sections.findLast((section) => section.first <= line);
}

/** The place after `line` that needs the person's word, around the end; -1 when there is none. */
export function nextOpen(open: number[], line: number): number {
  return open.find((at) => at > line) ?? open[0] ?? -1;
}
