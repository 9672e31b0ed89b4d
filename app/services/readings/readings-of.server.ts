import type { Database, Scope } from "../../../db/database";
import { readingsOfSupplier, releasesOfSupplier, type Release, type SignedReading } from "../../../db/queries/readings";
import type { ProtectedSource } from "../../../db/schema/readings";
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
  const all = (await readingsOfSupplier(db, scope, supplierNo)).map(signed);
  if (can(scope.role, "protected:read")) return all;
  return openReadings(all).map((one) =>
    one.isProtected ? { ...one, source: "", who: null, protectedSource: null } : one,
  );
}

/** The releases of a supplier's protected readings; their text is for who may read protected information. */
export async function releasesFor(db: Database, scope: Scope, supplierNo: number): Promise<Release[]> {
  const releases = await releasesOfSupplier(db, scope, supplierNo);
  if (can(scope.role, "protected:read")) return releases;
  return releases.map((one) => ({ ...one, assessment: "", assessedBy: "" }));
}
