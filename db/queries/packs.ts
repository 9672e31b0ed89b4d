/** What an evidence pack takes from the database beside the whole tables. */
import { and, eq } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { isOneOf } from "../sql";

/** The public ids of suppliers of this workspace by their numbers. */
export async function publicIdsOf(
  db: Database,
  scope: AnyScope,
  nos: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { suppliers } = db.t;
  const rows = await db.q
    .select({ no: suppliers.no, id: suppliers.id })
    .from(suppliers)
    .where(and(isOneOf(db.engine, suppliers.no, nos), eq(suppliers.workspaceNo, scope.workspaceNo)));
  return new Map(rows.map(({ no, id }) => [no, id]));
}
