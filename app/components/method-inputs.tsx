import { useTranslation } from "react-i18next";
import type { RiskModel } from "../../risk-models";
import type { Dimension } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { answerKey, dimensionKey } from "../i18n/keys";
import type { Key } from "../i18n/keys";
import { AnchorLine } from "./method-anchor-line";
import { Jump, Said, SourceLinks, useSaid, Why, type SourceName } from "./method-parts";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

type Indicator = RiskModel["indicators"][number];

/** How many countries, or divisions, have a value in the tables in use. */
export type InTables = Readonly<Record<string, { readonly of: "countries" | "divisions"; readonly number: number }>>;

const basisKey = {
  measured: "method.input.basisOf.measured",
  judgement: "method.input.basisOf.judgement",
  stated: "method.input.basisOf.stated",
} as const satisfies Readonly<Record<Indicator["basis"], Key>>;

interface Props {
  readonly model: RiskModel;
  readonly dimension: Dimension;
  readonly sources: Readonly<Record<string, SourceName>>;
  readonly inTables: InTables;
}

/** Every input of a dimension: first all of them side by side, then each with everything behind it. */
export function Inputs({ model, dimension, sources, inTables }: Props) {
  const { t } = useTranslation();
  const own = model.indicators.filter((indicator) => indicator.dimension === dimension);
  return (
    <Section id={dimension} title={t("method.input.title", { dimension: t(dimensionKey[dimension]) })}>
      <Overview inputs={own} weight={model.dimensions[dimension].weight} />
      {own.map((indicator) => (
        <Input
          key={indicator.id}
          indicator={indicator}
          sources={indicator.sources.flatMap((id) => sources[id] ?? [])}
          inTables={inTables[indicator.id]}
          hasClass={indicator.id in model.referenceClasses}
        />
      ))}
    </Section>
  );
}

function Overview({ inputs, weight }: { inputs: readonly Indicator[]; weight: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSaid();
  return (
    <PlainTable
      columns={[
        { head: t("method.input.input") },
        { head: t("method.input.weight"), end: true },
        { head: t("method.input.overall"), end: true },
        { head: t("method.input.basis") },
        { head: t("method.input.newest"), end: true },
      ]}
      rows={inputs.map((input) => ({
        key: input.id,
        cells: [
          <Jump key="name" to={`input-${input.id}`}>
            {say(input.name)}
          </Jump>,
          format.number(input.weight, 4),
          format.share(input.weight * weight),
          t(basisKey[input.basis]),
          input.newestYear ?? t("method.input.noYear"),
        ],
      }))}
    />
  );
}

function Input({
  indicator,
  sources,
  inTables,
  hasClass,
}: {
  indicator: Indicator;
  sources: readonly SourceName[];
  inTables: InTables[string] | undefined;
  hasClass: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, anchors, answers, error } = indicator;
  const number = (value: number) => format.number(value, 4);
  return (
    <article id={`input-${id}`} aria-labelledby={`name-${id}`} className="mt-5 border-t border-line pt-4">
      <h3 id={`name-${id}`}>
        <Said text={indicator.name} />
      </h3>
      <p className="mt-1 prose-width">
        <Said text={indicator.meaning} />
      </p>
      <dl className="facts mt-3">
        <Fact name={t("method.input.unit")}>
          <Said text={indicator.unit} />
          {"; "}
          {t(indicator.direction === "higher-is-more-risk" ? "method.input.higher" : "method.input.lower")}
        </Fact>
        <Fact name={t("method.input.anchors")}>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="figures" data-anchors={id}>
              {anchors
                .map(([raw, height]) => t("method.input.anchor", { raw: number(raw), height: number(height) }))
                .join("; ")}
            </span>
            {!answers && <AnchorLine anchors={anchors} />}
          </span>
          <Why why={indicator.anchorsWhy} />
        </Fact>
        {answers && (
          <Fact name={t("method.input.answers")}>
            <span className="figures">
              {Object.entries(answers)
                .map(([word, height]) => {
                  const key = answerWordKey(word);
                  return t("method.input.anchor", { raw: key ? t(key) : word, height: number(height) });
                })
                .join("; ")}
            </span>
          </Fact>
        )}
        <Fact name={t("method.input.weight")}>
          <span className="figures">{number(indicator.weight)}</span>
          {indicator.weight === 0 && <> {t("method.input.weightZero")}</>}
          <Why why={indicator.weightWhy} who={indicator.whoKnowsBetter} />
        </Fact>
        {error && (
          <Fact name={t("method.input.error")}>
            {t("method.input.errorOf", { plausible: number(error.plausible), possible: number(error.possible) })}
            <Why why={error.why} who={error.whoKnowsBetter} />
          </Fact>
        )}
        <Fact name={t("method.input.coverage")}>
          <Said text={indicator.coverage} />
          {inTables && (
            <span className="block text-sm text-soft">
              {t(inTables.of === "countries" ? "method.input.inTables" : "method.input.divisions", {
                count: inTables.number,
                formatted: format.count(inTables.number),
              })}
            </span>
          )}
        </Fact>
        <Fact name={t("method.input.sources")}>
          <SourceLinks sources={sources} />
        </Fact>
        <Fact name={t("method.input.licence")}>
          <Said text={indicator.licence} />
        </Fact>
        {hasClass && (
          <Fact name={t("method.input.blank")}>
            <Jump to={`classes-${id}`}>{t("method.input.blankLink")}</Jump>
          </Fact>
        )}
      </dl>
    </article>
  );
}

const WORDS: Readonly<Record<string, Key>> = {
  "no-agents": "method.answer.noAgents",
  agents: "method.answer.agents",
  retained: "method.answer.retained",
  "not-retained": "method.answer.notRetained",
};
const answerWordKey = (word: string): Key | null => WORDS[word] ?? answerKey(word);

export function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
