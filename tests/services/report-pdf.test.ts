/** The register's PDF from upload to file, and what becomes of the process that makes it. */
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { exportRegisterPdf } from "../../app/services/reports/export-register-pdf.server";
import { createPdfMaker, type MakePdf } from "../../app/services/reports/make-pdf.server";
import { aReport, aRow } from "../../app/reports/test-report";
import type { Database, Scope } from "../../db/database";
import { buildPages } from "../../db/pages";
import { auditTrail } from "../../db/queries/audit";
import { topSuppliers } from "../../db/queries/top-suppliers";
import { A_DAY, aDatabase, aFolder, aWorkspace, scopeOf } from "../builders";
import { builtPdfProgram } from "../pdf-program";
import { bare, readPdf } from "../pdf-text";
import { importSteps } from "./import-steps";

const LIST = `Supplier,Country,Product,Amount,Currency
华东纺织有限公司,China,cotton yarn,"1,200.50",EUR
Прядильная фабрика,Kazakhstan,cotton yarn,300,EUR
โรงงานทอผ้า,Thailand,shrimp,10,USD
Alder Staffing,Poland,temporary agency work,5,EUR
Nowhere Ltd,,,7,EUR
`;

let db: Database;
let program: Awaited<ReturnType<typeof builtPdfProgram>>;
const data = aFolder();

beforeAll(async () => {
  // Other tests make PDFs at the same time: here only those of this file may be seen to be left.
  vi.stubEnv("TMPDIR", data.path);
  db = await aDatabase();
  program = await builtPdfProgram();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await db.close();
  program.remove();
  data.remove();
});

const maker = (options: Partial<Parameters<typeof createPdfMaker>[0]> = {}): MakePdf =>
  createPdfMaker({ program: program.path, ...options });
const asked = { language: "en", now: A_DAY } as const;
const exportsOf = async (scope: Scope) =>
  (await auditTrail(db, scope, { limit: 100 })).filter(({ name }) => name === "register.exported");
const leftBehind = () => readdirSync(tmpdir()).filter((name) => name.startsWith("candour-pdf-"));

async function aPublishedList(): Promise<Scope> {
  const scope = scopeOf(await aWorkspace(db, { name: "Nordhavn Workwear" }));
  await importSteps(db, data.path, () => A_DAY).publish(scope, LIST);
  return scope;
}

describe("the register that everyone sees", () => {
  test("becomes a PDF with the numbers of the import, and the export is an event of the chain", async () => {
    const scope = await aPublishedList();
    const file = await exportRegisterPdf(db, scope, asked, maker());
    expect(file).toMatchObject({ contentType: "application/pdf" });
    expect(file.fileName).toMatch(/^candour-register-.*\.pdf$/u);
    const read = await readPdf(await buffer(file.stream));
    for (const text of [
      "Nordhavn Workwear",
      "list.csv",
      "Person",
      "All 5 suppliers",
      "华东纺织有限公司",
      "Прядильная фабрика",
    ])
      expect(read.text).toContain(bare(text));
    expect(read.text).toContain("EUR1,512.501,512.500.000.000.00");
    expect(read.text).toContain("USD10.0010.000.000.000.00");
    const [event] = await exportsOf(scope);
    expect(JSON.parse(event!.contents!)).toMatchObject({ format: "pdf", rows: 5 });
  });

  test("is written in the language asked for", async () => {
    const scope = await aPublishedList();
    const { stream } = await exportRegisterPdf(db, scope, { ...asked, language: "ru" }, maker());
    expect((await readPdf(await buffer(stream))).language).toBe("ru");
  });

  test("is refused before a list is published, and no event says otherwise", async () => {
    const scope = scopeOf(await aWorkspace(db));
    await expect(exportRegisterPdf(db, scope, asked, maker())).rejects.toMatchObject({
      code: "register.none",
      status: 404,
    });
    expect(await exportsOf(scope)).toEqual([]);
  });

  test("leaves no file behind once it was read", async () => {
    const scope = await aPublishedList();
    const before = leftBehind();
    const { stream } = await exportRegisterPdf(db, scope, asked, maker());
    await buffer(stream);
    await expect.poll(() => leftBehind().filter((name) => !before.includes(name))).toEqual([]);
  });

  test("is dropped when its reader leaves: the process is killed, nothing is left, no event is written", async () => {
    const scope = await aPublishedList();
    const before = leftBehind();
    const leave = new AbortController();
    const made = exportRegisterPdf(db, scope, { ...asked, signal: leave.signal }, maker());
    setTimeout(() => leave.abort(), 60);
    await expect(made).rejects.toMatchObject({ name: "AbortError" });
    expect(leftBehind().filter((name) => !before.includes(name))).toEqual([]);
    expect(await exportsOf(scope)).toEqual([]);
  });
});

describe("the process that makes it", () => {
  const order = { kind: "register", report: aReport([aRow()]), csv: "name\r\n", language: "en" } as const;

  test("is ended when it takes too long", async () => {
    await expect(maker({ timeLimitMs: 1 })(order)).rejects.toMatchObject({ code: "pdf.too-slow", status: 503 });
  });

  test("is one at a time; one order too many is told to come back, and the others are served", async () => {
    const make = maker({ mostWaiting: 1 });
    const [first, second] = [make(order), make(order)];
    await expect(make(order)).rejects.toMatchObject({ code: "pdf.busy", status: 503 });
    for (const made of await Promise.all([first, second])) await made.remove();
    const again = await make(order);
    await again.remove();
  });

  test("says what it could not do, and the next order is served", async () => {
    const make = maker();
    const unknown = {
      ...order,
      report: { ...order.report, model: { id: "1999.1", dataDate: "2026-01-01", dataHash: "0" } },
    };
    const [failed, made] = await Promise.allSettled([make(unknown), make(order)]);
    expect(failed).toMatchObject({ status: "rejected", reason: { message: "There is no risk model 1999.1" } });
    expect(made.status).toBe("fulfilled");
    if (made.status === "fulfilled") {
      expect(made.value.childPeakBytes).toBeGreaterThan(20_000_000);
      await made.value.remove();
    }
  });
});

test("the first suppliers are the same before and after the pages of the table are written", async () => {
  const scope = scopeOf(await aWorkspace(db));
  const rows = Array.from(
    { length: 450 },
    (_, at) =>
      `Mill ${at},${["TR", "CN", "DE", ""][at % 4]},${["cotton yarn", "shrimp", "", "cleaning"][(at >> 2) % 4]}`,
  );
  const { generation } = await importSteps(db, data.path, () => A_DAY).publish(
    scope,
    ["Supplier,Country,Product", ...rows].join("\n"),
  );
  const before = await topSuppliers(db, scope, generation!, 300);
  await buildPages(db, generation!);
  const after = await topSuppliers(db, scope, generation!, 300);
  expect(before).toHaveLength(300);
  expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
  expect(await topSuppliers(db, scope, generation!, 1000)).toHaveLength(450);
});
