// What the forms of the memory let one choose from: fields, bodies, documents, conferences and
// indicators of the office.
import type { BodyLine, ConferenceLine, DocumentLine, Scope } from "$lib/api/bindings";
import { commands } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";

export type Choice = { value: string; label: string };

export class Choices {
  fields = $state.raw<Choice[]>([]);
  /** Slugs with names. */
  indicators = $state.raw<Choice[]>([]);
  bodies = $state.raw<BodyLine[]>([]);
  documents = $state.raw<DocumentLine[]>([]);
  conferences = $state.raw<ConferenceLine[]>([]);
  error = $state<string | null>(null);
  names = $derived(this.bodies.map((body) => body.name));

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

/** Rows with numbers as choices. */
export const numbered = (rows: { id: number; title: string }[]): Choice[] =>
  rows.map(({ id, title }) => ({ value: String(id), label: title }));
