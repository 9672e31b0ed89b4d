/** A workspace's own rows of corridors and fee rules: kept, withdrawn and put back, taken over for a supplier, and given out. */
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addOwnCorridor } from "../../app/services/corridors/add-own-corridor.server";
import { addOwnFeeRule } from "../../app/services/corridors/add-own-fee-rule.server";
import { exportOwnRows } from "../../app/services/corridors/export-own-rows.server";
import { ownCorridors, ownFeeRules } from "../../app/services/corridors/own-rows.server";
import { restoreOwnRow } from "../../app/services/corridors/restore-own-row.server";
import { useOwnCorridor } from "../../app/services/corridors/use-own-corridor.server";
import { withdrawOwnRow } from "../../app/services/corridors/withdraw-own-row.server";
import { recordReadings, type NewAnswer } from "../../app/services/readings/record-readings.server";
import { recruitmentView } from "../../app/services/readings/recruitment-view.server";
import { undoReadings } from "../../app/services/readings/undo-readings.server";
import { gapNow } from "../../app/lib/recruitment-gap.server";
import { newestTotals, type NewCorridor, type NewFeeRule } from "../../app/recruitment/corridors";
import type { Database, Scope } from "../../db/database";
import { verifyChain } from "../../db/chain";
import { auditTrail } from "../../db/queries/audit";
import { publishedGeneration } from "../../db/queries/generations";
import { aDatabase, A_DAY, aFolder, aMember, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName } from "./import-steps";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let scope: Scope;
let officer: Scope;
beforeEach(async () => {
  folder = aFolder();
  db = await aDatabase();
  const workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  officer = scopeOf(workspace, "officer", (await aMember(db, workspace, "officer")).id);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const later = (hours: number) => new Date(A_DAY.getTime() + hours * 3_600_000);
const RATE = { perUsd: 133, on: "2026-02-27", source: "UN operational rates of exchange" };
const corridor = (more: Partial<NewCorridor> = {}): NewCorridor => ({
  origin: "NP",
  destination: "MY",
  workers: "",
  kind: "total",
  money: { amount: 199_500, currency: "NPR", rate: RATE },
  year: 2024,
  source: "Study of a labour institute, 2024",
  note: "",
  validFrom: "2024-01-01",
  ...more,
});
const rule = (more: Partial<NewFeeRule> = {}): NewFeeRule => ({
  country: "MY",
  side: "destination",
  rule: "capped",
  covers: "fee of a private agency",
  value: 1,
  unit: "months of basic pay",
  year: 2024,
  source: "Labour law as printed in 2024",
  note: "",
  validFrom: "2024-06-01",
  ...more,
});
const answer = (what: NewAnswer["what"], value: unknown): NewAnswer => ({
  what,
  value,
  proof: "invoices",
  validFrom: A_DAY.toISOString().slice(0, 10),
  money: null,
});

/** A published list with one supplier that hired 40 workers in one country at the employer's cost of 500 US dollars each. */
async function aSupplierHiringIn(country: string, placeOfWork = "MY"): Promise<string> {
  const steps = importSteps(db, folder.path, () => A_DAY);
  await steps.publish(scope, `Supplier name,Country,Category\nAlder Gloves Sdn,${placeOfWork},rubber gloves\n`);
  const lines = await linesByName(db, scope, (await publishedGeneration(db, scope))!);
  const { suppliers } = db.t;
  const [row] = await db.q
    .select({ id: suppliers.id })
    .from(suppliers)
    .where(eq(suppliers.no, lines.get("Alder Gloves Sdn")!.supplierNo));
  const supplierId = row!.id;
  const answers = [
    answer("workersRecruited", 40),
    answer("recruitedFrom", [country]),
    answer("employerCostTotalUsd", 20_000),
  ];
  await recordReadings(db, scope, { supplierId, answers, source: "a letter", protectedSource: null }, later(1));
  return supplierId;
}

test("a row keeps its figure as it was told, who added it and when, and the two days of it; withdrawn it is kept and marked", async () => {
  const id = await addOwnCorridor(db, officer, corridor(), A_DAY);
  const [row] = await ownCorridors(db, scope);
  expect(row).toMatchObject({ id, ...corridor(), usd: 1500, recordedAt: A_DAY, withdrawnAt: null });
  expect(row!.who).not.toBeNull();
  const ruleId = await addOwnFeeRule(db, scope, rule(), A_DAY);
  expect(await ownFeeRules(db, scope)).toMatchObject([{ id: ruleId, ...rule() }]);

  await withdrawOwnRow(db, scope, id, later(2));
  await withdrawOwnRow(db, scope, ruleId, later(2));
  expect(await ownCorridors(db, scope)).toMatchObject([{ id, usd: 1500, withdrawnAt: later(2) }]);
  await expect(withdrawOwnRow(db, scope, id, later(3))).rejects.toMatchObject({ code: "own-row.withdrawn" });
  await restoreOwnRow(db, scope, ruleId);
  expect(await ownFeeRules(db, scope)).toMatchObject([{ id: ruleId, withdrawnAt: null, withdrawnByName: null }]);
  await expect(restoreOwnRow(db, scope, ruleId)).rejects.toMatchObject({ code: "own-row.in-force" });
  const events = await auditTrail(db, scope, { limit: 5 });
  expect(events.map(({ name }) => name)).toEqual([
    "own-row.restored",
    "own-row.withdrawn",
    "own-row.withdrawn",
    "own-row.added",
    "own-row.added",
  ]);
  expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true });
});

test("nothing without a source is kept, nothing of a day to come, and nothing twice while it is in force", async () => {
  const refused = (given: NewCorridor) => expect(addOwnCorridor(db, scope, given, A_DAY)).rejects;
  await refused(corridor({ source: "  " })).toMatchObject({ code: "own-row.unfit" });
  await refused(corridor({ money: { amount: 1, currency: "NPR", rate: null } })).toMatchObject({
    code: "own-row.unfit",
  });
  await refused(corridor({ year: 2031 })).toMatchObject({ code: "own-row.future" });
  await refused(corridor({ validFrom: "2031-01-01" })).toMatchObject({ code: "own-row.future" });
  await expect(addOwnFeeRule(db, scope, rule({ source: "" }), A_DAY)).rejects.toMatchObject({ code: "own-row.unfit" });
  const id = await addOwnCorridor(db, scope, corridor(), A_DAY);
  await refused(corridor()).toMatchObject({ code: "own-row.same" });
  await withdrawOwnRow(db, scope, id, later(1));
  await addOwnCorridor(db, scope, corridor(), later(2));
  expect(await ownCorridors(db, scope)).toHaveLength(2);
});

test("a gap is measured against whole costs of the newest year that are in force; what workers paid is not one", async () => {
  await addOwnCorridor(db, scope, corridor({ year: 2019, source: "older" }), A_DAY);
  await addOwnCorridor(db, scope, corridor({ workers: "gloves" }), A_DAY);
  await addOwnCorridor(db, scope, corridor({ workers: "palm oil" }), A_DAY);
  await addOwnCorridor(db, scope, corridor({ kind: "paid-by-worker", year: 2025 }), A_DAY);
  const last = await addOwnCorridor(db, scope, corridor({ year: 2025, source: "mistaken" }), A_DAY);
  await withdrawOwnRow(db, scope, last, later(1));
  const rows = await ownCorridors(db, scope);
  const groups = (from: string, to: string | null) => newestTotals(rows, from, to).map(({ workers }) => workers);
  expect(groups("NP", "MY").sort()).toEqual(["gloves", "palm oil"]);
  expect(groups("NP", "SG")).toEqual([]);
  expect(groups("NP", null)).toEqual([]);
});

test("a row changes no result by itself; taken over it becomes answers of the supplier, which stay when the row is withdrawn", async () => {
  const supplierId = await aSupplierHiringIn("ID");
  const before = await recruitmentView(db, scope, supplierId);
  expect(gapNow(before)).toMatchObject({ found: null, corridors: [{ origin: "ID", own: [] }] });
  const rowId = await addOwnCorridor(db, scope, corridor({ origin: "ID" }), later(2));
  const offered = await recruitmentView(db, scope, supplierId);
  expect(offered.outside.assessment).toEqual(before.outside.assessment);
  const [offer] = gapNow(offered).offers;
  // 20,000 US dollars for 40 hires are 500 each; 1,500 taken as right within a fifth leaves 700 to 1,300.
  expect(offer).toMatchObject({ row: { id: rowId, usd: 1500 }, gap: { lowUsd: 700, highUsd: 1300 } });

  const batch = await useOwnCorridor(db, officer, { supplierId, rowId }, later(3));
  const used = await recruitmentView(db, scope, supplierId);
  expect(used.outside.assessment.recruitment.costGap).toMatchObject({ lowUsd: 700, highUsd: 1300 });
  expect(used.outside.facts.recruitment.corridorCostSource).toContain("Study of a labour institute");
  expect(gapNow(used)).toMatchObject({ offers: [], usedRow: { id: rowId, isWithdrawn: false } });
  expect(used.readings.find(({ what }) => what === "corridorCostPerWorkerUsd")!.money).toEqual(corridor().money);
  const [event] = await auditTrail(db, scope, { limit: 1 });
  expect(JSON.parse(event!.contents!)).toMatchObject({ supplierId, ownCorridor: rowId });
  await expect(useOwnCorridor(db, scope, { supplierId, rowId }, later(4))).rejects.toMatchObject({
    code: "own-row.stated",
  });

  await withdrawOwnRow(db, scope, rowId, later(5));
  const after = await recruitmentView(db, scope, supplierId);
  expect(after.outside).toEqual(used.outside);
  expect(gapNow(after)).toMatchObject({ usedRow: { id: rowId, isWithdrawn: true } });
  await undoReadings(db, scope, { supplierId, batch }, later(6));
  expect(gapNow(await recruitmentView(db, scope, supplierId))).toMatchObject({ offers: [], found: null });
  await expect(useOwnCorridor(db, scope, { supplierId, rowId }, later(7))).rejects.toMatchObject({
    code: "own-row.withdrawn",
  });
});

test("a corridor that no table has is said to have no structural data; an own row lets its gap be measured and narrows nothing", async () => {
  const supplierId = await aSupplierHiringIn("KG", "NO");
  const nothing = { origin: "KG", hasData: false, figures: [], rules: [], ownRules: [] };
  expect(gapNow(await recruitmentView(db, scope, supplierId)).corridors).toEqual([{ ...nothing, own: [] }]);
  const rowId = await addOwnCorridor(db, scope, corridor({ origin: "KG", destination: "NO" }), later(2));
  expect(gapNow(await recruitmentView(db, scope, supplierId)).corridors).toMatchObject([
    { ...nothing, own: [{ id: rowId }] },
  ]);
  await useOwnCorridor(db, scope, { supplierId, rowId }, later(3));
  const { outside } = await recruitmentView(db, scope, supplierId);
  expect(outside.assessment.recruitment.costGap).toMatchObject({ lowUsd: 700, highUsd: 1300 });
  expect(outside.assessment.concerns.map(({ key }) => key)).toContain("noStructuralData");
});

test("only a whole cost of a corridor the supplier hires by can be taken over", async () => {
  const supplierId = await aSupplierHiringIn("NP");
  const use = async (given: NewCorridor) =>
    useOwnCorridor(db, scope, { supplierId, rowId: await addOwnCorridor(db, scope, given, A_DAY) }, later(2));
  await expect(use(corridor({ kind: "paid-by-worker" }))).rejects.toMatchObject({ code: "own-row.not-total" });
  await expect(use(corridor({ origin: "BD" }))).rejects.toMatchObject({ code: "own-row.other-corridor" });
  await expect(use(corridor({ destination: "SG" }))).rejects.toMatchObject({ code: "own-row.other-corridor" });
  const ruleId = await addOwnFeeRule(db, scope, rule(), A_DAY);
  await expect(useOwnCorridor(db, scope, { supplierId, rowId: ruleId }, later(2))).rejects.toMatchObject({
    code: "own-row.not-total",
  });
  expect(gapNow(await recruitmentView(db, scope, supplierId)).offers).toEqual([]);
});

test("a cap, a ban or a licence lowers no value: with rules of the workspace every result stays as it is", async () => {
  const supplierId = await aSupplierHiringIn("NP");
  const { outside } = await recruitmentView(db, scope, supplierId);
  await addOwnFeeRule(db, scope, rule({ rule: "prohibited", value: 0 }), later(2));
  await addOwnFeeRule(db, scope, rule({ country: "NP", side: "origin" }), later(2));
  const now = await recruitmentView(db, scope, supplierId);
  expect(now.outside).toEqual(outside);
  expect(gapNow(now).corridors[0]!.ownRules).toHaveLength(2);
});

test("the file has every row of the workspace with its source, its days and who recorded it", async () => {
  const id = await addOwnCorridor(db, officer, corridor({ note: "=1+1" }), A_DAY);
  await addOwnFeeRule(db, scope, rule(), A_DAY);
  await withdrawOwnRow(db, scope, id, later(1));
  const file = await exportOwnRows(db, scope);
  const [head, first, second] = (await text(file.stream)).split("\r\n");
  expect(head).toContain("amount,currency,per_usd,rate_on,rate_source,usd");
  expect(first).toContain("NP,MY,,total,199500,NPR,133,2026-02-27,UN operational rates of exchange,1500");
  expect(first).toContain("Study of a labour institute, 2024");
  expect(first).not.toContain(",=1+1");
  expect(first).toContain(later(1).toISOString());
  expect(second).toContain("fee rule");
  expect((await auditTrail(db, scope, { limit: 1 }))[0]!.name).toBe("own-rows.exported");
});
