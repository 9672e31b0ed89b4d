import { data, redirect, type ActionFunctionArgs, type AppLoadContext, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Empty } from "../components/empty";
import { Notice } from "../components/notice";
import { PageHead, Section } from "../components/page";
import { AddToPlan } from "../components/plan-add";
import { PlanBoard, PlanPartList } from "../components/plan-board";
import { PlanStart } from "../components/plan-card";
import { PlanHead } from "../components/plan-head";
import { Outcome, OutcomeForm, WhatTheDrawTaught } from "../components/plan-outcomes";
import { ActionKinds, PlanSteps } from "../components/plan-steps";
import { FindOutFirst, TieNotice, Waiting } from "../components/plan-waiting";
import { PastDay, PastDayForm } from "../components/trail-day";
import { RecordTrail } from "../components/record-trail";
import { countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDay } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { permissionOf, PlanForm } from "../lib/plan-form.server";
import { bySeverity, commitmentRows, entryViews, stepsOf } from "../lib/plan-page.server";
import { isProblem } from "../lib/problem";
import { notFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { acceptPlan } from "../services/plan/accept-plan.server";
import { discardPlan } from "../services/plan/discard-plan.server";
import { draftPlan } from "../services/plan/draft-plan.server";
import { moveEntry } from "../services/plan/move-entry.server";
import { findForPlan, learned, planPage, planPageThen } from "../services/plan/plan-view.server";
import { dayOf } from "../services/scoring/assessor.server";
import { recordOutcome } from "../services/plan/record-outcome.server";

export const meta = titleMeta;

/** After a refused change the page shows how things stand now: somebody else may have been first. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "plan:read");
  const db = await getDb();
  const { searchParams } = new URL(request.url);
  const today = dayOf(new Date());
  const day = pastDay(searchParams, today);
  const then = day === null ? null : await planPageThen(db, scope, day);
  const page = then ?? (await planPage(db, scope));
  const wantsAccepted = searchParams.get("view") === "accepted" && page.accepted !== null;
  const shown = wantsAccepted ? page.accepted : (page.draft ?? page.accepted);
  const words = searchParams.get("find") ?? "";
  const steps = shown ? stepsOf(shown.entries) : [];
  const found = shown?.plan.state === "draft" ? await findForPlan(db, scope, shown.plan.generation, words) : [];
  const other: "draft" | "accepted" | null =
    shown === page.draft ? (page.accepted ? "accepted" : null) : page.draft ? "draft" : null;
  return {
    title: pageTitle(request, "plan.title"),
    workspace: scope.workspaceSlug,
    // A past day can be looked at, and not changed.
    canWrite: day === null && can(scope.role, "plan:write"),
    canAccept: day === null && can(scope.role, "plan:accept"),
    canUpload: day === null && can(scope.role, "import:write"),
    now: today,
    today: day ?? today,
    day,
    untold: then?.untold ?? 0,
    isErased: then?.isErased ?? false,
    hasList: page.published !== null,
    other,
    all: searchParams.has("all"),
    words,
    found,
    shown: shown && {
      plan: { ...shown.plan, summary: null },
      isOfOlderList: then ? then.isOfOlderList : shown.plan.generation !== page.published,
      summary: shown.summary,
      bySeverity: bySeverity(shown),
      entries: entryViews(shown.entries),
      steps,
      commitments: commitmentRows(steps),
      learned: learned(shown.entries),
    },
    countryNames: countryNames(requestLanguage(request), [
      ...(shown?.entries.map(({ standing }) => standing.seat) ?? []),
      ...found.map(({ seat }) => seat),
    ]),
    replaced: page.replaced.map(({ id, capacity, acceptedAt }) => ({ id, capacity, acceptedAt })),
  };
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** What the page says after a change of the plan; a new draft shows itself. */
function toldOf(form: PlanForm, context: AppLoadContext): ResponseInit {
  if (form.intent === "move") return telling(context, form.to === "in" ? "plan-in" : "plan-out", form.supplierId);
  if (form.intent === "accept") return telling(context, "plan-accepted");
  if (form.intent === "discard") return telling(context, "plan-discarded");
  return form.intent === "outcome" ? telling(context, "outcome-noted") : {};
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const parsed = PlanForm.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const form = parsed.data;
  const scope = await requireScope(request, params, permissionOf(form));
  const db = await getDb();
  const now = new Date();
  try {
    if (form.intent === "draft") await draftPlan(db, scope, form.capacity, now);
    else if (form.intent === "move") await moveEntry(db, scope, form, now);
    else if (form.intent === "accept") await acceptPlan(db, scope, form.note, now, form.dueOn);
    else if (form.intent === "discard") await discardPlan(db, scope);
    else await recordOutcome(db, scope, form, now);
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return data({ problem: problemSentence(requestI18n(request), error) }, { status: error.status });
  }
  const { searchParams } = new URL(request.url);
  const query = form.intent === "outcome" ? "view=accepted" : "";
  throw redirect(
    paths.plan(scope.workspaceSlug, searchParams.has("all") ? `all=1&${query}` : query),
    toldOf(form, context),
  );
}

/** Whom to follow up, why, and what to do first; the same page for the draft and for the plan in force. */
export default function PlanPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, shown, hasList, canWrite, canUpload, day, now, untold, isErased, ...more } =
    useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  return (
    <CountryNames.Provider value={more.countryNames}>
      <PageHead title={t("plan.title")} lead={t("plan.lead")} />
      <PastDay day={day} names={t("trail.on.peopleToday")}>
        {t("trail.on.noDraft")} {untold > 0 && t("trail.on.left", { count: untold, formatted: format.count(untold) })}
      </PastDay>
      <div className="space-y-5">
        {problem && <Notice kind="problem">{problem}</Notice>}
        {day !== null && !shown && (
          <p className="card p-4 sm:p-5">{t(isErased ? "trail.on.planErased" : "trail.on.noPlan")}</p>
        )}
        {day === null && !hasList && !shown && (
          <Empty
            title={t("shell.empty.noListTitle")}
            to={canUpload ? paths.newImport(workspace) : undefined}
            action={t("shell.empty.upload")}
          >
            {t("shell.empty.plan")}
          </Empty>
        )}
        {hasList && !shown && canWrite && (
          <section className="card p-4 sm:p-6">
            <PlanStart workspace={workspace} />
          </section>
        )}
        {day === null && hasList && !shown && !canWrite && (
          <Empty
            title={t("shell.empty.noPlanTitle")}
            to={paths.suppliers(workspace)}
            action={t("shell.empty.toSuppliers")}
          >
            {t("shell.empty.noPlan")}
          </Empty>
        )}
        {shown && <Shown shown={shown} />}
        <Replaced />
        <PastDayForm today={now} day={day} />
      </div>
    </CountryNames.Provider>
  );
}

function Shown({ shown }: { shown: NonNullable<Loaded["shown"]> }) {
  const { t } = useTranslation();
  const { workspace, canWrite, canAccept, hasList, today, other, all, words, found } = useLoaderData<typeof loader>();
  const { plan, summary, bySeverity, entries, steps, commitments } = shown;
  const isDraft = plan.state === "draft";
  /** Who came in later is shown apart, wherever it stood when the plan was accepted. */
  const standsIn = ({ part, addedAt }: (typeof entries)[number], name: "chosen" | "drawn" | "added") =>
    name === "added" ? addedAt !== null && part !== "chosen" && part !== "drawn" : part === name;
  const holdsSomebody = (name: "chosen" | "drawn" | "added") =>
    name !== "added" || entries.some((entry) => standsIn(entry, name));
  const reserve = entries.filter(({ part }) => part === "reserve").length;
  return (
    <>
      <PlanHead
        workspace={workspace}
        plan={plan}
        entries={entries}
        bySeverity={bySeverity}
        other={other}
        isOfOlderList={shown.isOfOlderList}
        canAccept={canAccept}
        canWrite={canWrite}
        canDraft={canWrite && hasList}
      />
      {entries.length === 0 && (
        <Empty
          title={t("shell.empty.nobodyTitle")}
          to={paths.understand(workspace)}
          action={t("shell.guide.understand.act")}
        >
          {t("shell.empty.nobody")}
        </Empty>
      )}
      <TieNotice tie={summary.tie} />
      {isDraft ? (
        <>
          <PlanBoard workspace={workspace} entries={entries} canMove={canWrite} all={all} bySeverity={bySeverity} />
          {canWrite && <AddToPlan words={words} found={found} entries={entries} />}
        </>
      ) : (
        <>
          {(["chosen", "drawn", "added"] as const).filter(holdsSomebody).map((part) => (
            <PlanPartList
              key={part}
              workspace={workspace}
              part={part}
              all={all}
              bySeverity={bySeverity}
              entries={entries.filter((entry) => standsIn(entry, part))}
            >
              {(entry) => (
                <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                  <Outcome entry={entry} today={today} />
                  {canWrite && (
                    <OutcomeForm
                      key={`${entry.outcome} ${entry.outcomeOn} ${entry.dueOn}`}
                      entry={entry}
                      today={today}
                    />
                  )}
                </div>
              )}
            </PlanPartList>
          ))}
          <WhatTheDrawTaught learned={shown.learned} />
        </>
      )}
      <PlanSteps steps={steps} commitments={commitments} today={today} />
      <ActionKinds />
      <Waiting summary={summary} reserve={reserve} />
      <FindOutFirst unscored={summary.unscored} />
      <RecordTrail kind="plan" id={plan.id} />
    </>
  );
}

/** Plans that were in force before. */
function Replaced() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, replaced } = useLoaderData<typeof loader>();
  if (replaced.length === 0) return null;
  return (
    <Section id="replaced" title={t("plan.replaced.title")}>
      <ul className="space-y-1">
        {replaced.map(({ id, capacity, acceptedAt }) => (
          <li key={id}>
            <Link to={paths.planRecord(workspace, id)}>
              {t("plan.replaced.line", {
                day: acceptedAt ? format.day(acceptedAt) : "",
                capacity: format.count(capacity),
              })}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
