import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { attachment } from "../lib/download.server";
import { orNotFound, requireScope } from "../lib/scope.server";
import { requireCategory } from "../services/categories/category-record.server";

/** A filed assessment as it is kept: what its hash was taken over, and the hash. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "category:read");
  const { workspaceNo: _no, ...record } = await requireCategory(await getDb(), scope, params["categoryId"] ?? "").catch(
    orNotFound,
  );
  return new Response(`${JSON.stringify(record, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": attachment(`category-${record.number}-v${record.version}.json`),
      "Cache-Control": "private, no-store",
    },
  });
}
