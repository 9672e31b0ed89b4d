// A drawing is no image file: its canvas says that it is a picture.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useNavigate } from "@remix-run/react";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Look, StackedBars } from "./chart-draw";
import { useHydrated } from "./hydrated";

/** A small square with a part's colour and pattern, for legends and tables. */
export function Swatch({ look: { token, pattern } }: { look: Look }) {
  const id = useId();
  const colour = `var(--${token})`;
  const fill = {
    solid: colour,
    hollow: `var(--${token}-wash)`,
    hatched: `url(#${id})`,
    dotted: `url(#${id})`,
  }[pattern];
  return (
    <svg viewBox="0 0 16 16" className="size-3.5 shrink-0" aria-hidden="true">
      <defs>
        {pattern === "hatched" && (
          <pattern id={id} width="5.6" height="5.6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5.6" height="5.6" fill={`var(--${token}-wash)`} />
            <rect width="2" height="5.6" fill={colour} />
          </pattern>
        )}
        {pattern === "dotted" && (
          <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
            <circle cx="3" cy="3" r="1" fill={colour} />
          </pattern>
        )}
      </defs>
      <rect x="1" y="1" width="14" height="14" fill={fill} stroke={colour} strokeWidth="1.5" />
    </svg>
  );
}

interface ChartProps {
  /** The heading of the chart, for the names of its parts. */
  readonly title: string;
  /** What the picture says, in words. */
  readonly alternative: string;
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  readonly parts: readonly {
    readonly key: string;
    readonly label: string;
    readonly look: Look;
    /** One a row; the bar is as long as the number. */
    readonly values: readonly number[];
  }[];
  readonly formatAxis: (value: number) => string;
  /** The exact value of a part of a bar. */
  readonly formatValue: (row: number, part: number) => string;
  /** Where a part of a bar leads: exactly what it counts. */
  readonly href: (row: number, part: number) => string;
  /** The same numbers as a table with the same links. */
  readonly children: ReactNode;
}

/**
 * Horizontal stacked bars. The table is the page's own: without script it stands alone; with script it folds away under the
 * drawing, which is fetched after the page has come alive. A part is told by pattern and word, not by colour alone.
 */
export function StackedBarChart(props: ChartProps) {
  const { title, parts, children } = props;
  const { t } = useTranslation();
  const live = useHydrated();
  return (
    <figure className="chart" data-live={live}>
      <div className="chart-picture">
        <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-sm" aria-label={t("overview.chart.legend")}>
          {parts.map(({ key, label, look }) => (
            <li key={key} className="flex items-center gap-1.5">
              <Swatch look={look} />
              {label}
            </li>
          ))}
        </ul>
        <div className="chart-canvas">{live && <Drawing {...props} />}</div>
      </div>
      <details className="chart-table" open={!live}>
        <summary className="text-sm text-soft">{t("overview.chart.table", { title })}</summary>
        {children}
      </details>
    </figure>
  );
}

const DARK = "(prefers-color-scheme: dark)";
const NARROW = "(width < 40rem)";

/** Follows what the screen is like, so that the drawing is made again in its colours and its width. */
function useMedia(asked: string): boolean {
  const [answer, setAnswer] = useState(() => matchMedia(asked).matches);
  useEffect(() => {
    const query = matchMedia(asked);
    const change = () => setAnswer(query.matches);
    change();
    query.addEventListener("change", change);
    return () => query.removeEventListener("change", change);
  }, [asked]);
  return answer;
}

function Drawing({ alternative, rows, parts, formatAxis, formatValue, href }: ChartProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const navigate = useNavigate();
  const dark = useMedia(DARK);
  const narrow = useMedia(NARROW);
  const bars: StackedBars = {
    rows: rows.map(({ label }) => label),
    parts,
    formatAxis,
    describe: (row, part) => `${parts[part]?.label ?? ""}: ${formatValue(row, part)}`,
    onChoose: (row, part) => navigate(href(row, part)),
    narrow,
  };
  // Functions are new at each render; what is drawn changes with the numbers, the words and the scheme only.
  const latest = useRef(bars);
  useEffect(() => {
    latest.current = bars;
  });
  const drawn = JSON.stringify([bars.rows, parts, dark, narrow]);
  useEffect(() => {
    let gone = false;
    let chart: { destroy(): void } | undefined;
    void import("./chart-draw").then(({ drawStackedBars }) => {
      if (gone || !canvas.current) return;
      const { current } = latest;
      chart = drawStackedBars(canvas.current, {
        ...current,
        onChoose: (row, part) => latest.current.onChoose(row, part),
      });
    });
    return () => {
      gone = true;
      chart?.destroy();
    };
  }, [drawn]);
  return (
    <canvas ref={canvas} role="img" aria-label={alternative}>
      {alternative}
    </canvas>
  );
}
