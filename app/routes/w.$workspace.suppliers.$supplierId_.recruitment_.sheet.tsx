import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { HoldNotice } from "../components/danger-link";
import { useHydrated } from "../components/hydrated";
import { QuestionSheetPage } from "../components/question-sheet";
import { LANGUAGES, languageCodes } from "../i18n/languages";
import { getDb } from "../lib/db.server";
import { pageTitle } from "../lib/page-title.server";
import { paths } from "../lib/paths";
import { questionSheet, sheetLanguage } from "../lib/question-sheet.server";
import { formOfToday } from "../lib/supplier-day.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { titleMeta } from "../lib/title";
import { holdInForce } from "../services/findings/hold-supplier.server";
import { toldLine } from "../services/readings/told-line.server";

export const meta = titleMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const [db, supplierId] = [await getDb(), params["supplierId"] ?? ""];
  formOfToday(request, paths.supplier(scope.workspaceSlug, supplierId));
  const { line } = await toldLine(db, scope, supplierId).catch(orNotFound);
  return {
    title: pageTitle(request, "recruitment.sheetPage.title"),
    workspace: scope.workspaceSlug,
    id: line.id,
    heldSince: (await holdInForce(db, scope, line.supplierNo))?.placedAt.toISOString() ?? null,
    sheet: questionSheet(sheetLanguage(request), line.name, scope.workspaceName),
  };
}

/** The five questions to print or to send, in the language of the supplier. */
export default function Sheet() {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const { workspace, id, sheet, heldSince } = useLoaderData<typeof loader>();
  if (heldSince !== null) return <HoldNotice workspace={workspace} supplierId={id} since={heldSince} />;
  return (
    <>
      <div className="no-print mb-4 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Link to={paths.recruitment(workspace, id)}>{t("recruitment.sheetPage.back")}</Link>
        <span className="text-soft">{t("recruitment.sheetPage.language")}:</span>
        {languageCodes.map((code) => (
          <Link
            key={code}
            to={paths.questionSheet(workspace, id, code)}
            lang={code}
            aria-current={code === sheet.language ? "page" : undefined}
            className={code === sheet.language ? "font-semibold underline" : "text-accent underline underline-offset-4"}
          >
            {LANGUAGES[code].name}
          </Link>
        ))}
        <span className="ms-auto flex flex-wrap gap-2">
          {hydrated && (
            <button type="button" className="button" data-size="small" onClick={() => window.print()}>
              {t("recruitment.sheetPage.print")}
            </button>
          )}
          <a
            className="button"
            data-size="small"
            href={paths.questionSheetText(workspace, id, sheet.language)}
            download
          >
            {t("recruitment.sheetPage.text")}
          </a>
        </span>
      </div>
      <QuestionSheetPage sheet={sheet} />
    </>
  );
}
