// What the program finds while one types into Ctrl+K: names with few letters, then what is kept.
import { commands, type FoundKind } from "$lib/api/bindings";
import { asCommandError, call } from "$lib/api/call";
import { app } from "$lib/state/app.svelte";
import { foundEntries, hitEntry, type Entry } from "./entries";

/** Names of indicators and drafts are found by the other question, with fewer letters. */
const KINDS: FoundKind[] = ["document", "conclusion", "conference", "figure", "plan", "target", "list", "theme"];
const LIMIT = 20;
/** Milliseconds after the last letter; a word is not searched letter by letter. */
const PAUSE = 80;

export class Finding {
  entries = $state.raw<Entry[]>([]);
  /** Why nothing could be found; null when it could. */
  refused = $state<string | null>(null);

  /** For an effect: asks after a pause, until the effect ends; an answer that was overtaken is dropped. */
  ask(query: string): (() => void) | undefined {
    const text = query.trim();
    if (!text) {
      this.entries = [];
      this.refused = null;
      return undefined;
    }
    let stale = false;
    const timer = setTimeout(() => void this.#find(text, () => stale), PAUSE);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }

  async #find(text: string, isStale: () => boolean): Promise<void> {
    try {
      const [named, answer] = await Promise.all([
        call(commands.quickFind(app.scope, text)),
        call(commands.search(app.scope.office, { text, kinds: KINDS, limit: LIMIT })),
      ]);
      if (isStale()) return;
      this.entries = [...named.map(hitEntry), ...foundEntries(answer, text)];
      this.refused = null;
    } catch (thrown) {
      if (!isStale()) this.refused = asCommandError(thrown).message;
    }
  }
}
