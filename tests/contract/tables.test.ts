import { and, eq, getTableName } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { event } from "../../db/audit-events";
import { eraseContents, linkHash, verifyChain } from "../../db/chain";
import type { Database } from "../../db/database";
import { isStaleWrite, isUniqueViolation } from "../../db/errors";
import { BULK_TABLES } from "../../db/bulk/bulk";
import { PLAIN_TABLES } from "../../db/plain-tables";
import { auditTrail } from "../../db/queries/audit";
import { createUser, findUserByEmail } from "../../db/queries/accounts";
import { aWorkspace, ENGINES, NOW, openFor } from "./databases";

describe.each(ENGINES)("on %s", (engine) => {
  let db: Database;
  beforeAll(async () => {
    db = await openFor(engine);
  });
  afterAll(() => db.close());

  const rename = (scope: { workspaceNo: number }, name: string, seen: number) => {
    const { workspaces } = db.t;
    return (q: Database["q"]) => [
      {
        write: q
          .update(workspaces)
          .set({ name, version: seen + 1 })
          .where(and(eq(workspaces.no, scope.workspaceNo), eq(workspaces.version, seen))),
        rows: 1,
      },
    ];
  };

  test("every kind of column reads back as it was written", async () => {
    const { jobs, users } = db.t;
    const payload = { rows: 12, words: ["a", "ж", "华"], nested: { empty: null } };
    const at = new Date("2026-03-01T08:00:00.123Z");
    await db.commitPlain((q) => [
      q.insert(jobs).values({
        id: `kinds-${engine}`,
        kind: "test",
        payload,
        state: "queued",
        createdAt: at,
        cancelRequested: true,
      }),
    ]);
    const [job] = await db.q
      .select()
      .from(jobs)
      .where(eq(jobs.id, `kinds-${engine}`));
    expect(job).toMatchObject({
      payload,
      createdAt: at,
      cancelRequested: true,
      attempts: 0,
      startedAt: null,
      workspaceNo: null,
    });
    await createUser(db, { email: "Zoë@Example.org ", name: "Zoë", passwordHash: "x", locale: "ru" }, at);
    expect(await findUserByEmail(db, "zoë@example.ORG")).toMatchObject({ email: "Zoë@Example.org", isDemo: false });
    expect(getTableName(users)).toBe("users");
  });

  test("whole numbers up to 2^53 - 1 are kept exactly", async () => {
    const { suppliers } = db.t;
    const writer = db.bulk.writer("suppliers", [
      "no",
      "workspaceNo",
      "id",
      "keyKind",
      "keyHi",
      "keyLo",
      "bornGeneration",
    ]);
    writer.add([990_000_001, 990_001, "exact", 0, Number.MAX_SAFE_INTEGER, 2 ** 40 + 1, 1]);
    await db.bulk.flush([writer]);
    const [row] = await db.q.select().from(suppliers).where(eq(suppliers.no, 990_000_001));
    expect(row).toMatchObject({ keyHi: Number.MAX_SAFE_INTEGER, keyLo: 2 ** 40 + 1 });
  });

  test("an address can be taken only once, whatever its capitals", async () => {
    await createUser(db, { email: "once@example.org", name: "A", passwordHash: "x", locale: "en" }, NOW);
    const again = createUser(db, { email: "ONCE@example.org", name: "B", passwordHash: "x", locale: "en" }, NOW);
    await expect(again).rejects.toSatisfy(isUniqueViolation);
  });

  test("a commit writes its change and one event, and the chain of events is valid", async () => {
    const scope = await aWorkspace(db);
    const { seq } = await db.commit(
      scope,
      event("workspace.renamed", { name: "New", previousName: "Old" }),
      rename(scope, "New", 1),
    );
    expect(seq).toBe(2);
    expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true, events: 2, erased: 0 });
    const [newest, first] = await auditTrail(db, scope, { limit: 10 });
    expect(newest).toMatchObject({ seq: 2, name: "workspace.renamed", actorUserId: scope.userId });
    expect(JSON.parse(newest?.contents ?? "null")).toEqual({ name: "New", previousName: "Old" });
    expect(first).toMatchObject({ seq: 1, name: "workspace.created" });
  });

  test("a stale edit is refused, and neither the change nor an event of it is written", async () => {
    const scope = await aWorkspace(db);
    const what = event("workspace.renamed", { name: "Second", previousName: "-" });
    await db.commit(scope, what, rename(scope, "First", 1));
    await expect(db.commit(scope, what, rename(scope, "Second", 1))).rejects.toSatisfy(isStaleWrite);
    const [workspace] = await db.q.select().from(db.t.workspaces).where(eq(db.t.workspaces.no, scope.workspaceNo));
    expect(workspace).toMatchObject({ name: "First", version: 2 });
    expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true, events: 2 });
  });

  test("commits made at the same moment each get a place of their own in the chain", async () => {
    const scope = await aWorkspace(db);
    const what = event("import.discarded", { importId: "x", generation: null });
    const seqs = await Promise.all(Array.from({ length: 12 }, () => db.commit(scope, what, () => [])));
    expect(seqs.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i + 2));
    expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true, events: 13 });
  });

  test("erasing what an event contained leaves the chain valid and says that it was erased", async () => {
    const scope = await aWorkspace(db);
    await db.commit(scope, event("import.discarded", { importId: "x", generation: 7 }), () => []);
    await eraseContents(db, scope, [2], "Request of the person named");
    expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true, events: 3, erased: 1 });
    const trail = await auditTrail(db, scope, { limit: 10 });
    expect(trail.map(({ seq, contents }) => [seq, contents === null])).toEqual([
      [3, false],
      [2, true],
      [1, false],
    ]);
  });

  test.each([
    ["an event's name is changed", "hash", 2],
    ["an event's contents are changed", "contents", 3],
    ["an event is removed from the middle", "gap", 2],
    ["the hash of an event is made to fit its change", "previous-hash", 4],
  ] as const)("when %s, the check names the first event that is wrong", async (_, why, brokenSeq) => {
    const scope = await aWorkspace(db);
    for (let i = 0; i < 4; i++)
      await db.commit(scope, event("import.discarded", { importId: `${i}`, generation: i }), () => []);
    const { auditEvents, auditContents } = db.t;
    const at = (seq: number) => and(eq(auditEvents.workspaceNo, scope.workspaceNo), eq(auditEvents.seq, seq));
    await db.transact(function* (q) {
      if (why === "hash") yield q.update(auditEvents).set({ name: "import.undone" }).where(at(2));
      if (why === "contents")
        yield q
          .update(auditContents)
          .set({ contents: "{}" })
          .where(and(eq(auditContents.workspaceNo, scope.workspaceNo), eq(auditContents.seq, 3)));
      if (why === "gap") yield q.delete(auditEvents).where(at(2));
      if (why === "previous-hash") {
        const found = yield q.select().from(auditEvents).where(at(3));
        const link = {
          ...(found.rows[0] as never as Parameters<typeof linkHash>[1] & { previousHash: string }),
          name: "import.undone",
        };
        yield q
          .update(auditEvents)
          .set({ name: link.name, hash: linkHash(link.previousHash, link) })
          .where(at(3));
      }
    });
    expect(await verifyChain(db, scope.workspaceNo)).toEqual({ valid: false, brokenSeq, why });
  });

  test("a write to a table of facts is refused without an event", async () => {
    const scope = await aWorkspace(db);
    const { workspaces, memberships } = db.t;
    await expect(
      db.commitPlain((q) => [q.update(workspaces).set({ name: "X" }).where(eq(workspaces.no, scope.workspaceNo))]),
    ).rejects.toThrow(/workspaces needs commit/);
    await expect(db.commitPlain((q) => [q.delete(memberships)])).rejects.toThrow(/memberships needs commit/);
  });

  test("every table is a fact of a workspace, a table of the program's own, or filled by a generation", () => {
    const facts = [
      "workspaces",
      "memberships",
      "audit_events",
      "audit_contents",
      "audit_seals",
      "record_notes",
      "uploads",
      "understanding_decisions",
      "readings",
      "protected_releases",
      "derived_models",
      "own_corridors",
      "own_fee_rules",
      "lots",
      "lot_bidders",
      "lot_questions",
      "vendor_checks",
      "check_entries",
      "contracts",
      "contract_entries",
      "reports",
      "report_statements",
      "report_steps",
      "report_signatures",
      "buying_entries",
      "commitment_judgements",
      "list_editions",
      "match_decisions",
      "floor_findings",
      "findings",
      "finding_steps",
      "protected_findings",
      "protected_finding_steps",
      "evidence",
      "protected_evidence",
      "evidence_uses",
      "evidence_packs",
      "supplier_holds",
      "danger_contacts",
      "duplicate_decisions",
      "corrective_actions",
      "action_steps",
      "repayment_groups",
      "repayment_entries",
      "supplier_decisions",
      "plans",
      "plan_entries",
      "originals",
      "import_mappings",
      "saved_views",
      "category_assessments",
      "buyer_profiles",
      "invitations",
      "ended_workspaces",
    ];
    const bulk = BULK_TABLES.map((name) => getTableName(db.t[name]));
    const all = Object.values(db.t).map((table) => getTableName(table));
    expect([...facts, ...PLAIN_TABLES, ...bulk].sort()).toEqual([...all].sort());
  });
});
