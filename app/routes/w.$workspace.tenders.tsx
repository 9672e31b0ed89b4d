import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LotsList } from "../components/check-lots-list";
import { ContractsList } from "../components/contracts-list";
import { PageHead } from "../components/page";
import { TenderCategories } from "../components/tenders-categories";
import { PastDay, PastDayForm, useSameDay } from "../components/trail-day";
import { requestLanguage } from "../i18n/language.server";
import { endOfDay, pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope } from "../lib/scope.server";
import { categoryCards, lotRows } from "../lib/tenders-page.server";
import { contractList } from "../services/contracts/contract-record.server";
import { dayOf } from "../services/scoring/assessor.server";
import { titleMeta } from "../lib/title";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "category:read");
  const db = await getDb();
  const today = dayOf(new Date());
  const day = pastDayOf(request, today);
  return {
    title: pageTitle(request, "tenders.title"),
    workspace: scope.workspaceSlug,
    day,
    today,
    canWrite: day === null && can(scope.role, "category:write"),
    opensLots: day === null && can(scope.role, "vendor-check:write"),
    lots: can(scope.role, "vendor-check:read") ? await lotRows(db, scope, day) : null,
    recordsContracts: day === null && can(scope.role, "contract:write"),
    contracts: can(scope.role, "contract:read")
      ? await contractList(db, scope, day === null ? null : endOfDay(day))
      : null,
    categories: await categoryCards(db, scope, requestLanguage(request), day),
  };
}

/** Which purchase am I at, and what is its next step? */
export default function Tenders() {
  const { t } = useTranslation();
  const { workspace, canWrite, categories, lots, opensLots, contracts, recordsContracts, day, today } =
    useLoaderData<typeof loader>();
  const sameDay = useSameDay();
  return (
    <>
      <PageHead title={t("tenders.title")} lead={t("tenders.lead")}>
        {canWrite && (
          <Link to={paths.newCategory(workspace)} className="button" data-kind="primary">
            {t("tenders.start")}
          </Link>
        )}
      </PageHead>
      <PastDay day={day} />
      <div className="space-y-5">
        <TenderCategories workspace={workspace} categories={categories} isPast={day !== null} />
        {lots !== null && <LotsList workspace={workspace} lots={lots} canWrite={opensLots} />}
        {contracts !== null && (
          <ContractsList workspace={workspace} contracts={contracts} canWrite={recordsContracts} />
        )}
        <PastDayForm today={today} day={day} />
        <p>
          <Link to={sameDay(paths.commitments(workspace))}>{t("tenders.commitments")}</Link>
        </p>
      </div>
    </>
  );
}
