import type { Database, Scope } from "../../../db/database";
import { findFinding, type StoredOpenFinding } from "../../../db/queries/findings";
import { numbersOf } from "../../../db/queries/merges";
import { Problem } from "../../lib/problem";

/**
 * The open finding an action is to hang on. What was told in confidence is not found here, as if it were not there: an action is
 * read by more people than a protected finding, and would show that somebody spoke (docs/decisions/0026).
 * @throws Problem `action.finding` (404): no open finding of this supplier, or taken back.
 */
export async function findingFor(
  db: Database,
  scope: Scope,
  supplierNo: number,
  id: string,
): Promise<StoredOpenFinding> {
  const found = await findFinding(db, scope, id);
  const numbers = await numbersOf(db, scope, supplierNo);
  if (found && found.undoneAt === null && numbers.includes(found.supplierNo)) return found;
  throw new Problem(
    "action.finding",
    "There is no such open finding of this supplier. What was told in confidence carries no action: release it first, or record the action on the supplier without it.",
    {},
    404,
  );
}
