import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { dueWhatKey } from "../i18n/remedy-keys";
import { paths } from "../lib/paths";
import type { FollowUpDue } from "../services/remedy/follow-up-view.server";
import { DueDay } from "./due-day";
import { dueHref } from "./follow-up-calendar";
import { useSameDay } from "./trail-day";

/** Actions, repayments and reviews that are overdue or due soon. */
export function FollowUpSoon({ workspace, due: { days, total, overdue } }: { workspace: string; due: FollowUpDue }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  return (
    <div className="mt-3 border-t border-line pt-3 first:mt-0 first:border-0 first:pt-0">
      <h3 className="mb-1">{t("remedy.due.title")}</h3>
      {overdue > 0 && (
        <p className="mb-1 text-sm font-semibold">
          {t("remedy.due.overdue", { count: overdue, formatted: format.count(overdue) })}
        </p>
      )}
      <ol className="space-y-1.5">
        {days.map((day) => (
          <li key={`${day.what} ${day.id}`} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="min-w-0 break-words">
              <Link to={at(dueHref(workspace, day))}>{day.what === "review" ? day.supplierName : day.label}</Link>{" "}
              <span className="text-sm text-soft">{t(dueWhatKey[day.what])}</span>
            </span>
            <span className="text-sm">
              <DueDay dueOn={day.on} isOverdue={day.isOverdue} />
            </span>
          </li>
        ))}
      </ol>
      {total > days.length && (
        <p className="mt-2 text-sm">
          <Link to={at(paths.followUp(workspace, "as=calendar"))}>
            {t("remedy.due.more", { formatted: format.count(total) })}
          </Link>
        </p>
      )}
    </div>
  );
}
