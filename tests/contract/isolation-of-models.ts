/** What the isolation test of the queries asks of comparisons of risk models. */
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import * as models from "../../db/queries/models";
import { NOW, type AGeneration } from "./databases";

/** A comparison that is being counted, and proposed weights. */
export async function aComparison(db: Database, scope: Scope, { no }: AGeneration): Promise<void> {
  const { workspaceNo, userId } = scope;
  const pair = { fromModel: "2026.1", toModel: "2026.2", generation: no };
  const derived = { id: "derived-1", modelId: "2026.2~40-25-35", reason: "what we buy" };
  await db.commitPlain((q) => [
    q.insert(db.t.modelComparisons).values({ id: "comparison-1", workspaceNo, ...pair, askedBy: userId, askedAt: NOW }),
  ]);
  await db.commit(scope, event("model.derived", { derivedId: derived.id, ...derived }), (q) => [
    q.insert(db.t.derivedModels).values({ ...derived, workspaceNo, proposedBy: userId, proposedAt: NOW }),
  ]);
}

export function questionsOnModels(asked: () => { readonly db: Database; readonly made: AGeneration }) {
  return {
    findComparison: (scope) => models.findComparison(asked().db, scope, "comparison-1"),
    derivedModelsOf: (scope) => models.derivedModelsOf(asked().db, scope),
    comparisonsOf: (scope) => models.comparisonsOf(asked().db, scope),
    eachLine: async (scope) => {
      const lines: unknown[] = [];
      for await (const some of models.eachLine(asked().db, scope, asked().made.no)) lines.push(...some);
      return lines;
    },
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
