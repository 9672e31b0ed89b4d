import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LotsList } from "../components/check-lots-list";
import { ContractsList } from "../components/contracts-list";
import { PageHead } from "../components/page";
import { TenderCategories } from "../components/tenders-categories";
import { requestLanguage } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { can } from "../lib/permissions";
import { requireScope } from "../lib/scope.server";
import { categoryCards, lotRows } from "../lib/tenders-page.server";
import { contractList } from "../services/contracts/contract-record.server";
import { titleMeta } from "../lib/title";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "category:read");
  const db = await getDb();
  return {
    title: pageTitle(request, "tenders.title"),
    workspace: scope.workspaceSlug,
    canWrite: can(scope.role, "category:write"),
    opensLots: can(scope.role, "vendor-check:write"),
    lots: can(scope.role, "vendor-check:read") ? await lotRows(db, scope) : null,
    recordsContracts: can(scope.role, "contract:write"),
    contracts: can(scope.role, "contract:read") ? await contractList(db, scope) : null,
    categories: await categoryCards(db, scope, requestLanguage(request)),
  };
}

/** Which purchase am I at, and what is its next step? */
export default function Tenders() {
  const { t } = useTranslation();
  const { workspace, canWrite, categories, lots, opensLots, contracts, recordsContracts } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("tenders.title")} lead={t("tenders.lead")}>
        {canWrite && (
          <Link to={paths.newCategory(workspace)} className="button" data-kind="primary">
            {t("tenders.start")}
          </Link>
        )}
      </PageHead>
      <div className="space-y-5">
        <TenderCategories workspace={workspace} categories={categories} />
        {lots !== null && <LotsList workspace={workspace} lots={lots} canWrite={opensLots} />}
        {contracts !== null && (
          <ContractsList workspace={workspace} contracts={contracts} canWrite={recordsContracts} />
        )}
        <p>
          <Link to={paths.commitments(workspace)}>{t("tenders.commitments")}</Link>
        </p>
      </div>
    </>
  );
}
