import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { askKey, outcomeStateKey } from "../i18n/plan-keys";
import { paths } from "../lib/paths";
import { MAX_CAPACITY } from "../plan/propose-plan";
import { NEXT_STEPS } from "../plan/next-steps";
import type { PlanCardView } from "../services/plan/plan-view.server";
import { useSameDay } from "./trail-day";
import { Section } from "./page";

/** One number is all a plan asks for. */
export function PlanStart({ workspace, again = false }: { workspace: string; again?: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Form method="post" action={paths.plan(workspace)} className="space-y-2">
      <label htmlFor={id} className="block font-semibold">
        {t("plan.start.question")}
      </label>
      <p id={`${id}-hint`} className="prose-width text-sm text-soft">
        {t("plan.start.hint")} {again && t("plan.start.againHint")}
      </p>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          name="capacity"
          type="number"
          inputMode="numeric"
          min={1}
          max={MAX_CAPACITY}
          required
          aria-describedby={`${id}-hint`}
          className="input w-28!"
        />
        <button className="button" data-kind="primary" name="intent" value="draft">
          {t("plan.start.submit")}
        </button>
      </div>
    </Form>
  );
}

/** The plan on the overview: the question that starts it, the draft to decide on, or who is next. */
export function PlanCard({ workspace, plan }: { workspace: string; plan: PlanCardView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  return (
    <Section
      id="plan"
      title={t("plan.title")}
      aside={
        plan.state !== "none" && (
          <Link to={at(paths.plan(workspace))} className="button" data-kind="primary" data-size="small">
            {t(plan.state === "draft" ? "plan.card.openDraft" : "plan.card.open")}
          </Link>
        )
      }
    >
      {plan.state === "none" && <PlanStart workspace={workspace} />}
      {plan.state === "draft" && (
        <p>{t("plan.card.draft", { count: plan.capacity, formatted: format.count(plan.capacity) })}</p>
      )}
      {plan.state === "accepted" && plan.acceptedAt && <InForce workspace={workspace} plan={plan} />}
    </Section>
  );
}

function InForce({ workspace, plan }: { workspace: string; plan: PlanCardView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  const { acceptedAt, chosen, drawn, outcomes, next } = plan;
  return (
    <div className="space-y-3">
      <p>
        {acceptedAt &&
          t("plan.card.accepted", {
            day: format.day(acceptedAt),
            chosen: format.count(chosen),
            drawn: format.count(drawn),
          })}
      </p>
      <ul className="figures flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {outcomes
          .filter(({ count }) => count > 0)
          .map(({ outcome, count }) => (
            <li key={outcome}>
              {t(outcomeStateKey[outcome])}: <strong>{format.count(count)}</strong>
            </li>
          ))}
      </ul>
      {next.length === 0 ? (
        <p className="text-sm text-soft">{t("plan.card.allStarted")}</p>
      ) : (
        <>
          <h3>{t("plan.card.next")}</h3>
          <ul className="grid gap-x-8 gap-y-2 text-[0.9375rem] md:grid-cols-3">
            {next.map(({ supplierId, name, nextStep }) => (
              <li key={supplierId} className="min-w-0">
                <strong className="break-words">
                  <Link to={at(paths.supplier(workspace, supplierId))}>{name}</Link>
                </strong>
                <span className="block text-sm text-soft">{t(askKey[NEXT_STEPS[nextStep.step].asks[0]!])}</span>
              </li>
            ))}
          </ul>
          <Link to={at(paths.toAsk(workspace))}>{t("recruitment.queue.title")}</Link>
        </>
      )}
    </div>
  );
}
