import { Form } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { OUTCOME_STATES, outcomeStateKey, partKey } from "../i18n/plan-keys";
import type { Learned } from "../services/plan/plan-view.server";
import { DueDay } from "./due-day";
import { Section } from "./page";
import type { EntryView } from "./plan-entry";

/** What became of a supplier, in words, with the day and the note. */
export function Outcome({ entry, today }: { entry: EntryView; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { outcome, outcomeOn, outcomeNote, dueOn } = entry;
  const state = t(outcomeStateKey[outcome]);
  return (
    <p className="text-[0.9375rem]">
      <strong className="block first-letter:uppercase">
        {outcomeOn === null ? state : t("plan.outcomeOf.since", { outcome: state, day: format.day(outcomeOn) })}
      </strong>
      {outcomeNote !== null && <span className="block break-words">{outcomeNote}</span>}
      {dueOn !== null && <DueDay dueOn={dueOn} isOverdue={dueOn < today} />}
    </p>
  );
}

/** Says what became of a supplier: state, day, note; opens without script. */
export function OutcomeForm({
  entry,
  today,
  stacked = false,
}: {
  entry: Pick<EntryView, "supplierId" | "name" | "outcome" | "outcomeNote" | "dueOn">;
  today: string;
  /** One field below the other, for a narrow place. */
  stacked?: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  const { supplierId, name, outcome, outcomeNote, dueOn } = entry;
  return (
    <details className="no-print min-w-0 open:basis-full">
      <summary className="text-sm font-semibold text-accent" aria-label={t("plan.outcomeOf.changeNamed", { name })}>
        {t("plan.outcomeOf.change")}
      </summary>
      <Form
        method="post"
        preventScrollReset
        className={`mt-2 grid grid-cols-1 items-end gap-3 ${stacked ? "sm:grid-cols-2" : "sm:grid-cols-[11rem_10rem_10rem_minmax(0,1fr)_auto]"}`}
      >
        <input type="hidden" name="intent" value="outcome" />
        <input type="hidden" name="supplierId" value={supplierId} />
        <div>
          <label htmlFor={`${id}-state`} className="block text-sm font-semibold">
            {t("plan.outcomeOf.state")}
          </label>
          <select id={`${id}-state`} name="outcome" defaultValue={outcome} className="input">
            {OUTCOME_STATES.map((state) => (
              <option key={state} value={state}>
                {t(outcomeStateKey[state])}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor={`${id}-on`} className="block text-sm font-semibold">
            {t("plan.outcomeOf.on")}
          </label>
          <input id={`${id}-on`} name="on" type="date" required max={today} defaultValue={today} className="input" />
        </div>
        <div>
          <label htmlFor={`${id}-due`} className="block text-sm font-semibold">
            {t("plan.due.next")}
          </label>
          <input id={`${id}-due`} name="dueOn" type="date" defaultValue={dueOn ?? ""} className="input" />
        </div>
        <div>
          <label htmlFor={`${id}-note`} className="block text-sm font-semibold">
            {t("plan.outcomeOf.note")}
          </label>
          <input id={`${id}-note`} name="note" maxLength={1000} defaultValue={outcomeNote ?? ""} className="input" />
        </div>
        <button className="button" data-kind="primary">
          {t("plan.outcomeOf.save")}
        </button>
      </Form>
    </details>
  );
}

/** How far the drawn have come beside the chosen: counts only. */
export function WhatTheDrawTaught({ learned }: { learned: Learned }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sum = (part: "chosen" | "drawn", states: readonly string[]) =>
    learned.reduce((total, one) => (states.includes(one.outcome) ? total + one[part] : total), 0);
  const answered = ["answered", "agreed", "remedied"];
  const found = ["agreed", "remedied"];
  const hasAnswers = sum("chosen", answered) + sum("drawn", answered) > 0;
  return (
    <Section id="learned" title={t("plan.learned.title")} note={t("plan.learned.lead")}>
      <p className="mb-3">
        {hasAnswers
          ? t("plan.learned.answered", {
              chosen: format.count(sum("chosen", answered)),
              drawn: format.count(sum("drawn", answered)),
              chosenFound: format.count(sum("chosen", found)),
              drawnFound: format.count(sum("drawn", found)),
            })
          : t("plan.learned.nothing")}
      </p>
      <table className="table">
        <caption className="sr-only">{t("plan.learned.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("plan.learned.outcome")}</th>
            <th scope="col" data-align="end" className="whitespace-normal!">
              {t(partKey.chosen)}
            </th>
            <th scope="col" data-align="end" className="whitespace-normal!">
              {t(partKey.drawn)}
            </th>
          </tr>
        </thead>
        <tbody>
          {learned.map(({ outcome, chosen, drawn }) => (
            <tr key={outcome}>
              <th scope="row">{t(outcomeStateKey[outcome])}</th>
              <td data-align="end">{format.count(chosen)}</td>
              <td data-align="end">{format.count(drawn)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("plan.learned.all")}</th>
            <td data-align="end">{format.count(sum("chosen", OUTCOME_STATES))}</td>
            <td data-align="end">{format.count(sum("drawn", OUTCOME_STATES))}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}
