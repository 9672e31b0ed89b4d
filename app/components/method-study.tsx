import { useTranslation } from "react-i18next";
import type { StudyReport } from "../../risk-models/study/report";
import type { Dimension, WorkKind } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { dimensionKey } from "../i18n/keys";
import { groupKey, keyIn, kindNameKey, populationKey, verdictKey } from "../i18n/method-keys";
import type { Finding } from "../lib/method-findings";
import { FindingDetail, useQuestion, type Bounds } from "./method-findings";
import { Said } from "./method-parts";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

type Part<K extends keyof StudyReport> = Pick<StudyReport, K>;

/** A word of a study in the reader's language; one that this version does not know stays as it is. */
function useWord() {
  const { t } = useTranslation();
  return (keys: Parameters<typeof keyIn>[0], word: string): string => {
    const key = keyIn(keys, word);
    return key ? t(key) : word;
  };
}

/** Every question with its answer, what does not hold first. */
export function InShort({ findings, bounds }: { findings: readonly Finding[]; bounds: Bounds }) {
  const { t } = useTranslation();
  const question = useQuestion(bounds);
  return (
    <Section id="short" title={t("methodStudy.short")}>
      <PlainTable
        columns={[{ head: t("methodStudy.question") }, { head: t("methodStudy.answer") }]}
        rows={findings.map((finding) => ({
          key: finding.id,
          cells: [
            question(finding),
            <span key="answer">
              <strong>{t(verdictKey[finding.verdict])}</strong>
              <span className="block text-soft">
                <FindingDetail finding={finding} />
              </span>
            </span>,
          ],
        }))}
      />
    </Section>
  );
}

/** The release conditions with their figures. */
export function Conditions({ study, countryLeast }: { study: Part<"release">; countryLeast: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const word = useWord();
  const { populations, labourProviders: providers, betweenCountriesHolds } = study.release;
  const numberOf = (name: string) =>
    format.count(populations.find(({ population }) => population === name)?.suppliers ?? 0);
  const asked = format.count(providers.asked);
  const countries = format.count(providers.countries);
  return (
    <>
      <Section id="effects" title={t("methodStudy.effects.title")}>
        <p className="mb-3 prose-width">
          {t("methodStudy.effects.text", {
            silent: numberOf("silent"),
            answering: numberOf("answering"),
            goods: numberOf("goods"),
          })}
        </p>
        <PlainTable
          columns={[
            { head: t("methodStudy.effects.population") },
            { head: t("method.dimensions.dimension") },
            { head: t("methodStudy.effects.weight"), end: true },
            { head: t("methodStudy.effects.meant"), end: true },
            { head: t("methodStudy.effects.share"), end: true },
            { head: t("methodStudy.effects.alone"), end: true },
            { head: t("methodStudy.effects.arithmetic"), end: true },
            { head: t("methodStudy.effects.within") },
          ]}
          rows={populations.flatMap(({ population, mainEffects }) =>
            mainEffects.map((effect) => ({
              key: `${population} ${effect.dimension}`,
              cells: [
                word(populationKey, population),
                t(dimensionKey[effect.dimension as Dimension]),
                format.share(effect.weight),
                format.share(effect.stated),
                format.share(effect.share),
                format.share(effect.effect),
                format.share(effect.shareWithArithmeticMean),
                effect.holds ? t("methodStudy.effects.yes") : <strong key="no">{t("methodStudy.effects.no")}</strong>,
              ],
            })),
          )}
        />
        {countryLeast && <p className="mt-3 prose-width">{t("methodStudy.effects.soCountry")}</p>}
        <p className="mt-3 prose-width">
          {t("methodStudy.effects.between", {
            list: populations
              .map(({ population, betweenCountries }) =>
                t("methodStudy.effects.betweenOf", {
                  share: format.share(betweenCountries),
                  population: word(populationKey, population),
                }),
              )
              .join("; "),
          })}{" "}
          {betweenCountriesHolds && t("methodStudy.effects.notRanking")}
        </p>
      </Section>
      <Section id="groups" title={t("methodStudy.groups.title")} note={t("methodStudy.groups.text")}>
        <PlainTable
          columns={[
            { head: t("methodStudy.effects.population") },
            { head: t("methodStudy.groups.group") },
            { head: t("methodStudy.groups.suppliers"), end: true },
            { head: t("methodStudy.groups.share"), end: true },
          ]}
          rows={populations.flatMap(({ population, topFifth }) =>
            topFifth.map(({ group, suppliers, shareInTopFifth }) => ({
              key: `${population} ${group}`,
              cells: [
                word(populationKey, population),
                word(groupKey, group),
                format.count(suppliers),
                format.share(shareInTopFifth),
              ],
            })),
          )}
        />
      </Section>
      <Section id="providers" title={t("methodStudy.providers.title")}>
        <p className="prose-width">
          {providers.inLowest.length === 0
            ? t("methodStudy.providers.none", {
                asked,
                countries,
                score: format.score(providers.lowestScore),
                country: format.country(providers.lowestIn),
              })
            : t("methodStudy.providers.some", {
                asked,
                countries,
                count: providers.inLowest.length,
                formatted: format.count(providers.inLowest.length),
              })}
        </p>
      </Section>
    </>
  );
}

export function Laws({ study }: { study: Part<"laws"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { laws, disclosure } = study.laws;
  const months = (value: number | null) =>
    value === null ? t("methodStudy.laws.never") : t("methodStudy.laws.months", { months: format.number(value, 1) });
  return (
    <Section id="laws" title={t("methodStudy.laws.title")} note={t("methodStudy.laws.text")}>
      <PlainTable
        columns={[
          { head: t("methodStudy.laws.law") },
          { head: t("methodStudy.laws.tried"), end: true },
          { head: t("methodStudy.laws.broken"), end: true },
        ]}
        rows={laws.map(({ law, tried, broken }) => ({
          key: law,
          cells: [<Said key="law" text={law} />, format.count(tried), format.count(broken)],
        }))}
      />
      <h3 className="mt-5 mb-1">{t("methodStudy.laws.silence")}</h3>
      <p className="mb-2 prose-width text-sm text-soft">{t("methodStudy.laws.silenceText")}</p>
      <PlainTable
        label={t("methodStudy.laws.silence")}
        columns={[
          { head: t("methodStudy.laws.kind") },
          { head: t("methodStudy.laws.norm") },
          { head: t("methodStudy.laws.fromSilence"), end: true },
          { head: t("methodStudy.laws.fromDenial"), end: true },
        ]}
        rows={disclosure.map((one) => ({
          key: one.kind,
          cells: [
            t(kindNameKey[one.kind as WorkKind]),
            t(one.feesAreTheNorm ? "methodStudy.effects.yes" : "methodStudy.effects.no"),
            months(one.costsMoreThanSilenceFrom),
            months(one.costsMoreThanDenialFrom),
          ],
        }))}
      />
    </Section>
  );
}

export function CaseResults({ study }: { study: Part<"cases"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { worked, ordering } = study.cases;
  const differing = [
    ...worked.disagreements.map(({ id, title }) => ({ id, text: title })),
    ...ordering.disagreements.map(({ id, because }) => ({ id, text: because })),
  ];
  return (
    <Section id="cases" title={t("methodStudy.cases.title")}>
      <p className="prose-width">
        {t("methodStudy.cases.text", { worked: format.count(worked.cases), ordering: format.count(ordering.cases) })}{" "}
        {t(differing.length === 0 ? "methodStudy.cases.none" : "methodStudy.cases.some")}
      </p>
      {differing.length > 0 && (
        <ul className="mt-2 list-disc space-y-1 ps-5">
          {differing.map(({ id, text }) => (
            <li key={id}>
              {id} <Said text={text} />
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2 prose-width text-soft">{t("methodStudy.cases.caution")}</p>
    </Section>
  );
}

/** What nothing here can show; and how to run it again. */
export function Limits({ study }: { study: Part<"model" | "reference" | "plan" | "settings" | "forwardTest2024"> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { model, reference, plan, settings, forwardTest2024: forward } = study;
  const hashes = [
    [t("methodStudy.again.model"), model.sha256],
    [t("methodStudy.again.cases"), model.casesSha256],
    [t("methodStudy.again.plan"), plan.sha256],
    [t("methodStudy.again.dataHash"), reference.hash],
  ] as const;
  return (
    <>
      <Section id="forward" title={t("methodStudy.forward.title")}>
        <p className="prose-width">
          {forward.tested
            ? t("methodStudy.forward.loaded")
            : t("methodStudy.forward.not", {
                needed: format.count(forward.goodsNeeded),
                have: format.count(forward.goodsOfThatEdition),
              })}
        </p>
      </Section>
      <Section id="cannot" title={t("methodStudy.cannot.title")}>
        <ul className="prose-width list-disc space-y-1.5 ps-5">
          <li>{t("methodStudy.cannot.predict")}</li>
          <li>{t("methodStudy.cannot.country")}</li>
          <li>{t("methodStudy.cannot.recruitment")}</li>
          <li>{t("methodStudy.cannot.spread")}</li>
        </ul>
      </Section>
      <Section id="again" title={t("methodStudy.again.title")} note={t("methodStudy.again.text")}>
        <dl className="facts">
          {hashes.map(([name, hash]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="hash">{hash}</dd>
            </div>
          ))}
          <div>
            <dt>{t("methodStudy.again.data")}</dt>
            <dd>{format.day(reference.dataDate)}</dd>
          </div>
          <div>
            <dt>{t("methodStudy.again.seed")}</dt>
            <dd>{settings.seed}</dd>
          </div>
          <div>
            <dt>{t("methodStudy.again.draws")}</dt>
            <dd>{format.count(settings.draws)}</dd>
          </div>
          <div>
            <dt>{t("methodStudy.again.resamples")}</dt>
            <dd>{format.count(settings.resamples)}</dd>
          </div>
        </dl>
      </Section>
    </>
  );
}
