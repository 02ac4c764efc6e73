/** What occurs in a list, each once, in the order of the alphabet. */
export const sorted = (texts: string[]): string[] =>
  [...new Set(texts)].filter(Boolean).sort((a, b) => a.localeCompare(b, "vi"));
