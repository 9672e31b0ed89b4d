import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { findGeneration, summaryCounts } from "../../db/queries/register";
import { listSuppliers } from "../../db/queries/register-page";
import { BAND_CODES, LEVEL_CODES, wordOf, type RegisterSort } from "../../db/schema/codes";
import { BANDS, LEVELS } from "../../risk-models/types";
import { ColumnChoice, DataTable } from "../components/data-table";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { ScrollRegion } from "../components/scroll-region";
import { useRefreshWhile } from "../components/refresh";
import { supplierColumns, type SupplierLine } from "../components/supplier-columns";
import { formatFor, useFormat } from "../i18n/format";
import { bandKey, levelKey, sortKey } from "../i18n/keys";
import { requestLanguage } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope } from "../lib/scope.server";
import { changedQuery, keptQuery, naturalDirection, PAGE_SIZE } from "../lib/supplier-query";
import { readSupplierQuery } from "../lib/supplier-query.server";
import { titleMeta } from "../lib/title";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const db = await getDb();
  const query = readSupplierQuery(new URL(request.url).searchParams);
  const base = {
    title: pageTitle(request, "suppliers.title"),
    workspace: scope.workspaceSlug,
    query,
    canExport: can(scope.role, "register:export"),
  };
  const generation =
    scope.publishedGeneration === null ? null : await findGeneration(db, scope, scope.publishedGeneration);
  if (!generation) return { ...base, page: null, countries: [], waiting: false };
  const { q, level, band, country, sort, direction, after, before } = query;
  const [page, seats] = await Promise.all([
    listSuppliers(db, scope, {
      generation: generation.no,
      sort,
      direction: direction ?? undefined,
      after: after ?? undefined,
      before: before ?? undefined,
      filters: {
        q: q || undefined,
        level: level ?? undefined,
        band: band ?? undefined,
        country: country === null ? undefined : country === "unknown" ? "" : country,
      },
      limit: PAGE_SIZE,
    }),
    summaryCounts(db, scope, generation.no, ["seat"]),
  ]);
  const language = requestLanguage(request);
  const format = formatFor(language);
  const byName = new Intl.Collator(language).compare;
  const rows: SupplierLine[] = page.rows.map((row) => ({
    id: row.id,
    name: row.name,
    number: row.supplierNumber,
    // Stored the other way round, so that an index is read from its end.
    priority: row.priority === 0 ? null : 5 - row.priority,
    level: wordOf(LEVEL_CODES, row.level),
    band: wordOf(BAND_CODES, row.band),
    score: row.score,
    low: row.rangeLow,
    high: row.rangeHigh,
    coverage: row.coverageSupplier,
    country: row.seat,
    isic: row.isic,
    product: row.product,
    amounts: row.amounts,
    rowCount: row.rowCount,
  }));
  return {
    ...base,
    page: { ...page, rows },
    countries: seats
      .filter(({ key }) => key !== "")
      .map(({ key }) => ({ code: key, name: format.country(key) }))
      .sort((a, b) => byName(a.name, b.name)),
    waiting: !page.ready,
  };
}

/** The suppliers of the published list: look up one, or read from the top. */
export default function Suppliers() {
  const { t } = useTranslation();
  const { workspace, page, canExport, waiting } = useLoaderData<typeof loader>();
  useRefreshWhile(waiting);
  return (
    <>
      <PageHead title={t("suppliers.title")} lead={page ? t("suppliers.lead") : null}>
        {page && canExport && (
          <p className="flex items-center gap-2 text-sm">
            <span className="text-soft">{t("suppliers.downloads")}</span>
            <a href={paths.register(workspace, "csv")} className="button" data-size="small" download>
              {t("suppliers.asCsv")}
            </a>
            <a href={paths.register(workspace, "xlsx")} className="button" data-size="small" download>
              {t("suppliers.asXlsx")}
            </a>
            <a href={paths.register(workspace, "pdf")} className="button" data-size="small" download>
              {t("suppliers.asPdf")}
            </a>
          </p>
        )}
      </PageHead>
      {page ? <SupplierTable /> : <p className="text-soft">{t("suppliers.none")}</p>}
    </>
  );
}

const OWN_FIELDS = ["q", "level", "band", "country"];

function Filters() {
  const { t } = useTranslation();
  const { query, countries } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { q, level, band, country } = query;
  const filtered = q !== "" || level !== null || band !== null || country !== null;
  return (
    // A new answer gives the fields their new values.
    <Form
      key={`${q}|${level}|${band}|${country}`}
      method="get"
      className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[minmax(12rem,2fr)_1fr_1fr_1fr_auto]"
    >
      {keptQuery(search, OWN_FIELDS).map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <label className="col-span-2 block sm:col-span-1">
        <span className="eyebrow">{t("suppliers.search")}</span>
        <input type="search" name="q" defaultValue={q} className="input" maxLength={200} />
      </label>
      <label className="block">
        <span className="eyebrow">{t("suppliers.band")}</span>
        <select name="band" defaultValue={band ?? ""} className="input">
          <option value="">{t("suppliers.allBands")}</option>
          {BANDS.toReversed().map((word) => (
            <option key={word} value={word}>
              {t(bandKey[word])}
            </option>
          ))}
          <option value="none">{t("workspace.home.noBand")}</option>
        </select>
      </label>
      <label className="block">
        <span className="eyebrow">{t("suppliers.level")}</span>
        <select name="level" defaultValue={level ?? ""} className="input">
          <option value="">{t("suppliers.allLevels")}</option>
          {LEVELS.toReversed().map((word) => (
            <option key={word} value={word}>
              {t(levelKey[word])}
            </option>
          ))}
        </select>
      </label>
      <label className="block">
        <span className="eyebrow">{t("suppliers.country")}</span>
        <select name="country" defaultValue={country ?? ""} className="input">
          <option value="">{t("suppliers.allCountries")}</option>
          <option value="unknown">{t("common.unknown")}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div className="flex gap-2">
        <button className="button" data-kind="primary">
          {t("suppliers.filter")}
        </button>
        {filtered && (
          <Link
            to={`?${new URLSearchParams(keptQuery(search, OWN_FIELDS)).toString()}`}
            className="button"
            data-kind="quiet"
          >
            {t("suppliers.reset")}
          </Link>
        )}
      </div>
    </Form>
  );
}

/** The column an order belongs to. */
const COLUMN_OF = { name: "name", score: "score", spend: "amount", priority: "priority" } as const;

function SupplierTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const { workspace, page, query } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { sort, direction, hidden } = query;
  const current = direction ?? naturalDirection(sort);
  const address = search.toString();

  const columns = useMemo(() => {
    const here = new URLSearchParams(address);
    const sortHref = (order: RegisterSort) => {
      const start = naturalDirection(order);
      const turned = order === sort && current === start ? (start === "asc" ? "desc" : "asc") : null;
      return `?${changedQuery(here, { sort: order, direction: turned })}`;
    };
    return supplierColumns({ t, format, workspace, sortHref });
  }, [t, format, workspace, address, sort, current]);

  if (!page) return null;
  const { rows, count, nextCursor, previousCursor, ready } = page;
  const move = (place: "after" | "before", cursor: string) => `?${changedQuery(search, { [place]: cursor })}`;
  return (
    <div className="space-y-4">
      <search className="block">
        <Filters />
      </search>
      {!ready && <Notice kind="note">{t("suppliers.preparing")}</Notice>}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="figures" aria-live="polite">
          <strong>
            {count.atLeast
              ? t("suppliers.countMore", { formatted: format.count(count.value) })
              : t("suppliers.count", { count: count.value, formatted: format.count(count.value) })}
          </strong>
          <span className="text-soft"> · {t("suppliers.sortedBy", { order: t(sortKey[sort]) })}</span>
          {sort !== "priority" && (
            <>
              {" "}
              <Link
                to={`?${changedQuery(search, { sort: null, direction: null })}`}
                className="text-sm text-accent underline underline-offset-4"
              >
                {t("suppliers.byPriority")}
              </Link>
            </>
          )}
        </p>
        <ColumnChoice columns={columns} hidden={hidden} keep={keptQuery(search, ["cols"])} />
      </div>
      {rows.length === 0 ? (
        <p className="card p-6 text-soft">{t(count.value === 0 ? "suppliers.noneFound" : "suppliers.noneOnPage")}</p>
      ) : (
        <ScrollRegion label={t("suppliers.caption")} className="card">
          <DataTable
            rows={rows}
            columns={columns}
            rowId={(row) => row.id}
            caption={t("suppliers.caption")}
            sortedBy={{ id: COLUMN_OF[sort], descending: (current === "desc") !== (sort === "priority") }}
            hidden={hidden}
          />
        </ScrollRegion>
      )}
      <nav aria-label={t("suppliers.pages")} className="flex gap-2">
        {previousCursor !== null && (
          <Link to={move("before", previousCursor)} rel="prev" className="button">
            <span aria-hidden="true">←</span> {t("suppliers.previous")}
          </Link>
        )}
        {nextCursor !== null && (
          <Link to={move("after", nextCursor)} rel="next" className="button">
            {t("suppliers.next")} <span aria-hidden="true">→</span>
          </Link>
        )}
      </nav>
    </div>
  );
}
