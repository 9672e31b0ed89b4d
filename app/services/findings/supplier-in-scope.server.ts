import type { Database, Scope } from "../../../db/database";
import { supplierNoOf } from "../../../db/ids";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import { Problem } from "../../lib/problem";

/**
 * The number of a supplier the workspace has or had: what is said of it is kept when a later list leaves it out.
 * @throws Problem `finding.supplier` (404).
 */
export async function supplierNoIn(db: Database, scope: Scope, supplierId: string): Promise<number> {
  const no = supplierNoOf(supplierId);
  if (no === null || (await idsOfSuppliers(db, scope, [no])).get(no) !== supplierId)
    throw new Problem("finding.supplier", "There is no such supplier in this workspace.", {}, 404);
  return no;
}
