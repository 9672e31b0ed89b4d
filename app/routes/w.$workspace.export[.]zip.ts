import type { LoaderFunctionArgs } from "@remix-run/node";
import { getConfig, getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { requireScope } from "../lib/scope.server";
import { exportWorkspace } from "../services/workspaces/export-workspace.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "workspace:manage");
  return download(request, await exportWorkspace(await getDb(), scope, new Date(), getConfig().dataDir));
}
