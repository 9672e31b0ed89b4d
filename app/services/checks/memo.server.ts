import type { Database, Scope } from "../../../db/database";
import { bidderFile, type FrozenCheck } from "../../checks/record";
import { checkRecord } from "./check-record.server";
import { recordHash, recordOf } from "./file-check.server";

export interface Memo {
  readonly record: FrozenCheck;
  /** Of the filed record, as it was computed when it was filed; null while it is a draft. */
  readonly sha256: string | null;
  /** The kept record still has the hash it was filed with. */
  readonly isIntact: boolean;
  readonly checkId: string;
  /** The number of the check it corrects; null when it corrects none. */
  readonly replacesNo: number | null;
}

/** The memo of a check: its frozen record, or what would be filed now. @throws Problem `check.not-found` (404). */
export async function memoOf(db: Database, scope: Scope, checkId: string): Promise<Memo> {
  const found = await checkRecord(db, scope, checkId);
  const { check } = found;
  const frozen = check.record as FrozenCheck | null;
  const record = frozen ?? (await recordOf(db, found, null));
  const replaced = check.replaces === null ? null : (await checkRecord(db, scope, check.replaces)).check;
  return {
    record,
    sha256: check.recordSha256,
    isIntact: frozen === null || recordHash(frozen) === check.recordSha256,
    checkId: check.id,
    replacesNo: replaced?.fileNo ?? null,
  };
}

/** What the bidder may inspect of its own check. @throws Problem `check.not-found` (404). */
export async function inspectionOf(db: Database, scope: Scope, checkId: string): Promise<FrozenCheck> {
  return bidderFile((await memoOf(db, scope, checkId)).record);
}
