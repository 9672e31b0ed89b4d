import type { LoaderFunctionArgs } from "@remix-run/node";
import { requestI18n, requestLanguage } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { pastDayOf } from "../lib/as-known-on";
import { getConfig, getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { isProblem } from "../lib/problem";
import { wordingOf } from "../lib/report-page.server";
import { notFound, orNotFound, requireScope } from "../lib/scope.server";
import { exportReport, REPORT_FORMATS } from "../services/reports/export-report.server";
import { dayOf } from "../services/scoring/assessor.server";

/** A report as a file in the reader's language. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "report:read");
  const format = REPORT_FORMATS.find((one) => one === params["format"]);
  if (!format) throw notFound();
  const now = new Date();
  const day = pastDayOf(request, dayOf(now));
  const order = { format, language: requestLanguage(request), wording: wordingOf(request), now, signal: request.signal, dataDir: getConfig().dataDir, day }; // prettier-ignore
  try {
    const file = await exportReport(await getDb(), scope, params["reportId"] ?? "", order).catch(orNotFound);
    return download(request, file);
  } catch (error) {
    if (!isProblem(error)) throw error;
    return new Response(problemSentence(requestI18n(request), error), {
      status: error.status,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "60" },
    });
  }
}
