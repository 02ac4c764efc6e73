import type { MissingFigure } from "$lib/api/bindings";

export type SupplierGroup = { supplier: string; figures: MissingFigure[]; n_overdue: number };

/** Those who owe figures, the most overdue first; figures without a supplier come last. */
export function bySupplier(missing: MissingFigure[]): SupplierGroup[] {
  const groups = new Map<string, SupplierGroup>();
  for (const figure of missing) {
    const group = groups.get(figure.supplier) ?? { supplier: figure.supplier, figures: [], n_overdue: 0 };
    group.figures.push(figure);
    if (figure.overdue) group.n_overdue += 1;
    groups.set(figure.supplier, group);
  }
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.supplier === "") - Number(b.supplier === "") ||
      b.n_overdue - a.n_overdue ||
      b.figures.length - a.figures.length ||
      a.supplier.localeCompare(b.supplier, "vi"),
  );
}
