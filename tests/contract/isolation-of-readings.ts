/** What the isolation test of the queries asks of recorded answers. */
import type { Database, Scope } from "../../db/database";
import { bulkKey } from "../../db/keys";
import * as history from "../../db/queries/history";
import * as readings from "../../db/queries/readings";
import { NOW, type AGeneration } from "./databases";

const RATE = { perUsd: 11, on: "2026-01-01", source: "a bank" };

/** One open answer with an amount, one release, and a line that holds answers. */
export async function someAnswers(db: Database, scope: Scope, made: AGeneration): Promise<void> {
  const supplierNo = made.nos[0]!;
  const { readings: table, protectedReleases } = db.t;
  const recorded = { batch: "save-1", supplierId: made.ids[0]!, readings: [] };
  await db.commit(scope, { name: "readings.recorded", contents: recorded }, (q) => [
    q.insert(table).values({
      id: "reading-1",
      workspaceNo: scope.workspaceNo,
      supplierNo,
      batch: "save-1",
      what: "employerCostTotalUsd",
      value: 10,
      proof: "statement",
      told: { amount: 110, currency: "NOK", rate: RATE },
      validFrom: "2026-01-01",
      source: "a letter",
      recordedBy: scope.userId,
      recordedAt: NOW,
    }),
    q.insert(protectedReleases).values({
      id: "release-1",
      workspaceNo: scope.workspaceNo,
      supplierNo,
      batch: "save-0",
      groupSize: 9,
      assessedBy: "Somebody",
      assessedOn: "2026-01-01",
      assessment: "A text.",
      releasedBy: scope.userId,
      releasedAt: NOW,
    }),
  ]);
  const told = db.bulk.writer("toldSuppliers", ["key", "listReadings"]);
  told.add([bulkKey(made.no, supplierNo), "Nb"]);
  await db.bulk.flush([told]);
  await db.commit(
    scope,
    { name: "import.undone", contents: { importId: made.importId, generation: made.no, restoredGeneration: null } },
    () => [],
  );
  const changed = { importId: made.importId, generation: made.no, from: "2026.1", to: "2026.2" };
  await db.commit(scope, { name: "model.changed", contents: changed }, () => []);
}

export function questionsOnReadings(asked: () => { readonly db: Database; readonly made: AGeneration }) {
  return {
    readingsOfSupplier: (scope) => readings.readingsOfSupplier(asked().db, scope, asked().made.nos[0]!),
    readingsOfBatch: (scope) => readings.readingsOfBatch(asked().db, scope, "save-1"),
    openReadingsInForce: (scope) => readings.openReadingsInForce(asked().db, scope),
    openReadingsAt: (scope) => readings.openReadingsAt(asked().db, scope, new Date("2100-01-01T00:00:00Z")),
    toldSince: (scope) => readings.toldSince(asked().db, scope, new Date(0)),
    readingsAbout: (scope) => readings.readingsAbout(asked().db, scope, asked().made.nos),
    signedReadingsAbout: (scope) => readings.signedReadingsAbout(asked().db, scope, asked().made.nos),
    openReadingsAbout: (scope) => readings.openReadingsAbout(asked().db, scope, asked().made.nos),
    recentMoney: (scope) => readings.recentMoney(asked().db, scope, 9),
    releasesOfSupplier: (scope) => readings.releasesOfSupplier(asked().db, scope, asked().made.nos[0]!),
    toldByList: async (scope) =>
      (await readings.toldByList(asked().db, scope, asked().made.no, asked().made.nos)).size || null,
    scoringChanges: (scope) => history.scoringChanges(asked().db, scope, asked().made.importId),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
