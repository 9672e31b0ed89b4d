import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { modelsAsked } from "../lib/model-query.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { exportMoves } from "../services/models/export-moves.server";

/** Every supplier of the list under two models, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "register:export");
  return download(request, await exportMoves(await getDb(), scope, "xlsx", modelsAsked(request)).catch(orNotFound));
}
