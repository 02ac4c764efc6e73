// The rows that were read from a text while a person looks them over: what is kept, what is in doubt.
import type { ConclusionForm, ConclusionReading, ConfirmedRow, ReadCitation, ReadNote, ReadRow } from "$lib/api/bindings";
import type { Tone } from "$lib/components/tone";
import { isFollowed } from "$lib/memory/kinds";
import { wording } from "$lib/wording";

export type Row = {
  id: number;
  /** Of its paragraph: `p5`. */
  place: string;
  form: ConclusionForm;
  /** The row that it is a part of. */
  partOf: number | null;
  isKept: boolean;
  /** The number of a row of the office that says the same already. */
  stored: number | null;
  /** Doubts that the person knows and leaves so. */
  seen: string[];
  /** What was read of it; null for one that was added by hand. */
  read: ReadRow | null;
};

export type Doubt = { tone: Tone; text: string };

/** Of what was read; what the office has already is left out until the person says otherwise. */
export function rowsOf(reading: ConclusionReading): Row[] {
  return reading.rows.map((read, id) => {
    const { place, part_of: partOf, stored } = read;
    return { id, place, form: structuredClone(read.form), partOf, isKept: stored === null, stored, seen: [], read };
  });
}

/** How many kept parts each row has, by its id. */
export function partsOf(rows: Row[]): Map<number, number> {
  const parts = new Map<number, number>();
  for (const { partOf, isKept } of rows) {
    if (isKept && partOf !== null) parts.set(partOf, (parts.get(partOf) ?? 0) + 1);
  }
  return parts;
}

/** What a person should look at before the row is written. */
export function doubtsOf(row: Row, n_parts: number, citations: ReadCitation[]): Doubt[] {
  const words = wording.notices.doubts;
  const { form, read } = row;
  const found: Doubt[] = [];
  const say = (tone: Tone, text: string) => found.push({ tone, text });
  const names = form.assignees.map(({ name }) => name);
  if (row.stored !== null) say("amber", words.stored);
  if (!form.text.trim()) say("red", words.empty);
  if (isFollowed(form.kind) && names.length === 0 && row.partOf === null) say("amber", words.nobody);
  if (form.deadline_words && !form.deadline) {
    const between = read?.form.deadline_words === form.deadline_words ? read.deadline_between : "";
    say("grey", between ? words.between(form.deadline_words, between) : words.words(form.deadline_words));
  }
  if (form.stated_count !== null && form.stated_count !== n_parts) {
    say("amber", words.count(form.stated_count, form.counting_word, n_parts));
  }
  for (const at of read?.citations ?? []) {
    const citation = citations[at];
    if (citation) found.push(...citationDoubts(citation));
  }
  for (const name of read?.new_bodies ?? []) {
    if ([form.from, ...names].includes(name)) say("blue", words.newBody(name));
  }
  for (const { is_rule, indicator, name } of form.assignees) {
    if (is_rule && !indicator) say("blue", words.rule(name));
  }
  if (form.mentions.length > 0) {
    say("grey", words.repeated(form.mentions.map(({ place }) => place).join(", ")));
  }
  return found;
}

function citationDoubts({ slip, title, document, differs, written }: ReadCitation): Doubt[] {
  const words = wording.notices.doubts;
  const found: Doubt[] = [];
  if (slip) {
    const linked = document === null ? "" : `; ${words.linked(title)}`;
    found.push({ tone: "amber", text: words.slip(slip, title) + linked });
  }
  if (differs) found.push({ tone: "amber", text: words.differs(written, differs) });
  if (document === null) found.push({ tone: "blue", text: words.unknown(title) });
  return found;
}

/** Whether the person has to decide something, rather than only to know it: also whether a row that
    the office has already is left out rightly. */
export const isOpen = (row: Row, doubts: Doubt[]): boolean =>
  doubts.some(({ tone, text }) => (tone === "red" ? row.isKept : tone === "amber" && isAsked(row) && !row.seen.includes(text)));

const isAsked = ({ isKept, stored, seen }: Row): boolean =>
  isKept || (stored !== null && !seen.includes(wording.notices.doubts.stored));

/** What is kept, each part pointing to its whole where that one is kept too, or stored already. */
export function confirmed(rows: Row[]): ConfirmedRow[] {
  const kept = rows.filter(({ isKept }) => isKept);
  return kept.map(({ form, place, partOf }, idx) => {
    const whole = kept.findIndex(({ id }) => id === partOf);
    if (whole >= 0 && whole < idx) return { form, place, part_of: whole };
    const stored = partOf === null ? null : (rows.find(({ id }) => id === partOf)?.stored ?? null);
    return { form: stored === null ? form : { ...form, part_of: stored }, place, part_of: null };
  });
}

/** The next one after `at`, around the end; -1 when there is none. */
export function nextAfter(at: number, isWanted: (idx: number) => boolean, n_rows: number): number {
  const places = Array.from({ length: n_rows }, (_, step) => (at + 1 + step) % n_rows);
  return places.find(isWanted) ?? -1;
}

/** What no row tells itself: a row asks for its count, and asks anew when parts are left out. */
export function notesApart({ rows, notes }: ConclusionReading): ReadNote[] {
  const counted = new Set(rows.filter(({ form }) => form.stated_count !== null).map(({ place }) => place));
  return notes.filter(({ place, sentence }) => sentence !== "" || !counted.has(place));
}

/** Where a row of this place belongs among the others: behind those of its paragraph and before it. */
export function indexFor(place: string, rows: Row[], reading: ConclusionReading): number {
  const order = new Map(reading.paragraphs.map((paragraph, idx) => [paragraph.place, idx]));
  const own = order.get(place) ?? Infinity;
  return rows.findLastIndex((row) => (order.get(row.place) ?? -1) <= own) + 1;
}
