/** A list read in pieces, by any number of threads: what is read depends on neither. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerRow } from "../../db/register-row";
import type { DecidedItem, Understanding } from "../../app/groups/decision";
import { buildGeneration } from "../../app/services/imports/build-generation.server";
import { openList, rowSetupOf } from "../../app/services/imports/read-list.server";
import {
  FLAG,
  PieceReader,
  NUMBER,
  RECORD_WORDS,
  WORD,
  type PackedNumber,
  type PackedWord,
} from "../../app/services/imports/rows/packed-piece";
import { piecesInOrder, type PieceOptions } from "../../app/services/imports/rows/pieces-in-order.server";
import { RowThreads } from "../../app/services/imports/rows/row-threads.server";
import type { RowSetup } from "../../app/services/imports/rows/row-packer.server";
import { defaultSettings } from "../../app/services/imports/settings";
import { assessorFor } from "../../app/services/scoring/assessor.server";
import { AT, REGISTER_COLUMNS } from "../../app/services/scoring/register-line";
import { aDatabase, aWorkspace } from "../builders";
import { makeSupplierList } from "../bench/make-list";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), "candour-pieces-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string) => path.join(folder, name);

async function setupOf(file: string, understanding: Understanding | null = null): Promise<RowSetup> {
  const fileName = path.basename(file);
  const opened = await openList({ path: file, fileName, workDir: folder, settings: defaultSettings() });
  return rowSetupOf(opened, defaultSettings(), "2026-11-20", understanding);
}

const NUMBERS: readonly PackedNumber[] = ["recordHi", "recordLo", "nameHi", "nameLo", "identityHi", "identityLo"];
const WORDS: readonly PackedWord[] = RECORD_WORDS;
/** A row further down than its supplier's first is scored only where it is the first of its piece. */
const FURTHER_ROW = REGISTER_COLUMNS.slice(0, AT.level);

/** Every row of a list, in order, with all that was found out about it. */
async function rowsOf(setup: RowSetup, options: PieceOptions): Promise<unknown[]> {
  const rows: unknown[] = [];
  const met = new Set<string>();
  for await (const { piece, recordsBefore, linesBefore } of piecesInOrder(setup, options)) {
    const reader = new PieceReader(piece, linesBefore);
    while (reader.next()) {
      const flags = reader.number(NUMBER.flags);
      const line = flags & FLAG.imported ? reader.registerLine() : null;
      const identity = `${reader.number(NUMBER.identityHi)} ${reader.number(NUMBER.identityLo)}`;
      const further = met.has(identity);
      met.add(identity);
      const issues = [];
      for (let issue = reader.nextIssue(); issue; issue = reader.nextIssue())
        issues.push([issue.code, issue.field, issue.found]);
      rows.push({
        record: recordsBefore + reader.number(NUMBER.record),
        place: [reader.line, reader.number(NUMBER.byteOffset), reader.number(NUMBER.byteLength)],
        flags: flags & ~FLAG.scored,
        amount: reader.amount,
        numbers: NUMBERS.map((name) => reader.number(NUMBER[name])),
        words: WORDS.map((name) => reader.word(WORD[name])),
        name: reader.name,
        nameKey: reader.nameKey,
        issues,
        line: further ? FURTHER_ROW.map((column) => line?.[AT[column]]) : line,
      });
    }
  }
  return rows;
}

describe("a list read in pieces", () => {
  test.each([
    { encoding: "utf-8" as const, delimiter: "," as const },
    { encoding: "utf-16le" as const, delimiter: ";" as const },
  ])("$encoding: threads read what one reader reads", async ({ encoding, delimiter }) => {
    const file = fileOf(`list-${encoding}.csv`);
    makeSupplierList(file, { rows: 1500, seed: 11, dirty: 0.3, encoding, delimiter });
    const setup = await setupOf(file);
    const whole = await rowsOf(setup, { pieceBytes: 1 << 30, threads: null });
    expect(whole.length).toBeGreaterThan(1400);
    expect(await rowsOf(setup, { pieceBytes: 7_000, threads: null })).toEqual(whole);
    expect(await rowsOf(setup, { pieceBytes: 20_000, threads: new RowThreads(2) })).toEqual(whole);
  });

  test("threads that are gone leave the work to the one that writes, and nothing is lost", async () => {
    const file = fileOf("gone.csv");
    makeSupplierList(file, { rows: 600, seed: 12, dirty: 0.1 });
    const setup = await setupOf(file);
    const whole = await rowsOf(setup, { pieceBytes: 9_000, threads: null });
    const before = new RowThreads(2);
    await before.close();
    expect(await rowsOf(setup, { pieceBytes: 9_000, threads: before })).toEqual(whole);
    const during = new RowThreads(2);
    const [rows] = await Promise.all([rowsOf(setup, { pieceBytes: 9_000, threads: during }), during.close()]);
    expect(rows).toEqual(whole);
  });

  test("no size of the pieces changes it, wherever a line break stands", async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "",
        "Bandar Textiles Ltd",
        "Mill, Unit 2",
        'a "quoted" word',
        "two\nlines",
        "three\r\n\nlines",
        "Ромашка",
      ),
      fc.string({ maxLength: 12 }),
    );
    const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const file = fileOf("any.csv");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 3, maxLength: 25 }),
        fc.constantFrom("\n", "\r\n"),
        fc.integer({ min: 1, max: 90 }),
        async (records, lineEnd, pieceBytes) => {
          const head = [
            "Supplier name,Country,Address",
            "Acme Ltd,NO,Oslo 1",
            "Bolt AS,SE,Umea 2",
            "Cog AB,DK,Aarhus 3",
          ];
          const lines = [...head, ...records.map((cells) => cells.map(quoted).join(","))];
          writeFileSync(file, lines.join(lineEnd) + lineEnd);
          const setup = await setupOf(file);
          expect(await rowsOf(setup, { pieceBytes, threads: null })).toEqual(
            await rowsOf(setup, { pieceBytes: 1 << 20, threads: null }),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  test("a fault deep in the file names its own line, whoever meets it", async () => {
    const file = fileOf("deep.csv");
    const rows = Array.from({ length: 30_000 }, (_, i) => `Supplier ${i},NO,Street ${i}`);
    rows[20_000] = `Supplier 20000,NO,"${"x".repeat(40_000)}"`;
    writeFileSync(file, `Supplier name,Country,Address\n${rows.join("\n")}\n`);
    const setup = await setupOf(fileOf("deep.csv"));
    for (const threads of [null, new RowThreads(2)])
      await expect(rowsOf(setup, { pieceBytes: 40_000, threads })).rejects.toMatchObject({
        code: "file.cell-too-long",
        values: { line: 20_002 },
      });
  });
});

describe("a list about which something was decided", () => {
  const said = (
    id: string,
    scope: DecidedItem["scope"],
    key: string,
    decision: DecidedItem["decision"],
  ): DecidedItem => ({ id, scope, key, decision, originUsed: null });
  const UNDERSTANDING: Understanding = {
    decisions: [
      said("1", "group", "account:cleaning", { sector: { isic: "8121", goods: [], words: "cleaning" } }),
      said("2", "group", "account:tax", { notSeller: "taxes" }),
      said("3", "group", "account:people", { notSeller: "natural-persons" }),
      said("4", "payee", "dunmoor", { sector: { isic: "1410", goods: [], words: "clothes" }, placeOfWork: "TR" }),
      said("5", "text-country", "atlantis", { country: "VN" }),
      said("6", "text-currency", "zlotys", { currency: "PLN" }),
      said("7", "text-sector", "zzqx fittings", { sector: { isic: "2599", goods: [], words: "metal goods" } }),
    ],
  };

  /** Rows of a few payees in several accounts, with texts of every kind that no table knows. */
  function ledger(file: string): void {
    const accounts = ["Cleaning", "Tax", "People", "Plant", "", 'Odd "account"\nin two lines'];
    const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const lines = Array.from({ length: 900 }, (_, i) =>
      [
        ["Alder Ltd", "Birch GmbH", "Dunmoor", "Ромашка ООО", `Payee ${i % 37} Ltd`][i % 5]!,
        ["NO", "Atlantis", "DE", "", "Nowhereland"][i % 7] ?? "PL",
        ["100", "-20.5", "7", ""][i % 4]!,
        ["EUR", "Zlotys", "Doubloons", "EUR", "EUR", "EUR"][i % 6]!,
        accounts[i % 11] ?? "Plant",
        ["zzqx fittings", "", "qqxz things", "shirts", `order ${i}`][i % 8] ?? "",
      ]
        .map(cell)
        .join(","),
    );
    writeFileSync(file, `Supplier name,Country,Amount,Currency,Account name,Purpose\n${lines.join("\n")}\n`);
  }

  test("is read alike in pieces of any size and by threads", async () => {
    const file = fileOf("decided.csv");
    ledger(file);
    const setup = await setupOf(file, UNDERSTANDING);
    const whole = await rowsOf(setup, { pieceBytes: 1 << 30, threads: null });
    const decided = new Set(whole.map((row) => (row as { words: string[] }).words[RECORD_WORDS.indexOf("decided")]));
    expect(decided.size).toBeGreaterThan(5);
    expect(await rowsOf(setup, { pieceBytes: 900, threads: null })).toEqual(whole);
    expect(await rowsOf(setup, { pieceBytes: 5_000, threads: new RowThreads(2) })).toEqual(whole);
  });

  test("becomes the same list with the same groups, payees, texts and decided suppliers", async () => {
    const file = fileOf("decided.csv");
    ledger(file);
    const setup = await setupOf(file, UNDERSTANDING);
    const whole = await listOf(setup, { pieceBytes: 1 << 30, threads: null });
    expect(whole.groups.length).toBeGreaterThan(4);
    expect(whole.texts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["country", "currency", "sector"]));
    expect(new Set(whole.decided.map(({ decisions }) => decisions)).size).toBeGreaterThan(2);
    expect(whole.issues.some(({ code }) => code === "decided-not-a-seller")).toBe(true);
    expect(await listOf(setup, { pieceBytes: 900, threads: null })).toEqual(whole);
    expect(await listOf(setup, { pieceBytes: 5_000, threads: new RowThreads(2) })).toEqual(whole);
  });
});

/** A list as it stands when it is built, in a database of its own. */
async function listOf(rows: RowSetup, pieces: PieceOptions) {
  const db = await aDatabase();
  const { no: workspaceNo } = await aWorkspace(db);
  const generation = 1;
  const { engine } = assessorFor(rows.list.asOf);
  const hooks = { onProgress: () => undefined, cancelled: () => false };
  const { counts } = await buildGeneration(db, { workspaceNo, generation, rows, engine, pieces, ...hooks });
  const { generationGroups, generationPayees, generationUnresolved, decidedSuppliers, registerRows, rowIssues } = db.t;
  const list = {
    counts,
    groups: await db.q.select().from(generationGroups).orderBy(generationGroups.no),
    payees: await db.q.select().from(generationPayees).orderBy(generationPayees.no),
    texts: await db.q.select().from(generationUnresolved).orderBy(generationUnresolved.no),
    decided: await db.q.select().from(decidedSuppliers).orderBy(decidedSuppliers.key),
    lines: await db.q.select().from(registerRows).orderBy(registerRows.key),
    issues: await db.q.select().from(rowIssues).orderBy(rowIssues.key),
  };
  await db.close();
  return { ...list, lines: list.lines.map((line) => registerRow(line)) };
}
