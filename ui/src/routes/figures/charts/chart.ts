// The one place that knows Chart.js: which of its parts are used, and the colours of the window.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** The value of a token of theme.css, since a canvas does not read it by itself. */
export function token(name: `--${string}`): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Draws on the canvas with the window's letters. */
export function draw(canvas: HTMLCanvasElement, configuration: ChartConfiguration): Chart {
  Chart.defaults.font.family = token("--font");
  Chart.defaults.font.size = 11;
  Chart.defaults.color = token("--ink-2");
  return new Chart(canvas, configuration);
}

/**
 * Marks the drawing at `idx` of its first series as the mouse would, and tells how far from the
 * top that stands, in CSS px; null marks nothing.
 */
export function mark(chart: Chart, idx: number | null): number | null {
  const element = idx === null ? undefined : chart.getDatasetMeta(0).data[idx];
  const at = element?.tooltipPosition(true) ?? { x: 0, y: 0 };
  // A year without a value has no place.
  const isDrawn = element !== undefined && Number.isFinite(at.y);
  const marked = isDrawn && idx !== null ? [{ datasetIndex: 0, index: idx }] : [];
  chart.setActiveElements(marked);
  chart.tooltip?.setActiveElements(marked, { x: at.x ?? 0, y: at.y ?? 0 });
  chart.update("none");
  return isDrawn ? at.y : null;
}

/** "98500.5" → "98.500,5": a plain decimal as offices write it, digit by digit. */
export function written(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return fraction ? `${grouped},${fraction}` : grouped;
}
