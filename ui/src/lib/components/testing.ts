// Pieces that the tests of the shared parts put inside of them.
import { createRawSnippet, type Snippet } from "svelte";

/** A snippet of one element. */
export function piece(html: string): Snippet {
  return createRawSnippet(() => ({ render: () => html }));
}
