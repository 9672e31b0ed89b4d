/** Whom a disclosure is of: a supplier as it is named today, or as it was on a past day. */
import type { Database } from "../../db/database";
import { namedSupplier } from "../services/findings/supplier-name.server";
import { supplierNoIn } from "../services/findings/supplier-in-scope.server";
import { paths } from "./paths";
import type { WorkspaceScope } from "./scope.server";
import { supplierDay } from "./supplier-day.server";

/** `name` null: no list that is kept has it. */
export interface DisclosedSupplier {
  readonly id: string;
  readonly name: string | null;
}

/**
 * With a past day the supplier that the address asks for, under the name of that day, though it was merged since; one that had been
 * merged by then leads to what it had become. Without one, what it is today.
 * @throws the redirect, or Problem `finding.supplier` (404).
 */
export async function disclosedSupplier(
  request: Request,
  db: Database,
  scope: WorkspaceScope,
  supplierId: string,
): Promise<DisclosedSupplier> {
  await supplierNoIn(db, scope, supplierId);
  const to = (id: string) => paths.disclosure(scope.workspaceSlug, id);
  const then = await supplierDay(request, db, scope, supplierId, to).catch((error: unknown) => {
    // No list names it: what was recorded of it stands all the same.
    if (error instanceof Response && error.status === 404) return { name: null };
    throw error;
  });
  if (then) return { id: supplierId, name: then.name };
  const { id, name } = await namedSupplier(db, scope, supplierId);
  return { id, name };
}
