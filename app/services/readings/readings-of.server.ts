import type { Database, Scope } from "../../../db/database";
import {
  readingsOfSupplier,
  releasesOfSupplier,
  signedReadingsAbout,
  type Release,
  type SignedReading,
} from "../../../db/queries/readings";
import type { ProtectedSource } from "../../../db/schema/readings";
import { isBy } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { openReadings } from "../../recruitment/readings";
import { readReading, type StoredAnswer } from "./stored-answers";

/** A reading as its page shows it. */
export interface SignedAnswer extends StoredAnswer {
  /** Null when the person has no account any more. */
  readonly who: string | null;
  readonly undoneByName: string | null;
  readonly protectedSource: ProtectedSource | null;
}

const signed = (row: SignedReading): SignedAnswer => ({
  ...readReading(row),
  who: row.who,
  undoneByName: row.undoneByName,
  protectedSource: row.protectedSource,
});

/**
 * The readings of a supplier that this reader may see, in force or not, the oldest first. Without the right to protected
 * information they are as if the protected ones were not there; of a released one the answer is seen, never from whom or when
 * it came.
 */
export async function readingsFor(db: Database, scope: Scope, supplierNo: number): Promise<SignedAnswer[]> {
  return forReader(scope, (await readingsOfSupplier(db, scope, supplierNo)).map(signed));
}

function forReader(scope: Scope, all: SignedAnswer[]): SignedAnswer[] {
  if (can(scope.role, "protected:read")) return all;
  return openReadings(all).map((one) =>
    one.isProtected ? { ...one, source: "", who: null, protectedSource: null } : one,
  );
}

/**
 * As `readingsFor`, of the numbers a supplier stood for at an instant: what was recorded by then, or for whoever may not read
 * protected information released by then. What was taken back or released later had not been.
 */
export async function readingsForThen(
  db: Database,
  scope: Scope,
  supplierNos: readonly number[],
  instant: Date,
): Promise<SignedAnswer[]> {
  const rows = (await signedReadingsAbout(db, scope, supplierNos)).map(signed);
  const then = rows
    .filter(({ recordedAt }) => recordedAt <= instant)
    .map((one) => ({
      ...one,
      releasedAt: isBy(one.releasedAt, instant) ? one.releasedAt : null,
      ...(!isBy(one.undoneAt, instant) && { undoneAt: null, undoneByName: null }),
    }));
  return forReader(scope, then);
}

/** The releases of a supplier's protected readings; their text is for who may read protected information. */
export async function releasesFor(db: Database, scope: Scope, supplierNo: number): Promise<Release[]> {
  const releases = await releasesOfSupplier(db, scope, supplierNo);
  if (can(scope.role, "protected:read")) return releases;
  return releases.map((one) => ({ ...one, assessment: "", assessedBy: "" }));
}
