import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DIMENSIONS, type Assessment } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { dimensionKey } from "../i18n/keys";
import { paths } from "../lib/paths";
import { DataMark } from "./model-data";
import { Section } from "./page";
import { CoverageBar } from "./range-bar";

/** How much is known, of the supplier and of its setting, and what the number is made of. */
export function Coverage({ assessment, data }: { assessment: Assessment; data: { hash: string; date: string } }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { coverage, inherent, controls, arithmeticMean, model } = assessment;
  return (
    <section aria-label={t("supplier.level")} className="card space-y-4 p-4 sm:p-5">
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
      <ul className="figures space-y-0.5 border-t border-line pt-3 text-sm text-soft">
        {assessment.kind === "scored" && (
          <>
            <li>{t("supplier.inherent", { score: format.score(inherent) })}</li>
            <li>{t("supplier.controls", { points: format.points(controls) })}</li>
            <li>{t("supplier.arithmetic", { score: format.score(arithmeticMean) })}</li>
          </>
        )}
        <li>
          <Link to={paths.method(model)}>{t("supplier.model", { model, date: format.day(data.date) })}</Link>{" "}
          <DataMark hash={data.hash} />
        </li>
      </ul>
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
