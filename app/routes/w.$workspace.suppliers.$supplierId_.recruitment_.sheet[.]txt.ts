import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { questionSheet, sheetLanguage, sheetText } from "../lib/question-sheet.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { toldLine } from "../services/readings/told-line.server";

/** The question sheet as text, to be put into a letter. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "supplier:read");
  const { line } = await toldLine(await getDb(), scope, params["supplierId"] ?? "").catch(orNotFound);
  const language = sheetLanguage(request);
  const text = sheetText(questionSheet(language, line.name, scope.workspaceName));
  return new Response(text, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="five-questions-${language}.txt"`,
    },
  });
}
