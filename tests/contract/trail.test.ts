import fc from "fast-check";
import { and, eq, getTableColumns, getTableName } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { event } from "../../db/audit-events";
import { eraseContents, verifyChain } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { addMember, createUser } from "../../db/queries/accounts";
import { keyColumns, TouchedRows } from "../../db/seals";
import { verifyTrail, type TrailFault } from "../../db/verify-trail";
import { aWorkspace, ENGINES, NOW, openFor } from "./databases";

describe.each(ENGINES)("on %s", (engine) => {
  let db: Database;
  beforeAll(async () => {
    db = await openFor(engine);
  });
  afterAll(() => db.close());

  const said = event("import.discarded", { importId: "x", generation: null });

  const aReading = (scope: Scope, id: string) => ({
    id,
    workspaceNo: scope.workspaceNo,
    supplierNo: 7,
    batch: "b",
    what: "fees",
    value: { paid: 1.5, by: ["workers", "ж"] },
    proof: "stated",
    told: null,
    validFrom: "2026-01-01",
    source: "Letter of the supplier",
    recordedBy: scope.userId,
    recordedAt: NOW,
  });

  /** A workspace with rows of several tables of facts. */
  async function facts(): Promise<Scope & { readonly ids: readonly string[] }> {
    const scope = await aWorkspace(db);
    const ids = [1, 2, 3].map(() => newId(NOW));
    const { readings, savedViews } = db.t;
    await db.commit(scope, said, (q) => [
      q.insert(readings).values(ids.map((id) => aReading(scope, id))),
      q.insert(savedViews).values({
        id: ids[0]!,
        workspaceNo: scope.workspaceNo,
        byUserId: scope.userId,
        name: "Mine",
        query: "level=3",
        createdAt: NOW,
        updatedAt: NOW,
      }),
    ]);
    await db.commit(scope, said, (q) => [
      q.update(readings).set({ undoneAt: NOW, undoneBy: scope.userId }).where(eq(readings.id, ids[1]!)),
      q.delete(readings).where(eq(readings.id, ids[2]!)),
    ]);
    return { ...scope, ids };
  }

  const byHand = (build: Parameters<Database["transact"]>[0]) => db.transact(build as never);
  const check = (scope: Scope) => verifyTrail(db, scope.workspaceNo);

  test("a trail nobody touched is as the program left it, and says how many rows it compared", async () => {
    const scope = await facts();
    expect(await check(scope)).toMatchObject({
      valid: true,
      events: 3,
      headSeq: 3,
      faults: [],
      rows: { workspaces: 1, memberships: 1, readings: 2, saved_views: 1 },
    });
  });

  test("any value changed by hand in any sealed row is found, and the row is named with the last event about it", async () => {
    const other = { text: "changed by hand", number: 123_456, boolean: true, date: new Date(5), json: { a: 1 } };
    const { readings, savedViews, memberships, workspaces } = db.t;
    for (const table of [readings, savedViews, memberships, workspaces] as unknown as SQLiteTable[]) {
      const name = getTableName(table);
      const keys = keyColumns(name);
      for (const [property, column] of Object.entries(getTableColumns(table))) {
        if (keys.includes(property) || ["workspaceNo", "role", "protectedSource"].includes(property)) continue;
        const scope = await facts();
        const no = getTableColumns(table)[name === "workspaces" ? "no" : "workspaceNo"];
        const is = name === "readings" ? eq(readings.id, scope.ids[1]!) : eq(no!, scope.workspaceNo);
        const value =
          property === "slug"
            ? `s${scope.workspaceNo}`
            : property === "id"
              ? newId(NOW)
              : (other[column.dataType as "text"] ?? other.text);
        await byHand(function* (q) {
          yield q
            .update(table)
            .set({ [property]: value })
            .where(is);
        });
        const { faults } = await check(scope);
        expect(faults, `${name}.${property}`).toEqual([
          expect.objectContaining({ kind: "changed", table: name, seq: { readings: 3, saved_views: 2 }[name] ?? 1 }),
        ]);
      }
    }
  });

  test("a row removed by hand and a row added by hand are found and named", async () => {
    const scope = await facts();
    const { readings } = db.t;
    const added = newId(NOW);
    await byHand(function* (q) {
      yield q.delete(readings).where(eq(readings.id, scope.ids[0]!));
      yield q.insert(readings).values([aReading(scope, added), aReading(scope, scope.ids[2]!)]);
    });
    const { valid, faults } = await check(scope);
    expect(valid).toBe(false);
    const named = (fault: Partial<TrailFault>) => expect.objectContaining(fault);
    expect([...faults].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual(
      [
        { kind: "added", table: "readings", key: `["${scope.ids[2]}"]`, seq: 3 },
        { kind: "added", table: "readings", key: `["${added}"]`, seq: null },
        { kind: "removed", table: "readings", key: `["${scope.ids[0]}"]`, seq: 2 },
      ]
        .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
        .map((fault) => named(fault as Partial<TrailFault>)),
    );
  });

  test("any changed character of an event, of its contents or of its seals is found", async () => {
    const { auditEvents, auditContents, auditSeals } = db.t;
    const scope = await facts();
    const places = [
      [auditEvents, "name"],
      [auditEvents, "digest"],
      [auditEvents, "seals"],
      [auditEvents, "previousHash"],
      [auditEvents, "hash"],
      [auditEvents, "actorUserId"],
      [auditContents, "salt"],
      [auditContents, "contents"],
      [auditSeals, "salt"],
      [auditSeals, "lines"],
    ] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(places.length - 1),
        fc.integer({ min: 1, max: 3 }),
        fc.nat(1000),
        async (place, seq, at) => {
          const [table, column] = places[place]! as [typeof auditSeals, "lines"];
          const is = and(eq(table.workspaceNo, scope.workspaceNo), eq(table.seq, seq));
          const [before] = await db.q.select().from(table).where(is);
          const text = String(before?.[column]);
          const i = at % text.length;
          const changed = text.slice(0, i) + (text[i] === "0" ? "1" : "0") + text.slice(i + 1);
          await byHand(function* (q) {
            yield q
              .update(table)
              .set({ [column]: changed })
              .where(is);
          });
          const found = await check(scope);
          await byHand(function* (q) {
            yield q
              .update(table)
              .set({ [column]: before?.[column] })
              .where(is);
          });
          expect(found.valid, `${getTableName(table)}.${column} of ${seq}`).toBe(false);
        },
      ),
      { numRuns: engine === "sqlite" ? 60 : 25 },
    );
    expect(await check(scope)).toMatchObject({ valid: true });
  });

  test("an event's seals taken away, or seals put beside an event that has none, are found", async () => {
    const scope = await aWorkspace(db);
    await db.commit(scope, said, () => []);
    const { auditSeals } = db.t;
    await byHand(function* (q) {
      yield q
        .insert(auditSeals)
        .values({ workspaceNo: scope.workspaceNo, seq: 2, salt: "x", lines: "readings\t[1]\tabc" });
    });
    expect(await verifyChain(db, scope.workspaceNo)).toEqual({ valid: false, brokenSeq: 2, why: "seals" });
    await byHand(function* (q) {
      yield q.delete(auditSeals).where(eq(auditSeals.workspaceNo, scope.workspaceNo));
    });
    expect(await verifyChain(db, scope.workspaceNo)).toEqual({ valid: false, brokenSeq: 1, why: "seals" });
  });

  test("what was erased for a lawful reason leaves the trail valid, and its rows are still watched", async () => {
    const scope = await facts();
    await eraseContents(db, scope, [2, 3], "Request of the person named", NOW);
    expect(await check(scope)).toMatchObject({ valid: true, events: 4, erased: 2 });
    const { readings, auditSeals } = db.t;
    const [seal] = await db.q
      .select()
      .from(auditSeals)
      .where(and(eq(auditSeals.workspaceNo, scope.workspaceNo), eq(auditSeals.seq, 2)));
    expect(seal?.salt).toBeNull();
    await byHand(function* (q) {
      yield q.update(readings).set({ source: "another" }).where(eq(readings.id, scope.ids[1]!));
    });
    expect((await check(scope)).faults).toEqual([
      { kind: "changed", table: "readings", key: `["${scope.ids[1]}"]`, seq: 4 },
    ]);
  });

  test("erasing does not hide that a row was changed before", async () => {
    const scope = await facts();
    const { readings } = db.t;
    await byHand(function* (q) {
      yield q.update(readings).set({ source: "another" }).where(eq(readings.id, scope.ids[0]!));
    });
    await expect(eraseContents(db, scope, [2], "-", NOW)).rejects.toThrow(/is not as event 2 left it/);
    expect(await check(scope)).toMatchObject({ valid: false, events: 3 });
  });

  test("a salt that is gone without an erasure is named with the rows nobody can check any more", async () => {
    const scope = await facts();
    const { auditSeals } = db.t;
    await byHand(function* (q) {
      yield q
        .update(auditSeals)
        .set({ salt: null })
        .where(and(eq(auditSeals.workspaceNo, scope.workspaceNo), eq(auditSeals.seq, 3)));
    });
    expect((await check(scope)).faults).toEqual([
      { kind: "seal-erased", table: "readings", key: `["${scope.ids[1]}"]`, seq: 3 },
    ]);
  });

  test("the order of writes within a commit does not change its seals", () => {
    const { readings, savedViews } = db.t;
    const rows = fc.uniqueArray(fc.record({ id: fc.string(), n: fc.nat() }), { selector: ({ id }) => id });
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat(100)), (some, draws) => {
        const lines = (order: typeof some) => {
          const touched = new TouchedRows();
          for (const { id, n } of order)
            touched.add(n % 2 ? readings : savedViews, [{ id, supplierNo: n, name: id }], n % 3 === 0);
          return touched.lines("salt");
        };
        const shuffled = some
          .map((row) => [draws.next().value as number, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
        expect(lines(shuffled)).toBe(lines(some));
      }),
    );
  });

  test("a commit cannot reach a row of another workspace", async () => {
    const [mine, theirs] = [await facts(), await facts()];
    const { readings } = db.t;
    await expect(
      db.commit(mine, said, (q) => [q.update(readings).set({ source: "x" }).where(eq(readings.id, theirs.ids[0]!))]),
    ).rejects.toThrow(/reached a row of readings of workspace/);
    expect(await check(theirs)).toMatchObject({ valid: true });
  });

  test("a trail looked through while people work is not called wrong", async () => {
    const scope = await facts();
    const { readings } = db.t;
    let working = true;
    const work = (async () => {
      for (let i = 0; i < 40; i++)
        await db.commit(scope, said, (q) => [
          q
            .update(readings)
            .set({ source: `Letter ${i}` })
            .where(eq(readings.id, scope.ids[0]!)),
          q.insert(readings).values(aReading(scope, newId(NOW))),
        ]);
      working = false;
    })();
    while (working) expect(await check(scope)).toMatchObject({ valid: true, faults: [] });
    await work;
    expect((await check(scope)).rows.readings).toBe(42);
  });

  test("a membership given by hand is found", async () => {
    const scope = await facts();
    const user = await createUser(
      db,
      { email: `${newId(NOW)}@example.org`, name: "M", passwordHash: "-", locale: "en" },
      NOW,
    );
    await addMember(db, scope, user.id, "auditor", NOW);
    expect(await check(scope)).toMatchObject({ valid: true });
    const { memberships } = db.t;
    await byHand(function* (q) {
      yield q.update(memberships).set({ role: "owner" }).where(eq(memberships.userId, user.id));
    });
    expect((await check(scope)).faults).toEqual([
      { kind: "changed", table: "memberships", key: JSON.stringify([scope.workspaceNo, user.id]), seq: 4 },
    ]);
  });
});
