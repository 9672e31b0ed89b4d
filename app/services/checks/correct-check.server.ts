import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { againWhileStale, isUniqueViolation } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { entriesOfChecks } from "../../../db/queries/checks";
import { Problem } from "../../lib/problem";
import { touchCheck } from "./append.server";
import { checkRecord } from "./check-record.server";

const REASON_LENGTH = 2000;

/**
 * Opens a correction of a filed check: a new check that begins with what was noted and names the old one, which stays as it is.
 * @returns its id. @throws Problem `check.not-found` (404), `check.not-filed` (409), `check.correction-reason` (422).
 */
export async function correctCheck(
  db: Database,
  scope: Scope,
  checkId: string,
  given: string,
  now: Date,
): Promise<string> {
  const reason = given.trim();
  if (reason === "" || reason.length > REASON_LENGTH)
    throw new Problem(
      "check.correction-reason",
      "Write in a sentence or two what has to be corrected, and why.",
      {},
      422,
    );
  const notFiled = () => new Problem("check.not-filed", "Only a filed check is corrected, and only once: look for its correction.", {}, 409); // prettier-ignore
  return againWhileStale(async () => {
    const { check, bidder } = await checkRecord(db, scope, checkId);
    if (check.state !== "filed") throw notFiled();
    const entries = await entriesOfChecks(db, scope, [check.id]);
    const id = newId(now);
    await db.commit(scope, event("check.corrected", { checkId, correctionId: id, reason }), (q) => [
      touchCheck(db, q, scope, check, { state: "corrected" }),
      q.insert(db.t.vendorChecks).values({
        id,
        workspaceNo: scope.workspaceNo,
        lotId: check.lotId,
        bidderId: bidder.id,
        stage: check.stage,
        revision: check.revision + 1,
        state: "open",
        openedBy: scope.userId,
        openedAt: now,
        replaces: check.id,
        correctionReason: reason,
      }),
      q.insert(db.t.checkEntries).values(entries.map((entry) => ({ ...entry, id: newId(now), checkId: id }))),
    ]);
    return id;
  }).catch((error: unknown) => {
    throw isUniqueViolation(error) ? notFiled() : error;
  });
}
