/** A workspace's own rows beside the published tables of corridors and fee rules. */
import { desc, eq } from "drizzle-orm";
import type { Database, Scope } from "../database";
import { namesOfUsers } from "../names-of-users";
import type { Tables } from "../schema/tables";

/** Who recorded a row and who withdrew it; null when there is no such account any more. */
interface Signed {
  readonly who: string | null;
  readonly withdrawnByName: string | null;
}
export type StoredCorridor = Tables["ownCorridors"]["$inferSelect"];
export type StoredFeeRule = Tables["ownFeeRules"]["$inferSelect"];
export type SignedCorridor = StoredCorridor & Signed;
export type SignedFeeRule = StoredFeeRule & Signed;

async function signed<R extends { readonly recordedBy: string; readonly withdrawnBy: string | null }>(
  db: Database,
  rows: readonly R[],
): Promise<(R & Signed)[]> {
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ recordedBy, withdrawnBy }) => [recordedBy, withdrawnBy]),
  );
  return rows.map((row) => ({
    ...row,
    who: names.get(row.recordedBy) ?? null,
    withdrawnByName: row.withdrawnBy === null ? null : (names.get(row.withdrawnBy) ?? null),
  }));
}

/** Every row of a corridor's cost, withdrawn ones among them, the newest figure first. */
export async function ownCorridors(db: Database, scope: Scope): Promise<SignedCorridor[]> {
  const { ownCorridors: table } = db.t;
  const rows = await db.q
    .select()
    .from(table)
    .where(eq(table.workspaceNo, scope.workspaceNo))
    .orderBy(desc(table.year), desc(table.validFrom), desc(table.recordedAt), desc(table.id));
  return signed(db, rows);
}

/** Every rule on fees, withdrawn ones among them, the newest first. */
export async function ownFeeRules(db: Database, scope: Scope): Promise<SignedFeeRule[]> {
  const { ownFeeRules: table } = db.t;
  const rows = await db.q
    .select()
    .from(table)
    .where(eq(table.workspaceNo, scope.workspaceNo))
    .orderBy(desc(table.year), desc(table.validFrom), desc(table.recordedAt), desc(table.id));
  return signed(db, rows);
}
