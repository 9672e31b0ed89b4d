import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { paths } from "../lib/paths";
import type { ToAsk } from "../services/readings/ask-queue.server";
import type { AnswersThen, QueueThen } from "../services/readings/ask-queue-then.server";
import { useSameDay } from "./trail-day";

/** Of a past day: what cannot be told of the queue. */
export function QueueLeftOut({ plan, untold }: Pick<QueueThen, "plan" | "untold">) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {plan === "draft" && `${t("recruitment.queue.past.draft")} `}
      {plan === "erased" && `${t("recruitment.queue.past.erased")} `}
      {untold > 0 && `${t("recruitment.queue.past.untold", { count: untold, formatted: format.count(untold) })} `}
      {t("recruitment.queue.past.held")}
    </>
  );
}

/** Of a past day: who was next to be asked, and why. */
export function NextThen({ workspace, next }: { workspace: string; next: ToAsk }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sameDay = useSameDay();
  const why =
    next.plan !== null
      ? t("recruitment.queue.past.whyPlan")
      : next.narrows > 0
        ? t("recruitment.queue.past.whyNarrows", { points: format.score(next.narrows) })
        : t("recruitment.queue.past.whyOrder");
  return (
    <p className="mb-3 break-words">
      <span className="font-semibold">
        {t("recruitment.queue.past.next")} <Link to={sameDay(paths.supplier(workspace, next.id))}>{next.name}</Link>.
      </span>{" "}
      {why}
    </p>
  );
}

/** Under how far a supplier had answered: how many answers were recorded by the day, and when the last one. */
export function RecordedThen({ answers: { count, lastAt } }: { answers: AnswersThen }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="block text-xs font-normal text-soft">
      {t("recruitment.queue.past.recorded", { count, formatted: format.count(count), when: format.day(lastAt) })}
    </span>
  );
}
