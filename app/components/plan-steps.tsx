import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import {
  actionKindKey,
  actionKindNoteKey,
  askKey,
  bindsKey,
  clauseKey,
  commitmentKey,
  confidenceKey,
  indicatorKey,
  involveKey,
  stepKey,
} from "../i18n/plan-keys";
import { ACTION_KINDS } from "../plan/action-kind";
import { NEXT_STEPS, type CommitmentId, type StepId } from "../plan/next-steps";
import { as } from "./block-table";
import { ScrollRegion } from "./scroll-region";
import { Section } from "./page";

/** A row of the commitments table, as far as a page prints it. */
export interface CommitmentRow {
  readonly id: CommitmentId;
  /** Short name and full name of the instrument, article, all as the table has them (English). */
  readonly short: string;
  readonly instrument: string;
  readonly article: string;
  readonly binds: string;
  /** ISO date; null when it does not say. */
  readonly appliesFrom: string | null;
  /** How the text was checked. */
  readonly confidence: string;
  readonly url: string;
}

/** What to do first, once for each kind of supplier in the plan. `opened`: everything is laid open, for print. */
export function PlanSteps({
  steps,
  commitments,
  today,
  opened = false,
}: {
  steps: readonly StepId[];
  commitments: readonly CommitmentRow[];
  /** ISO date: what applies only later says so. */
  today: string;
  opened?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Section id="steps" title={t("plan.steps.title")} note={t("plan.steps.lead")}>
      <div className="divide-y divide-line">
        {steps.map((step) => (
          <section
            key={step}
            id={`step-${step}`}
            aria-labelledby={`step-${step}-title`}
            className="scroll-mt-4 py-5 first:pt-1"
          >
            <h3 id={`step-${step}-title`} className="mb-3 text-[1.0625rem]!">
              {t(stepKey[step])}
            </h3>
            <div className="grid grid-cols-1 gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
              <div>
                <h4 className="eyebrow mb-1">{t("plan.steps.ask")}</h4>
                <ol className="list-decimal space-y-1 ps-5">
                  {NEXT_STEPS[step].asks.map((ask) => (
                    <li key={ask}>{t(askKey[ask])}</li>
                  ))}
                </ol>
              </div>
              <div className="space-y-4">
                <div>
                  <h4 className="eyebrow mb-1">{t("plan.steps.clause")}</h4>
                  <ul className="space-y-1">
                    {NEXT_STEPS[step].clauses.map((clause) => (
                      <li key={clause}>{t(clauseKey[clause])}</li>
                    ))}
                  </ul>
                </div>
                <div>
                  <h4 className="eyebrow mb-1">{t("plan.steps.involve")}</h4>
                  <ul className="list-disc ps-5">
                    {NEXT_STEPS[step].involve.map((who) => (
                      <li key={who}>{t(involveKey[who])}</li>
                    ))}
                  </ul>
                </div>
              </div>
            </div>
            <p className="mt-4 text-sm">
              <span className="text-soft">{t("plan.steps.signs")}: </span>
              {NEXT_STEPS[step].indicators.map((indicator) => t(indicatorKey[indicator])).join(t("common.separator"))}
            </p>
            <details open={opened} className="mt-3">
              <summary className="text-sm font-semibold text-accent">{t("plan.steps.backing")}</summary>
              <Backing
                step={step}
                rows={commitments.filter(({ id }) => NEXT_STEPS[step].commitments.includes(id))}
                today={today}
              />
            </details>
          </section>
        ))}
      </div>
      <ul className="mt-4 space-y-2 border-t border-line pt-4 text-[0.9375rem]">
        <li>{t("plan.steps.workers")}</li>
        <li>{t("plan.clauseNote")}</li>
        <li>{t("plan.steps.priceFirst")}</li>
      </ul>
    </Section>
  );
}

function Backing({ step, rows, today }: { step: StepId; rows: readonly CommitmentRow[]; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const verified = t("plan.steps.verified");
  return (
    <ScrollRegion labelledBy={`step-${step}-title`} className="mt-2">
      <table {...as.table} className="table blocks">
        <thead {...as.group}>
          <tr {...as.row}>
            {[t("plan.steps.row"), t("plan.steps.text"), verified].map((head) => (
              <th key={head} {...as.columnHead} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as.group}>
          {rows.map(({ id, short, instrument, article, binds, appliesFrom, confidence, url }) => {
            const [boundTo, checked] = [bindsKey(binds), confidenceKey(confidence)];
            return (
              <tr key={id} {...as.row}>
                <th {...as.rowHead} scope="row" className="min-w-40">
                  <a href={url} rel="noreferrer" title={instrument} lang="en">
                    {short}
                  </a>
                  <span lang="en" className="block font-normal text-soft">
                    {article}
                  </span>
                </th>
                <td {...as.cell} className="min-w-52">
                  {t(commitmentKey[id])}
                  <span className="block text-soft">
                    {t("plan.steps.binds", { whom: boundTo ? t(boundTo) : binds })}
                    {appliesFrom !== null &&
                      appliesFrom > today &&
                      ` · ${t("plan.steps.appliesFrom", { day: format.day(appliesFrom) })}`}
                  </span>
                </td>
                <td {...as.cell} data-label={verified} className="min-w-32">
                  {checked ? t(checked) : confidence}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** What the kinds of action mean. */
export function ActionKinds() {
  const { t } = useTranslation();
  return (
    <Section id="kinds" title={t("plan.kindsTitle")} note={t("plan.kindsLead")}>
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 text-[0.9375rem] sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
        {ACTION_KINDS.map((kind) => (
          <div key={kind} className="contents">
            <dt className="font-semibold">{t(actionKindKey[kind])}</dt>
            <dd className="text-soft">{t(actionKindNoteKey[kind])}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
