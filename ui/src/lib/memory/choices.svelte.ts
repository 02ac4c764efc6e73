// What the forms of the memory let one choose from: fields, bodies, documents, conferences and
// indicators of the office.
import type { BodyLine, ConferenceLine, DocumentLine, Scope } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { wording } from "$lib/wording";
import { apart, distinct } from "./apart";

export type Choice = { value: string; label: string };

export class Choices {
  fields = $state.raw<Choice[]>([]);
  /** Slugs with names. */
  indicators = $state.raw<Choice[]>([]);
  bodies = $state.raw<BodyLine[]>([]);
  documents = $state.raw<DocumentLine[]>([]);
  conferences = $state.raw<ConferenceLine[]>([]);
  error = $state<string | null>(null);
  names = $derived(distinct(this.bodies.map((body) => body.label)));

  async read(scope: Scope): Promise<void> {
    const { office } = scope;
    try {
      const [grid, bodies, documents, conferences] = await Promise.all([
        call(commands.figureGrid(scope)),
        call(commands.bodies(office)),
        call(commands.documents(office, {})),
        call(commands.conferences(office)),
      ]);
      this.fields = grid.fields.map(({ slug, name }) => ({ value: slug, label: name }));
      this.indicators = grid.rows.map(({ indicator, name }) => ({ value: indicator, label: name }));
      this.bodies = bodies;
      this.documents = documents;
      this.conferences = conferences;
      this.error = null;
    } catch (thrown) {
      this.error = asCommandError(thrown).message;
    }
  }
}

/** A choice that may be left open: "" stands for none. */
export const orNone = (none: string, choices: Choice[]): Choice[] => [{ value: "", label: none }, ...choices];

type Row = { id: number; title: string; date?: string; days?: string };

/** Rows with numbers as choices. Those of one title are told apart by their days, or else by their numbers. */
export function numbered(rows: Row[]): Choice[] {
  const dated = apart(rows.map(({ title }) => title), rows.map(({ date, days }) => date || days || ""));
  const labels = apart(dated, rows.map(({ id }) => wording.memory.rowNumber(id)));
  return rows.map(({ id }, idx) => ({ value: String(id), label: labels[idx] ?? "" }));
}
