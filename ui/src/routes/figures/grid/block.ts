// A block of cells as text between programs: rows on lines, cells between tabs, and quotes around
// a cell that holds either, as Excel writes it.

export function printBlock(rows: string[][]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

/** What to write into a chosen area when `block` is pasted: repeated when it divides the area. */
export function filled(block: string[][], n_rows: number, n_cols: number): string[][] {
  const height = block.length;
  const width = block[0]?.length ?? 0;
  if (height === 0 || width === 0) return [];
  const rows = n_rows % height === 0 ? Math.max(n_rows, height) : height;
  const cols = n_cols % width === 0 ? Math.max(n_cols, width) : width;
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: cols }, (_, c) => block[r % height]?.[c % width] ?? ""),
  );
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
