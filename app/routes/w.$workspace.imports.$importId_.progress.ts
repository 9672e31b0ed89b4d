import type { LoaderFunctionArgs } from "@remix-run/node";
import type { ProgressAnswer } from "../components/import-progress";
import { getDb } from "../lib/db.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { importView } from "../services/imports/import-view.server";

/** How far an import is, as JSON: asked for each second by the import's page. */
export async function loader({ request, params }: LoaderFunctionArgs): Promise<Response> {
  const scope = await requireScope(request, params, "import:read");
  const view = await importView(await getDb(), scope, params["importId"] ?? "", new Date()).catch(orNotFound);
  const answer: ProgressAnswer = { importState: view.import.state, job: view.job };
  return Response.json(answer);
}
