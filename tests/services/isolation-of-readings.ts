/** What the isolation test asks of what suppliers answered: with the scope of one workspace and the ids of another. */
import { answersStory } from "../../app/services/readings/answers-story.server";
import { askQueue } from "../../app/services/readings/ask-queue.server";
import { bringUpToDate } from "../../app/services/readings/bring-up-to-date.server";
import { readingsFor, readingsForThen, releasesFor } from "../../app/services/readings/readings-of.server";
import { recordReadings, type NewAnswer } from "../../app/services/readings/record-readings.server";
import { recentRates, recruitmentView } from "../../app/services/readings/recruitment-view.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { supplierAsOf } from "../../app/services/readings/supplier-as-of.server";
import { toldLine } from "../../app/services/readings/told-line.server";
import { batchOf, undoReadings } from "../../app/services/readings/undo-readings.server";
import { assessorFor } from "../../app/services/scoring/assessor.server";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import { bulkKey } from "../../db/keys";
import * as history from "../../db/queries/history";
import * as readings from "../../db/queries/readings";
import { A_DAY, type ASupplier } from "../builders";
import { corridorChanges, corridorReads, someOwnRows, type OwnRows } from "./isolation-of-corridors";

interface Place {
  readonly scope: Scope;
  readonly supplier: ASupplier;
  readonly generation: number;
  readonly importId: string;
  /** Of an open and of a protected save. */
  readonly answers: Answers;
}
export interface Answers {
  readonly open: string;
  readonly held: string;
  /** The workspace's own rows that answers can be taken from. */
  readonly ownRows: OwnRows;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const answer = (value: unknown): NewAnswer => ({
  what: "papersHeldBy",
  value,
  proof: "policy",
  validFrom: "2026-03-01",
  money: null,
});

/** One open and one protected answer of a supplier, and the workspace's own rows, with the workspace's own word in it. */
export async function someAnswers(db: Database, scope: Scope, supplierId: string, word: string): Promise<Answers> {
  const given = { supplierId, source: `letter ${word}` };
  const rate = { perUsd: 11, on: "2026-03-01", source: `bank ${word}` };
  const bill: NewAnswer = {
    ...answer(100),
    what: "employerCostTotalUsd",
    money: { amount: 1100, currency: "NOK", rate },
  };
  const open = await recordReadings(
    db,
    scope,
    { ...given, answers: [answer("agent"), bill], protectedSource: null },
    A_DAY,
  );
  const held = await recordReadings(
    db,
    scope,
    { ...given, answers: [answer("employer")], protectedSource: "union" },
    A_DAY,
  );
  return { open, held, ownRows: await someOwnRows(db, scope, word) };
}

const RISK = {
  groupSize: 30,
  assessedBy: "An advisor",
  assessedOn: "2026-03-01",
  assessment: "Every worker of the site says the same; nobody can be told apart by it.",
};
export const readingReads = (db: () => Database): Asked => ({
  ...corridorReads(db),
  "db/queries/history.ts scoringChanges": async (scope, of) => {
    const contents = { importId: of.importId, generation: of.generation, from: "2026.1", to: of.scope.workspaceSlug };
    if (scope === of.scope) await db().commit(scope, event("model.changed", contents), () => []);
    return history.scoringChanges(db(), scope, of.importId);
  },
  "db/queries/readings.ts readingsOfSupplier": (scope, of) => readings.readingsOfSupplier(db(), scope, of.supplier.no),
  "db/queries/readings.ts readingsOfBatch": (scope, of) => readings.readingsOfBatch(db(), scope, of.answers.open),
  "db/queries/readings.ts openReadingsAt": (scope) => readings.openReadingsAt(db(), scope, new Date("2100-01-01T00:00:00Z")), // prettier-ignore
  "db/queries/readings.ts openReadingsInForce": (scope) => readings.openReadingsInForce(db(), scope),
  "db/queries/readings.ts toldSince": async (scope, of) =>
    (await readings.toldSince(db(), scope, new Date(0))).includes(of.supplier.no) && { id: of.supplier.id },
  "db/queries/readings.ts readingsAbout": (scope, of) => readings.readingsAbout(db(), scope, [of.supplier.no]),
  "db/queries/readings.ts signedReadingsAbout": (scope, of) =>
    readings.signedReadingsAbout(db(), scope, [of.supplier.no]),
  "db/queries/readings.ts openReadingsAbout": (scope, of) => readings.openReadingsAbout(db(), scope, [of.supplier.no]),
  "db/queries/readings.ts recentMoney": (scope) => readings.recentMoney(db(), scope, 9),
  "db/queries/readings.ts releasesOfSupplier": async (scope, of) => {
    const { protectedReleases } = db().t;
    if (scope === of.scope)
      await db().commit(scope, event("protected.undone", { batch: "none" }), (q) => [
        q
          .insert(protectedReleases)
          .values({
            ...RISK,
            id: `release ${of.answers.open}`,
            workspaceNo: scope.workspaceNo,
            supplierNo: of.supplier.no,
            batch: `other ${of.supplier.id}`,
            releasedBy: scope.userId,
            releasedAt: A_DAY,
          })
          .onConflictDoNothing(),
      ]);
    return readings.releasesOfSupplier(db(), scope, of.supplier.no);
  },
  "db/queries/readings.ts toldByList": async (scope, of) =>
    (await readings.toldByList(db(), scope, of.generation, [of.supplier.no])).size > 0 && {
      generation: of.generation,
      key: bulkKey(of.generation, of.supplier.no),
    },
  "app/services/readings/answers-story.server.ts answersStory": (scope, of) =>
    answersStory(db(), scope, of.supplier.no),
  "app/services/readings/ask-queue.server.ts askQueue": (scope) => askQueue(db(), scope),
  "app/services/readings/readings-of.server.ts readingsFor": (scope, of) => readingsFor(db(), scope, of.supplier.no),
  "app/services/readings/readings-of.server.ts readingsForThen": (scope, of) =>
    readingsForThen(db(), scope, [of.supplier.no], new Date("2100-01-01")),
  "app/services/readings/readings-of.server.ts releasesFor": async (scope, of) =>
    (await releasesFor(db(), scope, of.supplier.no)).map((one) => ({ ...one, supplierId: of.supplier.id })),
  "app/services/readings/recruitment-view.server.ts recruitmentView": async (scope, of) => {
    const { told, readings: found } = await recruitmentView(db(), scope, of.supplier.id);
    return { line: told.line, found };
  },
  "app/services/readings/recruitment-view.server.ts recentRates": (scope) => recentRates(db(), scope),
  "app/services/readings/supplier-as-of.server.ts supplierAsOf": async (scope, of) => {
    const { importId, generation } = of;
    const published = { importId, generation, previousGeneration: null, modelId: "2026.1", dataDate: "", suppliers: 1, sha256: "" }; // prettier-ignore
    if (scope === of.scope) await db().commit(scope, event("import.published", published), () => []);
    const found = await supplierAsOf(db(), scope, of.supplier.id, "2026-03-02");
    return found.known && { list: found.list, readings: found.readings, generation };
  },
  "app/services/readings/told-line.server.ts toldLine": async (scope, of) =>
    (await toldLine(db(), scope, of.supplier.id)).line,
  "app/services/readings/undo-readings.server.ts batchOf": (scope, of) =>
    batchOf(db(), scope, { supplierId: of.supplier.id, batch: of.answers.open }),
});

export const readingChanges = (db: () => Database): Asked => ({
  ...corridorChanges(db),
  "app/services/readings/record-readings.server.ts recordReadings": (scope, of) =>
    recordReadings(
      db(),
      scope,
      { supplierId: of.supplier.id, answers: [answer("worker")], source: "a call", protectedSource: null },
      A_DAY,
    ),
  "app/services/readings/bring-up-to-date.server.ts bringUpToDate": (scope, of) => {
    const { engine } = assessorFor("2026-03-01");
    return bringUpToDate(
      db(),
      scope,
      { generation: of.generation, engine, day: "2026-03-01" },
      new Map([[of.supplier.no, "before"]]),
    );
  },
  "app/services/readings/undo-readings.server.ts undoReadings": (scope, of) =>
    undoReadings(db(), scope, { supplierId: of.supplier.id, batch: of.answers.open }, A_DAY),
  "app/services/readings/release-readings.server.ts releaseReadings": (scope, of) =>
    releaseReadings(db(), scope, { supplierId: of.supplier.id, batch: of.answers.held }, RISK, A_DAY),
});
