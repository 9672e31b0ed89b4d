import { useTranslation } from "react-i18next";
import { settledSignKey } from "../i18n/finding-keys";
import { useFormat } from "../i18n/format";
import { indicatorKey } from "../i18n/plan-keys";
import { proofKey } from "../i18n/recruitment-keys";
import { iclsSignKey, indicatorCountKey, indicatorStateKey } from "../i18n/sign-keys";
import type { IndicatorView, SignAnswer, SignsView, SignView } from "../lib/signs-page.server";
import { INVOLUNTARY_SIGNS, THREAT_SIGNS, type SettledSign } from "../recruitment/settled-signs";
import { Notice } from "./notice";
import { Section } from "./page";
import { PlainTable } from "./plain-table";
import { answerName, answerText } from "./recruitment-answer";

export interface Signs {
  /** As everyone who may read the supplier sees it. */
  readonly open: SignsView;
  /** With protected answers; null: there are none, or this reader may not see them. */
  readonly internal: (SignsView & { readonly settled?: readonly SettledSign[] }) | null;
}

/** Answers with their values, in one line; a name that asks needs no colon. */
function useAnswers(): (answers: readonly SignAnswer[]) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (answers) =>
    answers
      .map(({ what, value }) => {
        const name = answerName(t, what);
        return `${name}${name.endsWith("?") ? "" : ":"} ${answerText(t, format, { what, value, money: null })}`;
      })
      .join("; ");
}

/** The 11 indicators: those that an answer bears on in a table, the rest by name. */
export function IloIndicators({ open, internal }: Signs) {
  const { t } = useTranslation();
  const format = useFormat();
  const internalOf = (id: IndicatorView["id"]) => internal?.indicators.find((one) => one.id === id);
  const bears = (one: IndicatorView | undefined) =>
    one !== undefined && (one.inConfidence === true || one.says.length + one.near.length > 0);
  const rows = open.indicators.filter((one) => bears(one) || bears(internalOf(one.id)));
  const rest = open.indicators.filter((one) => !rows.includes(one));
  const differs = (one: IndicatorView, other: IndicatorView) => JSON.stringify(one) !== JSON.stringify(other);
  const counts = (["present", "absent", "unknown"] as const).map((state) =>
    t(indicatorCountKey[state], {
      formatted: format.count(open.indicators.filter((one) => one.state === state).length),
    }),
  );
  return (
    <Section
      id="ilo11"
      title={t("signs.title")}
      note={t("signs.note")}
      aside={<span className="figures text-sm text-soft">{counts.join(" · ")}</span>}
    >
      {rows.length > 0 && (
        <PlainTable
          columns={[{ head: t("signs.indicator") }, { head: t("signs.reading") }, { head: t("signs.says") }]}
          rows={rows.map((one) => {
            const held = internalOf(one.id);
            const also = held && differs(one, held) ? held : null;
            return {
              key: one.id,
              cells: [
                t(indicatorKey[one.id]),
                <span key="state">
                  <Reading of={one} />
                  {also && (
                    <span className="block text-sm">
                      {t("signs.internal", { state: t(indicatorStateKey[also.state]) })}
                    </span>
                  )}
                </span>,
                <span key="says">
                  <SaidBy of={one} />
                  {also && (
                    <span className="mt-1 block rounded-md bg-note-wash px-2 py-1">
                      <SaidBy of={also} />
                    </span>
                  )}
                </span>,
              ],
            };
          })}
        />
      )}
      <p className={rows.length > 0 ? "mt-3 text-sm text-soft" : "text-soft"}>
        {rows.length === 0
          ? t("signs.none")
          : t("signs.rest", { list: rest.map(({ id }) => t(indicatorKey[id])).join(t("common.separator")) })}
      </p>
    </Section>
  );
}

function Reading({ of: { state } }: { of: IndicatorView }) {
  const { t } = useTranslation();
  return <span className={state === "unknown" ? "text-soft" : "font-semibold"}>{t(indicatorStateKey[state])}</span>;
}

function SaidBy({ of: { says, near, proof, inConfidence } }: { of: IndicatorView }) {
  const { t } = useTranslation();
  const say = useAnswers();
  return (
    <>
      {inConfidence && <span className="block">{t("inConfidence.settle.from")}</span>}
      {says.length > 0 && say(says)}
      {proof !== null && <span className="text-soft"> ({t("signs.proof", { proof: t(proofKey[proof]) })})</span>}
      {near.length > 0 && <span className="text-soft">{t("signs.near", { answers: say(near) })}</span>}
    </>
  );
}

const FIRST_STEPS = ["signs.pair.protect", "signs.pair.whom", "signs.pair.remedy", "signs.pair.stay"] as const;
const STRENGTH = { none: 0, heard: 1, evidence: 2 } as const;

/** The pair that says more: with protected answers only where these make it so. */
function strongerPair({ open, internal }: Signs) {
  const isInternal = internal !== null && STRENGTH[internal.pair.state] > STRENGTH[open.pair.state];
  const settled = isInternal ? (internal.settled ?? []) : [];
  return { ...(isInternal ? internal : open).pair, settled, isInternal };
}

/** True where workers are to be protected before the supplier is asked anything. */
export const asksLater = (signs: Signs): boolean => strongerPair(signs).state !== "none";

/** Signs of both sides of the ICLS guidelines told together: which, and what to do first. Nothing where there are none. */
export function CaseForAction({ open, internal }: Signs) {
  const { t } = useTranslation();
  const { state, involuntariness, threat, settled, isInternal } = strongerPair({ open, internal });
  const of = (side: readonly SettledSign[]) => settled.filter((sign) => side.includes(sign));
  if (state === "none") return null;
  const isBacked = state === "evidence";
  return (
    <div className="mb-4">
      <Notice kind="problem" title={t(isBacked ? "signs.pair.title" : "signs.pair.heardTitle")} wide>
        <p className="prose-width">
          {t(settled.length > 0 ? "inConfidence.pair" : isBacked ? "signs.pair.text" : "signs.pair.heard")}
        </p>
        {isInternal && <p className="mt-1 font-semibold">{t("signs.pair.internal")}</p>}
        <div className="mt-3 grid grid-cols-1 gap-x-8 gap-y-3 text-[0.9375rem] lg:grid-cols-2">
          <dl className="space-y-2">
            <Side name={t("signs.pair.involuntariness")} signs={involuntariness} settled={of(INVOLUNTARY_SIGNS)} />
            <Side name={t("signs.pair.threat")} signs={threat} settled={of(THREAT_SIGNS)} />
          </dl>
          <div>
            <p className="font-semibold">{t("signs.pair.first")}</p>
            <ol className="list-decimal space-y-1 ps-5">
              {FIRST_STEPS.map((key) => (
                <li key={key}>{t(key)}</li>
              ))}
            </ol>
          </div>
        </div>
      </Notice>
    </div>
  );
}

function Side({
  name,
  signs,
  settled,
}: {
  name: string;
  signs: readonly SignView[];
  /** Of findings told in confidence. */
  settled: readonly SettledSign[];
}) {
  const { t } = useTranslation();
  const say = useAnswers();
  return (
    <div>
      <dt className="font-semibold">{name}</dt>
      {settled.map((sign) => (
        <dd key={sign} className="break-words">
          {t(settledSignKey[sign])} <span className="text-sm">({t("inConfidence.settle.from")})</span>
        </dd>
      ))}
      {signs.map(({ id, says, proof }) => (
        <dd key={id} className="break-words">
          {t(iclsSignKey[id])}{" "}
          <span className="text-sm">
            ({say(says)}; {t("signs.proof", { proof: t(proofKey[proof]) })})
          </span>
        </dd>
      ))}
    </div>
  );
}
