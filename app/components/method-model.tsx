import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RiskModel } from "../../risk-models";
import { DIMENSIONS, LEVELS } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { dimensionKey, levelKey, levelWhyKey } from "../i18n/keys";
import type { Finding } from "../lib/method-findings";
import { paths } from "../lib/paths";
import { LevelTag } from "./marks";
import { FindingLine, type Bounds } from "./method-findings";
import { Jump, Why } from "./method-parts";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

/** Before any formula: what the number is, and what it cannot say. */
export function What() {
  const { t } = useTranslation();
  return (
    <Section id="what" title={t("method.what.title")}>
      <ul className="prose-width list-disc space-y-1.5 ps-5">
        <li>{t("method.what.scale")}</li>
        <li className="font-semibold">{t("method.what.probability")}</li>
        <li>{t("method.what.three")}</li>
        <li>{t("method.what.blank")}</li>
        <li>{t("method.what.recruitment")}</li>
        <li>{t("method.what.judgement")}</li>
      </ul>
      <h3 className="mt-4 mb-2">{t("method.what.levels")}</h3>
      <dl className="space-y-2">
        {LEVELS.map((level) => (
          <div key={level} className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
            <dt aria-label={t(levelKey[level])}>
              <LevelTag level={level} />
            </dt>
            <dd className="prose-width text-soft">{t(levelWhyKey[level])}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** What the study found not to hold, or could not test: before the formula, so that nobody reads past it. */
export function Fails({
  findings,
  bounds,
  version,
}: {
  findings: readonly Finding[] | null;
  bounds: Bounds;
  version: string;
}) {
  const { t } = useTranslation();
  const open = findings?.filter(({ verdict }) => verdict !== "holds") ?? [];
  return (
    <Section id="fails" title={t("method.fails.title")}>
      {findings === null ? (
        <p className="prose-width">{t("method.fails.untested")}</p>
      ) : open.length === 0 ? (
        <p className="prose-width">{t("method.fails.none")}</p>
      ) : (
        <ul className="prose-width space-y-2.5">
          {open.map((finding) => (
            <FindingLine key={finding.id} finding={finding} bounds={bounds} />
          ))}
        </ul>
      )}
      <p className="mt-3">
        <Link to={paths.methodStudy(version)}>{t("method.fails.more")}</Link>
      </p>
    </Section>
  );
}

const POWER: readonly string[] = ["", "", "²", "³", "⁴", "⁵"];

/** In words and as arithmetic, in the order in which it is computed. */
export function Formula({ model }: { model: RiskModel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { order, why, whoKnowsBetter } = model.aggregation;
  const terms = DIMENSIONS.map((dimension) =>
    t("method.formula.term", {
      weight: format.number(model.dimensions[dimension].weight, 4),
      dimension: t(dimensionKey[dimension]).toLocaleLowerCase(),
      power: POWER[order] ?? `^${order}`,
    }),
  ).join(" + ");
  return (
    <Section id="formula" title={t("method.formula.title")}>
      <ol className="prose-width list-decimal space-y-3 ps-6">
        <li>{t("method.formula.anchors")}</li>
        <li>{t("method.formula.mean")}</li>
        <li>
          {t("method.formula.silence")}
          <p className="equation mt-1">{t("method.formula.inherent")}</p>
          <p className="equation">{t("method.formula.residual")}</p>
          {model.disclosure && (
            <>
              <p className="mt-1">{t("method.formula.disclosure")}</p>
              <p className="equation mt-1">
                {t("method.formula.upToUsual", { usual: format.number(model.disclosure.usual, 4) })}
              </p>
              <p className="equation">
                {t("method.formula.aboveUsual", { usual: format.number(model.disclosure.usual, 4) })}
              </p>
              <Why why={model.disclosure.why} who={model.disclosure.whoKnowsBetter} />
            </>
          )}
          <p className="mt-1">{t("method.formula.exposed")}</p>
        </li>
        <li>
          {t("method.formula.power")}
          <p className="equation my-1">{t("method.formula.score", { terms, order: String(order) })}</p>
          <Why why={why} who={whoKnowsBetter} />
        </li>
        <li>{t("method.formula.floor")}</li>
        <li>{t("method.formula.points")}</li>
        <li>{t("method.formula.range")}</li>
      </ol>
      <p className="mt-3">
        <Link to={paths.methodWorked(model.id)}>{t("method.worked.title")}</Link>
      </p>
    </Section>
  );
}

export function DimensionWeights({ model }: { model: RiskModel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isMeant = DIMENSIONS.some((dimension) => model.dimensions[dimension].importance !== undefined);
  return (
    <Section id="dimensions" title={t("method.dimensions.title")}>
      <PlainTable
        columns={[
          { head: t("method.dimensions.dimension") },
          { head: t("method.dimensions.weight"), end: true },
          ...(isMeant ? [{ head: t("method.dimensions.meant"), end: true }] : []),
          { head: t("method.why") },
        ]}
        rows={DIMENSIONS.map((dimension) => {
          const { weight, importance, why, whoKnowsBetter } = model.dimensions[dimension];
          return {
            key: dimension,
            cells: [
              <Jump key="name" to={dimension}>
                {t(dimensionKey[dimension])}
              </Jump>,
              format.share(weight),
              ...(isMeant ? [importance === undefined ? "" : format.share(importance)] : []),
              <Why key="why" named why={why} who={whoKnowsBetter} />,
            ],
          };
        })}
      />
    </Section>
  );
}
