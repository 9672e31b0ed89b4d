import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { DuplicateCard } from "../components/duplicate-card";
import { DuplicatesPast, PairTabs } from "../components/duplicates-past";
import { NoList } from "../components/no-list";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { useRefreshWhile } from "../components/refresh";
import { PastDayForm } from "../components/trail-day";
import { countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pairNoneKey } from "../i18n/screening-keys";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { readAsked } from "../lib/past-list.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { isProblem } from "../lib/problem";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { decideDuplicate, undoDuplicate } from "../services/screening/decide-duplicate.server";
import { duplicatesThen } from "../services/screening/duplicates-then.server";
import { duplicatesView, type PairSide } from "../services/screening/duplicates-view.server";
import { PAIR_TABS } from "../services/screening/queue-tabs";
import { dayOf } from "../services/scoring/assessor.server";
import type { PairPlace } from "../../db/queries/merges";

export const meta = titleMeta;

const Tab = z.enum(PAIR_TABS).catch("open");
/** Where the page before ended: its last score and id. */
const After = z
  .string()
  .regex(/^\d\.?\d*~[\da-z]{22}$/u)
  .transform((text) => ({ score: Number(text.split("~")[0]), id: text.split("~")[1]! }))
  .nullable()
  .catch(null);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "match:read");
  const query = new URL(request.url).searchParams;
  const tab = Tab.parse(query.get("tab"));
  const after = After.parse(query.get("after"));
  const db = await getDb();
  const shared = {
    title: pageTitle(request, "duplicates.title"),
    workspace: scope.workspaceSlug,
    today: dayOf(new Date()),
    tab,
  };
  const namesOf = (pairs: readonly { readonly left: PairSide; readonly right: PairSide }[]) =>
    countryNames(
      requestLanguage(request),
      pairs.flatMap(({ left, right }) => [left.facts.country, right.facts.country]),
    );
  const then = await readAsked(db, scope, query, async ({ past: list, generation }) => {
    if (list === null) return null;
    return { list, ...(await duplicatesThen(db, scope, list.day, { state: tab, after, generation })) };
  });
  if (then !== null)
    return { ...shared, past: { ...then, next: placeText(then.next) }, countryNames: namesOf(then.pairs) };
  const view = await duplicatesView(db, scope, { state: tab, after });
  return {
    ...shared,
    past: null,
    canDecide: can(scope.role, "supplier:write"),
    canUpload: can(scope.role, "import:write"),
    waiting: view.isRunning,
    view,
    next: placeText(view.next),
    countryNames: namesOf(view.pairs),
  };
}

const placeText = (place: PairPlace | null) => place && `${place.score}~${place.id}`;

const Form = z.object({
  pair: z.string().max(100),
  version: z.coerce.number().int().nonnegative(),
  intent: z.enum(["left", "right", "different", "cannot-tell", "undo"]),
  reason: z.string().max(20_000).default(""),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:write");
  const parsed = Form.safeParse(Object.fromEntries(await request.formData()));
  if (!parsed.success) throw new Response(null, { status: 400 });
  const { pair: pairId, version, intent, reason } = parsed.data;
  const db = await getDb();
  try {
    if (intent === "undo") await undoDuplicate(db, scope, { pairId, version }, new Date());
    else {
      const merges = intent === "left" || intent === "right";
      const stays = intent === "right" ? "right" : "left";
      const decision = merges ? "merged" : intent;
      await decideDuplicate(db, scope, { pairId, version, decision, stays, reason }, new Date());
    }
  } catch (error) {
    if (!isProblem(error)) throw error;
    return data({ problem: problemSentence(requestI18n(request), error) }, { status: error.status });
  }
  throw redirect(paths.duplicates(scope.workspaceSlug, new URL(request.url).searchParams.toString()));
}

/** Which of my suppliers are one, entered twice? */
export default function Duplicates() {
  const { t } = useTranslation();
  const format = useFormat();
  const loaded = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  useRefreshWhile(!loaded.past && loaded.view.isRunning);
  if (loaded.past) return <DuplicatesPast {...loaded} />;
  const { workspace, tab, today, view, next, canDecide, canUpload } = loaded;
  if (!view.hasList)
    return (
      <NoList title={t("duplicates.title")} workspace={workspace} canUpload={canUpload}>
        {t("duplicates.noList")}
      </NoList>
    );
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead title={t("duplicates.title")} lead={t("duplicates.lead")} />
      <div className="space-y-5">
        {problem && <Notice kind="problem">{problem}</Notice>}
        {view.isRunning && <output className="block font-semibold">{t("duplicates.running")}</output>}
        <PairTabs workspace={workspace} tab={tab} counts={view.counts} />
        {view.pairs.length === 0 && !(tab === "open" && view.isRunning) && (
          <Notice kind="note">{t(pairNoneKey[tab])}</Notice>
        )}
        {view.pairs.map((pair) => (
          <DuplicateCard key={pair.id} workspace={workspace} pair={pair} canDecide={canDecide} />
        ))}
        {next !== null && (
          <p>
            <Link to={paths.duplicates(workspace, `tab=${tab}&after=${encodeURIComponent(next)}`)} className="button">
              {t("matches.more", { formatted: format.count(view.counts[tab] ?? 0) })}
            </Link>
          </p>
        )}
        <PastDayForm today={today} day={null} />
      </div>
    </CountryNames.Provider>
  );
}
