import type { LoaderFunctionArgs } from "@remix-run/node";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getConfig, getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { isProblem } from "../lib/problem";
import { notFound, requireScope } from "../lib/scope.server";
import { downloadEvidence } from "../services/evidence/download-evidence.server";

/** A document as it was received: always saved, never opened in the page, and with nothing in it allowed to run. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "evidence:read");
  try {
    const file = await downloadEvidence(await getDb(), scope, params["evidenceId"] ?? "", getConfig().dataDir);
    const answer = download(request, file);
    answer.headers.set("X-Content-Type-Options", "nosniff");
    answer.headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
    return answer;
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    const text = problemSentence(requestI18n(request), error);
    return new Response(`${text}\n`, {
      status: error.status,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  }
}
