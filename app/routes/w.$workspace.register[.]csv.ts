import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { exportRegister } from "../services/register/export-register.server";

/** The published register as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "register:export");
  return download(request, await exportRegister(await getDb(), scope, "csv").catch(orNotFound));
}
