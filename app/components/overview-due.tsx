import { Link } from "@remix-run/react";
import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { waitingKey } from "../i18n/keys";
import { outcomeStateKey } from "../i18n/plan-keys";
import type { Edition } from "../lib/overview-page.server";
import { paths } from "../lib/paths";
import type { DueSteps } from "../services/plan/due-entries.server";
import type { WaitingMatches } from "../services/screening/waiting-matches.server";
import type { WaitingReports } from "../services/reports/waiting-reports.server";
import type { FollowUpDue } from "../services/remedy/follow-up-view.server";
import { DueDay } from "./due-day";
import { DoNotWrite, HeldSuppliers } from "./held-suppliers";
import { useSameDay } from "./trail-day";
import { FollowUpSoon } from "./overview-follow-up";
import { ReportsDue, reportsWait } from "./overview-reports";
import { Section } from "./page";

interface Props {
  readonly workspace: string;
  readonly waiting: readonly { readonly id: string; readonly file: string; readonly state: "mapping" | "preview" }[];
  /** The model in force when the list was scored with another; null when it is the same. */
  readonly newerModel: string | null;
  /** Next steps of the plan in force that have a day, the soonest first; null: the reader may not know of plans. */
  readonly steps: DueSteps | null;
  /** Pairs that wait for a decision; null: the reader may not see them. */
  readonly matches: WaitingMatches | null;
  /** What of the follow-up is overdue or due soon; null: the reader may not see it. */
  readonly followUp: FollowUpDue | null;
  /** Reports to be approved, published or written again; null: the reader does none of it. */
  readonly reports: WaitingReports | null;
}

/** Is there anything that waits for a decision? */
export const isDue = ({ waiting, newerModel, steps, matches, followUp, reports }: Omit<Props, "workspace">): boolean =>
  reportsWait(reports) ||
  (followUp !== null && followUp.total > 0) ||
  (matches !== null && matches.open + matches.proposed + matches.duplicates > 0) ||
  waiting.length > 0 ||
  newerModel !== null ||
  (steps !== null && steps.total > 0);

/** What waits for a decision; nothing where nothing does. */
export function Due({ workspace, waiting, newerModel, steps, matches, followUp, reports }: Props) {
  const { t } = useTranslation();
  const at = useSameDay();
  if (!isDue({ waiting, newerModel, steps, matches, followUp, reports })) return null;
  return (
    <Section id="due" title={t("overview.due.title")}>
      <ul className="space-y-2">
        {waiting.map(({ id, file, state }) => (
          <li key={id}>
            <Link
              to={at(paths.import(workspace, id))}
              className="break-words font-semibold text-accent underline underline-offset-4"
            >
              {file}
            </Link>
            <span className="block text-sm text-soft">{t(waitingKey[state])}</span>
          </li>
        ))}
        {newerModel !== null && (
          <li>
            {t("overview.due.newerModel", { model: newerModel })}{" "}
            <Link to={at(paths.model(workspace))}>{t("overview.due.seeModel")}</Link>
          </li>
        )}
        {reportsWait(reports) && <ReportsDue workspace={workspace} reports={reports} />}
        {matches && <MatchesDue workspace={workspace} {...matches} />}
      </ul>
      {followUp !== null && followUp.total > 0 && <FollowUpSoon workspace={workspace} due={followUp} />}
      {steps !== null && steps.total > 0 && <Steps workspace={workspace} steps={steps} />}
    </Section>
  );
}

/** Pairs on lists and suppliers entered twice that wait for a person. */
function MatchesDue({ workspace, open, proposed, duplicates }: WaitingMatches & { workspace: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  const said = (count: number) => ({ count, formatted: format.count(count) });
  return (
    <>
      {open > 0 && (
        <li>
          <Link to={at(paths.matches(workspace))}>{t("matches.due.open", said(open))}</Link>
        </li>
      )}
      {proposed > 0 && (
        <li>
          <Link to={at(paths.matches(workspace, "tab=proposed"))}>{t("matches.due.proposed", said(proposed))}</Link>
        </li>
      )}
      {duplicates > 0 && (
        <li>
          <Link to={at(paths.duplicates(workspace))}>{t("duplicates.offered", said(duplicates))}</Link>
        </li>
      )}
    </>
  );
}

/** What is to be done by which day in the plan; a day that is over says so. */
function Steps({ workspace, steps: { entries, total, overdue } }: { workspace: string; steps: DueSteps }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = useSameDay();
  const held = useContext(HeldSuppliers);
  const more = total - entries.length;
  return (
    <div className="mt-3 border-t border-line pt-3 first:mt-0 first:border-0 first:pt-0">
      <h3 className="mb-1">{t("plan.due.title")}</h3>
      {overdue > 0 && (
        <p className="mb-1 text-sm font-semibold">
          {t("plan.due.overdue", { count: overdue, formatted: format.count(overdue) })}
        </p>
      )}
      <ol className="space-y-1.5">
        {entries.map(({ supplierId, name, outcome, dueOn, isOverdue }) => (
          <li key={supplierId} className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="min-w-0 break-words">
              <Link to={at(paths.supplier(workspace, supplierId))}>{name}</Link>{" "}
              <span className="text-sm text-soft">{t(outcomeStateKey[outcome])}</span>{" "}
              {held.includes(supplierId) && <DoNotWrite workspace={workspace} supplierId={supplierId} />}
            </span>
            <span className="text-sm">
              <DueDay dueOn={dueOn} isOverdue={isOverdue} />
            </span>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p className="mt-2 text-sm">
          <Link to={at(paths.plan(workspace, "view=accepted"))}>
            {t("plan.due.more", { count: more, formatted: format.count(more) })}
          </Link>
        </p>
      )}
    </div>
  );
}

/** How old the facts are that every score rests on: each table with its publisher and its day, the oldest first. */
export function Editions({ editions }: { readonly editions: readonly Edition[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [oldest, newest] = [editions[0], editions.at(-1)];
  if (!oldest || !newest) return null;
  return (
    <Section id="facts" title={t("overview.due.facts")}>
      <details className="text-sm">
        <summary>
          {oldest.day === newest.day
            ? t("overview.due.editionsOneDay", { count: editions.length, day: format.day(newest.day) })
            : t("overview.due.editions", {
                count: editions.length,
                oldest: format.day(oldest.day),
                newest: format.day(newest.day),
              })}
        </summary>
        <ul className="mt-2 space-y-1.5">
          {editions.map(({ name, title, publisher, day }) => (
            <li key={name}>
              <span lang="en">{title}</span>
              <span className="block text-xs text-soft">
                <span lang="en">{publisher}</span> · {format.day(day)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
