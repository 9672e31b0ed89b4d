import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { isStaleWrite } from "../../db/errors";
import {
  createSession,
  deleteEndedSessions,
  deleteSession,
  findScope,
  findSession,
  touchSession,
} from "../../db/queries/accounts";
import { claimJob, endJob, findJob, heartbeat, queuedJob, requestCancel, requeueOrphans } from "../../db/queries/jobs";
import { publishGeneration } from "../../app/services/imports/publish-import.server";
import { abandonedGenerations, sweepGenerations } from "../../db/sweep";
import { findSupplier } from "../../db/queries/register";
import { bulkRange } from "../../db/keys";
import { aGeneration, aWorkspace, ENGINES, NOW, openFor } from "./databases";

const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

describe.each(ENGINES)("on %s", (engine) => {
  let db: Database;
  let scope: Scope;
  beforeAll(async () => {
    db = await openFor(engine);
    scope = await aWorkspace(db);
  });
  afterAll(() => db.close());

  const aJob = async (kind: string, seconds = 0): Promise<string> => {
    const job = queuedJob(scope.workspaceNo, kind, { importId: "x" }, later(seconds));
    await db.commitPlain((q) => [q.insert(db.t.jobs).values(job)]);
    return job.id;
  };

  test("the oldest waiting job of the kinds asked for is claimed, by one worker only", async () => {
    const second = await aJob("claim", 2);
    const first = await aJob("claim", 1);
    await aJob("other", 0);
    const claimed = await Promise.all(["a", "b", "c"].map((worker) => claimJob(db, worker, ["claim"], later(5))));
    const ids = claimed.map((job) => job?.id ?? null);
    // A worker that lost the race finds nothing this time; nobody gets what another has.
    expect(new Set(ids.filter((id) => id !== null)).size).toBe(ids.filter((id) => id !== null).length);
    expect(ids).toContain(first);
    const rest = await claimJob(db, "d", ["claim"], later(6));
    expect([...ids, rest?.id]).toContain(second);
    expect(await claimJob(db, "d", ["claim"], later(7))).toBeNull();
    expect(await findJob(db, scope, first)).toMatchObject({
      state: "running",
      attempts: 1,
      payload: { importId: "x" },
    });
  });

  test("a running job hears of a cancel at its next heartbeat, a waiting one is cancelled at once", async () => {
    const running = await aJob("cancel", 1);
    const waiting = await aJob("cancel", 2);
    await claimJob(db, "w", ["cancel"], NOW);
    expect(await heartbeat(db, running, "w", { rows: 10 }, later(1))).toEqual({ stop: null });
    expect(await requestCancel(db, scope, running, NOW)).toBe(true);
    expect(await requestCancel(db, scope, waiting, NOW)).toBe(true);
    expect(await heartbeat(db, running, "w", { rows: 20 }, later(2))).toEqual({ stop: "cancelled" });
    expect(await findJob(db, scope, running)).toMatchObject({ progress: { rows: 20 }, state: "running" });
    expect(await findJob(db, scope, waiting)).toMatchObject({ state: "cancelled" });
    await endJob(db, running, "w", { state: "cancelled" }, later(3));
    expect(await requestCancel(db, scope, running, NOW)).toBe(false);
  });

  test("a job whose worker was killed goes back into the queue, and the old worker is told that it lost it", async () => {
    const id = await aJob("orphan");
    await claimJob(db, "killed", ["orphan"], NOW);
    expect(await requeueOrphans(db, "new", later(1))).toMatchObject({ failed: 0 });
    expect(await heartbeat(db, id, "killed", {}, later(2))).toEqual({ stop: "lost" });
    await expect(endJob(db, id, "killed", { state: "done" }, later(2))).rejects.toSatisfy(isStaleWrite);
    expect(await claimJob(db, "new", ["orphan"], later(3))).toMatchObject({ id, attempts: 2, claimedBy: "new" });
    await requeueOrphans(db, "newer", later(4), 2);
    expect(await findJob(db, scope, id)).toMatchObject({ state: "failed", problem: { code: "job-stopped-too-often" } });
  });

  test("a session is found until it ends, and its end can be moved", async () => {
    const { userId } = scope;
    await createSession(db, { tokenHash: `h-${engine}`, userId, expiresAt: later(60), device: "" }, NOW);
    expect((await findSession(db, `h-${engine}`, later(59)))?.user.id).toBe(userId);
    expect(await findSession(db, `h-${engine}`, later(60))).toBeNull();
    await touchSession(db, `h-${engine}`, later(30), later(120));
    expect((await findSession(db, `h-${engine}`, later(100)))?.session.lastSeenAt).toEqual(later(30));
    await deleteEndedSessions(db, later(119));
    expect(await findSession(db, `h-${engine}`, later(100))).not.toBeNull();
    await deleteSession(db, `h-${engine}`);
    expect(await findSession(db, `h-${engine}`, later(100))).toBeNull();
  });

  test("a member has a scope with their role in the workspace, a stranger has none", async () => {
    expect(await findScope(db, scope.userId, scope.workspaceSlug)).toEqual(scope);
    const stranger = await aWorkspace(db);
    expect(await findScope(db, stranger.userId, scope.workspaceSlug)).toBeNull();
    expect(await findScope(db, scope.userId, "no-such-place")).toBeNull();
  });

  test("a list that is published while the sweep looks round stays, and what was put away cannot be published", async () => {
    const { imports, generations, registerRows } = db.t;
    const { no, importId } = await aGeneration(db, scope, [{ name: "Just in time" }]);
    const stateOf = async () => (await db.q.select().from(generations).where(eq(generations.no, no)))[0]?.state;
    await db.commitPlain((q) => [q.update(imports).set({ state: "mapping" }).where(eq(imports.id, importId))]);
    expect((await abandonedGenerations(db)).map((one) => one.no)).toContain(no);
    // Published after the sweep has looked, before it takes anything away.
    let looked = false;
    const late: Database = Object.assign(Object.create(db) as Database, {
      transact: async (script: Parameters<Database["transact"]>[0]) => {
        if (!looked) await db.commitPlain((q) => [publishGeneration(db, q, scope, no)]);
        looked = true;
        return db.transact(script);
      },
    });
    expect(await sweepGenerations(late)).toBe(0);
    expect(looked).toBe(true);
    expect(await stateOf()).toBe("published");
    expect(await db.q.select().from(registerRows).where(eq(registerRows.generation, no))).toHaveLength(1);

    await db.commitPlain((q) => [q.update(generations).set({ state: "discarded" }).where(eq(generations.no, no))]);
    await expect(db.commitPlain((q) => [publishGeneration(db, q, scope, no)])).rejects.toSatisfy(isStaleWrite);
    expect(await sweepGenerations(db)).toBe(1);
    expect(await stateOf()).toBeUndefined();
  });

  test("the sweep takes generations nobody owns, with all that is theirs, and leaves the others", async () => {
    const { imports, generations, suppliers, registerRows, registerPages, summaryCounts } = db.t;
    const kept = await aGeneration(db, scope, [{ name: "Kept" }]);
    const gone = await aGeneration(db, scope, [{ name: "Gone" }, { name: "Both" }]);
    const heir = await aGeneration(db, scope, [{ name: "Heir" }]);
    // The heir's list holds a supplier that was first seen in the discarded one.
    const rows = db.bulk.writer("registerRows", [
      "key",
      "workspaceNo",
      "generation",
      "supplierNo",
      "name",
      "nameKey",
      "seatBasis",
      "placeOfWorkBasis",
      "originBasis",
      "role",
      "sectorBasis",
      "rowCount",
      "level",
      "priority",
      "floors",
      "line",
      "byteOffset",
      "byteLength",
      "repairs",
    ]);
    rows.add([
      heir.no * 2 ** 32 + gone.nos[1]!,
      scope.workspaceNo,
      heir.no,
      gone.nos[1]!,
      "Both",
      "both",
      0,
      0,
      0,
      7,
      0,
      1,
      0,
      0,
      0,
      1,
      0,
      1,
      0,
    ]);
    await db.bulk.flush([rows]);
    await db.commitPlain((q) => [q.update(imports).set({ state: "discarded" }).where(eq(imports.id, gone.importId))]);
    await db.commitPlain((q) => [q.update(generations).set({ state: "published" }).where(eq(generations.no, kept.no))]);
    await db.commitPlain((q) => [q.update(imports).set({ state: "published" }).where(eq(imports.id, kept.importId))]);

    expect((await abandonedGenerations(db)).map(({ no }) => no)).toEqual([gone.no]);
    expect(await sweepGenerations(db)).toBe(1);
    expect(await abandonedGenerations(db)).toEqual([]);
    const left = await db.q.select({ generation: registerRows.generation }).from(registerRows);
    expect(new Set(left.map(({ generation }) => generation))).toEqual(new Set([kept.no, heir.no]));
    const pages = await db.q.select({ slot: registerPages.slot }).from(registerPages);
    expect(new Set(pages.map(({ slot }) => Math.floor(slot / 2 ** 27)))).toEqual(new Set([kept.no, heir.no]));
    const counts = await db.q.select({ generation: summaryCounts.generation }).from(summaryCounts);
    expect(counts.some(({ generation }) => generation === gone.no)).toBe(false);
    expect((await db.search.find(gone.no, "gone", 5)).supplierNos).toEqual([]);
    const who = await db.q
      .select({ no: suppliers.no, born: suppliers.bornGeneration })
      .from(suppliers)
      .where(eq(suppliers.workspaceNo, scope.workspaceNo));
    expect(who.find(({ no }) => no === gone.nos[0])).toBeUndefined();
    expect(who.find(({ no }) => no === gone.nos[1])).toMatchObject({ born: heir.no });
    expect(await findSupplier(db, scope, gone.ids[1]!, heir.no)).toMatchObject({ name: "Both" });
    expect(bulkRange(gone.no)[0]).toBeGreaterThan(0);
  });
});
