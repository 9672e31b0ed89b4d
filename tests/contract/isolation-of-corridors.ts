/** What the isolation test of the queries asks of a workspace's own rows of corridors and fee rules. */
import type { Database, Scope } from "../../db/database";
import * as corridors from "../../db/queries/corridors";
import { NOW } from "./databases";

/** One row of each table. */
export async function someOwnRows(db: Database, scope: Scope): Promise<void> {
  const { ownCorridors, ownFeeRules } = db.t;
  const common = {
    workspaceNo: scope.workspaceNo,
    year: 2025,
    source: "a study",
    note: "",
    validFrom: "2025-01-01",
    recordedBy: scope.userId,
    recordedAt: NOW,
  };
  const corridor = {
    ...common,
    id: "corridor-1",
    origin: "NP",
    destination: "MY",
    workers: "",
    kind: "total",
  } as const;
  const rule = { ...common, id: "rule-1", country: "MY", side: "destination", rule: "prohibited", unit: "" } as const;
  const added = { table: "own_corridors", row: corridor } as const;
  await db.commit(scope, { name: "own-row.added", contents: { ...added, row: "corridor-1" } }, (q) => [
    q.insert(ownCorridors).values({ ...corridor, usd: 1500, told: { amount: 1500, currency: "USD", rate: null } }),
    q.insert(ownFeeRules).values({ ...rule, covers: "any fee" }),
  ]);
}

export function questionsOnCorridors(db: () => Database) {
  return {
    ownCorridors: (scope) => corridors.ownCorridors(db(), scope),
    ownFeeRules: (scope) => corridors.ownFeeRules(db(), scope),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
