// A document while it is filled in.
import type { DocumentForm } from "$lib/api/bindings";

/** One of which nothing is known yet. */
export const blank = (): DocumentForm => ({
  kind: "",
  number: "",
  date: "",
  issuer: "",
  subject: "",
  pending: false,
  aliases: [],
  field: "",
  term: "",
  conference: null,
  relations: [],
  events: [],
  opinions: [],
  text: "",
});

/** What waited to be issued has got its number and day: it is issued, and its way says so once. */
export function issued(form: DocumentForm, number: string, date: string): DocumentForm {
  const isTold = form.events.some(({ kind }) => kind === "issued");
  const events = isTold ? form.events : [...form.events, { kind: "issued" as const, date, note: "" }];
  return { ...form, number, date, pending: false, events };
}
