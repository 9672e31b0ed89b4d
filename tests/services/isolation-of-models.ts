/** What the isolation test asks of the page of the list's risk model. */
import { text } from "node:stream/consumers";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import * as models from "../../db/queries/models";
import { listNumbered, shownList } from "../../app/services/imports/shown-list.server";
import { changeData } from "../../app/services/models/change-data.server";
import { changeModel } from "../../app/services/models/change-model.server";
import { agreeDerived } from "../../app/services/models/agree-derived.server";
import { openDerived } from "../../app/services/models/derived-models.server";
import { proposeDerived } from "../../app/services/models/propose-derived.server";
import { withdrawDerived } from "../../app/services/models/withdraw-derived.server";
import { askWhatMoves } from "../../app/services/models/compare-models.server";
import { exportMoves } from "../../app/services/models/export-moves.server";
import { modelsView } from "../../app/services/models/models-view.server";
import { eachMove } from "../../app/services/models/what-moved.server";
import { assessorFor } from "../../app/services/scoring/assessor.server";
import { A_DAY } from "../builders";

interface Place {
  readonly scope: Scope;
  readonly generation: number;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const PAIR = { from: "2026.1", to: "2026.2" } as const;
/** A day on which both models are in force. */
const LATER = new Date("2026-12-01T09:00:00Z");

async function aComparison(db: Database, { scope, generation }: Place): Promise<string> {
  const id = newId(A_DAY);
  const { modelComparisons: c } = db.t;
  const row = { id, workspaceNo: scope.workspaceNo, generation, fromModel: scope.workspaceSlug, toModel: id };
  await db.commitPlain((q) => [q.insert(c).values({ ...row, askedBy: scope.userId, askedAt: A_DAY })]);
  return id;
}

/** Weights somebody proposed. */
export async function aProposal(db: Database, scope: Scope): Promise<string> {
  const id = newId(A_DAY);
  const modelId = "2026.2~40-25-35";
  const row = { id, workspaceNo: scope.workspaceNo, modelId, reason: scope.workspaceSlug };
  await db.commit(scope, event("model.derived", { derivedId: id, modelId, reason: row.reason }), (q) => [
    q.insert(db.t.derivedModels).values({ ...row, proposedBy: scope.userId, proposedAt: A_DAY }),
  ]);
  return id;
}
const proposalOf = async (db: Database, { scope }: Place): Promise<string> =>
  (await models.derivedModelsOf(db, scope))[0]!.id;
const OTHERS = { base: "2026.2", percents: { country: 39, sector: 26, recruitment: 35 } } as const;

async function all<T>(of: AsyncIterable<T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const some of of) found.push(...some);
  return found;
}

export const modelReads = (db: () => Database): Asked => ({
  "app/services/imports/shown-list.server.ts shownList": (scope) => shownList(db(), scope),
  "app/services/imports/shown-list.server.ts listNumbered": (scope, of) => listNumbered(db(), scope, of.generation),
  "db/queries/models.ts findComparison": async (scope, of) =>
    models.findComparison(db(), scope, await aComparison(db(), of)),
  "db/queries/models.ts comparisonsOf": async (scope, of) => {
    await aComparison(db(), of);
    return models.comparisonsOf(db(), scope);
  },
  "db/queries/models.ts derivedModelsOf": (scope) => models.derivedModelsOf(db(), scope),
  "app/services/models/derived-models.server.ts openDerived": async (scope, of) =>
    openDerived(db(), scope, await proposalOf(db(), of)),
  "db/queries/models.ts eachLine": (scope, of) => all(models.eachLine(db(), scope, of.generation)),
  "app/services/models/what-moved.server.ts eachMove": (scope, of) => {
    const engines = [assessorFor("2026-12-01", PAIR.from).engine, assessorFor("2026-12-01", PAIR.to).engine] as const;
    return all(eachMove(db(), scope, of.generation, engines, { asOf: "2026-12-01", named: () => true }));
  },
  "app/services/models/models-view.server.ts modelsView": async (scope, of) => {
    await aComparison(db(), of);
    return modelsView(db(), scope, LATER);
  },
});

export const modelChanges = (db: () => Database): Asked => ({
  "app/services/models/compare-models.server.ts askWhatMoves": (scope) => askWhatMoves(db(), scope, PAIR, LATER),
  "app/services/models/export-moves.server.ts exportMoves": async (scope) =>
    text((await exportMoves(db(), scope, "csv", PAIR)).stream),
  "app/services/models/propose-derived.server.ts proposeDerived": (scope) =>
    proposeDerived(db(), scope, { ...OTHERS, reason: "what we buy" }, LATER),
  "app/services/models/agree-derived.server.ts agreeDerived": async (scope, of) =>
    agreeDerived(db(), { ...scope, userId: "somebody else" }, await proposalOf(db(), of), LATER),
  "app/services/models/withdraw-derived.server.ts withdrawDerived": async (scope, of) =>
    withdrawDerived(db(), scope, await proposalOf(db(), of), LATER),
  "app/services/models/change-data.server.ts changeData": async (scope) => {
    const { riskData } = db().t;
    await db().commitPlain((q) => [
      q
        .insert(riskData)
        .values({ hash: "other", dataDate: "2026-01-01", content: "{}", recordedAt: A_DAY })
        .onConflictDoNothing(),
    ]);
    return changeData(db(), scope, "other", LATER);
  },
  "app/services/models/change-model.server.ts changeModel": (scope) => changeModel(db(), scope, PAIR.to, LATER),
});
