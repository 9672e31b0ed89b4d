import type { Database, Scope } from "../../db/database";
import type { SupplierListsProps } from "../components/supplier-lists";
import { listsView } from "../services/screening/lists-view.server";
import { supplierMatches } from "../services/screening/matches-view.server";
import { can } from "./permissions";

/** What a supplier's page says of lists, for this reader. */
export async function supplierListsView(
  db: Database,
  scope: Scope,
  supplierNo: number,
  now: Date,
): Promise<Omit<SupplierListsProps, "workspace">> {
  const [{ screened, isRunning }, { rows, standing }] = await Promise.all([
    listsView(db, scope, now),
    supplierMatches(db, scope, supplierNo, now),
  ]);
  return {
    lists: { screened, isRunning },
    seesAll: can(scope.role, "match:read"),
    matches: rows.map(({ candidate: { id, state, score, entry, list }, outOfDate }) => ({
      id,
      state,
      score,
      entry,
      list,
      outOfDate,
      stands: standing.includes(id),
    })),
  };
}
