/** Comparisons of risk models, and the lines they are counted over. Every query takes the scope first. */
import { and, asc, between, desc, eq } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { bulkKey, bulkRange } from "../keys";
import { registerRow } from "../register-row";
import { namesOfUsers } from "../names-of-users";
import type { Tables } from "../schema/tables";
import type { RegisterLine } from "./register";

export type ModelComparison = Tables["modelComparisons"]["$inferSelect"];

/** A comparison by its id; null when it is another workspace's or not there. */
export async function findComparison(db: Database, scope: AnyScope, id: string): Promise<ModelComparison | null> {
  const { modelComparisons: c } = db.t;
  const [found] = await db.q
    .select()
    .from(c)
    .where(and(eq(c.id, id), eq(c.workspaceNo, scope.workspaceNo)));
  return found ?? null;
}

/** The comparisons of a workspace, newest first. There is one for each pair of models. */
export async function comparisonsOf(db: Database, scope: AnyScope): Promise<ModelComparison[]> {
  const { modelComparisons: c } = db.t;
  return db.q.select().from(c).where(eq(c.workspaceNo, scope.workspaceNo)).orderBy(desc(c.askedAt), desc(c.id));
}

/** A proposal with the names of who proposed it and who agreed; null when there is no account any more, or nobody agreed. */
export type DerivedModel = Tables["derivedModels"]["$inferSelect"] & {
  readonly proposer: string | null;
  readonly approver: string | null;
};

/** The weights a workspace proposed, newest first, withdrawn ones too. */
export async function derivedModelsOf(db: Database, scope: AnyScope): Promise<DerivedModel[]> {
  const { derivedModels: d } = db.t;
  const rows = await db.q
    .select()
    .from(d)
    .where(eq(d.workspaceNo, scope.workspaceNo))
    .orderBy(desc(d.proposedAt), desc(d.id));
  const names = await namesOfUsers(
    db,
    rows.flatMap(({ proposedBy, approvedBy }) => [proposedBy, approvedBy]),
  );
  return rows.map((row) => ({
    ...row,
    proposer: names.get(row.proposedBy) ?? null,
    approver: names.get(row.approvedBy) ?? null,
  }));
}

/** Every line of a generation in the order of supplier numbers, those behind `after`, `atATime` together. Nothing of another workspace. */
export async function* eachLine(
  db: Database,
  scope: AnyScope,
  generation: number,
  atATime = 500,
  after = 0,
): AsyncGenerator<RegisterLine[]> {
  const { registerRows: r, suppliers } = db.t;
  const [first, last] = bulkRange(generation);
  for (let from = after === 0 ? first : bulkKey(generation, after + 1); ;) {
    const found = await db.q
      .select({ row: r, id: suppliers.id })
      .from(r)
      .innerJoin(suppliers, eq(suppliers.no, r.supplierNo))
      .where(and(between(r.key, from, last), eq(r.workspaceNo, scope.workspaceNo)))
      .orderBy(asc(r.key))
      .limit(atATime);
    if (found.length > 0) yield found.map(({ row, id }) => ({ ...registerRow(row), id }));
    if (found.length < atATime) return;
    from = found.at(-1)!.row.key + 1;
  }
}
