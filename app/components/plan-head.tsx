import { Form, Link } from "@remix-run/react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { SignedPlan } from "../services/plan/plan-view.server";
import { useSameDay } from "./trail-day";
import { PlanStart } from "./plan-card";
import type { EntryView } from "./plan-entry";

interface Props {
  readonly workspace: string;
  readonly plan: Pick<
    SignedPlan,
    | "id"
    | "state"
    | "capacity"
    | "fileName"
    | "createdBy"
    | "createdByName"
    | "createdAt"
    | "acceptedBy"
    | "acceptedByName"
    | "acceptedAt"
    | "note"
  >;
  readonly entries: readonly Pick<EntryView, "part" | "movedReason">[];
  /** Severity tells some of them apart. */
  readonly bySeverity: boolean;
  /** The plan's other face, when there is a draft beside a plan in force. */
  readonly other: "draft" | "accepted" | null;
  readonly isOfOlderList: boolean;
  readonly canAccept: boolean;
  readonly canWrite: boolean;
  readonly canDraft: boolean;
}

/** What this plan is, who made it, and the decision it waits for. */
export function PlanHead(props: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, plan, entries, bySeverity, other, isOfOlderList, canAccept, canWrite, canDraft } = props;
  const id = useId();
  const sameDay = useSameDay();
  const isDraft = plan.state === "draft";
  const count = (part: EntryView["part"]) => entries.filter((entry) => entry.part === part).length;
  const [chosen, drawn] = [count("chosen"), count("drawn")];
  const moved = entries.filter(({ movedReason }) => movedReason !== null).length;
  const free = plan.capacity - chosen - drawn;
  return (
    <section aria-labelledby={id} className="card space-y-4 p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
        <h2 id={id}>{t(isDraft ? "plan.draftTitle" : "plan.acceptedTitle")}</h2>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {other !== null && (
            <Link to={sameDay(paths.plan(workspace, other === "accepted" ? "view=accepted" : ""))}>
              {t(other === "accepted" ? "plan.seeAccepted" : "plan.seeDraft")}
            </Link>
          )}
          <Link to={sameDay(paths.toAsk(workspace))}>{t("recruitment.queue.title")}</Link>
          <Link to={paths.planRecord(workspace, plan.id)}>{t("plan.print")}</Link>
        </p>
      </div>
      <div className="space-y-1">
        <p className="text-lg font-semibold">
          {t(bySeverity ? "plan.of" : "plan.ofLikely", {
            chosen: format.count(chosen),
            drawn: format.count(drawn),
          })}
          .
        </p>
        {(moved > 0 || free > 0) && (
          <p>
            {moved > 0 && `${t("plan.byHand", { count: moved, formatted: format.count(moved) })} `}
            {free > 0 && t("plan.free", { count: free, formatted: format.count(free) })}
          </p>
        )}
        <p className="text-sm text-soft">
          {t("plan.madeBy", { name: plan.createdByName, when: format.minute(plan.createdAt) })}.{" "}
          {plan.acceptedByName !== null &&
            plan.acceptedAt &&
            `${t("plan.acceptedBy", { name: plan.acceptedByName, when: format.minute(plan.acceptedAt) })}. `}
          {plan.acceptedBy === plan.createdBy && t("plan.samePerson")}
        </p>
        {plan.note !== null && <p className="break-words">{plan.note}</p>}
        {isOfOlderList && <p className="font-semibold">{t("plan.olderList", { file: plan.fileName })}</p>}
      </div>
      {isDraft && !canAccept && <p className="text-sm text-soft">{t("plan.ownerAccepts")}</p>}
      {isDraft && canAccept && (
        <Form method="post" className="space-y-2 border-t border-line pt-4">
          <p className="prose-width text-sm text-soft">{t("plan.acceptNote")}</p>
          <div className="flex flex-wrap items-end gap-3">
            <div className="min-w-0 flex-1 basis-60 sm:max-w-md">
              <label htmlFor={`${id}-note`} className="block text-sm font-semibold">
                {t("plan.note")}
              </label>
              <input id={`${id}-note`} name="note" maxLength={1000} className="input" />
            </div>
            <div className="sm:whitespace-nowrap">
              <label htmlFor={`${id}-due`} className="block text-sm font-semibold">
                {t("plan.due.all")}
              </label>
              <input id={`${id}-due`} name="dueOn" type="date" className="input sm:w-44!" />
            </div>
            <button className="button" data-kind="primary" name="intent" value="accept">
              {t("plan.accept")}
            </button>
          </div>
        </Form>
      )}
      {canWrite && (
        <div className="flex flex-col items-start gap-x-6 gap-y-2 border-t border-line pt-3 text-sm sm:flex-row sm:flex-wrap">
          {canDraft && (
            <details className="max-w-full min-w-0 sm:flex-1 sm:open:basis-full">
              <summary className="py-1 font-semibold text-accent">{t("plan.start.again")}</summary>
              <div className="pt-2 text-base">
                <PlanStart workspace={workspace} again={isDraft} />
              </div>
            </details>
          )}
          {isDraft && (
            <Form method="post" className="-mx-2.5">
              <button className="button" data-kind="quiet" data-size="small" name="intent" value="discard">
                {t("plan.discard")}
              </button>
            </Form>
          )}
        </div>
      )}
    </section>
  );
}
