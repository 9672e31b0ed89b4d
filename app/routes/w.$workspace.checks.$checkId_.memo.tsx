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
import { memoOf } from "../services/checks/memo.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "vendor-check:read");
  const memo = await memoOf(await getDb(), scope, params["checkId"] ?? "").catch(orNotFound);
  return {
    title: pageTitle(request, "checks.memo.title"),
    workspace: scope.workspaceSlug,
    workspaceName: scope.workspaceName,
    memo,
    countryNames: countryNames(requestLanguage(request), memo.record.circle.map(({ country }) => country)), // prettier-ignore
  };
}

/** The frozen record of a check, to read, print and file. */
export default function Memo() {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const { workspace, workspaceName, memo, countryNames: names } = useLoaderData<typeof loader>();
  return (
    <CountryNames.Provider value={names}>
      <PageHead
        above={
          <Link to={paths.check(workspace, memo.checkId)} className="no-print text-accent underline">
            {t("checks.memo.back")}
          </Link>
        }
        title={t("checks.memo.title")}
      >
        {hydrated && (
          <button type="button" className="button no-print" onClick={() => window.print()}>
            {t("plan.record.printIt")}
          </button>
        )}
      </PageHead>
      {!memo.isIntact && (
        <div className="mb-5">
          <Notice kind="problem">{t("checks.memo.changed")}</Notice>
        </div>
      )}
      <CheckMemo record={memo.record} workspaceName={workspaceName} sha256={memo.sha256} replacesNo={memo.replacesNo} />
    </CountryNames.Provider>
  );
}
