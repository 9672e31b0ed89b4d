import { useTranslation } from "react-i18next";
import type { Band, Level } from "../../risk-models/types";
import { bandKey, levelKey } from "../i18n/keys";

const FILL: Record<Band, string> = {
  low: "",
  raised: "M8 2a6 6 0 0 1 0 12z",
  high: "M8 2a6 6 0 0 1 0 12a6 6 0 0 1 0-12z",
};
const BAND_CLASS: Record<Band, string> = {
  low: "bg-low-wash text-low",
  raised: "bg-raised-wash text-raised",
  high: "bg-high-wash text-high",
};

/** The band's mark: an empty, a half and a full disc. The word stands beside it wherever it is used. */
export function BandMark({ band }: { band: Band }) {
  return (
    <svg viewBox="0 0 16 16" className="size-3.5 shrink-0" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d={FILL[band]} fill="currentColor" />
    </svg>
  );
}

/** A band: mark and word. */
export function BandTag({ band }: { band: Band }) {
  const { t } = useTranslation();
  return (
    <span className={`tag ${BAND_CLASS[band]}`} data-band={band}>
      <BandMark band={band} />
      {t(bandKey[band])}
    </span>
  );
}

const STEPS: Record<Level, number> = { listed: 1, placed: 2, indicative: 3, assessed: 4 };

/** How much is known: one to four blocks and the word. */
export function LevelTag({ level }: { level: Level }) {
  const { t } = useTranslation();
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap" data-level={level}>
      <svg viewBox="0 0 30 12" className="h-2.5 w-[1.6rem] shrink-0" aria-hidden="true">
        {[0, 1, 2, 3].map((step) => (
          <rect
            key={step}
            x={step * 8 + 0.75}
            y={0.75}
            width={4.5}
            height={10.5}
            rx={1}
            stroke="var(--ink-soft)"
            strokeWidth={1.5}
            fill={step < STEPS[level] ? "var(--ink-soft)" : "none"}
          />
        ))}
      </svg>
      {t(levelKey[level])}
    </span>
  );
}
