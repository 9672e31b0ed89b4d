import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DueCalendar } from "../components/follow-up-calendar";
import {
  ActionBoard,
  ActionList,
  DecisionTable,
  RepaymentTable,
  RepaymentTotals,
} from "../components/follow-up-tables";
import { FindingsList } from "../components/findings-list";
import { PageHead } from "../components/page";
import { Tabs } from "../components/tabs";
import { PastDay, PastDayForm } from "../components/trail-day";
import { countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { severityKey, type Key } from "../i18n/keys";
import { requestLanguage } from "../i18n/language.server";
import {
  actionStateKey,
  decisionStateKey,
  emptyTabKey,
  fileKey,
  ledgerStateKey,
  shapeKey,
  tabKey,
} from "../i18n/remedy-keys";
import { getDb } from "../lib/db.server";
import { findingsTab, type FindingLine } from "../lib/finding-page.server";
import { followUpView, type FollowUpView } from "../lib/follow-up-page.server";
import {
  ACTION_SHAPES,
  FOLLOW_UP_TABS,
  followUpAsked,
  followUpQuery,
  permissionFor,
  type FollowUpAsked,
} from "../lib/follow-up-query";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { dueDays } from "../services/remedy/follow-up-view.server";
import { followUpMembers } from "../services/remedy/shared.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const now = dayOf(new Date());
  const asked = followUpAsked(new URL(request.url).searchParams, now);
  const scope = await requireScope(request, params, permissionFor(asked));
  const db = await getDb();
  const today = asked.on || now;
  const isCalendar = isCalendarOf(asked);
  const [view, days, members] = await Promise.all([
    followUpView(db, scope, asked, today),
    isCalendar ? dueDays(db, scope, today) : [],
    followUpMembers(db, scope),
  ]);
  const month = asked.month || today.slice(0, 7);
  return {
    title: pageTitle(request, "remedy.title"),
    workspace: scope.workspaceSlug,
    asked,
    month,
    today,
    now,
    view,
    findings: asked.tab === "findings" ? await findingsTab(db, scope, asked.on) : [],
    // The weeks at the ends of a month have days of its neighbours.
    days: days.filter(({ on }) => Math.abs(Date.parse(on) - Date.parse(`${month}-15`)) < 25 * 86_400_000),
    members,
    countryNames: countryNames(requestLanguage(request), view.repayments.flatMap(({ origin, destination }) => [origin, destination])), // prettier-ignore
  };
}

/** The calendar is of what is to come, so a past day has none. */
const isCalendarOf = ({ tab, shape, on }: FollowUpAsked) => tab === "actions" && shape === "calendar" && on === "";

/** What is overdue, whose move is it, and what do I take up next? */
export default function FollowUp() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, asked, view, members, days, month, today, ...loaded } = useLoaderData<typeof loader>();
  const isCalendar = isCalendarOf(asked);
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead title={t("remedy.title")} lead={t("remedy.lead")}>
        <Files workspace={workspace} asked={asked} hasLines={view.count > 0} />
      </PageHead>
      <PastDay day={asked.on || null}>
        {view.untold > 0 && t("trail.on.left", { count: view.untold, formatted: format.count(view.untold) })}
      </PastDay>
      <div className="space-y-4">
        <Tabs
          label={t("remedy.tabs")}
          tabs={FOLLOW_UP_TABS.map((tab) => ({
            key: tab,
            label: t(tabKey[tab]),
            count: null,
            to: paths.followUp(workspace, followUpQuery({ tab, on: asked.on })),
            isCurrent: tab === asked.tab,
          }))}
        />
        {asked.tab === "actions" && (
          <nav aria-label={t("remedy.shapes")} className="no-print flex flex-wrap gap-x-4 gap-y-1">
            {ACTION_SHAPES.filter((shape) => shape !== "calendar" || asked.on === "").map((shape) => (
              <Link
                key={shape}
                to={paths.followUp(workspace, followUpQuery({ ...asked, shape }))}
                aria-current={shape === asked.shape ? "page" : undefined}
                className="text-accent underline underline-offset-4 aria-[current=page]:font-semibold aria-[current=page]:text-ink aria-[current=page]:no-underline"
              >
                {t(shapeKey[shape])}
              </Link>
            ))}
          </nav>
        )}
        {asked.tab !== "findings" && !isCalendar && <Filters asked={asked} members={members} workspace={workspace} />}
        {isCalendar && (
          <DueCalendar
            workspace={workspace}
            month={month}
            today={today}
            days={days}
            hrefOf={(other) => paths.followUp(workspace, followUpQuery({ ...asked, month: other }))}
          />
        )}
        {!isCalendar && <Lines workspace={workspace} asked={asked} view={view} findings={loaded.findings} />}
        <PastDayForm today={loaded.now} day={asked.on || null} />
      </div>
    </CountryNames.Provider>
  );
}

function Files({ workspace, asked, hasLines }: { workspace: string; asked: FollowUpAsked; hasLines: boolean }) {
  const { t } = useTranslation();
  const query = followUpQuery(asked);
  if (asked.tab === "findings" || asked.on !== "") return null;
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {hasLines &&
        (["csv", "xlsx"] as const).map((format) => (
          <Link key={format} reloadDocument to={paths.followUpFile(workspace, format, query)}>
            {t(fileKey[format])}
          </Link>
        ))}
      <Link reloadDocument to={paths.followUpFile(workspace, "ics")}>
        {t(fileKey.ics)}
      </Link>
    </div>
  );
}

const STATES_OF = {
  actions: actionStateKey,
  repayments: ledgerStateKey,
  decisions: decisionStateKey,
  findings: {},
} as const;

function Filters({
  workspace,
  asked,
  members,
}: {
  workspace: string;
  asked: FollowUpAsked;
  members: readonly { userId: string; name: string }[];
}) {
  const { t } = useTranslation();
  const states = Object.entries(STATES_OF[asked.tab]) as [string, Key][];
  const has = asked.owner || asked.state || asked.severity || asked.supplier || asked.overdue;
  const select = (
    name: "owner" | "state" | "severity",
    label: string,
    any: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <label className="text-sm">
      <span className="block font-semibold">{label}</span>
      <select name={name} defaultValue={asked[name]} className="input" data-size="small">
        <option value="">{any}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Form
      key={followUpQuery(asked)}
      aria-label={t("remedy.filter.apply")}
      className="no-print flex flex-wrap items-end gap-3 max-sm:grid max-sm:grid-cols-2"
    >
      {asked.tab !== "actions" && <input type="hidden" name="tab" value={asked.tab} />}
      {asked.shape !== "list" && <input type="hidden" name="as" value={asked.shape} />}
      {asked.on && <input type="hidden" name="on" value={asked.on} />}
      {asked.tab !== "repayments" &&
        select(
          "owner",
          t("remedy.filter.owner"),
          t("remedy.filter.anyOwner"),
          members.map(({ userId, name }) => [userId, name]),
        )}
      {select(
        "state",
        t("remedy.filter.state"),
        t("remedy.filter.anyState"),
        states.map(([word, key]) => [word, t(key as "remedy.save")]),
      )}
      {asked.tab === "actions" &&
        select(
          "severity",
          t("remedy.filter.severity"),
          t("remedy.filter.anySeverity"),
          Object.entries(severityKey).map(([word, key]) => [word, t(key)]),
        )}
      <label className="text-sm">
        <span className="block font-semibold">{t("remedy.filter.supplier")}</span>
        <input name="supplier" defaultValue={asked.supplier} maxLength={100} className="input" data-size="small" />
      </label>
      <label className="flex min-h-8 items-center gap-2 text-sm">
        <input type="checkbox" name="overdue" value="1" defaultChecked={asked.overdue} />
        {t("remedy.filter.overdue")}
      </label>
      <button className="button" data-size="small">
        {t("remedy.filter.apply")}
      </button>
      {has && (
        <Link to={paths.followUp(workspace, followUpQuery({ tab: asked.tab, shape: asked.shape, on: asked.on }))}>
          {t("remedy.filter.clear")}
        </Link>
      )}
    </Form>
  );
}

function Lines({
  workspace,
  asked,
  view,
  findings,
}: {
  workspace: string;
  asked: FollowUpAsked;
  view: FollowUpView;
  findings: readonly FindingLine[];
}) {
  const { t } = useTranslation();
  const isFiltered = asked.owner || asked.state || asked.severity || asked.supplier || asked.overdue;
  const count = asked.tab === "findings" ? findings.length : view.count;
  if (count === 0 && asked.on) return <p className="card p-4 sm:p-5">{t("trail.on.none")}</p>;
  if (asked.tab === "findings") return <FindingsList workspace={workspace} findings={findings} />;
  if (view.count === 0)
    return (
      <div className="card p-4 sm:p-5">
        <p className="mb-3">{isFiltered ? t("remedy.filter.none") : t(emptyTabKey[asked.tab])}</p>
        <Link to={paths.suppliers(workspace)} className="button">
          {t("remedy.empty.suppliers")}
        </Link>
      </div>
    );
  if (asked.tab === "repayments")
    return (
      <>
        <RepaymentTotals workspace={workspace} view={view} />
        <div className="card min-w-0 p-2 sm:p-4">
          <RepaymentTable workspace={workspace} rows={view.repayments} />
        </div>
      </>
    );
  if (asked.tab === "actions" && asked.shape === "board")
    return <ActionBoard workspace={workspace} rows={view.actions} />;
  return (
    <div className="card min-w-0 p-2 sm:p-4">
      {asked.tab === "decisions" ? (
        <DecisionTable workspace={workspace} rows={view.decisions} />
      ) : (
        <ActionList workspace={workspace} rows={view.actions} />
      )}
    </div>
  );
}
