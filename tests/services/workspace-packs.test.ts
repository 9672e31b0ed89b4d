/** The evidence pack of a workspace: what is in it, what never is, and that it verifies without the workspace. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { listPacks } from "../../db/queries/packs";
import type { AccessClass } from "../../db/schema/findings";
import type { Changes } from "../../app/pack/changes";
import { LATER_DOCUMENTS, LISTS, MANIFEST } from "../../app/pack/format";
import { isShown } from "../../app/pack/open-events";
import type { Manifest } from "../../app/pack/format";
import type { SupplierRow } from "../../app/pack/rows";
import { verifyPack } from "../../app/pack/verify";
import { recordFinding, type NewFinding } from "../../app/services/findings/record-finding.server";
import { releaseFinding } from "../../app/services/findings/release-finding.server";
import { placeHold } from "../../app/services/findings/hold-supplier.server";
import { askPack } from "../../app/services/packs/ask-pack.server";
import { downloadPack } from "../../app/services/packs/download-pack.server";
import { makePack } from "../../app/services/packs/make-pack.server";
import { NODE_TOOLS } from "../../app/services/packs/pack-tools.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { aDatabase, A_DAY, aFolder, aMember, aWorkspace, scopeOf } from "../builders";
import { aGroup, anAction } from "../remedy-facts";
import { importSteps, linesByName } from "./import-steps";
import { filesOf, sourceOf, type PackFiles } from "./small-pack";

const LIST = `Supplier name,Country,Category,Who holds passports,Contact person,Invoice amount,Currency
Alder Cleaning Ltd,NO,Cleaning of buildings,employer,Ann Olsen,1200.50,EUR
Birch Mill Ltd,BD,Clothing,,Bo Khan,-40,EUR
Birch Mill Ltd,BD,Clothing,,Bo Khan,900,EUR
Cedar Farm Ltd,BR,Coffee,,,10,BRL
Total,,,,,2070.50,
`;
const folder = aFolder();
let db: Database;
let owner: Scope;
let officer: Scope;
let suppliers: Awaited<ReturnType<typeof linesByName>>;
const later = (hours: number) => new Date(A_DAY.getTime() + hours * 3_600_000);
const config = { dataDir: folder.path, keepOriginalsDays: 30 };

beforeAll(async () => {
  db = await aDatabase();
  const workspace = await aWorkspace(db, { name: "Alder & Sons" });
  owner = scopeOf(workspace);
  officer = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
  const published = await importSteps(db, folder.path, () => A_DAY).publish(owner, LIST);
  suppliers = await linesByName(db, owner, published.generation!);
  await recordReadings(
    db,
    owner,
    {
      supplierId: suppliers.get("Birch Mill Ltd")!.id,
      answers: [{ what: "workersRecruited", value: 40, proof: "invoices", validFrom: "2026-03-01", money: null }],
      source: "HR manager, by letter",
      protectedSource: null,
    },
    later(1),
  );
  await recordFinding(db, officer, aFinding({ summary: "What a paper wrote." }), later(1));
  const supplierId = suppliers.get("Birch Mill Ltd")!.id;
  const confidential = aFinding({ summary: "For us alone.", accessClass: "confidential" });
  const findingId = await recordFinding(db, officer, confidential, later(1));
  const about = { supplierId, findingId, facts: anAction(owner.userId, { title: "For us alone." }) };
  const actionId = await recordAction(db, owner, about, later(1));
  await recordGroup(db, owner, { supplierId, actionId, facts: aGroup({ label: "For us alone." }) }, later(1));
  await recordAction(db, owner, { supplierId, findingId: null, facts: anAction(owner.userId) }, later(1));
  await recordGroup(
    db,
    owner,
    { supplierId, actionId: null, facts: aGroup({ workers: 4, receiptsWorkers: 3 }) },
    later(1),
  );
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

const aFinding = (more: Partial<NewFinding> = {}): NewFinding => ({
  supplierId: suppliers.get("Birch Mill Ltd")!.id,
  source: "press",
  saidBy: "A paper",
  foundOn: "2026-02-01",
  site: null,
  product: null,
  indicators: ["ILO-07"],
  severity: "serious",
  summary: "Wages were late.",
  accessClass: "internal",
  namesNobody: true,
  ...more,
});

/** Asked for, made as the job process does, taken as a file. */
async function packOf(upTo: AccessClass, at = later(2)): Promise<Buffer> {
  const packId = await askPack(db, owner, upTo, at);
  await makePack(db, owner, { packId, upTo, userId: owner.userId }, config, at);
  await db.commitPlain((q) => [q.update(db.t.jobs).set({ state: "done" }).where(eq(db.t.jobs.kind, "pack.make"))]);
  return buffer((await downloadPack(db, owner, packId, folder.path)).stream);
}
const rowsOf = <Row = Record<string, unknown>>(files: PackFiles, list: string): Row[] =>
  Buffer.from(files.get(list)!).toString("utf8").split("\n").slice(0, -1).map((line) => JSON.parse(line) as Row); // prettier-ignore
/** Lists and manifest in which something stands; what the model and the reader's note say is published. */
const saysIn = (files: PackFiles, words: RegExp): string[] =>
  [...files.keys()].filter(
    (name) => /\.jsonl$|^manifest/u.test(name) && words.test(Buffer.from(files.get(name)!).toString("utf8")),
  );
const verified = (bytes: Uint8Array) => verifyPack(sourceOf(bytes), NODE_TOOLS, { fingerprint: null });

describe("the pack of a workspace", () => {
  test("is intact, with the list, its totals, answers, findings, actions and the trail in it", async () => {
    const bytes = await packOf("internal");
    expect(await verified(bytes)).toMatchObject({ isIntact: true, faults: [], recomputed: 3 });
    const files = await filesOf(bytes);
    const rows = rowsOf<SupplierRow>(files, LISTS.suppliers);
    expect(rows.map(({ name, spend }) => [name, spend])).toEqual([
      ["Alder Cleaning Ltd", { EUR: ["12005000", "0"] }],
      ["Birch Mill Ltd", { EUR: ["8600000", "-400000"] }],
      ["Cedar Farm Ltd", { BRL: ["100000", "0"] }],
    ]);
    expect(rows[1]).toMatchObject({ facts: { recruitment: { workersRecruited: 40 } }, told: { recruitment: {} } });
    expect(rowsOf(files, LISTS.readings)).toMatchObject([
      { what: "workersRecruited", value: 40, source: "HR manager, by letter", recordedBy: owner.userId },
    ]);
    expect(rowsOf(files, LISTS.findings)).toMatchObject([{ summary: "What a paper wrote." }]);
    expect(rowsOf(files, LISTS.actions)).toMatchObject([{ title: "Pay back recruitment fees" }]);
    expect(rowsOf(files, LISTS.people).map(({ id }) => id)).toEqual([owner.userId, officer.userId].sort());
    expect(JSON.parse(Buffer.from(files.get(MANIFEST)!).toString("utf8"))).toMatchObject({
      by: { kind: "person", id: owner.userId },
      workspace: { name: "Alder & Sons" },
      list: { suppliers: 3, kept: { cut: true, emptied: ["Contact person"] } },
      withheld: { findings: 1, documents: 0, actions: 1, repayments: 1 },
    });
    expect(await listPacks(db, owner, 9)).toMatchObject([{ suppliers: 3, faults: 0, bytes: bytes.length }]);
  });

  test("holds neither the cells that are not kept nor the number of workers of a group under five", async () => {
    const files = await filesOf(await packOf("confidential"));
    expect(Buffer.from(files.get("list/kept")!).toString("utf8")).toContain("Alder Cleaning Ltd,NO");
    for (const [name, bytes] of files) {
      const text = Buffer.from(bytes).toString("utf8");
      expect([name, /Ann Olsen|Bo Khan/u.test(text)]).toEqual([name, false]);
    }
    const group = rowsOf(files, LISTS.repayments).find(({ label }) => label !== "For us alone.");
    expect(group).toMatchObject({ workers: "<5", left: null });
    expect(group).not.toHaveProperty("receipts");
  });

  test("leaves out what is above its class, with every event about it, and says how much", async () => {
    for (const [upTo, findings] of [
      ["public", 0],
      ["internal", 1],
      ["confidential", 2],
    ] as const) {
      const bytes = await packOf(upTo);
      const files = await filesOf(bytes);
      expect(await verified(bytes)).toMatchObject({
        isIntact: true,
        manifest: { withheld: { findings: 2 - findings } },
      });
      expect(rowsOf(files, LISTS.findings)).toHaveLength(findings);
      const all = [...files.values()].map((one) => Buffer.from(one).toString("utf8")).join("\n");
      expect([upTo, all.includes("For us alone.")]).toEqual([upTo, upTo === "confidential"]);
    }
  });

  test("is the same with and without what was told in confidence, but for hashes of events that are not shown", async () => {
    const before = await filesOf(await packOf("confidential"));
    const batch = await recordReadings(
      db,
      owner,
      {
        supplierId: suppliers.get("Alder Cleaning Ltd")!.id,
        answers: [
          { what: "feesPaidByWorkers", value: "yes", proof: "interviews", validFrom: "2026-03-01", money: null },
        ],
        source: "Night shift, by telephone",
        protectedSource: "union",
      },
      later(1),
    );
    const secret = aFinding({ source: "workers", summary: "Secret of the night shift." });
    const findingId = await recordFinding(db, owner, secret, later(1));
    await placeHold(db, owner, suppliers.get("Alder Cleaning Ltd")!.id, later(1));
    const bytes = await packOf("confidential");
    const after = await filesOf(bytes);
    expect(await verified(bytes)).toMatchObject({ isIntact: true });
    // It names the pack before it, and counts of what came since the events that are shown.
    const since = JSON.parse(Buffer.from(after.get(LATER_DOCUMENTS.changes)!).toString("utf8")) as Changes;
    expect(Object.keys(since.events).filter((name) => !isShown(name))).toEqual([]);
    const differ = [...after].filter(
      ([name, one]) => name !== LATER_DOCUMENTS.changes && Buffer.compare(one, before.get(name)!) !== 0,
    );
    expect(differ.map(([name]) => name).sort()).toEqual([
      "index.json",
      "manifest.json",
      "signature.json",
      "trail/events.jsonl",
      "trail/events.leaves",
    ]);
    const shown = (files: PackFiles) => rowsOf(files, LISTS.events).filter((one) => !("from" in one));
    expect(shown(after)).toEqual(shown(before));
    const manifest = (files: PackFiles) => {
      const {
        index: _index,
        trail: _trail,
        ...rest
      } = JSON.parse(Buffer.from(files.get(MANIFEST)!).toString("utf8")) as Manifest;
      return rest;
    };
    expect(manifest(after)).toEqual(manifest(before));
    expect(saysIn(after, /night shift|"protected(?!Source":null)|supplier-hold/iu)).toEqual([]);

    // Once released, the answer is in it, and nothing of who told it and when.
    const risk = { groupSize: 12, assessedBy: "Ines", assessedOn: "2026-03-02", assessment: "Twelve workers on three shifts; nobody can be told from the answer." }; // prettier-ignore
    const saved = { supplierId: suppliers.get("Alder Cleaning Ltd")!.id, batch };
    await releaseReadings(db, owner, saved, risk, later(1.5));
    const seen = { findingId, version: 1, summary: "Papers are kept at the site." };
    await releaseFinding(db, owner, seen, risk, later(1.5));
    const released = await packOf("confidential");
    expect(await verified(released)).toMatchObject({ isIntact: true, faults: [] });
    const files = await filesOf(released);
    const told = rowsOf(files, LISTS.readings).find(({ what }) => what === "feesPaidByWorkers");
    expect(told).toMatchObject({ value: "yes", source: null, recordedBy: null, validFrom: "2026-03-02", recordedAt: later(1.5).toISOString() }); // prettier-ignore
    expect(told!["id"]).toMatch(/^[0-9a-f]{64}$/u);
    const order = rowsOf(files, LISTS.readings).map(({ supplier, recordedAt }) => [supplier, recordedAt]);
    expect(order).toEqual(order.toSorted(([a, at], [b, then]) => Number(a) - Number(b) || String(at).localeCompare(String(then)))); // prettier-ignore
    expect(rowsOf(files, LISTS.findings)).toContainEqual(
      expect.objectContaining({ source: "told-in-confidence", saidBy: "", summary: "Papers are kept at the site." }),
    );
    expect(saysIn(files, /night shift|"union"|three shifts|"protected(?!Source":null)/iu)).toEqual([]);
  });

  test("has answers that were released in one instant in an order that tells nothing of when they came", async () => {
    const supplierId = suppliers.get("Cedar Farm Ltd")!.id;
    const risk = { groupSize: 12, assessedBy: "Ines", assessedOn: "2026-03-02", assessment: "Twelve workers on three shifts; nobody can be told from the answer." }; // prettier-ignore
    const told = ["wagesWithheld", "depositsHeld", "papersHeldBy", "feesPaidByWorkers", "freedomToLeave"] as const;
    for (const [at, what] of told.entries()) {
      const value = what === "papersHeldBy" ? "employer" : "yes";
      const answers = [{ what, value, proof: "interviews", validFrom: "2026-03-01", money: null }] as const;
      const from = { supplierId, answers, source: "By telephone", protectedSource: "union" } as const;
      const batch = await recordReadings(db, owner, from, later(1 + at / 10));
      await releaseReadings(db, owner, { supplierId, batch }, risk, later(1.5));
    }
    const bytes = await packOf("confidential", later(4));
    expect(await verified(bytes)).toMatchObject({ isIntact: true, faults: [] });
    const rows = rowsOf(await filesOf(bytes), LISTS.readings).filter(({ recordedAt }) => recordedAt === later(1.5).toISOString()); // prettier-ignore
    const ids = rows.flatMap(({ supplier, id }) => (supplier === rows.at(-1)!["supplier"] ? [String(id)] : []));
    expect(ids).toHaveLength(told.length);
    expect(ids).toEqual(ids.toSorted());
  });

  test("tells that a score was changed outside the program", async () => {
    const { registerRows } = db.t;
    const row = suppliers.get("Cedar Farm Ltd")!;
    const isRow = and(eq(registerRows.key, row.key));
    await db.transact(function* (q) {
      yield q.update(registerRows).set({ score: 3 }).where(isRow);
    });
    const bytes = await packOf("internal", later(5));
    expect((await verified(bytes)).faults).toMatchObject([{ code: "score.differs", file: LISTS.suppliers, row: 3 }]);
    expect((await listPacks(db, owner, 1))[0]).toMatchObject({ faults: 1 });
    await db.transact(function* (q) {
      yield q.update(registerRows).set({ score: row.score }).where(isRow);
    });
  });

  test("is made once, is asked for one at a time, and is nobody else's", async () => {
    const packId = await askPack(db, owner, "internal", later(3));
    await expect(askPack(db, owner, "internal", later(3))).rejects.toMatchObject({ code: "pack.running" });
    const asked = { packId, upTo: "internal", userId: owner.userId } as const;
    await makePack(db, owner, asked, config, later(3));
    const made = readFileSync(path.join(folder.path, "packs", String(owner.workspaceNo), `${packId}.zip`));
    await makePack(db, owner, asked, config, later(4));
    expect(await buffer((await downloadPack(db, owner, packId, folder.path)).stream)).toEqual(made);
    const other = scopeOf(await aWorkspace(db));
    await expect(downloadPack(db, other, packId, folder.path)).rejects.toMatchObject({ code: "pack.not-found" });
    await expect(askPack(db, other, "internal", later(3))).rejects.toMatchObject({ code: "register.none" });
  });
});
