import type { Database, Scope } from "../../../db/database";
import { supplierNoOf } from "../../../db/ids";
import { decisionsInto, mergesInForce, numbersOf, standingFor } from "../../../db/queries/merges";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import type { ComparedSupplier } from "./compared-facts";

/** The public id of the supplier that this one was merged into; null when it was not, or there is no such supplier. */
export async function becameOf(db: Database, scope: Scope, supplierId: string): Promise<string | null> {
  const no = supplierNoOf(supplierId);
  const into = no === null ? undefined : standingFor(await mergesInForce(db, scope)).get(no);
  if (no === null || into === undefined) return null;
  const ids = await idsOfSuppliers(db, scope, [no, into]);
  return ids.get(no) === supplierId ? (ids.get(into) ?? null) : null;
}

/** Names of the suppliers that were merged into this one, as they stood when they were. */
export async function mergedNames(db: Database, scope: Scope, supplierNo: number): Promise<string[]> {
  const merges = await decisionsInto(db, scope, await numbersOf(db, scope, supplierNo));
  return merges.map(({ fromNo, leftNo, left, right }) => ((leftNo === fromNo ? left : right) as ComparedSupplier).name);
}
