/** Packs of a workspace in which everything was recorded, changed and taken back: they agree with the trail, and a changed database does not. */
import { createHash } from "node:crypto";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Queries, Scope, Write } from "../../db/database";
import { findPack } from "../../db/queries/packs";
import { verifyPack } from "../../app/pack/verify";
import { addEvidence } from "../../app/services/evidence/add-evidence.server";
import { takeBackEvidence } from "../../app/services/evidence/take-back-evidence.server";
import { findingFor } from "../../app/services/findings/findings-view.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { proposeSettlement } from "../../app/services/findings/settle-finding.server";
import { changeFinding, takeBackFinding } from "../../app/services/findings/step-finding.server";
import { askPack } from "../../app/services/packs/ask-pack.server";
import { downloadPack } from "../../app/services/packs/download-pack.server";
import { makePack } from "../../app/services/packs/make-pack.server";
import { NODE_TOOLS } from "../../app/services/packs/pack-tools.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { countGroup } from "../../app/services/remedy/count-group.server";
import { changeAction } from "../../app/services/remedy/change-action.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { moveAction } from "../../app/services/remedy/move-action.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { importSteps, linesByName } from "./import-steps";
import { sourceOf } from "./small-pack";

const LIST = "Supplier name,Country,Category\nAlder Mill Ltd,BD,Clothing\nBirch Farm Ltd,BR,Coffee\n";
const DAY = A_DAY.toISOString().slice(0, 10);
const folder = aFolder();
let db: Database;
let owner: Scope;
let mill = "";
let minutes = 0;
const now = () => new Date(A_DAY.getTime() + 60_000 * ++minutes);
const config = { dataDir: folder.path, keepOriginalsDays: 30 };

const aFinding = (accessClass: "internal" | "confidential") => ({ supplierId: mill, source: "press", saidBy: "A paper", foundOn: DAY, site: null, product: null, indicators: ["ILO-07"], severity: "serious", summary: `Wages were late (${accessClass}).`, accessClass, namesNobody: true }) as const; // prettier-ignore

async function aPaper(of: string, use: { usedFor: "finding"; usedForId: string } | null): Promise<string> {
  const [file, content] = [path.join(folder.path, "paper"), Buffer.from(`Invented report of ${of}\n`)];
  writeFileSync(file, content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const given = { fileName: `${of}.txt`, path: file, bytes: content.length, sha256, issuedOn: null, expiresOn: null };
  const said = { shows: of, issuer: "An office", strength: "primary", tier: null, site: null, product: null, accessClass: "internal", showsPersons: false } as const; // prettier-ignore
  return (await addEvidence(db, owner, { supplierId: mill, use, ...given, ...said }, folder.path, now())).id;
}

const answer = (value: number) => ({ what: "workersRecruited", value, proof: "invoices", validFrom: DAY, money: null }) as const; // prettier-ignore
const told = (value: number, protectedSource: "union" | null = null) =>
  recordReadings(db, owner, { supplierId: mill, answers: [answer(value)], source: "letter", protectedSource }, now());

beforeAll(async () => {
  db = await aDatabase();
  owner = scopeOf(await aWorkspace(db));
  const published = await importSteps(db, folder.path, () => A_DAY).publish(owner, LIST);
  mill = (await linesByName(db, owner, published.generation!)).get("Alder Mill Ltd")!.id;
  const batch = await told(40);
  await undoReadings(db, owner, { supplierId: mill, batch }, now());
  await told(50);
  const held = await told(60, "union");
  const risk = { groupSize: 24, assessedBy: "Ine", assessedOn: DAY, assessment: "Twenty-four workers say the same, and none can be told apart." }; // prettier-ignore
  await releaseReadings(db, owner, { supplierId: mill, batch: held }, risk, now());
  const [open, secret] = [
    await recordFinding(db, owner, aFinding("internal"), now()),
    await recordFinding(db, owner, aFinding("confidential"), now()),
  ];
  const seen = async (id: string) => ({
    findingId: id,
    version: (await findingFor(db, owner, id)).finding.version,
  });
  await changeFinding(db, owner, await seen(open), { kind: "reply", text: "It denies it.", on: DAY }, now());
  await proposeSettlement(db, owner, { ...(await seen(open)), to: "substantiated", reason: "Final", on: DAY }, now());
  const gone = await recordFinding(db, owner, aFinding("internal"), now());
  await takeBackFinding(db, owner, { ...(await seen(gone)), reason: "Another mill" }, now());
  for (const findingId of [open, secret, null]) {
    const id = await recordAction(db, owner, { supplierId: mill, findingId, facts: anAction(owner.userId) }, now());
    const facts = anAction(owner.userId, { title: "Pay back all fees" });
    await changeAction(db, owner, { id, version: 1, facts });
    await moveAction(db, owner, { id, version: 2, to: "under-way", on: DAY, text: "" }, now());
    await recordGroup(db, owner, { supplierId: mill, actionId: id, facts: aGroup({ workers: 4, receiptsWorkers: 3 }) }, now()); // prettier-ignore
  }
  for (const [before, after] of [
    [40, 4],
    [4, 40],
  ] as const) {
    const groupId = await recordGroup(db, owner, { supplierId: mill, actionId: null, facts: aGroup({ workers: before, receiptsWorkers: 3 }) }, now()); // prettier-ignore
    await countGroup(db, owner, { id: groupId, version: 1, facts: aGroup({ workers: after, receiptsWorkers: 2 }), keep: [] }); // prettier-ignore
  }
  await aPaper("one", null);
  await aPaper("two", { usedFor: "finding", usedForId: open });
  await aPaper("three", { usedFor: "finding", usedForId: secret });
  await takeBackEvidence(db, owner, await aPaper("four", null), "The wrong report.", now());
  await decideSupplier(db, owner, { supplierId: mill, facts: aDecision(owner.userId) }, now());
  await decideSupplier(db, owner, { supplierId: mill, facts: aDecision(owner.userId, { decision: "buy" }) }, now());
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

async function made(upTo: "internal" | "confidential"): Promise<string> {
  const at = now();
  const packId = await askPack(db, owner, upTo, at);
  await makePack(db, owner, { packId, upTo, userId: owner.userId }, config, at);
  await db.commitPlain((q) => [q.update(db.t.jobs).set({ state: "done" }).where(eq(db.t.jobs.kind, "pack.make"))]);
  return packId;
}
async function faultsIn(upTo: "internal" | "confidential") {
  const { stream } = await downloadPack(db, owner, await made(upTo), folder.path);
  return (await verifyPack(sourceOf(await buffer(stream)), NODE_TOOLS)).faults;
}
/** Something that somebody with the database does, and that is put back. */
async function changed(change: (q: Queries) => Write, back: (q: Queries) => Write) {
  await db.transact(function* (q) {
    yield change(q);
  });
  const faults = await faultsIn("confidential");
  await db.transact(function* (q) {
    yield back(q);
  });
  return faults;
}

describe("a pack of everything that was recorded", () => {
  test("agrees with the trail, whatever class it goes up to", async () => {
    expect(await faultsIn("internal")).toEqual([]);
    expect(await faultsIn("confidential")).toEqual([]);
  });

  test("tells what was changed in the database behind the program: a decision, a finding, an action, an answer", async () => {
    const { supplierDecisions: d, findings: f, correctiveActions: a, readings: r } = db.t;
    expect(
      await changed(
        (q) => q.update(d).set({ decision: "hold" }).where(eq(d.decision, "exit")),
        (q) => q.update(d).set({ decision: "exit" }).where(eq(d.decision, "hold")),
      ),
    ).toMatchObject([{ code: "row.differs", file: "actions/decisions.jsonl", values: { part: "decision", said: "exit" } }]); // prettier-ignore
    expect(
      await changed(
        (q) => q.update(f).set({ severity: "severe" }),
        (q) => q.update(f).set({ severity: "serious" }),
      ),
    ).toMatchObject(Array.from({ length: 3 }, () => ({ code: "row.differs", values: { part: "severity" } })));
    expect(
      await changed(
        (q) => q.update(a).set({ title: "Nothing" }),
        (q) => q.update(a).set({ title: "Pay back all fees" }),
      ),
    ).toMatchObject(Array.from({ length: 3 }, () => ({ code: "row.differs", values: { part: "title" } })));
    const faults = await changed(
      (q) => q.update(r).set({ source: "nobody" }).where(eq(r.source, "letter")),
      (q) => q.update(r).set({ source: "letter" }).where(eq(r.source, "nobody")),
    );
    expect(faults).toMatchObject([{ code: "row.differs", file: "readings/readings.jsonl" }]);
  });

  test("tells that a finding or a decision was moved to another supplier", async () => {
    const { supplierDecisions: d, findings: f } = db.t;
    const { supplierNo: of } = (await db.q.select().from(f))[0]!;
    for (const table of [d, f]) {
      const faults = await changed(
        (q) => q.update(table).set({ supplierNo: of === 1 ? 2 : 1 }),
        (q) => q.update(table).set({ supplierNo: of }),
      );
      const differs = { code: "row.differs", values: { part: "supplier" } };
      expect(faults).toMatchObject(Array.from({ length: table === d ? 2 : 3 }, () => differs));
    }
  });

  test("that could not be told of in the trail leaves no file behind", async () => {
    const packs = path.join(folder.path, "packs", String(owner.workspaceNo));
    const before = readdirSync(packs);
    const full = Object.create(db, { commit: { value: () => Promise.reject(new Error("No space is left")) } }) as Database; // prettier-ignore
    const asked = { packId: "untold", upTo: "internal", userId: owner.userId } as const;
    await expect(makePack(full, owner, asked, config, now())).rejects.toThrow("No space is left");
    expect(readdirSync(packs)).toEqual(before);
  });

  test("that was changed on the disk, or is gone from it, is not handed out, with the reason", async () => {
    const packId = await made("internal");
    const file = path.join(folder.path, (await findPack(db, owner, packId))!.storedPath);
    writeFileSync(file, "PK");
    await expect(downloadPack(db, owner, packId, folder.path)).rejects.toMatchObject({ code: "pack.file-changed" });
    rmSync(file);
    await expect(downloadPack(db, owner, packId, folder.path)).rejects.toMatchObject({ code: "pack.file-gone" });
  });
});
