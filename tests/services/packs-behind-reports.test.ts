/** Packs that back a report: its list, be it the one that is shown or one before, its lines against the suppliers, and the file kept with it. */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { openDatabase } from "../../db/open";
import { listPacks } from "../../db/queries/packs";
import { findReport } from "../../db/queries/reports";
import type { AccessClass } from "../../db/schema/findings";
import { LATER_DOCUMENTS, LISTS, MANIFEST, type Manifest } from "../../app/pack/format";
import { verifyPack, type PackCheck } from "../../app/pack/verify";
import { askPack } from "../../app/services/packs/ask-pack.server";
import { backedReports } from "../../app/services/packs/backed-reports.server";
import { downloadPack } from "../../app/services/packs/download-pack.server";
import { makePack } from "../../app/services/packs/make-pack.server";
import { NODE_TOOLS } from "../../app/services/packs/pack-tools.server";
import { recordReadings } from "../../app/services/readings/record-readings.server";
import { releaseReadings } from "../../app/services/readings/release-readings.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { approveReport } from "../../app/services/reports/approve-report.server";
import { startReport } from "../../app/services/reports/start-report.server";
import { submitReport } from "../../app/services/reports/submit-report.server";
import { A_DAY, aFolder, aMember, aWorkspace, scopeOf } from "../builders";
import { publishAsItIs } from "./as-it-is";
import { importSteps, linesByName } from "./import-steps";
import { aKey, check as checkOf, filesOf, resealed, sourceOf, withJson, type PackFiles } from "./small-pack";

const LIST = `Supplier name,Country,Category
Alder Mill Ltd,BD,Clothing
Birch Mill Ltd,NO,Clothing
Cedar Farm Ltd,BR,Coffee
`;
const NEXT_LIST = `Supplier name,Country,Category
Alder Mill Ltd,NO,Clothing
Dogwood Ltd,DE,Cleaning of buildings
`;
let folder: ReturnType<typeof aFolder>;
let db: Database;
let owner: Scope;
let officer: Scope;
let minutes = 0;
/** Each a minute behind the last; events are told at the same clock. */
const now = () => new Date(A_DAY.getTime() + 60_000 * ++minutes);

beforeEach(async () => {
  folder = aFolder();
  db = await openDatabase({ file: ":memory:", role: "web", now });
  const workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  officer = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const publishList = async (list: string) => (await importSteps(db, folder.path, now).publish(owner, list)).generation!;

async function published(type = "register"): Promise<string> {
  const id = await startReport(db, officer, { type, variant: "", subjectId: "", subjectName: "Shirt" }, now());
  await submitReport(db, officer, id, { title: "Buyer", note: "" }, now(), folder.path);
  const contentSha256 = (await findReport(db, owner, id))!.contentSha256!;
  await approveReport(db, owner, id, { title: "Head", note: "", contentSha256, knowsGaps: true }, now());
  await publishAsItIs(db, owner, id, now(), folder.path);
  return id;
}

async function told(generation: number, name: string, value: "yes" | "no", protectedSource: "union" | null = null) {
  const { id: supplierId } = (await linesByName(db, owner, generation)).get(name)!;
  const answers = [{ what: "feesPaidByWorkers", value, proof: "invoices", validFrom: "2026-03-01", money: null }] as const; // prettier-ignore
  const batch = await recordReadings(db, owner, { supplierId, answers, source: "letter", protectedSource }, now());
  return { supplierId, batch };
}

interface Made {
  readonly check: PackCheck;
  readonly files: PackFiles;
  readonly manifest: Manifest;
}

async function packed(reportId: string | null = null, upTo: AccessClass = "internal"): Promise<Made> {
  const packId = await askPack(db, owner, upTo, now(), { reportId });
  const asked = { packId, upTo, userId: owner.userId, reportId };
  await makePack(db, owner, asked, { dataDir: folder.path, keepOriginalsDays: 30 }, now());
  await db.commitPlain((q) => [q.update(db.t.jobs).set({ state: "done" }).where(eq(db.t.jobs.kind, "pack.make"))]);
  const bytes = await buffer((await downloadPack(db, owner, packId, folder.path)).stream);
  const files = await filesOf(bytes);
  const manifest = JSON.parse(Buffer.from(files.get(MANIFEST)!).toString("utf8")) as Manifest;
  return { check: await verifyPack(sourceOf(bytes), NODE_TOOLS), files, manifest };
}
const kept = (files: PackFiles) => [...files.keys()].filter((name) => name.startsWith("reports/files/"));
const rowsIn = (files: PackFiles, list: string) => Buffer.from(files.get(list)!).toString("utf8").split("\n").slice(0, -1).map((row) => JSON.parse(row) as Record<string, unknown>); // prettier-ignore

describe("a pack with a register that rests on the list in it", () => {
  test("is intact, with the file kept with the register, whose every supplier it names", async () => {
    const generation = await publishList(LIST);
    const id = await published();
    const { check, files } = await packed();
    expect(check).toMatchObject({ faults: [], reports: 1, onOtherLists: 0, movedLines: 0 });
    expect(kept(files)).toHaveLength(1);
    const { attachments } = rowsIn(files, LISTS.reports)[0]!["content"] as { attachments: { sha256: string }[] };
    expect(kept(files)).toEqual([`reports/files/${attachments[0]!.sha256}.csv`]);
    expect(Buffer.from(files.get(kept(files)[0]!)!).toString("utf8")).toContain("Cedar Farm Ltd");
    // What was recorded since moves the line of its supplier, and of no other.
    await told(generation, "Alder Mill Ltd", "yes");
    expect((await packed()).check).toMatchObject({ faults: [], onOtherLists: 0, movedLines: 1 });
    expect((await backedReports(db, owner)).map((one) => one.id)).toEqual([id]);
  });

  test("shows that the lines of the list were changed behind the program, their scores with them", async () => {
    const generation = await publishList(LIST);
    await published();
    const { registerRows } = db.t;
    const lines = await linesByName(db, owner, generation);
    const [{ key }, { key: other }] = [lines.get("Alder Mill Ltd")!, lines.get("Birch Mill Ltd")!];
    const [like] = await db.q.select().from(registerRows).where(eq(registerRows.key, other));
    const { key: _key, supplierNo: _no, name: _name, ...facts } = like!; // prettier-ignore
    await db.transact(function* (q) {
      yield q.update(registerRows).set(facts).where(eq(registerRows.key, key));
    });
    const { faults } = (await packed()).check;
    expect(faults).toContainEqual(expect.objectContaining({ code: "report.line", file: LISTS.reports, row: 1 }));
    expect(faults.every(({ code }) => code === "report.line" || code === "report.counts")).toBe(true);
  });

  test("says that the kept file is gone, or is another, and holds the rest", async () => {
    await publishList(LIST);
    const id = await published();
    const all = path.join(folder.path, "reports", String(owner.workspaceNo));
    const [file] = readdirSync(all);
    for (const spoil of [() => writeFileSync(path.join(all, file!), "another"), () => rmSync(path.join(all, file!))]) {
      spoil();
      const { check, files, manifest } = await packed();
      expect(check.faults).toEqual([]);
      expect(kept(files)).toEqual([]);
      expect(manifest.notes).toContainEqual({ code: "kept-file", of: id });
    }
  });

  test("does not hold the file of a register that fewer may read", async () => {
    await publishList(LIST);
    await published();
    const { check, files, manifest } = await packed(null, "public");
    expect(check.faults).toEqual([]);
    expect([kept(files), manifest.withheld.reports]).toEqual([[], 1]);
  });
});

describe("a pack of the list that a report rests on", () => {
  test("holds that list with the answers of its time, once another took its place; the pack of the new one says so", async () => {
    const first = await publishList(LIST);
    await told(first, "Birch Mill Ltd", "no");
    const id = await published();
    const { batch, supplierId } = await told(first, "Alder Mill Ltd", "yes");
    const second = await publishList(NEXT_LIST);
    await told(second, "Alder Mill Ltd", "no");
    await undoReadings(db, owner, { supplierId, batch }, now());
    const shown = await packed();
    expect(shown.check).toMatchObject({ faults: [], onOtherLists: 1 });
    expect(shown.manifest.list).toMatchObject({ generation: second, suppliers: 2 });
    const { check, files, manifest } = await packed(id);
    expect(check).toMatchObject({ faults: [], recomputed: 3, onOtherLists: 0, movedLines: 1 });
    expect(manifest).toMatchObject({ report: id, list: { generation: first, suppliers: 3 } });
    expect(manifest.list.until).toBeDefined();
    expect(rowsIn(files, LISTS.readings).map(({ value }) => value).sort()).toEqual(["no", "yes"]); // prettier-ignore
    expect((await listPacks(db, owner, 1))[0]).toMatchObject({ generation: first, reportId: id, faults: 0 });
  });

  test("is refused for a report fewer may read, one without a list, a draft, and one whose list is gone", async () => {
    const first = await publishList(LIST);
    const id = await published();
    const asked = (reportId: string, upTo: AccessClass = "internal") => askPack(db, owner, upTo, now(), { reportId });
    await expect(asked(id, "public")).rejects.toMatchObject({ code: "pack.report-class" });
    const draft = await startReport(db, officer, { type: "register", variant: "", subjectId: "", subjectName: "" }, now()); // prettier-ignore
    await expect(asked(draft)).rejects.toMatchObject({ code: "report.not-found" });
    await expect(asked("elsewhere")).rejects.toMatchObject({ code: "report.not-found" });
    await db.transact(function* (q) {
      yield q.update(db.t.generations).set({ state: "discarded" }).where(eq(db.t.generations.no, first));
    });
    await expect(asked(id)).rejects.toMatchObject({ code: "pack.report-list-gone" });
  });

  test("is refused once an answer in it that had been released was taken back", async () => {
    const first = await publishList(LIST);
    const saved = await told(first, "Alder Mill Ltd", "yes", "union");
    const risk = { groupSize: 24, assessedBy: "Ine", assessedOn: "2026-03-02", assessment: "Twenty-four workers say the same, and none can be told apart." }; // prettier-ignore
    await releaseReadings(db, owner, saved, risk, now());
    const id = await published();
    await publishList(NEXT_LIST);
    expect((await packed(id)).check.faults).toEqual([]);
    await undoReadings(db, owner, saved, now());
    await expect(packed(id)).rejects.toMatchObject({ code: "pack.report-list-told" });
  });
});

describe("what a pack counts of itself", () => {
  test("is counted again by whoever verifies it, and begins behind the pack before", async () => {
    const generation = await publishList(LIST);
    const one = await packed();
    expect(one.check.changes).toEqual({ since: null, events: {} });
    expect(one.check.measures?.measures.length).toBeGreaterThan(8);
    await told(generation, "Alder Mill Ltd", "yes");
    const two = await packed();
    const [, before] = await listPacks(db, owner, 2);
    expect(two.check.changes).toEqual({
      since: {
        packId: before!.id,
        madeOn: before!.madeAt.toISOString().slice(0, 10),
        sha256: before!.sha256,
        headSeq: before!.headSeq,
        generation,
        suppliers: 3,
      },
      events: { "readings.recorded": 1 },
    });
    for (const document of Object.values(LATER_DOCUMENTS))
      expect(JSON.parse(Buffer.from(two.files.get(document)!).toString("utf8"))).toEqual(
        document === LATER_DOCUMENTS.measures ? two.check.measures : two.check.changes,
      );
  });

  test("shows a measure, a count or a kept file that was changed, with every hash made anew", async () => {
    await publishList(LIST);
    await published();
    const { files } = await packed();
    const faults = async (changed: PackFiles) => (await checkOf(resealed(changed, aKey()))).faults.map(({ code, file }) => `${code} ${file}`); // prettier-ignore
    expect(await faults(files)).toEqual([]);
    const measured = withJson<{ measures: { denominator: number }[] }>(files, LATER_DOCUMENTS.measures, ({ measures }) => void measures[0]!.denominator++); // prettier-ignore
    expect(await faults(measured)).toEqual([`measures.differ ${LATER_DOCUMENTS.measures}`]);
    const told = withJson<{ events: object }>(files, LATER_DOCUMENTS.changes, (said) => void (said.events = { "finding.recorded": 1 })); // prettier-ignore
    expect(await faults(told)).toEqual([`measures.differ ${LATER_DOCUMENTS.changes}`]);
    const [file] = kept(files);
    const without = new Map(files);
    without.delete(file!);
    expect(await faults(without)).toEqual([`report.file ${LISTS.reports}`]);
    const other = `reports/files/${"ab".repeat(32)}.csv`;
    expect(await faults(new Map(without).set(other, files.get(file!)!))).toEqual([
      `file.changed ${other}`,
      `report.file ${LISTS.reports}`,
      `file.untold ${other}`,
    ]);
  });
});
