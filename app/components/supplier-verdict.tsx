import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Assessment, ReleasedResult } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { bandKey, bandsKey, likelihoodKey, severityKey, levelWhyKey } from "../i18n/keys";
import { BandTag, LevelTag } from "./marks";
import { RangeBar } from "./range-bar";

/** How much is known, the number if there is one, how sure it is, and what that does and does not prove. */
export function SupplierVerdict({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { level, plausible, possible, priority, severity, likelihood } = assessment;
  const order: readonly (readonly [string, ReactNode])[] =
    priority === null
      ? []
      : [
          [t("supplier.priority"), t("supplier.priorityOf", { priority: String(priority) })],
          [t("supplier.severity"), t(severityKey[severity.level])],
          [t("supplier.likelihood"), t(likelihoodKey[likelihood])],
        ];
  return (
    <section aria-labelledby="result" className="card overflow-hidden">
      <h2 id="result" className="border-b border-line bg-sunken px-4 py-2 text-base! sm:px-5">
        <span className="sr-only">{t("supplier.level")}: </span>
        <LevelTag level={level} />
      </h2>
      <div className="space-y-2 px-4 py-3 sm:px-5">
        <div className="grid grid-cols-1 items-start gap-x-8 gap-y-2 sm:grid-cols-[auto_minmax(0,1fr)]">
          <div className="space-y-1.5">
            {assessment.kind === "scored" ? (
              <>
                <p>
                  <span className="sr-only">{t("supplier.score")}: </span>
                  <span className="figures text-5xl leading-none font-bold tracking-tight">
                    {format.score(assessment.residual)}
                  </span>
                  <span className="block text-sm text-soft">{t("supplier.scoreOf")}</span>
                </p>
                {assessment.band !== null && <BandTag band={assessment.band} />}
                {assessment.between !== null && (
                  <p className="text-sm font-semibold">{t(bandsKey(assessment.between[0], assessment.between[1]))}</p>
                )}
              </>
            ) : (
              <p className="text-2xl font-bold text-soft">{t("supplier.noScore")}</p>
            )}
          </div>
          <RangeBar score={assessment.residual} plausible={plausible} possible={possible} />
        </div>
        {order.length > 0 && (
          <dl className="flex flex-wrap gap-x-6 gap-y-1 border-t border-line pt-2 text-sm">
            {order.map(([label, value]) => (
              <div key={label} className="flex gap-1.5">
                <dt className="text-soft">{label}:</dt>
                <dd className="font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {assessment.released && <Released released={assessment.released} />}
        <p className="text-sm text-soft">
          {t(levelWhyKey[level])} {assessment.kind === "scored" && t("supplier.proves")}
        </p>
      </div>
    </section>
  );
}

/** What the released model gives, beside the result of weights of the workspace's own. */
function Released({ released: { model, score, band, between } }: { released: ReleasedResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="border-t border-line pt-2 text-sm">
      {t("model.own.beside", { model })}{" "}
      {score === null ? (
        t("model.noResult")
      ) : (
        <>
          <strong className="figures">{format.score(score)}</strong> {band !== null && <BandTag band={band} />}
          {between !== null && t("model.between", { low: t(bandKey[between[0]]), high: t(bandKey[between[1]]) })}
        </>
      )}
    </p>
  );
}
