/** Contracts and ways of buying in a pack, what of them stays at home, and what a pack for everybody does not hold. */
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import type { AccessClass } from "../../db/schema/findings";
import { ALL_LISTS, LISTS, MANIFEST, type Manifest } from "../../app/pack/format";
import { verifyPack } from "../../app/pack/verify";
import { noteContract } from "../../app/services/contracts/note-contract.server";
import { recordContract } from "../../app/services/contracts/record-contract.server";
import { noteBuying } from "../../app/services/demand/note-buying.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { askPack } from "../../app/services/packs/ask-pack.server";
import { downloadPack } from "../../app/services/packs/download-pack.server";
import { makePack } from "../../app/services/packs/make-pack.server";
import { NODE_TOOLS } from "../../app/services/packs/pack-tools.server";
import { decideSupplier } from "../../app/services/remedy/decide-supplier.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { aDecision, aGroup, anAction } from "../remedy-facts";
import { importSteps, linesByName } from "./import-steps";
import { filesOf, sourceOf, type PackFiles } from "./small-pack";

const LIST = "Supplier name,Country,Category\nAlder Mill Ltd,BD,Clothing\nBirch Farm Ltd,BR,Coffee\n";
const DAY = A_DAY.toISOString().slice(0, 10);
const folder = aFolder();
let db: Database;
let owner: Scope;
let minutes = 0;
const now = () => new Date(A_DAY.getTime() + 60_000 * ++minutes);

beforeAll(async () => {
  db = await aDatabase();
  owner = scopeOf(await aWorkspace(db));
  const { generation } = await importSteps(db, folder.path, () => A_DAY).publish(owner, LIST);
  const supplierId = (await linesByName(db, owner, generation!)).get("Alder Mill Ltd")!.id;
  const contract = await recordContract(db, owner, { reference: "C-7", title: "Cleaning of the hall", contractor: "Alder Mill Ltd", startsOn: DAY, endsOn: null, checkId: null }, now()); // prettier-ignore
  await noteContract(db, owner, contract, { kind: "terms", contents: { measures: [], clauses: "Clause nine forbids fees", labourCostLine: "", employerPays: "", subcontractors: "", agencies: "", auditAccess: "" } }, now()); // prettier-ignore
  await noteContract(db, owner, contract, { kind: "change", contents: { on: DAY, what: "other", text: "Fewer hours", workers: "Three women lose a shift" } }, now()); // prettier-ignore
  await noteBuying(db, owner, { kind: "training", contractId: null, contents: { on: DAY, what: "Signs of debt", whom: "buyers", people: 12, outOf: null, hours: 2 } }, now()); // prettier-ignore
  const finding = { supplierId, source: "press", saidBy: "A paper", foundOn: DAY, site: null, product: null, indicators: ["ILO-07"], severity: "serious", summary: "Wages were late.", accessClass: "public", namesNobody: true } as const; // prettier-ignore
  const findingId = await recordFinding(db, owner, finding, now());
  const open = await recordAction(db, owner, { supplierId, findingId, facts: anAction(owner.userId, { title: "Pay the late wages" }) }, now()); // prettier-ignore
  await recordGroup(db, owner, { supplierId, actionId: open, facts: aGroup({ label: "Night shift of May" }) }, now());
  const own = await recordAction(db, owner, { supplierId, findingId: null, facts: anAction(owner.userId, { title: "Ask for all the files" }) }, now()); // prettier-ignore
  await recordGroup(db, owner, { supplierId, actionId: own, facts: aGroup({ label: "Day shift of May" }) }, now());
  await decideSupplier(db, owner, { supplierId, facts: aDecision(owner.userId, { decision: "buy", reason: "The other mill is dearer by far." }) }, now()); // prettier-ignore
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

async function packed(upTo: AccessClass) {
  const packId = await askPack(db, owner, upTo, now());
  await makePack(db, owner, { packId, upTo, userId: owner.userId }, { dataDir: folder.path, keepOriginalsDays: 30 }, now()); // prettier-ignore
  await db.commitPlain((q) => [q.update(db.t.jobs).set({ state: "done" }).where(eq(db.t.jobs.kind, "pack.make"))]);
  const bytes = await buffer((await downloadPack(db, owner, packId, folder.path)).stream);
  const files = await filesOf(bytes);
  const manifest = JSON.parse(Buffer.from(files.get(MANIFEST)!).toString("utf8")) as Manifest;
  return { files, manifest, check: await verifyPack(sourceOf(bytes), NODE_TOOLS) };
}
const rowsIn = (files: PackFiles, list: string) => Buffer.from(files.get(list)!).toString("utf8").split("\n").slice(0, -1).map((row) => JSON.parse(row) as Record<string, unknown>); // prettier-ignore
const says = (files: PackFiles, words: string) => [...files].flatMap(([name, bytes]) => (Buffer.from(bytes).toString("utf8").includes(words) ? [name] : [])); // prettier-ignore

describe("contracts and ways of buying in a pack", () => {
  test("stand in it with their terms and as entered, and agree with the trail", async () => {
    const { files, check } = await packed("internal");
    expect(check.faults).toEqual([]);
    expect(rowsIn(files, ALL_LISTS.contracts)).toMatchObject([{ reference: "C-7", title: "Cleaning of the hall" }]);
    expect(rowsIn(files, ALL_LISTS.contractEntries)).toMatchObject([
      { kind: "terms", contents: { clauses: "Clause nine forbids fees" } },
    ]);
    expect(rowsIn(files, ALL_LISTS.buying)).toMatchObject([{ kind: "training", contents: { people: 12 } }]);
  });

  test("tell nowhere what a change or an end does to those who work for it, and the manifest says so", async () => {
    const { files, manifest } = await packed("confidential");
    expect(says(files, "Three women lose a shift")).toEqual([]);
    expect(manifest.notes).toContainEqual({ code: "contract-ends" });
  });

  test("that were changed in the database behind the program are found", async () => {
    const { contracts, contractEntries, buyingEntries } = db.t;
    const set = (title: string, kind: "terms" | "review", training: "training" | "orders") =>
      db.transact(function* (q) {
        yield q.update(contracts).set({ title });
        yield q.update(contractEntries).set({ kind }).where(eq(contractEntries.position, 1));
        yield q.update(buyingEntries).set({ kind: training });
      });
    await set("Cleaning of nothing", "review", "orders");
    const { faults } = (await packed("internal")).check;
    await set("Cleaning of the hall", "terms", "training");
    expect(faults.map(({ code, file, values }) => `${code} ${file} ${values["part"]}`).sort()).toEqual([
      `row.differs ${ALL_LISTS.buying} kind`,
      `row.differs ${ALL_LISTS.contracts} title`,
      `row.differs ${ALL_LISTS.contractEntries} kind`,
    ]);
  });
});

describe("a pack for everybody", () => {
  test("holds of what has no class what hangs on a public finding, and no decision, contract or way of buying", async () => {
    const { files, manifest, check } = await packed("public");
    expect(check.faults).toEqual([]);
    expect(rowsIn(files, LISTS.actions)).toMatchObject([{ title: "Pay the late wages" }]);
    expect(rowsIn(files, LISTS.repayments)).toMatchObject([{ label: "Night shift of May" }]);
    for (const list of [LISTS.decisions, ALL_LISTS.contracts, ALL_LISTS.contractEntries, ALL_LISTS.buying])
      expect([list, rowsIn(files, list)]).toEqual([list, []]);
    for (const words of ["Ask for all the files", "Day shift of May", "dearer by far", "C-7", "Signs of debt"])
      expect([words, says(files, words)]).toEqual([words, []]);
    expect(manifest.withheld).toEqual({ findings: 0, documents: 0, actions: 1, repayments: 1, reports: 0, decisions: 1 }); // prettier-ignore
    expect(manifest.notes).toContainEqual({ code: "no-class" });
    const inner = await packed("internal");
    expect(rowsIn(inner.files, LISTS.decisions)).toHaveLength(1);
    expect(inner.manifest.notes).not.toContainEqual({ code: "no-class" });
  });
});
