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

/** For {@attach …}: draws on the canvas, and anew when what `configuration` reads has changed. */
export function drawn(configuration: () => ChartConfiguration) {
  return (canvas: HTMLCanvasElement) => {
    Chart.defaults.font.family = token("--font");
    Chart.defaults.font.size = 11;
    Chart.defaults.color = token("--ink-2");
    const chart = new Chart(canvas, configuration());
    let gone = false;
    // A canvas does not wait for the font that its letters need.
    void document.fonts.ready.then(() => gone || chart.update("none"));
    return () => {
      gone = true;
      chart.destroy();
    };
  };
}

/** "98500.5" → "98.500,5": a plain decimal as offices write it, digit by digit. */
export function written(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ".");
  return fraction ? `${grouped},${fraction}` : grouped;
}
