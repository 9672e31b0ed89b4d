import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { trailPeople } from "../../db/queries/trail";
import { DayForm } from "../components/trail-day";
import { TrailFind } from "../components/trail-find";
import { TrailList } from "../components/trail-list";
import { Standing } from "../components/trail-standing";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { useRefreshWhile } from "../components/refresh";
import { getConfig, getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { readTrailQuery, trailAddress, trailFilter } from "../lib/trail-query";
import { dayOf } from "../services/scoring/assessor.server";
import { askVerification } from "../services/trail/ask-verification.server";
import { trailPage, trailStanding } from "../services/trail/trail-view.server";

export const meta = titleMeta;

const LINES = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "audit:read");
  const db = await getDb();
  const { heads } = getConfig();
  const search = new URL(request.url).searchParams;
  const query = readTrailQuery(search);
  const before = Number(search.get("before")) || undefined;
  const [page, standing, people] = await Promise.all([
    trailPage(db, scope, trailFilter(query), { before, limit: LINES }),
    trailStanding(db, scope, heads.file !== null || heads.url !== null),
    trailPeople(db, scope),
  ]);
  return {
    title: pageTitle(request, "trail.title"),
    workspace: scope.workspaceSlug,
    maySeePacks: can(scope.role, "disclosure:export"),
    today: dayOf(new Date()),
    query,
    isFirst: before === undefined,
    page,
    standing,
    people,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "audit:read");
  await askVerification(await getDb(), scope, new Date());
  throw redirect(paths.trail(scope.workspaceSlug));
}

/** What happened, who answers for it, and can I rely on what I read here? */
export default function Trail() {
  const { t } = useTranslation();
  const { workspace, maySeePacks, today, query, isFirst, page, standing, people } = useLoaderData<typeof loader>();
  useRefreshWhile(standing.isVerifying);
  const address = trailAddress(query);
  return (
    <>
      <PageHead title={t("trail.title")} lead={t("trail.lead")}>
        <a href={paths.trailFile(workspace, "csv", address)} className="button" download>
          {t("trail.file.csv")}
        </a>
        <a href={paths.trailFile(workspace, "jsonl", address)} className="button" download>
          {t("trail.file.jsonl")}
        </a>
        {maySeePacks && (
          <Link to={paths.packs(workspace)} className="button">
            {t("pack.page.title")}
          </Link>
        )}
      </PageHead>
      <div className="space-y-5">
        <div className="grid gap-5 lg:grid-cols-[2fr_1fr]">
          <Standing standing={standing} />
          <section aria-labelledby="on" className="card no-print p-4 sm:p-5">
            <h2 id="on" className="mb-3">
              {t("trail.on.ask")}
            </h2>
            <DayForm workspace={workspace} today={today} day="" />
          </section>
        </div>
        <TrailFind workspace={workspace} query={query} people={people} today={today} />
        {page.lines.length === 0 ? (
          <Notice kind="note">{t("trail.none")}</Notice>
        ) : (
          <TrailList workspace={workspace} lines={page.lines} />
        )}
        <p className="no-print flex flex-wrap gap-3">
          {!isFirst && (
            <Link to={paths.trail(workspace, address)} className="button">
              {t("trail.newest")}
            </Link>
          )}
          {page.next !== null && (
            <Link to={paths.trail(workspace, trailAddress(query, { before: String(page.next) }))} className="button">
              {t("trail.older")}
            </Link>
          )}
        </p>
      </div>
    </>
  );
}
