import type { LoaderFunctionArgs } from "@remix-run/node";
import { problemSentence } from "../i18n/problem-sentence";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { isProblem } from "../lib/problem";
import { orNotFound, requireScope } from "../lib/scope.server";
import { exportRegisterPdf } from "../services/reports/export-register-pdf.server";

/** The published register as a PDF in the reader's language. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "register:export");
  try {
    const asked = { language: requestLanguage(request), now: new Date(), signal: request.signal };
    return download(request, await exportRegisterPdf(await getDb(), scope, asked).catch(orNotFound));
  } catch (error) {
    if (!isProblem(error)) throw error;
    return new Response(problemSentence(requestI18n(request), error), {
      status: error.status,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "60" },
    });
  }
}
