import { Form, Link } from "@remix-run/react";
import type { TFunction } from "i18next";
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFormat, type Format } from "../i18n/format";
import { engineKey, likelihoodKey, severityKey, supplierRoleKey } from "../i18n/keys";
import { actionKindKey, askKey, stepKey } from "../i18n/plan-keys";
import { paths } from "../lib/paths";
import { DoNotWrite, useIsHeld } from "./held-suppliers";
import { useSameDay } from "./trail-day";
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

/** Severity, likelihood and score in words: the order's own words, the first of them first. */
function standingWords(t: TFunction, format: Format, standing: EntryView["standing"]): readonly string[] {
  const { severity, likelihood, score, rangeLow, rangeHigh } = standing;
  if (score === null) return [t("plan.noScoreTag")];
  return [
    t("plan.severityTag", { severity: t(severityKey[severity]) }),
    t("plan.likelihoodTag", { likelihood: t(likelihoodKey[likelihood]) }),
    t("plan.scoreTag", {
      score: format.score(score),
      low: format.score(rangeLow ?? score),
      high: format.score(rangeHigh ?? score),
    }),
  ];
}

export function Standing({ standing }: { standing: EntryView["standing"] }) {
  const { t } = useTranslation();
  return <>{standingWords(t, useFormat(), standing).join(" · ")}</>;
}

/** The one reason: drawn by chance, the strongest reason of the score, or that nothing is known. */
export function Because({ entry }: { entry: Pick<EntryView, "part" | "movedFrom" | "reasons"> }) {
  const { t } = useTranslation();
  if (entry.part === "drawn") return <>{t("plan.drawnBecause")}</>;
  const [first] = entry.reasons;
  return <>{first === undefined ? t("plan.noReason") : t(engineKey(first))}</>;
}

/** Moved by a person, or up from the reserve because a place was freed. */
export const isMoved = ({ part, movedFrom, movedReason }: Pick<EntryView, "part" | "movedFrom" | "movedReason">) =>
  movedReason !== null || (part === "chosen" && movedFrom === "reserve");

/** What a person did to it, with the reason given, or that it moved up. */
export function Moved({ entry }: { entry: Pick<EntryView, "part" | "movedFrom" | "movedReason"> }) {
  const { t } = useTranslation();
  if (!isMoved(entry)) return null;
  if (entry.movedReason === null) return <>{t("plan.movedUp")}</>;
  return <>{t(entry.part === "out" ? "plan.movedOut" : "plan.movedIn", { reason: entry.movedReason })}</>;
}

/** Asks for the reason, then moves; opens without script. */
export function MoveForm({ entry, to }: { entry: Pick<EntryView, "supplierId" | "name">; to: "in" | "out" }) {
  const { t } = useTranslation();
  const id = useId();
  const { supplierId, name } = entry;
  return (
    <details
      className="no-print group relative"
      // What opens near the foot of the screen is brought into sight.
      onToggle={({ currentTarget: opened }) =>
        opened.open && opened.lastElementChild?.scrollIntoView({ block: "nearest" })
      }
    >
      <summary
        className="button list-none [&::-webkit-details-marker]:hidden"
        data-size="small"
        aria-label={t(to === "in" ? "plan.takeInNamed" : "plan.takeOutNamed", { name })}
      >
        {t(to === "in" ? "plan.takeIn" : "plan.takeOut")}
      </summary>
      <div className="card end-0 top-full z-10 mt-1 w-full scroll-my-4 p-3 sm:absolute sm:w-80">
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

/** A name and what it says, on one line of a phone and in two columns where there is room. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:contents">
      <dt className="inline text-soft after:content-[':'] sm:pt-px sm:text-sm sm:after:content-none">{name}</dt>{" "}
      <dd className="inline">{children}</dd>
    </div>
  );
}

const FACTS =
  "space-y-0.5 text-sm leading-snug sm:grid sm:grid-cols-[7.5rem_minmax(0,1fr)] sm:gap-x-4 sm:gap-y-1 sm:space-y-0 sm:text-[0.9375rem] sm:leading-normal";

/**
 * A supplier of the plan: where it stands, one reason, the first question. How to act, the rest of the order's words and
 * what can be done with it are one tap away on a phone, and stand there where there is room.
 */
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
  const at = useSameDay();
  const isHeld = useIsHeld(supplierId);
  const [ask] = NEXT_STEPS[nextStep.step].asks;
  const [first, ...words] = standingWords(t, format, standing);
  const rest = [...words, ...(standing.role === "unknown" ? [] : [t(supplierRoleKey[standing.role])])];
  return (
    <article aria-label={name} className="relative space-y-1 sm:space-y-2">
      <div
        className={`grid grid-cols-1 items-start gap-x-4 gap-y-0.5 sm:gap-y-2 ${aside ? "lg:grid-cols-[minmax(0,4fr)_minmax(0,7fr)_9rem]" : "lg:grid-cols-[minmax(0,4fr)_minmax(0,7fr)]"}`}
      >
        <div className="min-w-0">
          <h3 className="pe-16 break-words sm:pe-32 lg:pe-0">
            <Link to={at(paths.supplier(workspace, supplierId))}>{name}</Link>
          </h3>
          <p className="text-sm text-soft">
            {standing.seat === null ? t("common.unknown") : format.country(standing.seat)} · {first}
          </p>
        </div>
        <div className="min-w-0">
          <dl className={FACTS}>
            <Fact name={t("plan.because")}>
              <Because entry={entry} />
            </Fact>
            <Fact name={t("plan.firstAsk")}>
              {isHeld ? <DoNotWrite workspace={workspace} supplierId={supplierId} /> : ask && t(askKey[ask])}{" "}
              <a
                href={`#step-${nextStep.step}`}
                className="text-sm whitespace-nowrap text-accent underline underline-offset-2"
                aria-label={t("plan.inDetailOf", { step: t(stepKey[nextStep.step]) })}
              >
                {t("plan.inDetail")}
              </a>
            </Fact>
          </dl>
          <details className="rest">
            <summary aria-label={t("plan.moreOf", { name })}>{t("plan.more")}</summary>
            <dl className={`mt-1 ${FACTS}`}>
              <Fact name={t("plan.how")}>{t(actionKindKey[actionKind])}</Fact>
              {rest.length > 0 && <Fact name={t("plan.record.standing")}>{rest.join(" · ")}</Fact>}
            </dl>
            {aside && <div className="mt-2 sm:absolute sm:end-0 sm:top-0 sm:mt-0">{aside}</div>}
          </details>
        </div>
      </div>
      {isMoved(entry) && (
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
