/** What a record is called, for pages that are about a record and not its own. */
import type { Database } from "../../db/database";
import { findCategory } from "../../db/queries/categories";
import { findLot } from "../../db/queries/checks";
import { findContract } from "../../db/queries/contracts";
import { findFinding } from "../../db/queries/findings";
import { findAction, findRepaymentGroup } from "../../db/queries/remedy";
import { namedSupplier } from "../services/findings/supplier-name.server";
import type { RecordName } from "../services/notes/record-access.server";
import type { WorkspaceScope } from "./scope.server";

/** Of a record this reader may see, which the caller has made sure of; null where the kind has no name of its own. */
export async function nameOfRecord(
  db: Database,
  scope: WorkspaceScope,
  { kind, id }: RecordName,
): Promise<string | null> {
  switch (kind) {
    case "supplier":
      return (await namedSupplier(db, scope, id)).name;
    case "finding":
      return (await findFinding(db, scope, id))?.summary ?? null;
    case "action":
      return (await findAction(db, scope, id))?.title ?? null;
    case "repayment":
      return (await findRepaymentGroup(db, scope, id))?.label ?? null;
    case "category":
      return (await findCategory(db, scope, id))?.title ?? null;
    case "lot":
      return (await findLot(db, scope, id))?.name ?? null;
    case "contract":
      return (await findContract(db, scope, id))?.title ?? null;
    default:
      return null;
  }
}
