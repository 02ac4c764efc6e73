// Small things the window remembers between starts (widths, columns, the screen last open),
// kept apart for each database. Never data of the office: that is in its database.

let database = "none";

/** Chosen once the state of the program is known; "own" or "sample" with the office's slug. */
export function rememberFor(name: string): void {
  database = name;
}

export function recall<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(`${database}/${key}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`${database}/${key}`, JSON.stringify(value));
  } catch {
    // Storage full or forbidden: the window merely forgets.
  }
}
