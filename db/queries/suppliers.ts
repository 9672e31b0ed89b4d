/** The suppliers a workspace has ever had, by the identity that finds them again in the next list. */
import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { AnyScope, Database } from "../database";

export interface KnownSupplier {
  readonly no: number;
  readonly keyHi: number;
  readonly keyLo: number;
}

/** All known suppliers of a workspace in the order of their numbers, `chunk` at a time. */
export async function* knownSuppliers(
  db: Database,
  workspaceNo: number,
  chunk = 20_000,
): AsyncGenerator<KnownSupplier[]> {
  const { suppliers } = db.t;
  for (let after = 0; ;) {
    const rows = await db.q
      .select({ no: suppliers.no, keyHi: suppliers.keyHi, keyLo: suppliers.keyLo })
      .from(suppliers)
      .where(and(eq(suppliers.workspaceNo, workspaceNo), gt(suppliers.no, after)))
      .orderBy(asc(suppliers.no))
      .limit(chunk);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < chunk) return;
    after = last.no;
  }
}

/** Public ids of these suppliers by their numbers; numbers of other workspaces are left out. */
export async function idsOfSuppliers(
  db: Database,
  scope: AnyScope,
  nos: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { suppliers } = db.t;
  const found = new Map<number, string>();
  for (let at = 0; at < nos.length; at += 500) {
    const rows = await db.q
      .select({ no: suppliers.no, id: suppliers.id })
      .from(suppliers)
      .where(and(inArray(suppliers.no, nos.slice(at, at + 500)), eq(suppliers.workspaceNo, scope.workspaceNo)));
    for (const { no, id } of rows) found.set(no, id);
  }
  return found;
}
