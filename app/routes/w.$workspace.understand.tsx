import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { Empty } from "../components/empty";
import { NoList } from "../components/no-list";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { PastList } from "../components/past-list";
import { useRefreshWhile } from "../components/refresh";
import { Tabs } from "../components/tabs";
import { PastDayForm, useSameDay } from "../components/trail-day";
import { AsideList } from "../components/understand-aside";
import { GroupList, PayeeList } from "../components/understand-choices";
import { DecidedList, decidedName, Said, UndoButton } from "../components/understand-decided";
import { COUNTRIES_ID, type ReturnedForm } from "../components/understand-form";
import { Progress } from "../components/understand-progress";
import { TextLists } from "../components/understand-texts";
import { countriesIn } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import type { Key } from "../i18n/keys";
import { requestI18n, requestLanguage, requestTranslator } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { readAsked } from "../lib/past-list.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { telling } from "../lib/told.server";
import { readDecisionForm, type FormProblem } from "../lib/understand-form.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";
import { applyAgain } from "../services/understanding/apply-again.server";
import { bringBack } from "../services/understanding/bring-back.server";
import { setAsidePayees } from "../services/understanding/set-aside.server";
import { decideUnderstanding } from "../services/understanding/decide.server";
import { understandThen } from "../services/understanding/understand-then.server";
import { understandView } from "../services/understanding/understand-view.server";
import { undoBatch } from "../services/understanding/undo-batch.server";
import { undoDecision } from "../services/understanding/undo-decision.server";

export const meta = titleMeta;

/** After a refused change the page shows how things stand now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || actionStatus === 404 || defaultShouldRevalidate;

const TABS = ["groups", "payees", "texts", "aside", "decided"] as const;
const Tab = z.enum(TABS).catch("groups");
/** Groups on one page; the address may ask for more. */
const GROUPS_SHOWN = 20;
const MOST_SHOWN = 500;
/** Where a stretch of the report begins. */
const After = z.coerce.number().int().positive().nullable().catch(null);
const Shown = z.coerce.number().int().min(GROUPS_SHOWN).max(MOST_SHOWN).catch(GROUPS_SHOWN);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const query = new URL(request.url).searchParams;
  const [db, language] = [await getDb(), requestLanguage(request)];
  const countries = countriesIn(language);
  return readAsked(db, scope, query, async ({ past, kept }) => {
    const then = past && (await understandThen(db, scope, { kept }, past.day, language));
    const view = then
      ? then.view && { ...then.view, ahead: null, applying: null }
      : await understandView(db, scope, countries, new Date(), language);
    const decisions = then?.decisions ?? view?.decisions ?? [];
    // Of a day whose list is not kept, what was decided is all that can be told.
    const tab = past && !view ? "decided" : Tab.parse(query.get("tab"));
    const shown = Shown.parse(query.get("shown"));
    const after = After.parse(query.get("after"));
    return {
      title: pageTitle(request, "understand.title"),
      workspace: scope.workspaceSlug,
      past,
      today: dayOf(new Date()),
      // A past day can be looked at, and not changed.
      canDecide: past === null && can(scope.role, "supplier:write"),
      canUpload: past === null && can(scope.role, "import:write"),
      canPlan: can(scope.role, "plan:read"),
      tab,
      shown,
      waiting: view?.applying != null && view.applying !== "failed",
      // The names that place inputs offer.
      countries: countries.map(({ name }) => name),
      // What is decided, and what texts may mean, names any country.
      countryNames: Object.fromEntries(countries.map(({ code, name }) => [code, name])),
      after,
      aside: tab === "aside" && view ? await setAsidePayees(db, scope, after, kept?.generation.no) : null,
      broughtBack: decisions.flat().flatMap(({ key, said }) => (said.seller ? [key] : [])),
      last: decisions[0] ?? null,
      decisions: tab === "decided" ? decisions : [],
      view: view && {
        ...view,
        openGroups: view.groups.length,
        groups: tab === "groups" ? view.groups.slice(0, shown) : [],
        payees: tab === "payees" ? view.payees : [],
        openTexts: view.texts.length,
        texts: tab === "texts" ? view.texts : [],
        decided: decisions.length,
        decisions: [],
      },
    };
  });
}

const Intent = z.enum(["decide", "undo", "undo-batch", "apply", "bring-back"]);
const Back = z.object({ key: z.string().min(1).max(500), after: After });
const Undo = z.object({ id: z.string().min(1).max(100) });

const PROBLEM_KEY = {
  sector: "understand.problem.sector",
  country: "understand.problem.country",
  currency: "understand.problem.currency",
  nothing: "understand.problem.nothing",
} as const satisfies Record<FormProblem["code"], Key>;

export async function action({ request, params, context }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:write");
  const form = await request.formData();
  const intent = Intent.parse(form.get("intent"));
  const db = await getDb();
  const now = new Date();
  let told: ResponseInit = {};
  const back = (problem: string, status: number) => {
    const values = Object.fromEntries(
      [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string"),
    );
    return data({ returned: { key: values["key"] ?? "", problem, values } satisfies ReturnedForm }, { status });
  };
  try {
    if (intent === "decide") {
      const read = readDecisionForm(form, assessorFor(dayOf(now)).resolver);
      if ("code" in read) return back(requestTranslator(request)(PROBLEM_KEY[read.code], { text: read.text }), 422);
      await decideUnderstanding(db, scope, read, now);
    } else if (intent === "undo") {
      await undoDecision(db, scope, Undo.parse(Object.fromEntries(form)).id, now);
      told = telling(context, "decision-undone");
    } else if (intent === "undo-batch") {
      await undoBatch(db, scope, Undo.parse(Object.fromEntries(form)).id, now);
      told = telling(context, "decisions-undone");
    } else if (intent === "bring-back") await bringBack(db, scope, Back.parse(Object.fromEntries(form)), now);
    else await applyAgain(db, scope, now);
  } catch (error) {
    if (!isProblem(error)) throw error;
    return back(problemSentence(requestI18n(request), error), error.status);
  }
  throw redirect(paths.understand(scope.workspaceSlug, new URL(request.url).searchParams.toString()), told);
}

/** What was bought, and from whom it was not bought: one decision a group, largest first. */
export default function Understand() {
  const { t } = useTranslation();
  const { workspace, canDecide, canUpload, tab, waiting, countries, view, countryNames, past, today, decisions } =
    useLoaderData<typeof loader>();
  const returned = useActionData<typeof action>()?.returned ?? null;
  useRefreshWhile(waiting);
  if (!view && !past) {
    return (
      <NoList title={t("understand.title")} workspace={workspace} canUpload={canUpload}>
        {t("understand.none")}
      </NoList>
    );
  }
  if (view && (view.total.rows === 0 || view.control.every(({ part, rows }) => part === "leftOut" || rows === 0))) {
    return (
      <>
        <PageHead title={t("understand.title")} />
        <PastList workspace={workspace} past={past} />
        <Empty
          title={t("shell.empty.noGroupsTitle")}
          to={canUpload ? paths.newImport(workspace) : undefined}
          action={t("shell.empty.upload")}
        >
          {t("understand.noGroups")}
        </Empty>
      </>
    );
  }
  const list = { workspace, currency: view?.currency ?? "", canDecide, premises: view?.premises ?? null, returned };
  const refused = returned && returned.values["intent"] !== "decide" ? returned.problem : null;
  return (
    <CountryNames.Provider value={countryNames}>
      <PageHead title={t("understand.title")} lead={t(past ? "understand.past.lead" : "understand.lead")} />
      <PastList workspace={workspace} past={past}>
        {t(view ? "understand.past.leftOut" : "understand.past.noList")}
      </PastList>
      <datalist id={COUNTRIES_ID}>
        {countries.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <div className="space-y-5">
        {view && <Progress workspace={workspace} view={view} canDecide={canDecide} isPast={past !== null} />}
        {refused && <Notice kind="problem">{refused}</Notice>}
        <Parts />
        <Last />
        {tab === "groups" && view && (
          <Part note={past ? "" : t("understand.groupsNote")} empty={view.groups.length === 0 && <Settled />}>
            <GroupList groups={view.groups} {...list} />
            <More />
          </Part>
        )}
        {tab === "payees" && view && (
          <Part note={past ? "" : t("understand.payeesNote")} empty={view.payees.length === 0 && <Settled />}>
            <PayeeList payees={view.payees} {...list} />
          </Part>
        )}
        {tab === "texts" && view && (
          <Part empty={view.texts.length === 0 && t("understand.texts.none")}>
            <TextLists texts={view.texts} {...list} />
          </Part>
        )}
        {tab === "aside" && <Aside />}
        {tab === "decided" && (
          <Part empty={decisions.length === 0 && t("understand.decided.none")}>
            <DecidedList decisions={decisions} canDecide={canDecide} />
          </Part>
        )}
        <PastDayForm today={today} day={past?.day ?? null} />
      </div>
    </CountryNames.Provider>
  );
}

function Part({ note, empty, children }: { note?: string; empty: ReactNode; children: ReactNode }) {
  if (empty) return typeof empty === "string" ? <Notice kind="note">{empty}</Notice> : empty;
  return (
    <>
      {children}
      {note && <p className="prose-width text-sm text-soft">{note}</p>}
    </>
  );
}

function Settled() {
  const { t } = useTranslation();
  const { workspace, canPlan, past } = useLoaderData<typeof loader>();
  if (past) return <Notice kind="note">{t("understand.past.settled")}</Notice>;
  return (
    <Empty
      title={t("understand.allSettled")}
      to={canPlan ? paths.plan(workspace) : undefined}
      action={t("shell.empty.toPlan")}
    >
      {t("shell.empty.settled")}
    </Empty>
  );
}

/** Who was set aside by the check, to be brought back. */
function Aside() {
  const { t } = useTranslation();
  const { workspace, aside, after, broughtBack, canDecide } = useLoaderData<typeof loader>();
  if (!aside) return null;
  if (!aside.isNamed) return <Notice kind="note">{t("understand.asideList.notKept")}</Notice>;
  const nobody = aside.payees.length === 0 && aside.next === null;
  return (
    <Part empty={nobody && t("understand.asideList.none")}>
      <p className="prose-width">{t("understand.asideList.note")}</p>
      <AsideList
        workspace={workspace}
        page={aside}
        after={after === null ? "" : String(after)}
        broughtBack={broughtBack}
        canDecide={canDecide}
      />
    </Part>
  );
}

function Parts() {
  const { t } = useTranslation();
  const { workspace, tab, view } = useLoaderData<typeof loader>();
  const sameDay = useSameDay();
  if (!view) return null;
  const tabs = [
    ["groups", t("understand.tab.groups"), view.openGroups],
    ["payees", t("understand.tab.payees"), null],
    ["texts", t("understand.tab.texts"), view.openTexts],
    ["aside", t("understand.tab.aside"), view.control.find(({ part }) => part === "aside")?.rows ?? null],
    ["decided", t("understand.tab.decided"), view.decided],
  ] as const;
  return (
    <Tabs
      label={t("understand.tabs")}
      tabs={tabs.map(([name, label, count]) => ({
        key: name,
        label,
        count,
        to: sameDay(paths.understand(workspace, name === "groups" ? "" : `tab=${name}`)),
        isCurrent: name === tab,
      }))}
    />
  );
}

/** The last decision, with its way back. */
function Last() {
  const { t } = useTranslation();
  const { last, canDecide, tab } = useLoaderData<typeof loader>();
  const format = useFormat();
  return (
    <output className="block empty:hidden">
      {last && tab !== "decided" && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border border-line bg-accent-wash px-3 py-2 sm:px-4">
          <p className="min-w-0 break-words">
            <span className="font-semibold">{t("understand.last", { label: decidedName(last, t, format) })}</span>{" "}
            <span className="text-soft">
              <Said of={last[0]!} />
            </span>
          </p>
          {canDecide && <UndoButton decisions={last} label={decidedName(last, t, format)} />}
        </div>
      )}
    </output>
  );
}

/** Further groups: an address of its own, so that it works without script. */
function More() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, view, shown } = useLoaderData<typeof loader>();
  const sameDay = useSameDay();
  const rest = (view?.openGroups ?? 0) - shown;
  if (rest <= 0) return null;
  return (
    <p>
      <Link
        to={sameDay(paths.understand(workspace, `shown=${Math.min(MOST_SHOWN, shown * 5)}`))}
        preventScrollReset
        className="button"
      >
        {t("understand.moreGroups", { count: rest, formatted: format.count(rest) })}
      </Link>
    </p>
  );
}
