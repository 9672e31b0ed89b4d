/** Contracts and what was noted of them. Every query takes the scope first. */
import { and, asc, desc, eq, inArray, lte } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import type { Tables } from "../schema/tables";
import { numbersOf } from "./merges";

export type Contract = Tables["contracts"]["$inferSelect"];
export type StoredContractEntry = Tables["contractEntries"]["$inferSelect"];

/** The newest first. @param until those recorded later are left out; null: none is. */
export async function contractsOf(
  db: Database,
  scope: AnyScope,
  limit: number,
  until: Date | null = null,
): Promise<Contract[]> {
  const { contracts } = db.t;
  return db.q
    .select()
    .from(contracts)
    .where(
      and(eq(contracts.workspaceNo, scope.workspaceNo), until === null ? undefined : lte(contracts.recordedAt, until)),
    )
    .orderBy(desc(contracts.recordedAt), desc(contracts.id))
    .limit(limit);
}

/** Those with a supplier, or with one that was merged into it. */
export async function contractsOfSupplier(db: Database, scope: AnyScope, supplierNo: number): Promise<Contract[]> {
  const { contracts } = db.t;
  const numbers = await numbersOf(db, scope, supplierNo);
  return db.q
    .select()
    .from(contracts)
    .where(and(eq(contracts.workspaceNo, scope.workspaceNo), inArray(contracts.supplierNo, numbers)))
    .orderBy(desc(contracts.recordedAt), desc(contracts.id));
}

/** A contract; null when it is another workspace's or not there. */
export async function findContract(db: Database, scope: AnyScope, id: string): Promise<Contract | null> {
  const { contracts } = db.t;
  const [found] = await db.q
    .select()
    .from(contracts)
    .where(and(eq(contracts.id, id), eq(contracts.workspaceNo, scope.workspaceNo)));
  return found ?? null;
}

/** What was noted of a contract, in its order. */
export async function entriesOfContract(
  db: Database,
  scope: AnyScope,
  contractId: string,
): Promise<StoredContractEntry[]> {
  const { contractEntries: e } = db.t;
  return db.q
    .select()
    .from(e)
    .where(and(eq(e.workspaceNo, scope.workspaceNo), eq(e.contractId, contractId)))
    .orderBy(asc(e.position));
}
