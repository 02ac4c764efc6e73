// How the program names a column: "plan", "plan:tỉnh giao". An opaque text to the window.
import type { CellEdit } from "$lib/api/bindings";

export type ColumnKey = CellEdit["column"];
