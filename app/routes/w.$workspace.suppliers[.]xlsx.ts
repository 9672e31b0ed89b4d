import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { shownBy } from "../lib/supplier-view.server";
import { exportShown } from "../services/register/export-shown.server";

/** What the supplier table shows at the same query, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "register:export");
  const db = await getDb();
  return download(request, await exportShown(db, scope, "xlsx", await shownBy(db, scope, request)).catch(orNotFound));
}
