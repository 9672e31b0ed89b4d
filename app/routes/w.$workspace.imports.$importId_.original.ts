import type { LoaderFunctionArgs } from "@remix-run/node";
import { requestI18n } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getConfig, getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { isProblem } from "../lib/problem";
import { notFound, requireScope } from "../lib/scope.server";
import { downloadOriginal } from "../services/originals/download-original.server";

/** The file as it was received, while it is kept: for the owner. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "import:original");
  try {
    return download(
      request,
      await downloadOriginal(await getDb(), scope, params["importId"] ?? "", getConfig().dataDir),
    );
  } catch (error) {
    if (!isProblem(error)) throw error;
    if (error.status === 404) throw notFound();
    return new Response(`${problemSentence(requestI18n(request), error)}\n`, {
      status: error.status,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
    });
  }
}
