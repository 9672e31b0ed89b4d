/** The suppliers a workspace has ever had, by the identity that finds them again in the next list. */
import { and, asc, eq, gt } from "drizzle-orm";
import type { Database } from "../database";

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
