import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { requireScope } from "../lib/scope.server";
import { exportOwnRows } from "../services/corridors/export-own-rows.server";

/** The workspace's own rows of corridors and fee rules, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "register:export");
  return download(request, await exportOwnRows(await getDb(), scope));
}
