// Marks which words of a sentence changed: the longest run of words that both sentences share stays.

export type Piece = { text: string; kind: "same" | "before" | "after" };

/** Above this many pairs of words the sentences are shown whole, one for the other. */
const LIMIT = 250_000;

export function markWords(before: string, after: string): Piece[] {
  const a = wordsOf(before);
  const b = wordsOf(after);
  if (a.length * b.length > LIMIT) return joined([...pieces(a, "before"), ...pieces(b, "after")]);
  // lengths[i][j]: how many words the rests of a from i and of b from j share, in order.
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    for (let j = b.length - 1; row && j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const marked: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      marked.push({ text: a[i] ?? "", kind: "same" });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      marked.push({ text: a[i] ?? "", kind: "before" });
      i += 1;
    } else {
      marked.push({ text: b[j] ?? "", kind: "after" });
      j += 1;
    }
  }
  return joined(marked);
}

/** Words with the space behind them. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function pieces(words: string[], kind: Piece["kind"]): Piece[] {
  return words.map((text) => ({ text, kind }));
}

function joined(marked: Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of marked) {
    const last = whole.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else whole.push({ ...piece });
  }
  return whole;
}
