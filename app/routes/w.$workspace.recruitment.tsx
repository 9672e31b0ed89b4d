import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Empty } from "../components/empty";
import { PageHead } from "../components/page";
import { PastList } from "../components/past-list";
import { NextThen, QueueLeftOut } from "../components/recruitment-queue-then";
import { QueueTable } from "../components/recruitment-queue";
import { PastDayForm, useSameDay } from "../components/trail-day";
import { countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { requestLanguage } from "../i18n/language.server";
import { answeredKey } from "../i18n/recruitment-keys";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { readAsked } from "../lib/past-list.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { ANSWERED, type Answered } from "../recruitment/questions";
import { askQueue, COMPARED } from "../services/readings/ask-queue.server";
import { answersThen, askQueueThen } from "../services/readings/ask-queue-then.server";
import { dayOf } from "../services/scoring/assessor.server";

export const meta = titleMeta;

const PAGE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const { searchParams } = new URL(request.url);
  const db = await getDb();
  return readAsked(db, scope, searchParams, async (asked) => {
    const day = asked.past?.day ?? null;
    const then = day === null ? null : await askQueueThen(db, scope, asked, day);
    const queue = day === null ? await askQueue(db, scope) : (then?.queue ?? null);
    const wanted = searchParams.get("answers");
    const status: Answered | null = ANSWERED.find((one) => one === wanted) ?? null;
    const shown = (queue ?? []).filter(({ answered }) => status === null || answered === status);
    const pages = Math.max(1, Math.ceil(shown.length / PAGE));
    const page = Math.min(pages, Math.max(1, Math.trunc(Number(searchParams.get("page"))) || 1));
    const rows = shown.slice((page - 1) * PAGE, page * PAGE);
    const ids = rows.map(({ id }) => id);
    return {
      title: pageTitle(request, "recruitment.queue.title"),
      workspace: scope.workspaceSlug,
      today: dayOf(new Date()),
      past: asked.past,
      leftOut: then && { plan: then.plan, untold: then.untold },
      answers: day === null ? {} : Object.fromEntries(await answersThen(db, scope, ids, day)),
      next: day === null ? null : (queue?.find(({ answered }) => answered !== "answered") ?? null),
      hasList: queue !== null,
      status,
      page,
      pages,
      counts: Object.fromEntries(
        ANSWERED.map((one) => [one, (queue ?? []).filter(({ answered }) => answered === one).length]),
      ) as Record<Answered, number>,
      rows,
      first: (page - 1) * PAGE,
      // A past day can be looked at, and not changed.
      canWrite: day === null && can(scope.role, "supplier:write"),
      compared: COMPARED,
      countryNames: countryNames(
        requestLanguage(request),
        rows.map(({ seat }) => seat),
      ),
    };
  });
}

/** Who is to be asked the five questions, in order, and who has answered. */
export default function Recruitment() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, hasList, status, page, pages, counts, rows, first, canWrite, compared, past, ...loaded } =
    useLoaderData<typeof loader>();
  const { leftOut, next, answers, today } = loaded;
  const sameDay = useSameDay();
  const query = (to: number) =>
    new URLSearchParams({ ...(status && { answers: status }), page: String(to) }).toString();
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead title={t("recruitment.queue.title")} lead={t("recruitment.queue.lead")}>
        <Link to={sameDay(paths.corridors(workspace))} className="button" data-size="small">
          {t("corridors.title")}
        </Link>
      </PageHead>
      <PastList workspace={workspace} past={past}>
        {leftOut && <QueueLeftOut {...leftOut} />}
      </PastList>
      {hasList ? (
        <section className="card p-4 sm:p-5" aria-label={t("recruitment.queue.title")}>
          {next && <NextThen workspace={workspace} next={next} />}
          <Form key={status ?? ""} method="get" className="no-print mb-3 flex flex-wrap items-end gap-2 text-sm">
            {past && <input type="hidden" name="on" value={past.day} />}
            <label>
              <span className="block text-soft">{t("recruitment.queue.status")}</span>
              <select name="answers" defaultValue={status ?? ""} className="input w-auto!" data-size="small">
                <option value="">{t("recruitment.queue.all")}</option>
                {ANSWERED.map((one) => (
                  <option key={one} value={one}>
                    {t(answeredKey[one])} ({format.count(counts[one])})
                  </option>
                ))}
              </select>
            </label>
            <button className="button" data-size="small">
              {t("recruitment.queue.filter")}
            </button>
          </Form>
          {rows.length === 0 ? (
            <p className="text-soft">{t("recruitment.queue.nobody")}</p>
          ) : (
            <QueueTable
              workspace={workspace}
              rows={rows}
              first={first}
              canWrite={canWrite}
              answers={past ? answers : null}
            />
          )}
          {pages > 1 && (
            <nav aria-label={t("recruitment.queue.pages")} className="no-print mt-3 flex gap-3">
              {page > 1 && <Link to={sameDay(paths.toAsk(workspace, query(page - 1)))}>{t("suppliers.previous")}</Link>}
              {page < pages && <Link to={sameDay(paths.toAsk(workspace, query(page + 1)))}>{t("suppliers.next")}</Link>}
            </nav>
          )}
          <p className="mt-3 text-sm text-soft">
            {t("recruitment.queue.limit", { formatted: format.count(compared) })}
          </p>
        </section>
      ) : (
        past === null && <Empty title={t("recruitment.queue.noList")} />
      )}
      {(hasList || past) && (
        <div className="mt-4">
          <PastDayForm today={today} day={past?.day ?? null} />
        </div>
      )}
    </CountryNames.Provider>
  );
}
