import type { Database, Scope } from "../../../db/database";
import { supplierHistory } from "../../../db/queries/register";
import { lineIfShown } from "../readings/undo-readings.server";
import { becameOf } from "../screening/merged-suppliers.server";
import { supplierNoIn } from "./supplier-in-scope.server";

export interface NamedSupplier {
  /** Of the one it was merged into, where it was. */
  readonly id: string;
  readonly no: number;
  /** Null: no list that is kept has it. */
  readonly name: string | null;
  /** ISO 3166-1 alpha-2: where the work is done, else where it has its seat; null: neither is known. */
  readonly country: string | null;
}

/** A supplier as the list that is shown names it, or the last one that had it. @throws Problem `finding.supplier` (404). */
export async function namedSupplier(db: Database, scope: Scope, supplierId: string): Promise<NamedSupplier> {
  const own = await supplierNoIn(db, scope, supplierId);
  const id = (await becameOf(db, scope, supplierId)) ?? supplierId;
  const line = (await lineIfShown(db, scope, id))?.line ?? (await supplierHistory(db, scope, id, 1))[0];
  return {
    id,
    no: line?.supplierNo ?? own,
    name: line?.name ?? null,
    country: line?.placeOfWork ?? line?.seat ?? null,
  };
}
