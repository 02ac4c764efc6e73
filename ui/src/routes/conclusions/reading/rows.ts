// The rows that were read from a text while a person looks them over: what is kept, what is in doubt.
import type { ConclusionForm, ConclusionLine, ConclusionReading, ConfirmedRow, ReadCitation, ReadRow } from "$lib/api/bindings";
import type { Tone } from "$lib/components/tone";
import { fold } from "$lib/fold";
import { isFollowed } from "$lib/memory/kinds";
import { wording } from "$lib/wording";
import { placeName } from "$lib/wording/notices";

export type Row = {
  id: number;
  /** Of its paragraph: `p5`. */
  place: string;
  form: ConclusionForm;
  /** The row that it is a part of. */
  partOf: number | null;
  isKept: boolean;
  /** The office has such a row already. */
  isStored: boolean;
  /** What was read of it; null for one that was added by hand. */
  read: ReadRow | null;
};

export type Doubt = { tone: Tone; text: string };

/** Of what was read; what the office has already is left out until the person says otherwise. */
export function rowsOf(reading: ConclusionReading, stored: ConclusionLine[]): Row[] {
  const known = new Set(stored.flatMap(({ text, quote }) => [sameText(text), sameText(quote)]));
  return reading.rows.map((read, id) => {
    const isStored = [read.form.text, read.form.quote].some((text) => text !== "" && known.has(sameText(text)));
    return { id, place: read.place, form: structuredClone(read.form), partOf: read.part_of, isKept: !isStored, isStored, read };
  });
}

/** As the forms print days; the program itself reads more. */
const DAY = /^\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*$/;

/** The same in any spelling, but for what ends it. */
const sameText = (text: string): string => fold(text).replace(/[\s.;]+$/, "");

/** What a person should look at before the row is written; nothing for one that is left out. */
export function doubtsOf(row: Row, rows: Row[], citations: ReadCitation[]): Doubt[] {
  const words = wording.notices.doubts;
  const { form, read } = row;
  if (row.isStored) return [{ tone: "amber", text: words.stored }];
  const found: Doubt[] = [];
  const say = (tone: Tone, text: string) => found.push({ tone, text });
  const names = form.assignees.map(({ name }) => name);
  if (!form.text.trim()) say("red", words.empty);
  if (isFollowed(form.kind) && names.length === 0 && row.partOf === null) say("amber", words.nobody);
  if (form.deadline && !DAY.test(form.deadline)) say("red", words.notADay(form.deadline));
  if (form.deadline_words && !form.deadline) {
    const between = read?.form.deadline_words === form.deadline_words ? read.deadline_between : "";
    say("grey", between ? words.between(form.deadline_words, between) : words.words(form.deadline_words));
  }
  const n_parts = rows.filter(({ partOf, isKept }) => isKept && partOf === row.id).length;
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
    say("grey", words.repeated(form.mentions.map(({ place }) => placeName(place)).join(", ")));
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

/** Whether the person has to decide something, rather than only to know it. */
export const isOpen = (row: Row, doubts: Doubt[]): boolean =>
  row.isKept && doubts.some(({ tone }) => tone === "amber" || tone === "red");

/** What is kept, each part pointing to its whole where that one is kept too. */
export function confirmed(rows: Row[]): ConfirmedRow[] {
  const kept = rows.filter(({ isKept }) => isKept);
  return kept.map(({ form, place, partOf }, idx) => {
    const whole = kept.findIndex(({ id }) => id === partOf);
    return { form, place, part_of: whole >= 0 && whole < idx ? whole : null };
  });
}

/** The next one after `at`, around the end; -1 when there is none. */
export function nextAfter(at: number, isWanted: (idx: number) => boolean, n_rows: number): number {
  const places = Array.from({ length: n_rows }, (_, step) => (at + 1 + step) % n_rows);
  return places.find(isWanted) ?? -1;
}

/** What does not fit in the text and belongs to no row; a sentence that was not understood can become one. */
export type Note = { place: string; text: string; sentence: string };

export function notesApart(reading: ConclusionReading): Note[] {
  const counted = new Set(reading.rows.filter(({ form }) => form.stated_count !== null).map(({ place }) => place));
  return reading.notes.flatMap((note) => {
    const [, place = "", said = note] = /^(\w+): (.*)$/s.exec(note) ?? [];
    // The row itself asks that, and asks anew when parts are left out.
    const isTold = counted.has(place) && /^nêu \d+/.test(said);
    const sentence = /«(.*)»/s.exec(said)?.[1] ?? "";
    return isTold ? [] : [{ place, text: `${placeName(place)}: ${said}`, sentence }];
  });
}

/** Where a row of this place belongs among the others: behind those of its paragraph and before it. */
export function indexFor(place: string, rows: Row[], reading: ConclusionReading): number {
  const order = new Map(reading.paragraphs.map((paragraph, idx) => [paragraph.place, idx]));
  const own = order.get(place) ?? Infinity;
  return rows.findLastIndex((row) => (order.get(row.place) ?? -1) <= own) + 1;
}
