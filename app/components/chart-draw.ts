/** The one user of the chart library, fetched by the browser when a page has a chart. Only what is used is registered. */
import { BarController, BarElement, CategoryScale, Chart, LinearScale, Tooltip } from "chart.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);

/** How a part looks: a colour token of the style sheet, and a pattern that tells it apart without colour. */
export interface Look {
  readonly token: string;
  readonly pattern: "solid" | "hatched" | "hollow" | "dotted";
}

export interface StackedBars {
  /** One bar each. */
  readonly rows: readonly string[];
  readonly parts: readonly { readonly label: string; readonly look: Look; readonly values: readonly number[] }[];
  readonly formatAxis: (value: number) => string;
  /** What the tooltip says of a part of a bar. */
  readonly describe: (row: number, part: number) => string;
  readonly onChoose: (row: number, part: number) => void;
  /** A narrow place: the name of a bar stands above it, so that the bar has the whole width. */
  readonly narrow: boolean;
}

const colours = (canvas: HTMLCanvasElement) => {
  const style = getComputedStyle(canvas);
  return (token: string) => style.getPropertyValue(`--${token}`).trim();
};

/** A tile of 8 × 8 pixels of the page, sharp on fine screens. */
function fillOf(canvas: HTMLCanvasElement, { token, pattern }: Look): string | CanvasPattern {
  const colour = colours(canvas);
  if (pattern === "solid") return colour(token);
  if (pattern === "hollow") return colour(`${token}-wash`);
  const scale = window.devicePixelRatio || 1;
  const tile = document.createElement("canvas");
  tile.width = tile.height = Math.round(8 * scale);
  const paint = tile.getContext("2d");
  if (!paint) return colour(token);
  const side = tile.width;
  paint.strokeStyle = paint.fillStyle = colour(token);
  if (pattern === "hatched") {
    paint.fillStyle = colour(`${token}-wash`);
    paint.fillRect(0, 0, side, side);
    paint.lineWidth = side / 4;
    paint.beginPath();
    for (const at of [-side, 0, side]) {
      paint.moveTo(at - side / 8, side + side / 8);
      paint.lineTo(at + side + side / 8, -side / 8);
    }
    paint.stroke();
  } else {
    paint.beginPath();
    paint.arc(side / 2, side / 2, side / 8, 0, 2 * Math.PI);
    paint.fill();
  }
  const made = paint.createPattern(tile, "repeat");
  // The chart draws in pixels of the page; the tile is in pixels of the screen.
  made?.setTransform(new DOMMatrix().scale(1 / scale));
  return made ?? colour(token);
}

/** Draws horizontal stacked bars. The caller gives the canvas its text alternative and destroys the chart. */
export function drawStackedBars(canvas: HTMLCanvasElement, bars: StackedBars): { destroy(): void } {
  const colour = colours(canvas);
  const font = { family: getComputedStyle(document.body).fontFamily, size: 13 };
  return new Chart(canvas, {
    type: "bar",
    data: {
      labels: [...bars.rows],
      datasets: bars.parts.map(({ label, look, values }) => ({
        label,
        data: [...values],
        backgroundColor: fillOf(canvas, look),
        hoverBackgroundColor: fillOf(canvas, look),
        borderColor: colour(look.token),
        hoverBorderColor: colour("ink"),
        borderWidth: values.map((value) => (value === 0 ? 0 : 1)),
        borderSkipped: false as const,
        barPercentage: 0.9,
        categoryPercentage: 0.82,
        maxBarThickness: bars.narrow ? 20 : 34,
      })),
    },
    options: {
      indexAxis: "y",
      maintainAspectRatio: false,
      // Nothing here is said by movement.
      animation: false,
      font,
      interaction: { mode: "nearest", axis: "xy", intersect: true },
      onClick: (_, [hit]) => hit && bars.onChoose(hit.index, hit.datasetIndex),
      onHover: (event, hits) => {
        const target = event.native?.target;
        if (target instanceof HTMLElement) target.style.cursor = hits.length > 0 ? "pointer" : "";
      },
      scales: {
        x: {
          stacked: true,
          border: { display: false },
          grid: { color: colour("line"), tickLength: 0 },
          ticks: {
            color: colour("ink-soft"),
            font,
            maxTicksLimit: 6,
            // Half a supplier is none, and amounts are large.
            precision: 0,
            autoSkipPadding: 14,
            padding: 6,
            callback: (value) => bars.formatAxis(Number(value)),
          },
        },
        y: {
          stacked: true,
          border: { color: colour("line-strong") },
          grid: { display: false },
          ticks: bars.narrow
            ? { color: colour("ink"), font, padding: 0, mirror: true, labelOffset: -20, z: 1 }
            : { color: colour("ink"), font, padding: 6 },
        },
      },
      plugins: {
        tooltip: {
          displayColors: false,
          backgroundColor: colour("ink"),
          titleColor: colour("surface"),
          bodyColor: colour("surface"),
          titleFont: { ...font, weight: 600 },
          bodyFont: font,
          padding: 10,
          cornerRadius: 4,
          animation: false,
          callbacks: { label: (item) => bars.describe(item.dataIndex, item.datasetIndex) },
        },
      },
    },
  });
}
