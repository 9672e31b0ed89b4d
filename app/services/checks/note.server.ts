import type { Database, Scope } from "../../../db/database";
import { againWhileStale } from "../../../db/errors";
import { ENTRY_SHAPES } from "../../checks/entries";
import { entryFaults, type EntryFault, type WrittenEntry, type WrittenKind } from "../../checks/rules";
import { can, type Permission } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { appendEntry, requireOpen } from "./append.server";
import { checkRecord, type CheckRecord } from "./check-record.server";
import { refusal } from "./refusals";

/** What a member has to be allowed to do to note it. */
export const notePermission = (kind: WrittenKind): Permission =>
  kind === "match-decided" ? "match:decide" : kind === "decision-second" ? "exclusion:decide" : "vendor-check:write";

/** Everything that keeps the entry from being noted now. */
export const faultsOf = (entry: WrittenEntry, record: CheckRecord, scope: Scope, now: Date): readonly EntryFault[] =>
  entryFaults(entry, {
    status: record.status,
    asked: record.asked,
    regime: record.lot.regime,
    national: record.lot.national,
    today: dayOf(now),
    by: scope.userId,
  });

/**
 * Notes in an open check what a person found, decided or was told. Nothing that is there is changed: what comes later counts.
 * @returns the entry's id. @throws Problem `check.not-found` (404), `check.not-allowed` (403), `check.unfit` (422),
 *   `check.is-filed` (409), or the first of the entry's faults, see `refusals.ts`.
 */
export async function noteInCheck(
  db: Database,
  scope: Scope,
  checkId: string,
  given: WrittenEntry,
  now: Date,
): Promise<string> {
  if (!can(scope.role, notePermission(given.kind)))
    throw new Problem("check.not-allowed", "Your role may not note this. Ask a member who may.", {}, 403);
  const parsed = ENTRY_SHAPES[given.kind].safeParse(given.contents);
  if (!parsed.success)
    throw new Problem("check.unfit", "Something is missing in what you wrote, or cannot stand there.", {}, 422);
  const entry = { kind: given.kind, contents: parsed.data } as WrittenEntry;
  return againWhileStale(async () => {
    const record = await checkRecord(db, scope, checkId);
    requireOpen(record.check);
    const [fault] = faultsOf(entry, record, scope, now);
    if (fault) throw refusal(fault);
    return appendEntry(db, scope, record.check, record.entries.length + 1, entry, now);
  });
}
