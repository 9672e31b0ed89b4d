import type { LoaderFunctionArgs } from "@remix-run/node";
import { getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { requireScope } from "../lib/scope.server";
import { readTrailQuery, trailAddress, trailFilter } from "../lib/trail-query";
import { exportTrail } from "../services/trail/export-trail.server";

/** The events the page's filters leave, with their hashes, as CSV. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "audit:read");
  const query = readTrailQuery(new URL(request.url).searchParams);
  const asked = { filter: trailFilter(query), query: trailAddress(query) };
  return download(request, await exportTrail(await getDb(), scope, "csv", asked));
}
