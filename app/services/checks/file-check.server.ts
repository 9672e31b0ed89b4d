import { createHash } from "node:crypto";
import { event } from "../../../db/audit-events";
import { canonicalJson } from "../../../db/canonical-json";
import type { Database, Scope } from "../../../db/database";
import { againWhileStale, isUniqueViolation } from "../../../db/errors";
import { namesOfUsers } from "../../../db/names-of-users";
import { highestFileNo } from "../../../db/queries/checks";
import { countedOfCheck, frozenCheck, type FrozenCheck } from "../../checks/record";
import { completionOf, type ToDo } from "../../checks/state";
import { Problem } from "../../lib/problem";
import { listsHash, listsInForce } from "../screening/lists-in-force.server";
import { requireOpen, touchCheck } from "./append.server";
import { checkRecord, type CheckRecord } from "./check-record.server";

const UNFINISHED: Readonly<Record<ToDo, () => Problem>> = {
  screening: () => new Problem("check.to-do.screening", "A firm of the circle was not compared with the lists yet. Compare it, then file.", {}, 409),
  "lists-changed": () => new Problem("check.to-do.lists-changed", "Other editions of the lists are in force since the firms were compared. Compare them again, then file.", {}, 409),
  matches: () => new Problem("check.to-do.matches", "A review of the comparison is pending. It has to be decided before the check is filed.", {}, 409),
  steps: () => new Problem("check.to-do.steps", "Some steps have no result yet. “Not known” is a result.", {}, 409),
  decision: () => new Problem("check.to-do.decision", "No decision ends this check yet. A question to the bidder leaves it open.", {}, 409),
  second: () => new Problem("check.to-do.second", "The exclusion waits for a second member who may decide about exclusions.", {}, 409),
}; // prettier-ignore

/** Over the frozen record as it is kept. */
export const recordHash = (record: FrozenCheck): string =>
  createHash("sha256").update(canonicalJson(record)).digest("hex");

/** The record of a check as it stands. @param filed null while it is not filed. */
export async function recordOf(
  db: Database,
  record: CheckRecord,
  filed: { readonly fileNo: number; readonly by: string; readonly at: Date } | null,
): Promise<FrozenCheck> {
  const names = await namesOfUsers(db, [filed?.by ?? null, ...record.entries.map(({ by }) => by)]);
  return frozenCheck({ ...record, nameOf: (id) => names.get(id) ?? id, filed });
}

const TRIES = 5;

/**
 * Files a check: it gets its number, and its record is frozen. Nothing can be noted in it any more; a correction is a new check
 * that names this one.
 * @returns its number. @throws Problem `check.not-found` (404), `check.is-filed` (409), `check.to-do.*` (409).
 */
export async function fileCheck(db: Database, scope: Scope, checkId: string, now: Date): Promise<number> {
  for (let tried = 1; ; tried++)
    try {
      return await againWhileStale(() => fileOnce(db, scope, checkId, now));
    } catch (error) {
      // Another check took the number.
      if (!isUniqueViolation(error) || tried === TRIES) throw error;
    }
}

async function fileOnce(db: Database, scope: Scope, checkId: string, now: Date): Promise<number> {
  const record = await checkRecord(db, scope, checkId);
  requireOpen(record.check);
  const [lists, highest] = await Promise.all([listsInForce(db, scope), highestFileNo(db, scope)]);
  const [due] = completionOf(record.asked, record.status, listsHash(lists)).toDo;
  if (due) throw UNFINISHED[due]();
  const fileNo = highest + 1;
  const frozen = await recordOf(db, record, { fileNo, by: scope.userId, at: now });
  const recordSha256 = recordHash(frozen);
  await db.commit(scope, event("check.filed", { checkId, fileNo, recordSha256 }), (q) => [
    touchCheck(db, q, scope, record.check, {
      state: "filed",
      fileNo,
      filedBy: scope.userId,
      filedAt: now,
      counted: countedOfCheck(frozen),
      record: frozen,
      recordSha256,
    }),
  ]);
  return fileNo;
}
