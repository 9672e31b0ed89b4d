import { useTranslation } from "react-i18next";
import type { RiskModel } from "../../risk-models";
import { PROOF_LEVELS } from "../../risk-models/facts";
import { WORK_KINDS } from "../../risk-models/types";
import { useFormat } from "../i18n/format";
import { supplierRoleKey } from "../i18n/keys";
import { kindNameKey, proofKey } from "../i18n/method-keys";
import { Fact } from "./method-inputs";
import { Experts, Jump, Said, SourceLinks, useSaid, Why, type SourceName } from "./method-parts";
import { Section } from "./page";
import { PlainTable } from "./plain-table";

export type SourceNames = Readonly<Record<string, SourceName>>;

/** The signs about what is bought: their heights and spans. */
export function Signs({ model }: { model: RiskModel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { known, silentHigh, why, whoKnowsBetter } = model.sectorOnly;
  return (
    <Section id="signs" title={t("method.signs.title")} note={t("method.signs.note")}>
      <PlainTable
        columns={[
          { head: t("method.signs.sign") },
          { head: t("method.signs.height"), end: true },
          { head: t("method.signs.span"), end: true },
          { head: t("method.signs.known"), end: true },
          { head: t("method.why") },
        ]}
        rows={model.signs.map((sign) => ({
          key: sign.id,
          id: `sign-${sign.id}`,
          cells: [
            <Said key="sign" text={sign.meaning} />,
            format.number(sign.value, 4),
            `${format.number(sign.low, 4)} – ${format.number(sign.high, 4)}`,
            format.percent(sign.known),
            <Said key="why" text={sign.why} />,
          ],
        }))}
      />
      <p className="mt-3 prose-width">
        {t("method.signs.sectorOnly", { known: format.percent(known), high: format.number(silentHigh, 4) })}
      </p>
      <Why why={why} />
      <Experts who={[...model.signs.map((sign) => sign.whoKnowsBetter), whoKnowsBetter]} />
    </Section>
  );
}

/** Kinds of work and the value of silence in each; typical and published fees; shares of workers. */
export function Kinds({ model, sources }: { model: RiskModel; sources: SourceNames }) {
  const { t } = useTranslation();
  const format = useFormat();
  const number = (value: number) => format.number(value, 4);
  const named = (ids: readonly string[]) => ids.flatMap((id) => sources[id] ?? []);
  const { typicalFeeMonths: typical, destinationNorms, composition, corridorGap } = model;
  return (
    <Section id="kinds" title={t("method.kinds.title")} note={t("method.kinds.note")}>
      <PlainTable
        columns={[
          { head: t("method.kinds.kind") },
          { head: t("method.kinds.silence"), end: true },
          { head: t("method.kinds.span"), end: true },
          { head: t("method.kinds.norm") },
          { head: t("method.kinds.isic") },
          { head: t("method.why") },
        ]}
        rows={WORK_KINDS.map((kind) => {
          const { silent, feesAreTheNorm, isic, roles, why } = model.workKinds[kind];
          const where = [...isic, ...roles.map((role) => t(supplierRoleKey[role]))];
          return {
            key: kind,
            id: `kind-${kind}`,
            cells: [
              t(kindNameKey[kind]),
              number(silent.median),
              `${number(silent.p10)} – ${number(silent.p90)}`,
              t(feesAreTheNorm ? "method.kinds.isNorm" : "method.kinds.notNorm"),
              where.join(", ") || t("method.kinds.rest"),
              <Why key="why" named why={why} />,
            ],
          };
        })}
      />
      <Experts who={WORK_KINDS.map((kind) => model.workKinds[kind].whoKnowsBetter)} />
      <dl className="facts mt-4">
        <Fact name={t("method.kinds.typical", { months: number(typical.value) })}>
          {t("method.kinds.typicalNote")}
          <Why why={typical.why} who={typical.whoKnowsBetter} />
          <SourceLinks sources={named(typical.sources)} />
        </Fact>
        <Fact name={t("method.kinds.norms")}>
          {t("method.kinds.normsNote")}
          <ul className="mt-1 space-y-2">
            {Object.entries(destinationNorms).map(([country, norm]) => (
              <li key={country}>
                {t("method.kinds.normOf", { country: format.country(country), months: number(norm.months) })}
                <Why why={norm.why} who={norm.whoKnowsBetter} />
                <SourceLinks sources={named(norm.sources)} />
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={t("method.kinds.composition")}>
          {t("method.kinds.compositionText", {
            women: format.percent(composition.womenCountAs),
            young: format.percent(composition.youngCountAs),
          })}
          <Why why={composition.why} who={composition.whoKnowsBetter} />
        </Fact>
        <Fact name={t("method.kinds.gap")}>
          {t("method.kinds.gapText", { span: format.percent(corridorGap.userCostSpan) })}
          <Why why={corridorGap.why} who={corridorGap.whoKnowsBetter} />
        </Fact>
      </dl>
    </Section>
  );
}

/** What proof may take off, and the practices it counts for. */
export function ProofBounds({ model }: { model: RiskModel }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSaid();
  const nameOf = new Map(model.indicators.map(({ id, name }) => [id, name]));
  return (
    <Section id="proof" title={t("method.proof.title")} note={t("method.proof.note")}>
      <PlainTable
        columns={[{ head: t("method.proof.proof") }, { head: t("method.proof.bound"), end: true }]}
        rows={PROOF_LEVELS.map((proof) => ({
          key: proof,
          cells: [t(proofKey[proof]), format.percent(model.proof.bounds[proof])],
        }))}
        className="max-w-md"
      />
      <div className="mt-2">
        <Why why={model.proof.why} who={model.proof.whoKnowsBetter} />
      </div>
      <h3 className="mt-5 mb-2">{t("method.proof.practices")}</h3>
      <PlainTable
        columns={[{ head: t("method.proof.practice") }, { head: t("method.proof.lowers") }]}
        rows={model.practices.map(({ id, name, meaning, lowers }) => ({
          key: id,
          id: `practice-${id}`,
          cells: [
            <span key="name">
              <Said text={name} />
              <span className="block font-normal text-soft">
                <Said text={meaning} />
              </span>
            </span>,
            <Jump key="lowers" to={`input-${lowers}`}>
              {say(nameOf.get(lowers) ?? lowers)}
            </Jump>,
          ],
        }))}
      />
    </Section>
  );
}

/** The classes whose middle stands in for a blank. */
export function Classes({ model, sectionNames }: { model: RiskModel; sectionNames: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useSaid();
  const number = (value: number) => format.number(value, 4);
  const nameOf = new Map(model.indicators.map(({ id, name }) => [id, name]));
  return (
    <Section id="classes" title={t("method.classes.title")} note={t("method.classes.note")}>
      <p className="mb-3 prose-width text-sm text-soft">
        {t("method.classes.recruitment")} <Jump to="kinds">{t("method.kinds.title")}</Jump>
      </p>
      {Object.entries(model.referenceClasses).map(([id, { all, groups, groupedBy }]) => (
        <details key={id} id={`classes-${id}`} className="more border-t border-line py-2">
          <summary className="font-semibold">{t("method.classes.of", { name: say(nameOf.get(id) ?? id) })}</summary>
          <PlainTable
            columns={[
              { head: t(groupedBy === "section" ? "method.classes.group.section" : "method.classes.group.subregion") },
              { head: t("method.classes.median"), end: true },
              { head: t("method.classes.span"), end: true },
              { head: t("method.classes.members"), end: true },
            ]}
            rows={[["", all] as const, ...Object.entries(groups)].map(([group, one]) => ({
              key: group,
              cells: [
                group === "" ? (
                  t("method.classes.all")
                ) : groupedBy === "section" ? (
                  `${group} ${sectionNames[group] ?? ""}`
                ) : (
                  <Said key="group" text={group} />
                ),
                number(one.median),
                `${number(one.p10)} – ${number(one.p90)}`,
                format.count(one.n),
              ],
            }))}
          />
        </details>
      ))}
    </Section>
  );
}
