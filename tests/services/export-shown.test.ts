/** Export of exactly what the table shows. */
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import Papa from "papaparse";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shownBy } from "../../app/lib/supplier-view.server";
import { exportShown } from "../../app/services/register/export-shown.server";
import { saveView } from "../../app/services/views/save-view.server";
import type { Database } from "../../db/database";
import { buildPages, buildSearch } from "../../db/pages";
import { auditTrail } from "../../db/queries/audit";
import { A_DAY, aDatabase, aGeneration, aSupplier, aWorkspace, scopeOf, type AWorkspace } from "../builders";

let db: Database;
let workspace: AWorkspace;
const ids: string[] = [];

beforeAll(async () => {
  db = await aDatabase();
  workspace = await aWorkspace(db);
  const { no: generation } = await aGeneration(db, workspace);
  for (let i = 0; i < 1200; i++) {
    const supplier = await aSupplier(db, workspace, {
      name: i === 7 ? "=HYPERLINK(1)" : `Mill ${i}`,
      seat: ["BD", "TR", "DE"][i % 3]!,
      isic: i % 2 === 0 ? "1410" : "1062",
      supplierNumber: `S-${i}`,
      score: i % 100,
      band: i % 100 > 60 ? "high" : "low",
      generation,
    });
    ids.push(supplier.id);
  }
  const { generations } = db.t;
  await db.commitPlain((q) => [q.update(generations).set({ suppliers: 1200 }).where(eq(generations.no, generation))]);
  await db.summary.count(generation);
  await buildPages(db, generation);
  await buildSearch(db, generation);
});
afterAll(() => db.close());

async function exported(query: string): Promise<Record<string, string>[]> {
  const scope = scopeOf(workspace);
  const shown = await shownBy(db, scope, new Request(`http://localhost/w/x/suppliers.csv?${query}`));
  const file = await text((await exportShown(db, scope, "csv", shown)).stream);
  return Papa.parse<Record<string, string>>(file.replace(/^\uFEFF/, ""), { header: true, skipEmptyLines: true }).data;
}

test("the filters leave out, the order stands, and every page of the table is in the file", async () => {
  const rows = await exported("country=BD&country=TR&sort=score&direction=asc");
  expect(rows).toHaveLength(800);
  expect(new Set(rows.map(({ seat }) => seat))).toEqual(new Set(["BD", "TR"]));
  const scores = rows.map(({ score }) => Number(score));
  expect(scores).toEqual(scores.toSorted((a, b) => a - b));
});

test("the columns are those that are shown, and the name", async () => {
  const [first] = await exported("cols=&cols=number&cols=range&sort=name");
  expect(Object.keys(first!)).toEqual(["name", "supplier_number", "plausible_low", "plausible_high"]);
});

test("words and several filters together give what the table gives", async () => {
  const rows = await exported("q=mill+11&band=high&sector=14");
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.every(({ name, band, isic }) => /Mill 11/.test(name!) && band === "high" && isic === "1410")).toBe(true);
});

test("suppliers selected one by one are in the file and no others", async () => {
  const rows = await exported(`only=${ids[3]},${ids[900]}&only=${ids[5]}&sort=name&cols=&cols=number`);
  expect(rows.map(({ supplier_number }) => supplier_number).sort()).toEqual(["S-3", "S-5", "S-900"]);
});

test("a name that looks like a formula starts none", async () => {
  const [row] = await exported(`only=${ids[7]}`);
  expect(row!["name"]).toBe("'=HYPERLINK(1)");
});

test("the trail says what was taken, how much of it, and from which view", async () => {
  const scope = scopeOf(workspace);
  const view = { name: "Turkish", query: "country=TR", shared: false, isDefault: false };
  const { viewId } = await saveView(db, scope, view, A_DAY);
  await exported(`country=TR&view=${viewId}`);
  const [last] = await auditTrail(db, scope, { limit: 1 });
  expect(last!.name).toBe("register.exported");
  expect(JSON.parse(last!.contents!)).toMatchObject({
    format: "csv",
    rows: 400,
    query: "country=TR",
    view: { id: viewId, name: "Turkish" },
  });
});
