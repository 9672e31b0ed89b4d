import type { LoaderFunctionArgs } from "@remix-run/node";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getDb } from "../lib/db.server";
import { paths } from "../lib/paths";
import { questionSheet, sheetLanguage, sheetText } from "../lib/question-sheet.server";
import { isProblem } from "../lib/problem";
import { formOfToday } from "../lib/supplier-day.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { mustMayWrite } from "../services/findings/step-finding.server";
import { toldLine } from "../services/readings/told-line.server";

/** The question sheet as text, to be put into a letter. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const [db, supplierId] = [await getDb(), params["supplierId"] ?? ""];
  formOfToday(request, paths.supplier(scope.workspaceSlug, supplierId));
  const { line } = await toldLine(db, scope, supplierId).catch(orNotFound);
  const refused = await mustMayWrite(db, scope, line.supplierNo).catch((error: unknown) => {
    if (isProblem(error)) return error;
    throw error;
  });
  if (refused) return new Response(problemSentence(requestI18n(request), refused), { status: refused.status });
  const language = sheetLanguage(request);
  const text = sheetText(questionSheet(language, line.name, scope.workspaceName));
  return new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="five-questions-${language}.txt"`,
    },
  });
}
