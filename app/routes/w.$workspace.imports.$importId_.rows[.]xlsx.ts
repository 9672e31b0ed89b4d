import type { LoaderFunctionArgs } from "@remix-run/node";
import { adviceKey } from "../i18n/import-keys";
import { issueKey } from "../i18n/keys";
import { requestTranslator } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { exportCorrections } from "../services/imports/export-corrections.server";

/** The rows that were set aside or left out, as a workbook to correct and upload again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "import:read");
  const t = requestTranslator(request);
  const words = {
    sheet: t("importing.correct.sheet"),
    line: t("importing.correct.line"),
    why: t("importing.correct.why"),
    advice: t("importing.correct.advice"),
    surplus: t("importing.correct.surplus"),
    explain: (reason: keyof typeof adviceKey) => t(issueKey(reason)),
    advise: (reason: keyof typeof adviceKey) => t(adviceKey[reason]),
  };
  return download(
    request,
    await exportCorrections(await getDb(), scope, params["importId"] ?? "", words).catch(orNotFound),
  );
}
