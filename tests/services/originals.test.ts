/** What becomes of the file a list came in: the kept copy, the encrypted original, its end. */
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyChain } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { auditTrail } from "../../db/queries/audit";
import { findOriginal } from "../../db/queries/kept";
import { encryptFile } from "../../app/files/encrypted-file.server";
import { writeXlsx } from "../../app/files/xlsx-writer.server";
import { instanceKey } from "../../app/files/instance-key.server";
import { sealStrandedOriginals } from "../../app/jobs/stranded-imports.server";
import { readConfig, type Config } from "../../app/lib/config.server";
import { findImport, type ImportRecord } from "../../app/services/imports/import-record.server";
import { discardImport } from "../../app/services/imports/stop-import.server";
import { downloadOriginal } from "../../app/services/originals/download-original.server";
import { expireOriginals } from "../../app/services/originals/expire-originals.server";
import { sealOriginal } from "../../app/services/originals/seal-original.server";
import { supplierView } from "../../app/services/suppliers/supplier-view.server";
import { aDatabase, A_DAY, aFolder, aWorkspace, scopeOf } from "../builders";
import { importSteps, linesByName, type Steps } from "./import-steps";

const DAY = 24 * 60 * 60 * 1000;
const later = (days: number) => new Date(A_DAY.getTime() + days * DAY);

const LIST = `Supplier no.,Supplier name,Country,Product,E-mail,IBAN
1,Alder Mill,Turkey,cotton yarn,ann.miller@alder.example,TR330006100519786457841326
2,Birch Foods,Poland,catering,"bo@birch.example",PL61109010140000071219812874
3,"Cedar, Works",Viet Nam,garments,,
`;
const HARMLESS = "Supplier name,Country,Product\nAlder Mill,Turkey,cotton yarn\nBirch Foods,Poland,catering\n";
const SECRETS = ["ann.miller", "bo@birch", "TR3300061005", "PL6110901014"];

let folder: ReturnType<typeof aFolder>;
let config: Config;
let db: Database;
let scope: Scope;
let steps: Steps;
beforeEach(async () => {
  folder = aFolder();
  config = readConfig({ CANDOUR_DATA: folder.path });
  db = await aDatabase();
  scope = scopeOf(await aWorkspace(db));
  steps = importSteps(db, folder.path, () => A_DAY);
});
afterEach(async () => {
  await db.close();
  folder.remove();
});

const seal = (importId: string, now = A_DAY) => sealOriginal(db, scope, importId, config, now);
const plainOf = (record: ImportRecord) => path.join(folder.path, record.upload.storedPath);
const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");
const download = async (importId: string) => buffer((await downloadOriginal(db, scope, importId, folder.path)).stream);
const events = async () => (await auditTrail(db, scope, { limit: 50 })).map(({ name }) => name);

/** Every byte under the data folder that is not encrypted, as one text. */
function inTheClear(): string {
  const files = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return files.map((one) => readFileSync(path.join(one.parentPath, one.name), "latin1")).join("\n");
}

async function published(text = LIST): Promise<ImportRecord> {
  const record = await steps.publish(scope, text);
  await seal(record.id);
  return findImport(db, scope, record.id);
}

describe("once a list is published", () => {
  test("columns of persons and bank accounts are gone from the kept copy and from what is kept of the file", async () => {
    const record = await published();
    for (const secret of SECRETS) {
      expect(inTheClear()).not.toContain(secret);
      expect(JSON.stringify(record.inspection)).not.toContain(secret);
    }
    expect(await findOriginal(db, scope, record.uploadId)).toMatchObject({
      state: "encrypted",
      emptied: ["E-mail", "IBAN"],
      deleteAfter: later(30),
    });
    expect(record.upload.sha256).toBe(sha256(LIST));
  });

  test("a supplier's page still shows the records it came from", async () => {
    const record = await published();
    for (const line of (await linesByName(db, scope, record.generation!)).values()) {
      const { source } = await supplierView(db, scope, line.id);
      expect(source.records.map((one) => one.line)).toEqual([line.line]);
      expect(source.records[0]!.cells.slice(0, 2)).toEqual([line.supplierNumber, line.name]);
    }
  });

  test("the owner gets the original as it was sent, and the chain says so", async () => {
    const record = await published();
    expect((await download(record.id)).toString()).toBe(LIST);
    expect(await events()).toContain("original.downloaded");
    expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true });
  });

  test("a list without such columns stays as it was received, and nothing is encrypted", async () => {
    const record = await published(HARMLESS);
    expect(readFileSync(plainOf(record), "utf8")).toBe(HARMLESS);
    expect(await findOriginal(db, scope, record.uploadId)).toMatchObject({ state: "same", deleteAfter: null });
    expect(existsSync(path.join(folder.path, "originals"))).toBe(false);
    expect((await download(record.id)).toString()).toBe(HARMLESS);
  });

  test("a column that was given a meaning is used and stays", async () => {
    const text = "Supplier name,Country,Contact\nAlder Mill,Turkey,cotton yarn\nBirch Foods,Poland,catering\n";
    const preview = await steps.preview(scope, text, { mapping: { name: 0, country: 1, product: 2 } });
    expect(preview.inspection?.proposal.columns[2]).toMatchObject({ field: "product", excluded: null });
    await discardImport(db, scope, preview.id, A_DAY);
    await seal(preview.id);
    expect(readFileSync(plainOf(preview), "utf8")).toBe(text);
  });

  test("numbers of persons among register numbers are emptied one by one", async () => {
    const text = "Поставщик;ИНН;Страна\nООО Ель;7707083893;Россия\nИП Иванов;500100732259;Россия\n";
    const record = await published(text);
    const kept = readFileSync(plainOf(record), "utf8");
    expect(kept).toContain("7707083893");
    expect(kept).not.toContain("500100732259");
    expect(JSON.stringify(record.inspection)).not.toContain("500100732259");
  });

  test("of a workbook the sheet that was read is kept, the workbook itself is encrypted", async () => {
    const [headers, ...rows] = LIST.trim()
      .split("\n")
      .map((line) => line.replaceAll('"', "").split(",").slice(0, 6));
    const workbook = path.join(folder.path, "made.xlsx");
    await writeXlsx(workbook, [{ name: "Suppliers", columns: headers!.map((header) => ({ header })), rows }]);
    const importId = await steps.upload(scope, readFileSync(workbook), "list.xlsx");
    rmSync(workbook);
    await steps.inspect(scope, importId);
    const preview = await steps.build(scope, importId);
    // Another sheet that was looked at first.
    writeFileSync(path.join(path.dirname(preview.inspection!.file.table.path), "sheet-9.csv"), SECRETS[0]!);
    await discardImport(db, scope, importId, A_DAY);
    await seal(importId);
    expect(existsSync(plainOf(preview))).toBe(false);
    const kept = readFileSync(preview.inspection!.file.table.path, "utf8");
    expect(kept).toContain("Alder Mill");
    for (const secret of SECRETS) expect(inTheClear()).not.toContain(secret);
    expect(sha256(await download(importId))).toBe(preview.upload.sha256);
  });
});

test("nothing is taken away while a list may still be read another way", async () => {
  const { id } = await steps.preview(scope, LIST);
  await seal(id);
  const record = await findImport(db, scope, id);
  expect(readFileSync(plainOf(record), "utf8")).toBe(LIST);
  expect(await findOriginal(db, scope, record.uploadId)).toBeNull();
  expect((await download(id)).toString()).toBe(LIST);
});

test("of a discarded file that could not be read nothing is kept but the encrypted original", async () => {
  const failed = await steps.preview(scope, "%PDF-1.7 ann.miller");
  await discardImport(db, scope, failed.id, A_DAY);
  await seal(failed.id);
  expect(inTheClear()).not.toContain("ann.miller");
  expect((await download(failed.id)).toString()).toBe("%PDF-1.7 ann.miller");
});

describe("killed", () => {
  const done = async (record: ImportRecord) => {
    await seal(record.id);
    for (const secret of SECRETS) expect(inTheClear()).not.toContain(secret);
    expect((await download(record.id)).toString()).toBe(LIST);
    expect((await events()).filter((name) => name === "original.sealed")).toHaveLength(1);
  };
  const encryptedPath = (record: ImportRecord) =>
    path.join(folder.path, "originals", String(scope.workspaceNo), record.uploadId);

  test("while it was being encrypted, it begins anew", async () => {
    const record = await steps.publish(scope, LIST);
    await encryptFile(plainOf(record), encryptedPath(record), await instanceKey(folder.path), record.uploadId);
    writeFileSync(`${encryptedPath(record)}.part`, readFileSync(encryptedPath(record)).subarray(0, 100));
    rmSync(encryptedPath(record));
    await done(record);
  });

  test("after it was encrypted and before the copy, it goes on", async () => {
    const record = await steps.publish(scope, LIST);
    await encryptFile(plainOf(record), encryptedPath(record), await instanceKey(folder.path), record.uploadId);
    writeFileSync(`${plainOf(record)}.copy`, "half a co");
    await done(record);
  });

  test("after the copy took its place and before that was recorded, it does not take the copy for the original", async () => {
    const record = await steps.publish(scope, LIST);
    await seal(record.id);
    const copy = path.join(folder.path, "copy");
    copyFileSync(plainOf(record), copy);
    // What was written to the database is undone, as if the transaction had never been made.
    const [again, other] = [await aDatabase(), db];
    db = again;
    try {
      scope = scopeOf(await aWorkspace(db));
      steps = importSteps(db, folder.path, () => A_DAY);
      const next = await steps.publish(scope, LIST);
      await encryptFile(plainOf(next), encryptedPath(next), await instanceKey(folder.path), next.uploadId);
      copyFileSync(copy, plainOf(next));
      await done(next);
    } finally {
      await other.close();
    }
  });

  test("with its job lost, it gets a new one at the next start, once", async () => {
    const record = await steps.publish(scope, LIST);
    const { jobs } = db.t;
    await db.commitPlain((q) => [q.delete(jobs).where(eq(jobs.kind, "import.seal"))]);
    expect(await sealStrandedOriginals(db, A_DAY)).toBe(1);
    expect(await sealStrandedOriginals(db, A_DAY)).toBe(0);
    await seal(record.id);
    await db.commitPlain((q) => [q.delete(jobs).where(eq(jobs.kind, "import.seal"))]);
    expect(await sealStrandedOriginals(db, A_DAY)).toBe(0);
  });
});

test("a file that is not what was received is neither encrypted nor taken away", async () => {
  const record = await steps.publish(scope, LIST);
  writeFileSync(plainOf(record), LIST.replace("Alder", "Elder"));
  await expect(seal(record.id)).rejects.toThrow("not the one that was received");
  expect(readFileSync(plainOf(record), "utf8")).toContain("Elder Mill");
  expect(await findOriginal(db, scope, record.uploadId)).toBeNull();
});

describe("after its time", () => {
  test("the encrypted original is deleted, the SHA-256 and the kept copy stay, the chain says so", async () => {
    const record = await published();
    await expireOriginals(db, config, later(29));
    expect((await findOriginal(db, scope, record.uploadId))?.state).toBe("encrypted");
    expect(await expireOriginals(db, config, later(31))).toMatchObject({ deleted: 1 });
    expect(await findOriginal(db, scope, record.uploadId)).toMatchObject({ state: "deleted", storedPath: null });
    await expect(download(record.id)).rejects.toMatchObject({ code: "original.gone", status: 410 });
    expect((await findImport(db, scope, record.id)).upload.sha256).toBe(sha256(LIST));
    expect(existsSync(plainOf(record))).toBe(true);
    expect(readdirSync(path.join(folder.path, "originals", String(scope.workspaceNo)))).toEqual([]);
    expect(await events()).toContain("original.deleted");
    expect(await expireOriginals(db, config, later(32))).toMatchObject({ deleted: 0 });
    expect(await verifyChain(db, scope.workspaceNo)).toMatchObject({ valid: true });
  });

  test("an upload nobody decided about is put away", async () => {
    const { id } = await steps.preview(scope, LIST);
    const { imports } = db.t;
    await db.commitPlain((q) => [q.update(imports).set({ updatedAt: A_DAY }).where(eq(imports.id, id))]);
    expect(await expireOriginals(db, config, later(29))).toMatchObject({ discarded: 0 });
    expect(await expireOriginals(db, config, later(31))).toMatchObject({ discarded: 1 });
    expect((await findImport(db, scope, id)).state).toBe("discarded");
  });

  test("what a broken upload left is removed after a day, a recorded file never", async () => {
    const record = await steps.publish(scope, HARMLESS);
    const left = path.join(path.dirname(plainOf(record)), "somebody.part");
    for (const file of [left, plainOf(record)]) {
      if (file === left) writeFileSync(file, "half");
      utimesSync(file, A_DAY, A_DAY);
    }
    expect(await expireOriginals(db, config, later(0.5))).toMatchObject({ removed: 0 });
    expect(await expireOriginals(db, config, later(2))).toMatchObject({ removed: 1 });
    expect([existsSync(left), existsSync(plainOf(record))]).toEqual([false, true]);
  });
});
