import { useTranslation } from "react-i18next";
import type { FrozenCheck } from "../checks/record";
import type { Cleaning, Exclusion } from "../checks/entries";
import { GROUNDS } from "../checks/grounds";
import { decisionKindKey, stepName } from "../i18n/check-keys";
import { useFormat } from "../i18n/format";
import { useSigned } from "./check-signed";
import { Section } from "./page";

/** Facts that were put to the bidder and what was decided, with everything it rests on. */
export function MemoDecisions({ record }: { record: FrozenCheck }) {
  const { t } = useTranslation();
  const format = useFormat();
  const signed = useSigned();
  const question = (id: string) => record.steps.find((step) => step.id === id)?.question?.text;
  const nameOf = (id: string) =>
    record.facts.find(({ factId }) => factId === id)?.text ?? stepName(t, id, question(id));
  return (
    <>
      {record.facts.length > 0 && (
        <Section id="memo-facts" title={t("checks.facts.title")}>
          <ul className="space-y-3">
            {record.facts.map((fact) => (
              <li key={fact.factId} className="break-words">
                <p className="whitespace-pre-wrap">{fact.text}</p>
                <p className="text-sm text-soft">
                  {[fact.source, fact.sourceOn && format.day(fact.sourceOn), signed(fact)].filter(Boolean).join("; ")}
                </p>
                <p>
                  {fact.put
                    ? t("checks.facts.putOn", { day: format.day(fact.put.putOn), how: fact.put.how })
                    : t("checks.facts.notPut")}
                </p>
                {fact.answer && (
                  <p className="whitespace-pre-wrap">
                    {fact.answer.answered
                      ? t("checks.facts.answered", { day: format.day(fact.answer.on), answer: fact.answer.answer })
                      : t("checks.facts.silent", { day: format.day(fact.answer.on) })}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="memo-decision" title={t("checks.decide.title")}>
        {record.decisions.length === 0 && <p>{t("checks.memo.noDecision")}</p>}
        <ol className="space-y-4">
          {record.decisions.map((one) => (
            <li key={one.decisionId} className="break-words">
              <p>
                <strong>{t(decisionKindKey[one.kind])}</strong> <span className="text-soft">{signed(one)}</span>
              </p>
              {one.because.length > 0 && (
                <p>
                  {t("checks.decide.because")}: {one.because.map(nameOf).join("; ")}
                </p>
              )}
              <Said label={t("checks.decide.reasons")} text={one.reasons} />
              <Said label={t("checks.decide.terms")} text={one.terms} />
              <Said label={t("checks.decide.derogation")} text={one.derogation} />
              {one.exclusion ? (
                <ExclusionLines exclusion={one.exclusion} />
              ) : (
                one.cleaning && <CleaningLines cleaning={one.cleaning} />
              )}
              {one.kind === "exclude" && (
                <p className="font-semibold">
                  {one.second === null
                    ? t("checks.second.waits")
                    : `${t(one.second.agreed ? "checks.second.agreed" : "checks.second.refused")}: ${signed(one.second)}`}
                </p>
              )}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function Said({ label, text }: { label: string; text: string | null }) {
  return text ? (
    <p className="whitespace-pre-wrap">
      <span className="text-soft">{label}:</span> {text}
    </p>
  ) : null;
}

function ExclusionLines({ exclusion: one }: { exclusion: Exclusion }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (iso: string | null) => iso && format.day(iso);
  return (
    <>
      <Said label={t("checks.exclusion.ground")} text={GROUNDS[one.ground].article || one.provision} />
      <Said label={t("checks.exclusion.court")} text={one.court} />
      <Said label={t("checks.exclusion.convictionOn")} text={day(one.convictionOn)} />
      <Said label={t("checks.exclusion.eventOn")} text={day(one.eventOn)} />
      <Said label={t("checks.exclusion.proof")} text={one.proof} />
      <Said label={t("checks.exclusion.hearingOn")} text={day(one.hearingOn)} />
      <Said label={t("checks.exclusion.answeredOn")} text={day(one.answeredOn)} />
      <Said label={t("checks.exclusion.hearingAnswer")} text={one.hearingAnswer || t("checks.exclusion.noAnswer")} />
      <CleaningLines cleaning={one.cleaning} />
      <Said label={t("checks.exclusion.proportionality")} text={one.proportionality} />
      <Said label={t("checks.exclusion.endsOn")} text={day(one.endsOn)} />
      <Said label={t("checks.exclusion.setByJudgment")} text={day(one.setByJudgment)} />
      <Said label={t("checks.exclusion.provision")} text={one.provision} />
    </>
  );
}

function CleaningLines({ cleaning }: { cleaning: Cleaning }) {
  const { t } = useTranslation();
  if (!cleaning.offered && cleaning.assessment === "") return null;
  return (
    <>
      <Said
        label={t("checks.cleaning.title")}
        text={t(cleaning.offered ? "checks.cleaning.yes" : "checks.cleaning.no")}
      />
      <Said label={t("checks.cleaning.compensation")} text={cleaning.compensation} />
      <Said label={t("checks.cleaning.clarification")} text={cleaning.clarification} />
      <Said label={t("checks.cleaning.measures")} text={cleaning.measures} />
      <Said label={t("checks.cleaning.assessment")} text={cleaning.assessment} />
    </>
  );
}
