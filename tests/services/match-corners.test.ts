/** Decisions about matches at their corners: another ground, further pairs of one form, and lists loaded out of their order. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { publishedGeneration } from "../../db/queries/generations";
import { importOfGeneration } from "../../db/queries/imports";
import { openScreeningJob } from "../../db/queries/screening";
import { screenSuppliers } from "../../app/jobs/screen-suppliers.server";
import { readConfig } from "../../app/lib/config.server";
import { changeMatch } from "../../app/lib/match-form.server";
import { decideMatch } from "../../app/services/screening/decide-match.server";
import { loadEdition } from "../../app/services/screening/load-edition.server";
import { matchPage } from "../../app/services/screening/matches-view.server";
import { waitingMatches } from "../../app/services/screening/waiting-matches.server";
import { withdrawEdition } from "../../app/services/screening/withdraw-edition.server";
import { undoImport } from "../../app/services/imports/publish-import.server";
import type { Candidate } from "../../app/services/screening/stored-candidate";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps } from "./import-steps";
import { pairsIn, runJobs, shownLines } from "./screening-steps";

const BAODING = "Baoding LYSZD Trade & Business Company Limited";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let scope: Scope;
let pair: Candidate;
beforeEach(async () => {
  folder = aFolder();
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  const list = `Supplier;Country;City;Product\n${BAODING};CN;Baoding;Hair products\n`;
  await importSteps(db, folder.path, () => A_DAY).publish(scope, list);
  await runJobs(db, scope, folder.path);
  pair = (await pairsIn(db, scope, "open")).find(({ listId }) => listId === "US-UFLPA")!;
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const said = { reason: "Same address", checkedOn: null };
const pairNow = async () => (await matchPage(db, scope, pair.id, A_DAY)).candidate;

test("a match that is confirmed anew on a ground which does not reach the score lifts the floor", async () => {
  await decideMatch(db, scope, { candidateId: pair.id, version: pair.version, decision: "match", ...said }, A_DAY);
  expect((await shownLines(db, scope)).get(BAODING)!.score).toBe(85);
  const { matchCandidates: c, floorFindings: f } = db.t;
  const { entry, list } = pair;
  // As a screening leaves it when the entry says something else in the next edition.
  await db.commitPlain((q) => [
    q
      .update(c)
      .set({ state: "open", cause: "entry-changed", entry: { entry: { ...entry, ground: "sanctions" }, list } })
      .where(eq(c.id, pair.id)),
  ]);
  const { version } = await pairNow();
  await decideMatch(db, scope, { candidateId: pair.id, version, decision: "match", ...said }, A_DAY);
  expect((await shownLines(db, scope)).get(BAODING)!.score).not.toBe(85);
  expect(await db.q.select().from(f)).toMatchObject([{ undoneAt: null, liftedBy: scope.userId }]);
  expect((await pairNow()).state).toBe("match");
});

test("a form that names a pair of another workspace beside its own decides about its own alone", async () => {
  const also = [{ candidateId: "01aaaaaaaaaaaaaaaaaaaa", version: 1 }];
  const form = {
    intent: "decide",
    version: pair.version,
    decision: "not-match",
    reason: "Another",
    checkedOn: "",
    also,
  };
  await changeMatch(db, scope, pair.id, form as Parameters<typeof changeMatch>[3], A_DAY);
  expect((await pairNow()).state).toBe("not-match");
});

const loadOwn = (readOn: string, date = "2026-02-01") => {
  const file = path.join(folder.path, "own.csv");
  writeFileSync(file, "name;country\nGrey Heron Castings SA;FR\n");
  const own = { title: "We do not buy from", publisher: "Us", approved: false };
  const given = { listId: "own-we", own, fileName: "own.csv", path: file, sha256: "0", date };
  return loadEdition(db, scope, { ...given, readOn, expectedEntries: null }, A_DAY);
};

test("a file that was taken before the edition in force is refused, for it would not come into force", async () => {
  await loadOwn("2026-02-20");
  await expect(loadOwn("2026-02-19")).rejects.toMatchObject({ code: "list.read-before", status: 422 });
  await loadOwn("2026-02-20");
});

test("an edition of a day to come is refused, for every later one would be older", async () => {
  await expect(loadOwn("2026-02-20", "2062-02-01")).rejects.toMatchObject({ code: "list.date", status: 422 });
  await expect(loadOwn("2026-02-20", "2026-02-31")).rejects.toMatchObject({ code: "list.date" });
});

test("an edition that comes while suppliers are compared, and asks a job that was taken already, is compared with after it", async () => {
  await loadOwn("2026-02-20");
  const { jobs } = db.t;
  let isLoaded = false;
  await screenSuppliers({
    db,
    config: readConfig({ CANDOUR_DATA: folder.path }),
    job: { id: "a job", workspaceNo: scope.workspaceNo, payload: {} },
    cancelled: async () => false,
    progress: async () => {
      if (isLoaded) return;
      isLoaded = true;
      await loadOwn("2026-02-21");
      await db.commitPlain((q) => [q.update(jobs).set({ state: "done" })]);
    },
  });
  expect(isLoaded).toBe(true);
  expect(await openScreeningJob(db, scope)).toMatchObject({ state: "queued" });
});

test("a match with an entry that stands on no list in force any more, for its only edition was withdrawn, asks a person", async () => {
  const { entry } = pair;
  const file = path.join(folder.path, "own.csv");
  writeFileSync(file, `name;country\n${entry.name};CN\n`);
  const own = { title: "We do not buy from", publisher: "Us", approved: false };
  const given = { listId: "own-we", own, fileName: "own.csv", path: file, sha256: "0", date: "2026-02-01" };
  const { editionId } = await loadEdition(db, scope, { ...given, readOn: "2026-02-20", expectedEntries: null }, A_DAY);
  await runJobs(db, scope, folder.path);
  const found = (await pairsIn(db, scope, "open")).find(({ listId }) => listId === "own-we")!;
  await decideMatch(db, scope, { candidateId: found.id, version: found.version, decision: "match", ...said }, A_DAY);
  await withdrawEdition(db, scope, editionId, A_DAY);
  await runJobs(db, scope, folder.path);
  expect((await matchPage(db, scope, found.id, A_DAY)).candidate).toMatchObject({ state: "open", cause: "delisted" });
});

test("nothing waits on the overview while no list is shown", async () => {
  expect((await waitingMatches(db, scope)).open).toBeGreaterThan(0);
  const { id } = (await importOfGeneration(db, scope, (await publishedGeneration(db, scope))!))!;
  await undoImport(db, scope, id, A_DAY);
  expect(await waitingMatches(db, scope)).toEqual({ open: 0, proposed: 0, duplicates: 0 });
});
