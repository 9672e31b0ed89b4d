import { getDb } from "./db.server";
import { download } from "./download.server";
import { followUpAsked, followUpQuery } from "./follow-up-query";
import { followUpLines } from "./follow-up-page.server";
import { requireScope } from "./scope.server";
import { exportFollowUp } from "../services/remedy/export-follow-up.server";
import { dayOf } from "../services/scoring/assessor.server";

/** A tab of the follow-up with the filters of the address, as a file, for who may read it. */
export async function followUpFile(
  request: Request,
  params: Readonly<Record<string, string | undefined>>,
  format: "csv" | "xlsx",
): Promise<Response> {
  const asked = followUpAsked(new URL(request.url).searchParams);
  const scope = await requireScope(request, params, asked.tab === "repayments" ? "repayment:read" : "action:read");
  const db = await getDb();
  const taken = await followUpLines(db, scope, asked, dayOf(new Date()));
  return download(request, await exportFollowUp(db, scope, format, { taken, query: followUpQuery(asked) }));
}
