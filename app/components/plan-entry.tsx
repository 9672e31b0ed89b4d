import { Form, Link } from "@remix-run/react";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { engineKey, likelihoodKey, severityKey, supplierRoleKey } from "../i18n/keys";
import { actionKindKey, askKey, stepKey } from "../i18n/plan-keys";
import { paths } from "../lib/paths";
import { NEXT_STEPS } from "../plan/next-steps";
import type { ReadEntry } from "../services/plan/plan-record.server";

/** An entry as a page needs it; the day of a move is not shown. */
export type EntryView = Pick<
  ReadEntry,
  | "supplierId"
  | "name"
  | "part"
  | "position"
  | "standing"
  | "reasons"
  | "nextStep"
  | "actionKind"
  | "movedFrom"
  | "movedReason"
  | "outcome"
  | "outcomeOn"
  | "outcomeNote"
  | "dueOn"
  | "addedAt"
  | "addedReason"
>;

/** Severity, likelihood and score in words: the order's own words. */
export function Standing({ standing }: { standing: EntryView["standing"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { severity, likelihood, score, rangeLow, rangeHigh } = standing;
  if (score === null) return <>{t("plan.noScoreTag")}</>;
  const words = [
    t("plan.severityTag", { severity: t(severityKey[severity]) }),
    t("plan.likelihoodTag", { likelihood: t(likelihoodKey[likelihood]) }),
    t("plan.scoreTag", {
      score: format.score(score),
      low: format.score(rangeLow ?? score),
      high: format.score(rangeHigh ?? score),
    }),
  ];
  return <>{words.join(" · ")}</>;
}

/** The one reason: drawn by chance, the strongest reason of the score, or that nothing is known. */
export function Because({ entry }: { entry: Pick<EntryView, "part" | "movedFrom" | "reasons"> }) {
  const { t } = useTranslation();
  if (entry.part === "drawn") return <>{t("plan.drawnBecause")}</>;
  const [first] = entry.reasons;
  return <>{first === undefined ? t("plan.noReason") : t(engineKey(first))}</>;
}

/** What a person did to it, with the reason given. */
export function Moved({ entry }: { entry: Pick<EntryView, "part" | "movedReason"> }) {
  const { t } = useTranslation();
  if (entry.movedReason === null) return null;
  return <>{t(entry.part === "out" ? "plan.movedOut" : "plan.movedIn", { reason: entry.movedReason })}</>;
}

/** Asks for the reason, then moves; opens without script. */
export function MoveForm({ entry, to }: { entry: Pick<EntryView, "supplierId" | "name">; to: "in" | "out" }) {
  const { t } = useTranslation();
  const id = useId();
  const { supplierId, name } = entry;
  return (
    <details className="no-print group relative">
      <summary
        className="button list-none [&::-webkit-details-marker]:hidden"
        data-size="small"
        aria-label={t(to === "in" ? "plan.takeInNamed" : "plan.takeOutNamed", { name })}
      >
        {t(to === "in" ? "plan.takeIn" : "plan.takeOut")}
      </summary>
      <div className="card end-0 top-full z-10 mt-1 w-full p-3 sm:absolute sm:w-80">
        <ReasonForm supplierId={supplierId} to={to} id={id} />
      </div>
    </details>
  );
}

/** The reason and the button that moves. */
export function ReasonForm({
  supplierId,
  to,
  id,
  children,
}: {
  supplierId: string;
  to: "in" | "out";
  id: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <Form method="post" className="space-y-2" preventScrollReset>
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="supplierId" value={supplierId} />
      <input type="hidden" name="to" value={to} />
      <label htmlFor={id} className="block font-semibold">
        {t("plan.why")}
      </label>
      <p id={`${id}-hint`} className="text-sm text-soft">
        {t("plan.whyHint")}
      </p>
      <input id={id} name="reason" required maxLength={500} aria-describedby={`${id}-hint`} className="input" />
      <div className="flex flex-wrap gap-2">
        <button className="button" data-kind="primary" data-size="small">
          {t(to === "in" ? "plan.takeIn" : "plan.takeOut")}
        </button>
        {children}
      </div>
    </Form>
  );
}

/** A supplier of the plan: where it stands, one reason, the first question, how to act. */
export function Entry({
  workspace,
  entry,
  aside,
  children,
}: {
  workspace: string;
  entry: EntryView;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { supplierId, name, standing, nextStep, actionKind } = entry;
  const [ask] = NEXT_STEPS[nextStep.step].asks;
  return (
    <article aria-label={name} className="space-y-2">
      <div className="grid grid-cols-1 items-start gap-x-4 gap-y-2 lg:grid-cols-[minmax(0,4fr)_minmax(0,7fr)_auto]">
        <div className="min-w-0">
          <h3 className="break-words">
            <Link to={paths.supplier(workspace, supplierId)}>{name}</Link>
          </h3>
          <p className="text-sm text-soft">
            {standing.seat === null ? t("common.unknown") : format.country(standing.seat)}
            {standing.role !== "unknown" && ` · ${t(supplierRoleKey[standing.role])}`}
          </p>
          <p className="text-sm text-soft">
            <Standing standing={standing} />
          </p>
        </div>
        <dl className="grid grid-cols-1 gap-x-4 text-[0.9375rem] sm:grid-cols-[6.5rem_minmax(0,1fr)] sm:gap-y-1">
          <dt className="text-sm text-soft sm:pt-px">{t("plan.because")}</dt>
          <dd>
            <Because entry={entry} />
          </dd>
          <dt className="mt-1 text-sm text-soft sm:mt-0 sm:pt-px">{t("plan.firstAsk")}</dt>
          <dd>
            {ask && t(askKey[ask])}{" "}
            <a
              href={`#step-${nextStep.step}`}
              className="text-sm text-accent underline underline-offset-2"
              aria-label={t("plan.inDetailOf", { step: t(stepKey[nextStep.step]) })}
            >
              {t("plan.inDetail")}
            </a>
          </dd>
          <dt className="mt-1 text-sm text-soft sm:mt-0 sm:pt-px">{t("plan.how")}</dt>
          <dd>{t(actionKindKey[actionKind])}</dd>
        </dl>
        <div>{aside}</div>
      </div>
      {entry.movedReason !== null && (
        <p className="text-sm font-semibold">
          <Moved entry={entry} />
        </p>
      )}
      {entry.addedAt !== null && (
        <p className="text-sm font-semibold">
          {t("plan.addedBecause", { day: format.day(entry.addedAt), reason: entry.addedReason ?? "" })}
        </p>
      )}
      {children}
    </article>
  );
}
