import type { LoaderFunctionArgs } from "@remix-run/node";
import { getConfig, getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { downloadPack } from "../services/packs/download-pack.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "disclosure:export");
  const file = await downloadPack(await getDb(), scope, params["packId"] ?? "", getConfig().dataDir).catch(orNotFound);
  return download(request, file);
}
