import type { LoaderFunctionArgs } from "@remix-run/node";
import { DIFFERENCE_KINDS } from "../../db/schema/codes";
import { getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { exportDifferences } from "../services/imports/list-differences.server";

/** The suppliers that differ from the list before, `?kind=new|gone|changed|renamed` for one kind of difference. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "import:read");
  const asked = new URL(request.url).searchParams.get("kind");
  const kind = DIFFERENCE_KINDS.find((one) => one === asked) ?? null;
  return download(
    request,
    await exportDifferences(await getDb(), scope, params["importId"] ?? "", kind).catch(orNotFound),
  );
}
