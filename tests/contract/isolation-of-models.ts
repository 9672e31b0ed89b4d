/** What the isolation test of the queries asks of comparisons of risk models. */
import type { Database, Scope } from "../../db/database";
import * as models from "../../db/queries/models";
import { NOW, type AGeneration } from "./databases";

/** A comparison that is being counted. */
export async function aComparison(db: Database, { workspaceNo, userId }: Scope, { no }: AGeneration): Promise<void> {
  const pair = { fromModel: "2026.1", toModel: "2026.2", generation: no };
  await db.commitPlain((q) => [
    q.insert(db.t.modelComparisons).values({ id: "comparison-1", workspaceNo, ...pair, askedBy: userId, askedAt: NOW }),
  ]);
}

export function questionsOnModels(asked: () => { readonly db: Database; readonly made: AGeneration }) {
  return {
    findComparison: (scope) => models.findComparison(asked().db, scope, "comparison-1"),
    comparisonsOf: (scope) => models.comparisonsOf(asked().db, scope),
    eachLine: async (scope) => {
      const lines: unknown[] = [];
      for await (const some of models.eachLine(asked().db, scope, asked().made.no)) lines.push(...some);
      return lines;
    },
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
