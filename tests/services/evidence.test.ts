/** Documents: by content, encrypted, once, and never a list of workers. */
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { deflateSync } from "node:zlib";
import yazl from "yazl";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addEvidence, type NewEvidence } from "../../app/services/evidence/add-evidence.server";
import { downloadEvidence } from "../../app/services/evidence/download-evidence.server";
import { takeBackEvidence } from "../../app/services/evidence/take-back-evidence.server";
import { recordAction } from "../../app/services/remedy/record-action.server";
import { recordGroup } from "../../app/services/remedy/record-group.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { newId } from "../../db/ids";
import type { Database, Scope } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
import { evidenceFor, findEvidence } from "../../db/queries/evidence";
import type { EvidenceFor } from "../../db/schema/evidence";
import {
  A_DAY,
  aDatabase,
  aFolder,
  aGeneration,
  aSupplier,
  aWorkspace,
  scopeOf,
  type ASupplier,
  type AWorkspace,
} from "../builders";
import { aGroup, anAction } from "../remedy-facts";

const folder = aFolder();
let db: Database;
let scope: Scope;
let workspace: AWorkspace;
let mill: ASupplier;
beforeAll(async () => {
  db = await aDatabase();
  workspace = await aWorkspace(db);
  scope = scopeOf(workspace);
  mill = await aSupplier(db, workspace, { name: "Mill" });
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

function aDocument(bytes: string | Buffer, more: Partial<NewEvidence> = {}): NewEvidence {
  const content = Buffer.from(bytes);
  const file = path.join(folder.path, newId(A_DAY));
  writeFileSync(file, content);
  return {
    supplierId: mill.id,
    use: null,
    fileName: "report.bin",
    path: file,
    bytes: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    shows: "What was found",
    issuer: "An office",
    issuedOn: "2026-01-01",
    expiresOn: "2027-01-01",
    strength: "primary",
    tier: 2,
    site: null,
    product: null,
    accessClass: "confidential",
    showsPersons: false,
    ...more,
  };
}
type Bytes = string | Buffer | Promise<Buffer>;
const add = async (bytes: Bytes, more: Partial<NewEvidence> = {}) =>
  addEvidence(db, scope, aDocument(await bytes, more), folder.path, A_DAY);

/** A zip with these parts. */
async function zipOf(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

const pdf = (text: string) => {
  const stream = deflateSync(Buffer.from(`BT /F1 12 Tf 72 720 Td (${text}) Tj ET`));
  return Buffer.concat([
    Buffer.from(`%PDF-1.4\n1 0 obj << /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`),
    stream,
    Buffer.from("\nendstream\nendobj\n%%EOF\n"),
  ]);
};
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const docx = (text: string) =>
  zipOf({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document><w:p><w:t>${text}</w:t></w:p></w:document>`,
  });
const xlsx = (texts: readonly string[]) =>
  zipOf({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": "<workbook/>",
    "xl/sharedStrings.xml": `<sst>${texts.map((one) => `<si><t>${one}</t></si>`).join("")}</sst>`,
  });

describe("what a file is, its content says", () => {
  test.each<[string, Bytes]>([
    ["pdf", pdf("An audit of May 2026")],
    ["png", PNG],
    ["jpeg", JPEG],
    ["docx", docx("An audit of June 2026")],
    ["xlsx", xlsx(["Corridor", "Workers", "Fee"])],
    ["csv", "Corridor;Workers\nBD-MY;40\n"],
    ["text", "A letter of the inspectorate."],
  ])("%s", async (kind, bytes) => {
    const { id } = await add(bytes);
    expect(await findEvidence(db, scope, id)).toMatchObject({ kind, tier: 2, expiresOn: "2027-01-01" });
  });

  test.each<[string, Bytes]>([
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["a drawing with script", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ["a program", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0])],
    ["a PDF behind other bytes", `GIF89a\n%PDF-1.4`],
    ["an archive", zipOf({ "a.txt": "x" })],
    ["nothing", ""],
  ])("%s is refused", async (_, bytes) => {
    await expect(add(bytes)).rejects.toMatchObject({ code: "evidence.kind" });
  });

  test("an office file with macros is refused", async () => {
    const file = zipOf({ "word/document.xml": "<w:document/>", "word/vbaProject.bin": "x" });
    await expect(add(file)).rejects.toMatchObject({ code: "evidence.macros" });
  });
});

describe("lists of workers and identity papers are refused", () => {
  test.each<[string, Bytes]>([
    ["CSV", "Full name,Date of birth\nA,1990\n"],
    ["workbook", xlsx(["Name", "Passport No."])],
    ["letter", docx("Passport no. B 1234567, passport no. C 7654321")],
    ["PDF", pdf("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<")],
  ])("as %s", async (_, bytes) => {
    await expect(add(bytes)).rejects.toMatchObject({ code: "evidence.persons" });
  });

  test("as a picture when the uploader says so, or says nothing", async () => {
    await expect(add(PNG, { showsPersons: true })).rejects.toMatchObject({ code: "evidence.persons-said" });
    await expect(add(PNG, { showsPersons: null })).rejects.toMatchObject({ code: "evidence.persons-unsaid" });
  });
});

test("a document lies encrypted, comes back byte by byte, and each download is an event", async () => {
  const words = "The decision nobody may read on the disk.";
  const { id } = await add(words);
  const stored = (await findEvidence(db, scope, id))!;
  expect(readFileSync(path.join(folder.path, stored.storedPath)).includes("decision")).toBe(false);
  const file = await downloadEvidence(db, scope, id, folder.path);
  expect((await buffer(file.stream)).toString()).toBe(words);
  expect(file.contentType).toContain("text/plain");
  const [last] = await auditTrail(db, scope, { limit: 1 });
  expect(last).toMatchObject({ name: "evidence.downloaded" });
});

test("the same content is stored once: it is said what else it backs, and for the same twice it is refused", async () => {
  const finding = await recordFinding(
    db,
    scope,
    {
      supplierId: mill.id,
      source: "audit",
      saidBy: "An audit",
      foundOn: "2026-02-01",
      site: null,
      product: null,
      indicators: [],
      severity: "unknown",
      summary: "Papers are kept.",
      accessClass: "confidential",
      namesNobody: true,
    },
    A_DAY,
  );
  const first = await add("One and the same.");
  const use = { usedFor: "finding", usedForId: finding } as const;
  expect(await add("One and the same.", { use })).toEqual({ id: first.id, isDuplicate: true });
  expect(await evidenceFor(db, scope, "finding", finding)).toMatchObject([{ id: first.id }]);
  await expect(add("One and the same.", { use })).rejects.toMatchObject({ code: "evidence.duplicate" });
  await takeBackEvidence(db, scope, first.id, "Another mill.", A_DAY);
  expect((await add("One and the same.")).isDuplicate).toBe(false);
});

test("a day of issue that is to come, and an end before it, are refused", async () => {
  await expect(add("Days.", { issuedOn: "2026-12-01" })).rejects.toMatchObject({ code: "finding.day" });
  await expect(add("Days.", { expiresOn: "2025-01-01" })).rejects.toMatchObject({ code: "evidence.dates" });
  await expect(add("No day.", { expiresOn: "2027-02-31" })).rejects.toMatchObject({ code: "evidence.dates" });
});

test("a document backs nothing that is not there, and nothing of another supplier", async () => {
  const { no: generation } = await aGeneration(db, workspace);
  const weaver = await aSupplier(db, workspace, { name: "Weaver", generation });
  const made = { supplierId: weaver.id, findingId: null, facts: anAction(scope.userId) };
  const action = await recordAction(db, scope, made, A_DAY);
  const group = await recordGroup(db, scope, { supplierId: weaver.id, actionId: null, facts: aGroup() }, A_DAY);
  const backing = (usedFor: EvidenceFor, usedForId: string, supplierId = mill.id) =>
    add(`Backs ${usedFor} ${usedForId} of ${supplierId}.`, { supplierId, use: { usedFor, usedForId } });
  await expect(backing("action", "nowhere")).rejects.toMatchObject({ code: "action.not-found", status: 404 });
  await expect(backing("repayment", action)).rejects.toMatchObject({ code: "repayment.not-found", status: 404 });
  await expect(backing("action", action)).rejects.toMatchObject({ code: "evidence.use", status: 422 });
  await expect(backing("repayment", group)).rejects.toMatchObject({ code: "evidence.use", status: 422 });
  expect(await backing("action", action, weaver.id)).toMatchObject({ isDuplicate: false });
});
