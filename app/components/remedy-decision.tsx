import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { decisionStateKey, supplierDecisionKey } from "../i18n/remedy-keys";
import type { DecisionView } from "../lib/decision-page.server";
import { Section } from "./page";
import { Choice, Facts, TextArea, TextInput, useOptions } from "./remedy-fields";

interface FieldsProps {
  readonly members: readonly { readonly userId: string; readonly name: string }[];
  readonly today: string;
}

/** What a decision says; holding and leaving ask for more, in a part of their own. */
export function DecisionFields({ members, today }: FieldsProps) {
  const { t } = useTranslation();
  const options = useOptions();
  return (
    <>
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
        <Choice
          name="decision"
          label={t("remedy.decide.decision")}
          options={options(supplierDecisionKey)}
          blank={t("remedy.decide.choose")}
        />
        <Choice
          name="ownerId"
          label={t("remedy.decide.owner")}
          options={members.map(({ userId, name }) => [userId, name])}
        />
        <TextInput name="decidedOn" type="date" max={today} label={t("remedy.decide.on")} />
        <TextInput name="nextReviewOn" type="date" label={t("remedy.decide.review")} />
        <TextArea name="reason" label={t("remedy.decide.reason")} wide />
        <div className="of-conditions sm:col-span-2">
          <TextArea
            name="conditions"
            label={t("remedy.decide.conditions")}
            hint={t("remedy.decide.conditionsHint")}
            rows={2}
          />
        </div>
      </div>
      <fieldset className="of-leaving border-t border-line pt-4">
        <legend className="float-start mb-1 w-full font-semibold">{t("remedy.decide.leaving")}</legend>
        <p className="clear-both mb-3 text-sm text-soft">{t("remedy.decide.leavingNote")}</p>
        <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
          <TextArea name="harm" label={t("remedy.decide.harm")} wide />
          <TextArea name="tried" label={t("remedy.decide.tried")} wide />
          <TextArea
            name="wagesDue"
            label={t("remedy.decide.wages")}
            hint={t("remedy.decide.wagesHint")}
            rows={2}
            maxLength={1000}
            wide
          />
          <TextInput name="notice" label={t("remedy.decide.notice")} wide />
        </div>
        <details className="mt-4">
          <summary className="font-semibold text-accent">{t("remedy.decide.ban")}</summary>
          <p className="my-2 text-sm text-soft">{t("remedy.decide.banNote")}</p>
          <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
            <TextInput name="banLaw" label={t("remedy.decide.law")} />
            <TextInput name="banArticle" label={t("remedy.decide.article")} maxLength={100} />
          </div>
        </details>
      </fieldset>
    </>
  );
}

/** A proposal to hold or leave, and the second person's answer. */
export function WaitingDecision({
  decision,
  isMine,
  canAnswer,
}: {
  decision: DecisionView;
  isMine: boolean;
  canAnswer: boolean;
}) {
  const { t } = useTranslation();
  const word = t(supplierDecisionKey[decision.decision]);
  return (
    <Section id="waiting" title={t("remedy.decisionState.proposed")}>
      <p className="mb-3">
        {isMine
          ? t("remedy.decide.waitsMine", { decision: word })
          : t("remedy.decide.waits", { decision: word, who: decision.proposedBy ?? "–" })}
      </p>
      {canAnswer && (
        <Form method="post" className="space-y-3">
          <input type="hidden" name="decisionId" value={decision.id} />
          <TextArea name="refuseReason" label={t("remedy.decide.refuseReason")} rows={2} maxLength={1000} />
          <div className="flex flex-wrap gap-2">
            {!isMine && (
              <button className="button" data-kind="primary" name="intent" value="confirm">
                {t("remedy.decide.confirm")}
              </button>
            )}
            <button className="button" name="intent" value="refuse">
              {t("remedy.decide.refuse")}
            </button>
          </div>
        </Form>
      )}
    </Section>
  );
}

/** One decision with everything it rests on. */
export function DecisionRecord({ decision: one }: { decision: DecisionView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const due = one.repaymentsDue.map(({ currency, owed, open }) => t("remedy.decide.ledgerSays", { currency, owed: format.amount(BigInt(owed)), open: format.amount(BigInt(open)) })).join("; "); // prettier-ignore
  const facts = [
    [t("remedy.decide.reason"), one.reason],
    [t("remedy.decide.conditions"), one.conditions],
    [t("remedy.decide.harm"), one.harm],
    [t("remedy.decide.tried"), one.tried],
    [t("remedy.decide.wages"), one.wagesDue],
    [t("remedy.decide.notice"), one.notice],
    [t("remedy.decide.due"), due],
    [t("remedy.decide.owner"), one.owner ?? ""],
    [t("remedy.decide.refuseReason"), one.refusedReason ?? ""],
  ] as const;
  return (
    <>
      <h3 className="first-letter:uppercase">
        {t(supplierDecisionKey[one.decision])}{" "}
        <span className="font-normal text-soft">· {t(decisionStateKey[one.state])}</span>
      </h3>
      <p className="mb-2 text-sm text-soft">
        {t("remedy.decide.on")} {format.day(one.decidedOn)}, {one.proposedBy ?? "–"} · {t("remedy.decide.review")}{" "}
        {format.day(one.nextReviewOn)}
        {one.confirmedAt !== null &&
          one.state !== "refused" &&
          ` · ${one.selfConfirmed ? t("remedy.decide.self") : `${t("remedy.col.confirmedBy")}: ${t("remedy.decide.by", { who: one.confirmedBy ?? "–", day: format.day(one.confirmedAt) })}`}`}
        {one.ban !== "" && ` · ${t("remedy.decide.ofLaw", { law: one.ban })}`}
      </p>
      <Facts facts={facts.filter(([, value]) => value !== "")} />
    </>
  );
}
