import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { CheckMemo } from "../components/check-memo";
import { useHydrated } from "../components/hydrated";
import { Notice } from "../components/notice";
import { PageHead } from "../components/page";
import { countryNames } from "../i18n/countries.server";
import { CountryNames } from "../i18n/format";
import { requestLanguage } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { inspectionOf } from "../services/checks/memo.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "vendor-check:read");
  const record = await inspectionOf(await getDb(), scope, params["checkId"] ?? "").catch(orNotFound);
  return {
    title: pageTitle(request, "checks.memo.bidderTitle"),
    workspace: scope.workspaceSlug,
    workspaceName: scope.workspaceName,
    checkId: params["checkId"] ?? "",
    record,
    countryNames: countryNames(requestLanguage(request), record.circle.map(({ country }) => country)), // prettier-ignore
  };
}

/** What the bidder may inspect of its own check: handed out on request, nothing of others, nothing undecided. */
export default function BidderFile() {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const { workspace, workspaceName, checkId, record, countryNames: names } = useLoaderData<typeof loader>();
  return (
    <CountryNames.Provider value={names}>
      <PageHead
        above={
          <Link to={paths.check(workspace, checkId)} className="no-print text-accent underline">
            {t("checks.memo.back")}
          </Link>
        }
        title={t("checks.memo.bidderTitle")}
      >
        {hydrated && (
          <button type="button" className="button no-print" onClick={() => window.print()}>
            {t("plan.record.printIt")}
          </button>
        )}
      </PageHead>
      <div className="no-print mb-5">
        <Notice kind="note">{t("checks.memo.bidderNote")}</Notice>
      </div>
      <CheckMemo record={record} workspaceName={workspaceName} sha256={null} replacesNo={null} />
    </CountryNames.Provider>
  );
}
