import type { LoaderFunctionArgs } from "@remix-run/node";
import { issueKey } from "../i18n/keys";
import { requestTranslator } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { exportIssues } from "../services/imports/export-issues.server";

/** The whole row report of an import: every row that was repaired, set aside or left out, by line number. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "import:read");
  const t = requestTranslator(request);
  const explain = (code: string) => t(issueKey(code));
  return download(
    request,
    await exportIssues(await getDb(), scope, params["importId"] ?? "", explain).catch(orNotFound),
  );
}
