import type { LoaderFunctionArgs } from "@remix-run/node";
import { pastDayOf } from "../lib/as-known-on";
import { getDb } from "../lib/db.server";
import { download } from "../lib/download.server";
import { evidenceAsked, evidenceQuery } from "../lib/duty-page.server";
import { notFound, requireScope } from "../lib/scope.server";
import { evidenceView } from "../services/commitments/evidence-view.server";
import { exportEvidence } from "../services/commitments/export-evidence.server";
import { dayOf } from "../services/scoring/assessor.server";

/** The rows asked for with what is held for each and what was judged, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await requireScope(request, params, "commitment:read");
  // The file is of today: under the address of a past day it would say so falsely.
  if (pastDayOf(request, dayOf(new Date())) !== null) throw notFound();
  const db = await getDb();
  const { first: _, ...asked } = await evidenceAsked(db, scope, new URL(request.url).searchParams);
  const { rows } = await evidenceView(db, scope, asked, dayOf(new Date()));
  return download(request, await exportEvidence(db, scope, { rows, query: evidenceQuery(asked, 0) }));
}
