/** Rows that were set aside or left out, taken out as a workbook, corrected, and put back into their list. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Database, Scope } from "../../db/database";
import { writeXlsx } from "../../app/files/xlsx-writer.server";
import { readConfig } from "../../app/lib/config.server";
import { chooseSettings } from "../../app/services/imports/choose-settings.server";
import { confirmImport } from "../../app/services/imports/publish-import.server";
import { exportCorrections, type CorrectionWords } from "../../app/services/imports/export-corrections.server";
import type { ImportRecord } from "../../app/services/imports/import-record.server";
import { sealOriginal } from "../../app/services/originals/seal-original.server";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { readSheet } from "../e2e/xlsx";
import { importSteps, linesByName, type Steps } from "./import-steps";

let folder: ReturnType<typeof aFolder>;
let db: Database;
let scope: Scope;
let steps: Steps;
beforeEach(async () => {
  folder = aFolder();
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  steps = importSteps(db, folder.path, () => A_DAY);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const LEDGER = `Payee;Payment date;Amount (EUR);Purpose;E-mail
Alder Cleaning Ltd;05.01.2026;100,10;window cleaning;ann@alder.example
;06.01.2026;-50,00;stationery;bo@birch.example
VARIOUS;07.01.2026;20,05;=cleaning materials;
Mr John Smith;09.01.2026;5,50;refund of deposit;john@smith.example
Cedar Ltd;10.01.2026;7;catering;
`;

const WORDS: CorrectionWords = {
  sheet: "Rows to correct",
  line: "line",
  why: "why",
  advice: "what to do",
  surplus: "further cells",
  explain: (reason) => `because ${reason}`,
  advise: (reason) => `do ${reason}`,
};

/** The workbook's rows, header first. */
async function rowsOf(record: ImportRecord): Promise<string[][]> {
  const file = path.join(folder.path, "out.xlsx");
  const { stream } = await exportCorrections(db, scope, record.id, WORDS);
  writeFileSync(file, await buffer(stream));
  const rows = await readSheet(file);
  return rows.map((row) => Array.from({ length: rows[0]!.length }, (_, i) => row[i] ?? ""));
}

/** Uploads rows as a workbook and looks at them, as a person does up to the columns. */
async function upload([headers, ...rows]: readonly string[][]): Promise<ImportRecord> {
  const file = path.join(folder.path, "in.xlsx");
  await writeXlsx(file, [{ name: "Rows", columns: headers!.map((header) => ({ header })), rows }]);
  const id = await steps.upload(scope, readFileSync(file), "corrected.xlsx");
  return steps.inspect(scope, id);
}
const build = (record: ImportRecord) => steps.build(scope, record.id, record.settings);

describe("the workbook", () => {
  test("has the rows that were not imported, with line, reason and what to do, and the list's columns", async () => {
    const record = await steps.preview(scope, LEDGER);
    const [header, ...rows] = await rowsOf(record);
    expect(header).toEqual([
      `Candour: line (${record.id})`,
      "Candour: why",
      "Candour: what to do",
      "Payee",
      "Payment date",
      "Amount (EUR)",
      "Purpose",
      "E-mail",
      "Candour: further cells",
    ]);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ["3", "because no-name", "do no-name", ""],
      ["4", "because placeholder-name", "do placeholder-name", "VARIOUS"],
      ["5", "because natural-person", "do natural-person", "Mr John Smith"],
    ]);
    expect(rows.map((row) => row[7])).toEqual(["", "", ""]);
  });

  test("uploaded again unchanged gives the same list", async () => {
    const record = await steps.preview(scope, LEDGER);
    const again = await build(await upload(await rowsOf(record)));
    expect(again.summary?.rows).toEqual(record.summary?.rows);
    expect(again.summary?.totals).toEqual(record.summary?.totals);
    expect(again.inspection?.correction).toMatchObject({ importId: record.id, replaced: 3, added: 0, rows: 5 });
  });

  test("is the same after the list was published and its original was sealed", async () => {
    const record = await steps.preview(scope, LEDGER);
    const before = await rowsOf(record);
    await confirmImport(db, scope, record.id, A_DAY);
    await sealOriginal(db, scope, record.id, readConfig({ CANDOUR_DATA: folder.path }), A_DAY);
    expect(await rowsOf(record)).toEqual(before);
  });
});

describe("corrected rows", () => {
  test("are put into the list they came from, and everything else of it stays", async () => {
    const record = await steps.preview(scope, LEDGER);
    const rows = await rowsOf(record);
    rows[1]![3] = "Birch Ltd";
    rows[2]![3] = "Dogwood Ltd";
    const { summary, generation } = await build(await upload(rows));
    expect(summary).toMatchObject({ kind: "ledger", suppliers: 4, rows: { read: 5, imported: 4, setAside: 1 } });
    const lines = await linesByName(db, scope, generation!);
    expect([...lines.keys()].sort()).toEqual(["Alder Cleaning Ltd", "Birch Ltd", "Cedar Ltd", "Dogwood Ltd"]);
    expect(lines.get("Birch Ltd")).toMatchObject({ line: 3, amounts: '{"EUR":["-500000","-500000"]}' });
    expect(lines.get("Dogwood Ltd")).toMatchObject({ line: 4, product: "=cleaning materials" });
    expect(lines.get("Alder Cleaning Ltd")).toMatchObject({ line: 2, spendMain: 100.1 });
    expect(summary?.totals).toEqual(record.summary?.totals.map((total) => ({ ...total, ...COUNTED })));
  });

  test("in another order, with columns moved or taken out and a row added, mean the same", async () => {
    const record = await steps.preview(scope, LEDGER);
    const [header, noName, various] = await rowsOf(record);
    noName![3] = "Birch Ltd";
    const added = header!.map((_, i) => (i === 3 ? "Elm Ltd" : i === 5 ? "1" : ""));
    const turned = [header!, various!, added, noName!].map((row) => row.filter((_, i) => i !== 6 && i !== 1).reverse());
    const corrected = await upload(turned);
    expect(corrected.inspection?.correction).toMatchObject({ replaced: 2, added: 1, rows: 6 });
    const lines = await linesByName(db, scope, (await build(corrected)).generation!);
    expect(lines.get("Birch Ltd")).toMatchObject({ line: 3, product: "stationery" });
    expect(lines.get("Elm Ltd")).toMatchObject({ line: 7, amounts: '{"EUR":["10000","0"]}' });
  });

  test("of a correction can be corrected again", async () => {
    const record = await steps.preview(scope, LEDGER);
    const rows = await rowsOf(record);
    rows[1]![3] = "Birch Ltd";
    const first = await build(await upload(rows));
    const left = await rowsOf(first);
    expect(left.slice(1).map((row) => row[0])).toEqual(["4", "5"]);
    left[1]![3] = "Dogwood Ltd";
    const { generation } = await build(await upload(left));
    expect([...(await linesByName(db, scope, generation!)).keys()]).toEqual(
      expect.arrayContaining(["Birch Ltd", "Dogwood Ltd", "Alder Cleaning Ltd"]),
    );
  });

  test("are read as the list was: its country, its columns", async () => {
    const record = await steps.preview(scope, LEDGER, { country: "NO", mapping: { name: 0, date: 1, amount: 2 } });
    const corrected = await upload(await rowsOf(record));
    expect(corrected.settings).toMatchObject({ country: "NO", mapping: { name: 0, date: 1, amount: 2 } });
    expect(corrected.inspection?.proposal.mapping).toEqual({ name: 0, date: 1, amount: 2 });
  });

  test("opened anew in another encoding are still put into their list, under titles that stand above it", async () => {
    const record = await steps.preview(scope, `Payments of May\n\nCity of Alder\n${LEDGER}`);
    expect(record.inspection?.proposal.headerRecord).toBe(3);
    const rows = await rowsOf(record);
    rows[1]![3] = "Bürke Ltd";
    const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")).join("\n");
    const id = await steps.upload(scope, Buffer.from(text, "latin1"), "corrected.csv");
    const first = await steps.inspect(scope, id);
    await chooseSettings(db, scope, id, { ...first.settings, encoding: "latin1" }, A_DAY);
    const again = await steps.inspect(scope, id);
    expect(again).toMatchObject({ state: "mapping", inspection: { correction: { replaced: 3 } } });
    const lines = await linesByName(db, scope, (await build(again)).generation!);
    expect(lines.get("Bürke Ltd")?.line).toBe(6);
  });

  test("with a person's number taken out do not make a person a supplier", async () => {
    const list = "Поставщик;ИНН;Страна\nООО Ель;7707083893;Россия\nКлён;500100732259;Россия\n;;Россия\n";
    const record = await steps.publish(scope, list);
    expect(record.summary?.rows).toMatchObject({ imported: 1, setAside: 1, leftOut: 1 });
    await sealOriginal(db, scope, record.id, readConfig({ CANDOUR_DATA: folder.path }), A_DAY);
    const rows = await rowsOf(record);
    expect(JSON.stringify(rows)).not.toContain("500100732259");
    rows[2]![3] = "ООО Сосна";
    const { summary } = await build(await upload(rows));
    expect(summary?.rows).toMatchObject({ imported: 2, setAside: 1, leftOut: 0 });
  });

  test("of a list of another workspace are refused with a sentence", async () => {
    const rows = await rowsOf(await steps.preview(scope, LEDGER));
    scope = scopeOf(await aWorkspace(db));
    expect(await upload(rows)).toMatchObject({ state: "failed", problem: { code: "correction.unknown" } });
  });
});

/** What the totals are once the two rows are counted. */
const COUNTED = { counted: "771500", creditNotes: "-500000", setAside: "55000", rejected: "0" };
