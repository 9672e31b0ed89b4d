import { useTranslation } from "react-i18next";
import { neversOf, STAGES } from "../categories/measures";
import type { Regime } from "../categories/words";
import { measureKeys, neverKey, stageOfTenderKey, traitKey } from "../i18n/category-keys";
import { bindsKey, confidenceKey } from "../i18n/plan-keys";
import { useFormat } from "../i18n/format";
import type { BackingView, MeasureView } from "../lib/category-page.server";
import { PlainTable } from "./plain-table";

/** Measures by where they stand in a tender. With `chosen`, each has its tick; without, they are read. */
export function Measures({
  measures,
  today,
  chosen,
  opened = false,
}: {
  measures: readonly MeasureView[];
  /** ISO date: what applies only later says so. */
  today: string;
  chosen?: ReadonlySet<string>;
  opened?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className="space-y-6">
      {STAGES.map((stage) => {
        const here = measures.filter((one) => one.stage === stage);
        return (
          here.length > 0 && (
            <section key={stage} aria-labelledby={`stage-${stage}`}>
              <h3 id={`stage-${stage}`} className="mb-1 text-base! font-semibold">
                {t(stageOfTenderKey[stage])}
              </h3>
              <ul className="divide-y divide-line border-y border-line">
                {here.map((measure) => (
                  <li key={measure.id} className="py-3">
                    <One measure={measure} today={today} chosen={chosen} opened={opened} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}

function One({
  measure,
  today,
  chosen,
  opened,
}: {
  measure: MeasureView;
  today: string;
  chosen: ReadonlySet<string> | undefined;
  opened: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const keys = measureKeys(measure.id);
  const because = measure.because.map((trait) => t(traitKey[trait])).join(t("common.separator"));
  const head = (
    <span className="min-w-0">
      <span className="block font-semibold">{t(keys.title)}</span>
      <span className="block prose-width">{t(keys.text)}</span>
    </span>
  );
  return (
    <div>
      {chosen ? (
        <label className="flex items-start gap-3">
          <input
            type="checkbox"
            name="measure"
            value={measure.id}
            defaultChecked={chosen.has(measure.id)}
            className="mt-0.5 size-5 shrink-0"
          />
          {head}
        </label>
      ) : (
        head
      )}
      <div className={`mt-1 space-y-0.5 text-sm text-soft ${chosen ? "ps-8" : ""}`}>
        <p>{t("category.tender.check", { how: t(keys.check) })}</p>
        <p>{t("category.tender.fits", { because })}</p>
        <details open={opened}>
          <summary className="py-1 text-accent">
            {t("category.tender.backing", { formatted: format.count(measure.backing.length) })}
          </summary>
          <Backing rows={measure.backing} today={today} label={t(keys.title)} />
        </details>
      </div>
    </div>
  );
}

/** The texts a measure rests on, each with how it was checked. */
function Backing({ rows, today, label }: { rows: readonly BackingView[]; today: string; label: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const checkedBy = (confidence: string) => {
    const key = confidenceKey(confidence);
    return key ? t(key) : confidence;
  };
  const bound = (binds: string | null) => {
    const key = binds === null ? null : bindsKey(binds);
    return binds === null ? null : t("plan.steps.binds", { whom: key ? t(key) : binds });
  };
  return (
    <PlainTable
      label={label}
      columns={[{ head: t("commitments.row") }, { head: t("commitments.asks") }, { head: t("commitments.checked") }]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <span key="row" lang="en">
            {row.url === null ? (
              row.short
            ) : (
              <a href={row.url} rel="noreferrer" title={row.instrument}>
                {row.short}
              </a>
            )}
            <span className="block font-normal">{row.article}</span>
          </span>,
          <span key="asks">
            {row.requirement !== null && <span lang="en">{row.requirement}</span>}
            <span className="block">
              {[
                bound(row.binds),
                row.appliesFrom !== null && row.appliesFrom > today
                  ? t("plan.steps.appliesFrom", { day: format.day(row.appliesFrom) })
                  : null,
                row.requirement === null ? t("category.tender.fromMemory") : null,
                row.requirement === null ? null : row.id,
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </span>,
          checkedBy(row.confidence),
        ],
      }))}
    />
  );
}

/** What must not go into a tender, whatever came out. */
export function Nevers({ regime }: { regime: Regime }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="never">
      <h3 id="never" className="text-base! font-semibold">
        {t("category.tender.never")}
      </h3>
      <p className="text-sm text-soft">{t("category.tender.neverNote")}</p>
      <ul className="mt-1 list-disc space-y-1 ps-5">
        {neversOf(regime).map((id) => (
          <li key={id}>{t(neverKey(id))}</li>
        ))}
      </ul>
    </section>
  );
}
