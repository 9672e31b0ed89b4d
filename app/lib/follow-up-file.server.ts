import type { Scope } from "../../db/database";
import { exportFollowUp } from "../services/remedy/export-follow-up.server";
import { dayOf } from "../services/scoring/assessor.server";
import { getDb } from "./db.server";
import { download } from "./download.server";
import { followUpLines } from "./follow-up-page.server";
import { followUpQuery, type FollowUpAsked } from "./follow-up-query";

/** A tab of the follow-up with the filters of the address, as a file. */
export async function followUpFile(
  request: Request,
  scope: Scope,
  asked: FollowUpAsked,
  format: "csv" | "xlsx",
): Promise<Response> {
  const db = await getDb();
  const taken = await followUpLines(db, scope, asked, dayOf(new Date()));
  return download(request, await exportFollowUp(db, scope, format, { taken, query: followUpQuery(asked) }));
}
