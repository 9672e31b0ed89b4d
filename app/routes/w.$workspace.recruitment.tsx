import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Empty } from "../components/empty";
import { PageHead } from "../components/page";
import { QueueTable } from "../components/recruitment-queue";
import { countryNames } from "../i18n/countries.server";
import { CountryNames, useFormat } from "../i18n/format";
import { requestLanguage } from "../i18n/language.server";
import { answeredKey } from "../i18n/recruitment-keys";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { ANSWERED, type Answered } from "../recruitment/questions";
import { askQueue, COMPARED } from "../services/readings/ask-queue.server";

export const meta = titleMeta;

const PAGE = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const { searchParams } = new URL(request.url);
  const queue = await askQueue(await getDb(), scope);
  const wanted = searchParams.get("answers");
  const status: Answered | null = ANSWERED.find((one) => one === wanted) ?? null;
  const shown = (queue ?? []).filter(({ answered }) => status === null || answered === status);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(searchParams.get("page"))) || 1));
  const rows = shown.slice((page - 1) * PAGE, page * PAGE);
  return {
    title: pageTitle(request, "recruitment.queue.title"),
    workspace: scope.workspaceSlug,
    hasList: queue !== null,
    status,
    page,
    pages,
    counts: Object.fromEntries(
      ANSWERED.map((one) => [one, (queue ?? []).filter(({ answered }) => answered === one).length]),
    ) as Record<Answered, number>,
    rows,
    first: (page - 1) * PAGE,
    canWrite: can(scope.role, "supplier:write"),
    compared: COMPARED,
    countryNames: countryNames(
      requestLanguage(request),
      rows.map(({ seat }) => seat),
    ),
  };
}

/** Who is to be asked the five questions, in order, and who has answered. */
export default function Recruitment() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, hasList, status, page, pages, counts, rows, first, canWrite, compared, ...loaded } =
    useLoaderData<typeof loader>();
  const query = (to: number) =>
    new URLSearchParams({ ...(status && { answers: status }), page: String(to) }).toString();
  return (
    <CountryNames.Provider value={loaded.countryNames}>
      <PageHead title={t("recruitment.queue.title")} lead={t("recruitment.queue.lead")}>
        <Link to={paths.corridors(workspace)} className="button" data-size="small">
          {t("corridors.title")}
        </Link>
      </PageHead>
      {hasList ? (
        <section className="card p-4 sm:p-5" aria-label={t("recruitment.queue.title")}>
          <Form method="get" className="no-print mb-3 flex flex-wrap items-end gap-2 text-sm">
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
            <QueueTable workspace={workspace} rows={rows} first={first} canWrite={canWrite} />
          )}
          {pages > 1 && (
            <nav aria-label={t("recruitment.queue.pages")} className="no-print mt-3 flex gap-3">
              {page > 1 && <Link to={paths.toAsk(workspace, query(page - 1))}>{t("suppliers.previous")}</Link>}
              {page < pages && <Link to={paths.toAsk(workspace, query(page + 1))}>{t("suppliers.next")}</Link>}
            </nav>
          )}
          <p className="mt-3 text-sm text-soft">
            {t("recruitment.queue.limit", { formatted: format.count(compared) })}
          </p>
        </section>
      ) : (
        <Empty title={t("recruitment.queue.noList")} />
      )}
    </CountryNames.Provider>
  );
}
