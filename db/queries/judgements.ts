/** What people judged of rows of the commitments table. Every query takes the scope first. */
import { and, desc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { namesOfUsers } from "../names-of-users";
import type { Tables } from "../schema/tables";

export type StoredJudgement = Tables["commitmentJudgements"]["$inferSelect"];
/** With the names of who judged and who took it back; null where there is no such account any more, or nobody did. */
export type SignedJudgement = StoredJudgement & {
  readonly who: string | null;
  readonly takenBackByName: string | null;
};

async function signed(db: Database, rows: readonly StoredJudgement[]): Promise<SignedJudgement[]> {
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ by, takenBackBy }) => [by, takenBackBy]),
  );
  return rows.map((row) => ({
    ...row,
    who: names.get(row.by) ?? null,
    takenBackByName: names.get(row.takenBackBy) ?? null,
  }));
}

/** The judgements that stand, at most one a row. @param until those that stood then, as they are now; null: now. */
export async function judgementsInForce(
  db: Database,
  scope: AnyScope,
  until: Date | null = null,
): Promise<SignedJudgement[]> {
  const { commitmentJudgements: j } = db.t;
  const not = (at: typeof j.replacedAt | typeof j.takenBackAt) =>
    until === null ? isNull(at) : or(isNull(at), gt(at, until));
  const rows = await db.q
    .select()
    .from(j)
    .where(
      and(
        eq(j.workspaceNo, scope.workspaceNo),
        until === null ? undefined : lte(j.at, until),
        not(j.replacedAt),
        not(j.takenBackAt),
      ),
    );
  return signed(db, rows);
}

/** Every judgement of a row, those replaced and taken back among them, the newest first. */
export async function judgementsOf(db: Database, scope: AnyScope, commitmentId: string): Promise<SignedJudgement[]> {
  const { commitmentJudgements: j } = db.t;
  const rows = await db.q
    .select()
    .from(j)
    .where(and(eq(j.workspaceNo, scope.workspaceNo), eq(j.commitmentId, commitmentId)))
    .orderBy(desc(j.position));
  return signed(db, rows);
}

/** A judgement; null when it is another workspace's or not there. */
export async function findJudgement(db: Database, scope: AnyScope, id: string): Promise<StoredJudgement | null> {
  const { commitmentJudgements: j } = db.t;
  const [found] = await db.q
    .select()
    .from(j)
    .where(and(eq(j.workspaceNo, scope.workspaceNo), eq(j.id, id)));
  return found ?? null;
}
