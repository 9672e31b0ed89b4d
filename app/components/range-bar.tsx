import { useTranslation } from "react-i18next";
import type { Range } from "../../risk-models/types";
import { useFormat } from "../i18n/format";

const TICKS = [0, 25, 50, 75, 100] as const;
/** A number of the scale stands under its place; the outermost stay within the bar. */
const tickAt = (tick: (typeof TICKS)[number]): string =>
  tick === 0 ? "" : tick === 100 ? "-translate-x-full" : "-translate-x-1/2";

/**
 * The score on its scale of 0 to 100 with the plausible range as a bar and the possible one as a thin line. The numbers
 * stand below as text, so that nobody needs the picture.
 */
export function RangeBar({ score, plausible, possible }: { score: number | null; plausible: Range; possible: Range }) {
  const { t } = useTranslation();
  const format = useFormat();
  const part = ([low, high]: Range) => ({ left: `${low}%`, width: `${Math.max(high - low, 0.75)}%` });
  return (
    <figure className="figures">
      <div aria-hidden="true" className="relative mt-1 h-9">
        <div className="absolute inset-x-0 top-4 h-2.5 rounded-full bg-sunken" />
        <div className="absolute top-[1.2rem] h-0.5 bg-line-strong" style={part(possible)} />
        <div className="absolute top-4 h-2.5 rounded-full bg-accent opacity-45" style={part(plausible)} />
        {score !== null && (
          <div className="absolute top-2 h-6.5 w-1 -translate-x-1/2 rounded bg-ink" style={{ left: `${score}%` }} />
        )}
      </div>
      <div aria-hidden="true" className="relative h-4 text-xs text-soft">
        {TICKS.map((tick) => (
          <span key={tick} className={`absolute ${tickAt(tick)}`} style={{ left: `${tick}%` }}>
            {tick}
          </span>
        ))}
      </div>
      <figcaption className="mt-2 space-y-0.5 text-sm">
        <p className="flex items-baseline gap-2">
          <span aria-hidden="true" className="h-2.5 w-5 shrink-0 rounded-full bg-accent opacity-45" />
          {t("supplier.plausible", { low: format.score(plausible[0]), high: format.score(plausible[1]) })}
        </p>
        <p className="flex items-baseline gap-2 text-soft">
          <span aria-hidden="true" className="h-0.5 w-5 shrink-0 -translate-y-1 bg-line-strong" />
          {t("supplier.possible", { low: format.score(possible[0]), high: format.score(possible[1]) })}
        </p>
      </figcaption>
    </figure>
  );
}

/** A fraction as a bar with its number in words. */
export function CoverageBar({ label, fraction, note }: { label: string; fraction: number; note?: string }) {
  const format = useFormat();
  return (
    <div>
      <div className="flex items-baseline justify-between gap-4">
        <span className="font-semibold">{label}</span>
        <span className="figures font-semibold">{format.percent(fraction)}</span>
      </div>
      <div aria-hidden="true" className="mt-1 h-1.5 rounded-full bg-sunken">
        <div
          className="h-1.5 rounded-full bg-ink-soft"
          style={{ width: `${fraction * 100}%`, background: "var(--ink-soft)" }}
        />
      </div>
      {note && <p className="mt-1 text-sm text-soft">{note}</p>}
    </div>
  );
}
