// Where a key leads in the grid, as in a spreadsheet. Headings of fields are stepped over, unless
// the field is folded: then its heading stands for its rows.
import { isStandable, type Line } from "./arrange";

/** `row` counts lines of the arrangement; -1 is the row of column headings. */
export type Place = { row: number; col: number };

export type Bounds = { lines: Line[]; n_cols: number; page: number /* lines in view */ };

/** The keys that move; null when `event` is not one of them or leads out of the grid. */
export function moved(event: KeyboardEvent, from: Place, bounds: Bounds): Place | null {
  const far = event.ctrlKey || event.metaKey;
  const { lines, n_cols } = bounds;
  const last = n_cols - 1;
  switch (event.key) {
    case "ArrowUp":
      return far ? rowNear(from, 0, 1, lines) : up(from, lines);
    case "ArrowDown":
      return far ? rowNear(from, lines.length - 1, -1, lines) : down(from, lines);
    case "ArrowLeft":
      return { ...from, col: far ? 0 : Math.max(0, from.col - 1) };
    case "ArrowRight":
      return { ...from, col: far ? last : Math.min(last, from.col + 1) };
    case "Home":
      return far ? { ...rowNear(from, 0, 1, lines), col: 0 } : { ...from, col: 0 };
    case "End":
      return far
        ? { ...rowNear(from, lines.length - 1, -1, lines), col: last }
        : { ...from, col: last };
    case "PageUp":
      return rowNear(from, from.row - bounds.page, 1, lines);
    case "PageDown":
      return rowNear(from, from.row + bounds.page, -1, lines);
    case "Enter":
      return event.shiftKey ? up(from, lines) : down(from, lines);
    case "Tab":
      return event.shiftKey ? before(from, bounds) : after(from, bounds);
    default:
      return null;
  }
}

export function down(from: Place, lines: Line[]): Place {
  return step(from, 1, lines) ?? from;
}

function up(from: Place, lines: Line[]): Place {
  return step(from, -1, lines) ?? { ...from, row: -1 };
}

function step(from: Place, by: 1 | -1, lines: Line[]): Place | null {
  for (let row = from.row + by; row >= 0 && row < lines.length; row += by) {
    if (isStandable(lines[row])) return { ...from, row };
  }
  return null;
}

// The row nearest to `row` that can be stood on: looked for in one direction, then the other.
function rowNear(from: Place, row: number, by: 1 | -1, lines: Line[]): Place {
  const held = Math.min(lines.length - 1, Math.max(0, row));
  if (isStandable(lines[held])) return { ...from, row: held };
  const start = { ...from, row: held };
  return step(start, by, lines) ?? step(start, by === 1 ? -1 : 1, lines) ?? from;
}

function after(from: Place, { lines, n_cols }: Bounds): Place | null {
  if (from.col < n_cols - 1) return { ...from, col: from.col + 1 };
  const next = step(from, 1, lines);
  return next && { ...next, col: 0 };
}

function before(from: Place, { lines, n_cols }: Bounds): Place | null {
  if (from.col > 0) return { ...from, col: from.col - 1 };
  const previous = step(from, -1, lines);
  return previous && { ...previous, col: n_cols - 1 };
}
