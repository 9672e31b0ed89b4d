import type { ActionFunctionArgs } from "@remix-run/node";
import { requestI18n, requestTranslator } from "../i18n/language.server";
import { problemSentence } from "../i18n/problem-sentence";
import { getConfig, getDb } from "../lib/db.server";
import { paths } from "../lib/paths";
import { isProblem } from "../lib/problem";
import { notFound, requireScope } from "../lib/scope.server";
import { receiveFile } from "../services/imports/receive-file.server";

/** Nothing to see here: the address only takes files. */
export const loader = () => {
  throw notFound();
};

const answer = (status: number, body: Readonly<Record<string, string>>) =>
  Response.json(body, { status, headers: { "Cache-Control": "no-store" } });

/** `PUT …/imports/upload?name=FILE` with the file as its body. Answers where to go on, or one sentence. */
export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await requireScope(request, params, "import:write");
  const t = requestTranslator(request);
  if (request.method !== "PUT" || request.body === null) return answer(400, { message: t("workspace.upload.noFile") });
  const fileName = new URL(request.url).searchParams.get("name") ?? "";
  try {
    const { importId } = await receiveFile(
      await getDb(),
      scope,
      { fileName, body: request.body },
      getConfig(),
      new Date(),
    );
    return answer(201, { location: paths.import(scope.workspaceSlug, importId) });
  } catch (error) {
    if (!isProblem(error)) throw error;
    return answer(error.status, { message: problemSentence(requestI18n(request), error) });
  }
}
