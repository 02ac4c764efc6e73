// Names that need not be unique, for lists in which each must be.

export const distinct = (names: string[]): string[] => [...new Set(names)];

/** `names` where they differ; those that are the same with what tells them apart. */
export function apart(names: string[], by: string[]): string[] {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return names.map((name, idx) => (by[idx] && (times.get(name) ?? 0) > 1 ? `${name}, ${by[idx]}` : name));
}
