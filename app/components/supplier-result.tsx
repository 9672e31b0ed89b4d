import { useTranslation } from "react-i18next";
import { DIMENSIONS, type Assessment } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { bandKey, dimensionKey, levelWhyKey } from "../i18n/keys";
import { BandTag, LevelTag } from "./marks";
import { Section } from "./page";
import { CoverageBar, RangeBar } from "./range-bar";

/** Level first, then the number if there is one, then how sure it is. */
export function SupplierResult({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { level, plausible, possible, coverage, inherent, controls, arithmeticMean } = assessment;
  return (
    <section aria-labelledby="result" className="card overflow-hidden">
      <div className="border-b border-line bg-sunken px-4 py-3 sm:px-5">
        <h2 id="result" className="text-base!">
          <span className="sr-only">{t("supplier.level")}: </span>
          <LevelTag level={level} />
        </h2>
        <p className="mt-1 prose-width text-[0.9375rem]">{t(levelWhyKey[level])}</p>
      </div>
      <div className="grid grid-cols-1 gap-x-10 gap-y-6 p-4 sm:p-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div>
          {assessment.kind === "scored" ? (
            <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
              <p>
                <span className="eyebrow block">{t("supplier.score")}</span>
                <span className="figures text-5xl leading-none font-bold tracking-tight">
                  {format.score(assessment.residual)}
                </span>{" "}
                <span className="text-sm text-soft">{t("supplier.scoreOf")}</span>
              </p>
              {assessment.band !== null && <BandTag band={assessment.band} />}
              {assessment.between !== null && (
                <p className="text-sm font-semibold">
                  {t("supplier.bandBetween", {
                    low: t(bandKey[assessment.between[0]]),
                    high: t(bandKey[assessment.between[1]]),
                  })}
                </p>
              )}
            </div>
          ) : (
            <p className="text-2xl font-bold text-soft">{t("supplier.noScore")}</p>
          )}
          <RangeBar score={assessment.residual} plausible={plausible} possible={possible} />
          {assessment.kind === "scored" && (
            <ul className="figures mt-3 space-y-0.5 text-sm text-soft">
              <li>{t("supplier.inherent", { score: format.score(inherent) })}</li>
              <li>{t("supplier.controls", { points: format.points(controls) })}</li>
              <li>{t("supplier.arithmetic", { score: format.score(arithmeticMean) })}</li>
            </ul>
          )}
        </div>
        <div className="space-y-4">
          <CoverageBar
            label={t("supplier.coverageSupplier")}
            fraction={coverage.supplier}
            note={t("supplier.coverageSupplierNote")}
          />
          <CoverageBar
            label={t("supplier.coverageContext")}
            fraction={coverage.context}
            note={t("supplier.coverageContextNote")}
          />
        </div>
      </div>
    </section>
  );
}

/** The three dimensions as numbers; unknown stays a word. */
export function Dimensions({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section id="dimensions" title={t("supplier.dimensions")}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("supplier.dimension")}</th>
            <th scope="col" data-align="end">
              {t("supplier.dimensionScore")}
            </th>
            <th scope="col" data-align="end">
              {t("supplier.dimensionCoverage")}
            </th>
          </tr>
        </thead>
        <tbody>
          {DIMENSIONS.map((dimension) => {
            const { score, coverage } = assessment.dimensions[dimension];
            return (
              <tr key={dimension}>
                <th scope="row">{t(dimensionKey[dimension])}</th>
                <td data-align="end">{score === null ? t("common.unknown") : format.score(score)}</td>
                <td data-align="end">{format.percent(coverage)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
