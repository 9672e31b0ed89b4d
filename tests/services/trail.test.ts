/** The trail as an auditor uses it: read, narrowed, taken away, looked through, commented; and what was known on a day. */
import { text } from "node:stream/consumers";
import { and, eq, inArray } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { event } from "../../db/audit-events";
import { openDatabase } from "../../db/open";
import { addMember } from "../../db/queries/accounts";
import { publishedGeneration } from "../../db/queries/generations";
import { openReapply } from "../../db/queries/understanding";
import { trailPeople } from "../../db/queries/trail";
import { linkHash } from "../../db/chain";
import { reapplyImport } from "../../app/jobs/reapply-import.server";
import { sealRegister } from "../../app/jobs/seal-register.server";
import { verifyTrailJob } from "../../app/jobs/verify-trail.server";
import { readConfig } from "../../app/lib/config.server";
import { readTrailQuery, trailFilter } from "../../app/lib/trail-query";
import { undoImport } from "../../app/services/imports/publish-import.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { addNote } from "../../app/services/notes/add-note.server";
import { notesView } from "../../app/services/notes/notes-view.server";
import { takeBackNote } from "../../app/services/notes/take-back-note.server";
import { askVerification } from "../../app/services/trail/ask-verification.server";
import { exportTrail } from "../../app/services/trail/export-trail.server";
import { knownOn } from "../../app/services/trail/known-on.server";
import { trailPage, trailStanding } from "../../app/services/trail/trail-view.server";
import { A_DAY, aFolder, aMember, aUser, aWorkspace, scopeOf, type AWorkspace } from "../builders";
import { importSteps, type Steps } from "./import-steps";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let workspace: AWorkspace;
let [scope, auditor]: [Scope, Scope] = [undefined as never, undefined as never];
let steps: Steps;
let now = A_DAY;
const onDay = (days: number, hours = 0) => (now = new Date(A_DAY.getTime() + (days * 24 + hours) * 3_600_000));
const dayText = (days: number) => new Date(A_DAY.getTime() + days * 86_400_000).toISOString().slice(0, 10);

beforeEach(async () => {
  now = A_DAY;
  folder = aFolder();
  db = await openDatabase({ file: ":memory:", role: "web", now: () => now });
  workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  auditor = scopeOf(workspace, "auditor", (await aMember(db, workspace, "auditor")).id);
  steps = importSteps(db, folder.path, () => now);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const LIST = `Supplier name,Country,Category
Alder Cleaning Ltd,NO,Cleaning of buildings
Birch Ltd,NO,Cleaning of buildings
Cedar Mills,BD,Cotton garments
`;

const context = (payload: Record<string, string | number>) => ({
  db,
  config: readConfig({ CANDOUR_DATA: folder.path }),
  job: { id: "job", workspaceNo: scope.workspaceNo, payload },
  progress: async () => undefined,
  cancelled: async () => false,
});

async function publish(list: string): Promise<string> {
  const { id, generation } = await steps.publish(scope, list);
  await sealRegister(context({ generation: generation! }));
  return id;
}

async function reapply(): Promise<void> {
  const job = await openReapply(db, scope);
  await reapplyImport({ ...context({}), job: { id: job!.id, workspaceNo: scope.workspaceNo, payload: {} } });
  await db.commitPlain((q) => [q.update(db.t.jobs).set({ state: "done" }).where(eq(db.t.jobs.id, job!.id))]);
  await sealRegister(context({ generation: (await publishedGeneration(db, scope))! }));
}

async function idOf(name: string): Promise<string> {
  const { suppliers, registerRows } = db.t;
  const [row] = await db.q
    .select({ id: suppliers.id })
    .from(registerRows)
    .innerJoin(suppliers, eq(suppliers.no, registerRows.supplierNo))
    .where(and(eq(registerRows.workspaceNo, scope.workspaceNo), eq(registerRows.name, name)));
  return row!.id;
}

/** The numbers that pages show now. */
async function shownNumbers() {
  const { summaryCounts: c } = db.t;
  const generation = (await publishedGeneration(db, scope))!;
  const rows = await db.q
    .select()
    .from(c)
    .where(and(eq(c.generation, generation), inArray(c.kind, ["level", "band", "suppliers"])));
  const of = (kind: string) =>
    Object.fromEntries(rows.filter((row) => row.kind === kind).map(({ key, count }) => [key, count]));
  return { level: of("level"), band: of("band") };
}

const record = (supplierId: string) =>
  recordReadings(
    db,
    scope,
    {
      supplierId,
      answers: [
        { what: "workersRecruited", value: 40, proof: "invoices", validFrom: dayText(0), money: null },
        { what: "recruiter", value: "licensed-agent", proof: "invoices", validFrom: dayText(0), money: null },
        { what: "papersHeldBy", value: "worker", proof: "invoices", validFrom: dayText(0), money: null },
      ],
      source: "HR manager, by letter",
      protectedSource: null,
    },
    now,
  );

describe("what was known on a day", () => {
  test("is what was shown then, whatever was decided, published or taken back since", async () => {
    const known = (days: number) => knownOn(db, auditor, dayText(days));
    const first = await publish(LIST);
    const shown0 = await shownNumbers();
    const then0 = await known(0);
    expect(then0).toMatchObject({
      list: { importId: first, fileName: "list.csv", builtAt: null, numbers: { suppliers: 3, ...shown0 } },
      plan: null,
      inForce: { answers: 0, notes: 0 },
    });
    expect(then0.members.map(({ role }) => role).sort()).toEqual(["auditor", "owner"]);

    onDay(2);
    const alder = await idOf("Alder Cleaning Ltd");
    const batch = await record(alder);
    await reapply();
    await addNote(db, auditor, { kind: "supplier", id: alder }, { kind: "comment", text: "Seen the invoices." }, now);
    await addMember(db, scope, (await aUser(db, { name: "Nadia" })).id, "officer", now);
    const shown2 = await shownNumbers();
    expect(shown2).not.toEqual(shown0);
    const then2 = await known(2);
    expect(then2).toMatchObject({
      list: { importId: first, builtAt: now, numbers: { suppliers: 3, ...shown2 } },
      inForce: { answers: 3, notes: 1 },
    });
    expect(then2.members).toHaveLength(3);

    onDay(5);
    const second = await publish(LIST.replace("Birch Ltd,NO,Cleaning of buildings\n", ""));
    const then5 = await known(5);
    expect(then5.list).toMatchObject({ importId: second, numbers: { suppliers: 2 } });

    onDay(7);
    await undoImport(db, scope, second, now);
    await undoReadings(db, scope, { supplierId: alder, batch }, now);
    await reapply();
    expect(await known(7)).toMatchObject({
      list: { importId: first, numbers: { suppliers: 3, ...shown0 } },
      inForce: { answers: 0, notes: 1 },
    });

    const anew = async (days: number) => {
      const { headSeq: _headSeq, ...rest } = await known(days);
      return rest;
    };
    const without = ({ headSeq: _headSeq, ...rest }: typeof then0) => rest;
    expect(await anew(0)).toEqual(without(then0));
    expect(await anew(2)).toEqual(without(then2));
    expect(await anew(5)).toEqual(without(then5));
    expect(await known(-1)).toMatchObject({ list: null, plan: null, members: [], events: 0 });
  });

  test("counts protected answers from the day of their release alone", async () => {
    await publish(LIST);
    await recordReadings(
      db,
      scope,
      {
        supplierId: await idOf("Alder Cleaning Ltd"),
        answers: [{ what: "papersHeldBy", value: "employer", proof: "invoices", validFrom: dayText(0), money: null }],
        source: "A call",
        protectedSource: "workers",
      },
      now,
    );
    expect((await knownOn(db, auditor, dayText(0))).inForce.answers).toBe(0);
  });
});

describe("the trail", () => {
  const page = (query: string, before?: number) =>
    trailPage(db, auditor, trailFilter(readTrailQuery(new URLSearchParams(query))), { before, limit: 50 });
  const names = async (query: string) => (await page(query)).lines.map(({ name }) => name);

  test("is narrowed by words, person, subject, record and days", async () => {
    await publish(LIST);
    onDay(3);
    const alder = await idOf("Alder Cleaning Ltd");
    await record(alder);
    await addNote(db, auditor, { kind: "supplier", id: alder }, { kind: "sign-off", text: "Read 100% of it" }, now);
    expect(await names(`record=${alder}`)).toEqual(["record.signed-off", "readings.recorded"]);
    expect(await names("what=lists")).toEqual([
      "register.sealed",
      "import.published",
      "import.settings-changed",
      "import.received",
    ]);
    expect(await names(`person=${auditor.userId}`)).toEqual(["record.signed-off"]);
    expect(await names("q=HR manager")).toEqual(["readings.recorded"]);
    expect(await names("q=100%25 of")).toEqual(["record.signed-off"]);
    expect(await names("q=1%25of")).toEqual([]);
    expect(await names(`from=${dayText(3)}`)).toEqual(["record.signed-off", "readings.recorded"]);
    expect(await names(`to=${dayText(2)}&what=notes`)).toEqual([]);
    expect(await names("from=yesterday&what=nothing&person=%27")).toHaveLength((await page("")).lines.length);
  });

  test("goes on page by page without losing or repeating an event", async () => {
    for (let i = 0; i < 7; i++)
      await db.commit(scope, event("import.discarded", { importId: `${i}`, generation: null }), () => []);
    const seqs: number[] = [];
    for (let before: number | undefined; ;) {
      const { lines, next } = await trailPage(db, auditor, {}, { before, limit: 2 });
      seqs.push(...lines.map(({ seq }) => seq));
      if (next === null) break;
      before = next;
    }
    expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
    expect(new Set(seqs).size).toBe((await page("")).lines.length);
  });

  test("names nobody beside protected information, not even by the filter or in a file", async () => {
    const reviewer = scopeOf(workspace, "legal-reviewer", (await aMember(db, workspace, "legal-reviewer")).id);
    await db.commit(reviewer, event("protected.recorded", { batch: "b", sha256: "0" }), () => []);
    const [line] = (await page("what=answers")).lines;
    expect(line).toMatchObject({ name: "protected.recorded", who: null, isProgram: false });
    expect(await names(`person=${reviewer.userId}`)).toEqual([]);
    const file = await exportTrail(db, auditor, "jsonl", { filter: { names: ["protected.%"] }, query: "" });
    const told = await text(file.stream);
    expect(told).toContain("protected.recorded");
    expect(told).not.toContain(reviewer.userId);
    expect((await trailPeople(db, auditor)).map(({ id }) => id)).toContain(auditor.userId);
  });

  test("is taken away as CSV and as JSON lines, with hashes from which the chain is computed again", async () => {
    await publish(LIST);
    const { stream } = await exportTrail(db, auditor, "jsonl", { filter: {}, query: "" });
    const lines = (await text(stream))
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, string> & { event: number });
    let previous = "0".repeat(64);
    for (const { event: seq, at, actor, name, digest, seals, hash } of lines) {
      const link = { workspaceNo: scope.workspaceNo, seq, at: new Date(at!), actorUserId: actor ?? null, name: name! };
      expect(linkHash(previous, { ...link, digest: digest!, seals: seals! })).toBe(hash);
      previous = hash!;
    }
    const csv = await text((await exportTrail(db, auditor, "csv", { filter: {}, query: "what=x" })).stream);
    expect(csv.split("\r\n")[0]).toBe("event,at,actor,who,name,contents,digest,seals,previous_hash,hash");
    expect(csv.trimEnd().split("\r\n")).toHaveLength(lines.length + 2);
    expect((await page("")).lines[0]).toMatchObject({
      name: "trail.exported",
      values: { format: "csv", query: "what=x" },
    });
  });

  test("is looked through on demand, once at a time, and a row changed by hand is named on its page", async () => {
    await askVerification(db, auditor, now);
    await askVerification(db, auditor, now);
    const { jobs, memberships } = db.t;
    const asked = () => db.q.select().from(jobs).where(eq(jobs.kind, "trail.verify"));
    expect(await asked()).toHaveLength(1);
    expect(await trailStanding(db, auditor, false)).toMatchObject({
      isVerifying: true,
      lastCheck: null,
      outside: null,
    });
    const failed = { state: "failed", finishedAt: now, problem: { code: "job.unexpected", values: {} } } as const;
    await db.commitPlain((q) => [q.update(jobs).set(failed).where(eq(jobs.kind, "trail.verify"))]);
    expect(await trailStanding(db, auditor, false)).toMatchObject({ isVerifying: false, checkFailedAt: now });
    await verifyTrailJob(context({ userId: auditor.userId }));
    await db.commitPlain((q) => [q.update(jobs).set({ state: "done" }).where(eq(jobs.kind, "trail.verify"))]);
    expect(await trailStanding(db, auditor, true)).toMatchObject({
      isVerifying: false,
      checkFailedAt: null,
      lastCheck: { check: { headSeq: 2 } },
      outside: { lastAt: null, failedAt: null },
    });
    await db.transact(function* (q) {
      yield q.update(memberships).set({ role: "owner" }).where(eq(memberships.userId, auditor.userId));
    });
    await verifyTrailJob(context({ userId: auditor.userId }));
    const { check } = (await trailStanding(db, auditor, false)).lastCheck!;
    expect(check.valid).toBe(false);
    const key = JSON.stringify([scope.workspaceNo, auditor.userId]);
    expect(check.faults).toContainEqual({ kind: "changed", table: "memberships", key, seq: 2 });
  });

  test("tells nobody of which tables the rows are, and which row of what was told in confidence only to who may read it", async () => {
    await publish(LIST);
    const told = {
      supplierId: await idOf("Cedar Mills"),
      source: "union" as const,
      saidBy: "Whoever told",
      foundOn: "2026-02-01",
      site: null,
      product: null,
      indicators: ["ILO-07"],
      severity: "severe" as const,
      summary: "Papers are kept.",
      accessClass: "public" as const,
      namesNobody: true,
    };
    const findingId = await recordFinding(db, scope, told, now);
    const { protectedFindings } = db.t;
    await db.transact(function* (q) {
      yield q.update(protectedFindings).set({ site: "Changed by hand" }).where(eq(protectedFindings.id, findingId));
    });
    await verifyTrailJob(context({ userId: auditor.userId }));
    const shownTo = async (reader: Scope) => (await trailStanding(db, reader, false)).lastCheck!.check;
    const [seen, all] = [await shownTo(auditor), await shownTo(scope)];
    expect(JSON.stringify(seen)).not.toContain(findingId);
    expect(seen.faults).toEqual([{ kind: "changed", table: "protected_findings", key: null, seq: expect.any(Number) }]);
    expect(JSON.stringify(all.faults)).toContain(findingId);
    expect(Object.keys(seen).sort()).toEqual(["faultCount", "faults", "headSeq", "isUnsealed", "rows", "valid"]);
    expect(seen.rows).toBe(all.rows);
    expect(seen.rows).toBeGreaterThan(2);
  });
});

describe("comments and sign-offs", () => {
  const supplier = async () => {
    await publish(LIST);
    return { kind: "supplier", id: await idOf("Alder Cleaning Ltd") } as const;
  };

  test("stand under the record, change nothing of it, and are taken back by their author alone", async () => {
    const on = await supplier();
    const { noteId } = await addNote(db, auditor, on, { kind: "comment", text: "  Ask for the contract. " }, now);
    onDay(0, 1);
    await addNote(db, auditor, on, { kind: "sign-off", text: "" }, now);
    expect(await notesView(db, scope, on)).toMatchObject({
      notes: [
        { kind: "comment", text: "Ask for the contract.", isMine: false },
        { kind: "sign-off", text: "", isMine: false },
      ],
      canComment: false,
      canSign: false,
    });
    await expect(takeBackNote(db, scope, noteId, now)).rejects.toMatchObject({ code: "note.not-found" });
    await takeBackNote(db, auditor, noteId, now);
    await expect(takeBackNote(db, auditor, noteId, now)).rejects.toMatchObject({ code: "note.not-found" });
    const view = await notesView(db, auditor, on);
    expect(view).toMatchObject({ canComment: true, canSign: true });
    expect(view.notes[0]).toMatchObject({ takenBackAt: now, isMine: false });
  });

  test("are refused where there is nothing to say, too much, no such record, or no right to", async () => {
    const on = await supplier();
    const note = (by: Scope, kind: "comment" | "sign-off", said: string, record = on) =>
      addNote(db, by, record, { kind, text: said }, now);
    await expect(note(auditor, "comment", "  ")).rejects.toMatchObject({ code: "note.empty", status: 422 });
    await expect(note(auditor, "comment", "x".repeat(4001))).rejects.toMatchObject({ code: "note.too-long" });
    const nobody = { ...on, id: "0000000" };
    await expect(note(auditor, "comment", "x", nobody)).rejects.toMatchObject({ code: "note.record-not-found" });
    for (const role of ["officer", "owner", "purchaser", "supplier-contact"] as const)
      await expect(note({ ...scope, role }, "comment", "x")).rejects.toMatchObject({ status: 404 });
    await expect(note({ ...scope, role: "legal-reviewer" }, "sign-off", "")).rejects.toMatchObject({ status: 404 });
    await note({ ...scope, role: "legal-reviewer" }, "comment", "x");
  });
});
