import { and, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { event } from "../../db/audit-events";
import { eraseContents } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { sealGeneration } from "../../db/generation-seals";
import { bulkKey } from "../../db/keys";
import { verifyTrail } from "../../db/verify-trail";
import { aGeneration, aWorkspace, ENGINES, NOW, openFor } from "./databases";

describe.each(ENGINES)("on %s", (engine) => {
  let db: Database;
  beforeAll(async () => {
    db = await openFor(engine);
  });
  afterAll(() => db.close());

  const said = event("import.discarded", { importId: "x", generation: null });
  const byHand = (build: Parameters<Database["transact"]>[0]) => db.transact(build as never);
  const check = (scope: Scope) => verifyTrail(db, scope.workspaceNo);

  describe("a published list", () => {
    async function published(size: number) {
      const scope = await aWorkspace(db);
      const made = await aGeneration(
        db,
        scope,
        Array.from({ length: size }, (_, i) => ({ name: `Firm ${i}`, score: i })),
        {
          readable: false,
        },
      );
      const { workspaces, sourceRows } = db.t;
      await byHand(function* (q) {
        yield q.insert(sourceRows).values([
          { key: bulkKey(made.no, 0), line: 2, byteOffset: 10, byteLength: 5, outcome: 0, supplierKey: null },
          { key: bulkKey(made.no, 9), line: 3, byteOffset: 15, byteLength: 5, outcome: 0, supplierKey: null },
        ]);
      });
      const contents = {
        importId: made.importId,
        generation: made.no,
        previousGeneration: null,
        modelId: "2026.1",
        dataDate: "2026-01-01",
        suppliers: size,
        sha256: "0",
      };
      await db.commit(scope, event("import.published", contents), (q) => [
        q.update(workspaces).set({ publishedGeneration: made.no }).where(eq(workspaces.no, scope.workspaceNo)),
      ]);
      return { scope, ...made };
    }

    test("waits for its seal, and is then compared line by line", async () => {
      const { scope, no } = await published(2300);
      expect(await check(scope)).toMatchObject({ valid: true, lists: [], unsealedLists: [no] });
      await sealGeneration(db, scope, no);
      expect(await check(scope)).toMatchObject({
        valid: true,
        lists: [no],
        unsealedLists: [],
        rows: { register_rows: 2300, source_rows: 2, suppliers: 2300 },
      });
    });

    test("a line changed, removed or added by hand is named with the event that sealed it", async () => {
      const { scope, no, nos } = await published(1200);
      await sealGeneration(db, scope, no);
      const { registerRows: r, sourceRows: s, suppliers } = db.t;
      const key = (index: number) => bulkKey(no, nos[index]!);
      await byHand(function* (q) {
        yield q
          .update(r)
          .set({ score: 1.25 })
          .where(eq(r.key, key(1100)));
        yield q.delete(r).where(eq(r.key, key(3)));
        yield q
          .update(s)
          .set({ outcome: 2 })
          .where(eq(s.key, bulkKey(no, 9)));
        yield q.insert(s).values({ key: bulkKey(no, 4), line: 9, byteOffset: 1, byteLength: 1, outcome: 0 });
        yield q
          .update(suppliers)
          .set({ keyHi: sql`${suppliers.keyHi} + 1` })
          .where(eq(suppliers.no, nos[8]!));
      });
      const { faults } = await check(scope);
      expect(faults).toEqual([
        { kind: "removed", table: "register_rows", key: `[${key(3)}]`, seq: 4 },
        { kind: "changed", table: "register_rows", key: `[${key(1100)}]`, seq: 4 },
        { kind: "added", table: "source_rows", key: `[${bulkKey(no, 4)}]`, seq: 4 },
        { kind: "changed", table: "source_rows", key: `[${bulkKey(no, 9)}]`, seq: 4 },
        { kind: "changed", table: "suppliers", key: `[${nos[8]}]`, seq: 4 },
      ]);
    });

    test("a line that a commit wrote anew is compared with that event from then on", async () => {
      const { scope, no, nos } = await published(5);
      await sealGeneration(db, scope, no);
      const { registerRows: r } = db.t;
      const key = bulkKey(no, nos[2]!);
      await db.commit(scope, said, (q) => [q.update(r).set({ score: 77 }).where(eq(r.key, key))]);
      expect(await check(scope)).toMatchObject({ valid: true });
      await byHand(function* (q) {
        yield q.update(r).set({ score: 2 }).where(eq(r.key, key));
      });
      expect((await check(scope)).faults).toEqual([
        { kind: "changed", table: "register_rows", key: `[${key}]`, seq: 5 },
      ]);
    });

    test("kept digests that were changed to fit are found by their sum in the chain", async () => {
      const { scope, no } = await published(5);
      await sealGeneration(db, scope, no);
      const { generationSeals: s } = db.t;
      await byHand(function* (q) {
        yield q.delete(s).where(and(eq(s.generation, no), eq(s.tableName, "source_rows")));
      });
      expect((await check(scope)).faults).toContainEqual({
        kind: "list-gone",
        table: "source_rows",
        generation: no,
        seq: 4,
      });
    });

    test("a list that was built again is not missed", async () => {
      const { scope, no, importId } = await published(5);
      await sealGeneration(db, scope, no);
      const { registerRows: r } = db.t;
      const applied = { importId, generation: no + 1000, previousGeneration: no, decisionIds: [] };
      await db.commit(scope, event("understanding.applied", applied), () => []);
      await byHand(function* (q) {
        yield q.delete(r).where(eq(r.generation, no));
      });
      expect(await check(scope)).toMatchObject({ valid: true, lists: [], unsealedLists: [no + 1000] });
    });

    test("the seal of a list cannot be erased", async () => {
      const { scope, no } = await published(2);
      await sealGeneration(db, scope, no);
      await expect(eraseContents(db, scope, [4], "-", NOW)).rejects.toThrow(/is the seal of a list/);
    });
  });
});
