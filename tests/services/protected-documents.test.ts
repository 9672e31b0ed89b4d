/** Documents of what was told in confidence: kept as every other, read by the named roles, and in nothing that is open. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportDisclosure } from "../../app/services/disclosure/export-disclosure.server";
import type { NewEvidence } from "../../app/services/evidence/add-evidence.server";
import { downloadEvidence } from "../../app/services/evidence/download-evidence.server";
import { addDocument, addProtectedDocument } from "../../app/services/evidence/protected-document.server";
import { takeBackEvidence } from "../../app/services/evidence/take-back-evidence.server";
import { recordFinding } from "../../app/services/findings/record-finding.server";
import { exportWorkspace } from "../../app/services/workspaces/export-workspace.server";
import { findingPage } from "../../app/lib/finding-page.server";
import { verifyChain } from "../../db/chain";
import type { Database, Scope } from "../../db/database";
import { newId } from "../../db/ids";
import { auditTrail } from "../../db/queries/audit";
import { findEvidence, listEvidence } from "../../db/queries/evidence";
import { A_DAY, aDatabase, aFolder, aMember, aSupplier, aWorkspace, scopeOf, type AWorkspace } from "../builders";

const folder = aFolder();
const SECRET = "What the union counted at night.";
let db: Database;
let workspace: AWorkspace;
let owner: Scope;
let reviewer: Scope;
let outside: readonly Scope[];
let supplierId: string;
let held: string;
let open: string;

beforeAll(async () => {
  db = await aDatabase();
  workspace = await aWorkspace(db);
  owner = scopeOf(workspace);
  const member = async (role: Scope["role"]) => scopeOf(workspace, role, (await aMember(db, workspace, role)).id);
  reviewer = await member("legal-reviewer");
  outside = [await member("officer"), await member("auditor"), await member("purchaser")];
  supplierId = (await aSupplier(db, workspace, { name: "Mill" })).id;
  const finding = {
    supplierId,
    saidBy: "Whoever told",
    foundOn: "2026-02-01",
    site: null,
    product: null,
    indicators: ["ILO-07"],
    severity: "severe" as const,
    summary: "Papers are kept.",
    accessClass: "public" as const,
    namesNobody: true,
  };
  held = await recordFinding(db, owner, { ...finding, source: "union" }, A_DAY);
  open = await recordFinding(db, owner, { ...finding, source: "press" }, A_DAY);
});
afterAll(async () => {
  await db.close();
  folder.remove();
});

function aDocument(content: string, findingId: string, more: Partial<NewEvidence> = {}): NewEvidence {
  const file = path.join(folder.path, newId(A_DAY));
  writeFileSync(file, content);
  return {
    supplierId,
    use: { usedFor: "finding", usedForId: findingId },
    fileName: "count.txt",
    path: file,
    bytes: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    shows: "Secret count",
    issuer: "Whoever counted",
    issuedOn: null,
    expiresOn: null,
    strength: "third-party",
    tier: null,
    site: null,
    product: null,
    accessClass: "public",
    showsPersons: false,
    ...more,
  };
}
const add = (content: string, findingId = held, scope = reviewer) =>
  addDocument(db, scope, aDocument(content, findingId), folder.path, A_DAY);
const events = async () =>
  (await auditTrail(db, owner, { limit: 500 })).map(({ name, contents }) => ({ name, contents }));
const newest = async () => (await events())[0]!;
const filesIn = (name: string) => {
  const place = path.join(folder.path, name, String(workspace.no));
  return existsSync(place) ? readdirSync(place).map((one) => readFileSync(path.join(place, one))) : [];
};

test("it is sealed in a folder of its own, and comes back as it was for both named roles", async () => {
  const { id, isDuplicate } = await add(SECRET);
  expect(isDuplicate).toBe(false);
  expect(filesIn("evidence")).toEqual([]);
  expect(filesIn("protected-evidence").map((file) => file.includes(SECRET))).toEqual([false]);
  for (const scope of [owner, reviewer])
    expect(await text((await downloadEvidence(db, scope, id, folder.path)).stream)).toBe(SECRET);
});

test("its events hold a hash and nothing else, and the chain stands", async () => {
  const known = await events();
  const { id } = await add("A second count.");
  const added = await newest();
  const copy = async () => {
    await downloadEvidence(db, owner, id, folder.path);
    return newest();
  };
  const [copied, again] = [await copy(), await copy()];
  // The same document and person twice: nothing says that it was a copy, nor that both were of one document.
  expect(again.contents).not.toBe(copied.contents);
  await takeBackEvidence(db, reviewer, id, "Of another mill.", A_DAY);
  const takenBack = await newest();
  expect([added, copied, takenBack].map(({ name }) => name)).toEqual([
    "protected-finding.changed",
    "protected-finding.changed",
    "protected-finding.changed",
  ]);
  for (const { contents } of [added, copied, takenBack])
    expect(JSON.parse(contents!)).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) });
  const ofTheFile = createHash("sha256").update("A second count.").digest("hex");
  expect(JSON.stringify(await events())).not.toContain(ofTheFile);
  expect((await events()).length).toBe(known.length + 4);
  expect(await verifyChain(db, workspace.no)).toMatchObject({ valid: true });
});

test("no query of open documents returns it, and nobody else is told that it is there", async () => {
  const { id } = await add("A third count.");
  expect(await findEvidence(db, owner, id)).toBeNull();
  expect(await listEvidence(db, owner, 99)).toEqual([]);
  for (const scope of outside) {
    const nothing = { code: "evidence.not-found", status: 404 };
    await expect(downloadEvidence(db, scope, id, folder.path)).rejects.toMatchObject(nothing);
    await expect(takeBackEvidence(db, scope, id, "No.", A_DAY)).rejects.toMatchObject(nothing);
    await expect(add("Another count.", held, scope)).rejects.toMatchObject({ code: "finding.not-found", status: 404 });
  }
  const disclosed = await exportDisclosure(db, owner, { supplierId: null, upTo: "confidential" }, String);
  expect(await text(disclosed.stream)).not.toContain("Secret");
});

test("whether the same file lies elsewhere is told neither here nor there", async () => {
  const same = "A report that both hold.";
  expect((await add(same)).isDuplicate).toBe(false);
  expect((await add(same, open, outside[0])).isDuplicate).toBe(false);
  await expect(add(same)).rejects.toMatchObject({ code: "evidence.duplicate" });
});

test("lists of workers and identity papers are refused as everywhere, and nothing is left of them", async () => {
  const before = filesIn("protected-evidence").length;
  await expect(add("Name;Date of birth;Passport no\nA;1990-01-01;X1234567\n")).rejects.toMatchObject({
    code: "evidence.persons",
  });
  const shown = aDocument("A picture.", held, { showsPersons: true });
  await expect(addDocument(db, owner, shown, folder.path, A_DAY)).rejects.toMatchObject({
    code: "evidence.persons-said",
  });
  expect(filesIn("protected-evidence").length).toBe(before);
});

test("it backs protected findings alone, and of the same supplier alone", async () => {
  const apart = aDocument("For the open one.", open);
  await expect(addProtectedDocument(db, owner, apart, open, folder.path, A_DAY)).rejects.toMatchObject({
    code: "finding.not-found",
  });
  const other = (await aSupplier(db, workspace, { name: "Another mill" })).id;
  const ofAnother = aDocument("Of another.", held, { supplierId: other });
  await expect(addDocument(db, owner, ofAnother, folder.path, A_DAY)).rejects.toMatchObject({ code: "evidence.use" });
});

test("a legal reviewer keeps documents of what was told in confidence, and none that are open", async () => {
  expect((await findingPage(db, reviewer, held, A_DAY)).may.document).toBe(true);
  expect((await findingPage(db, reviewer, open, A_DAY)).may.document).toBe(false);
  const nothing = { code: "evidence.not-found", status: 404 };
  await expect(add("For the open one too.", open, reviewer)).rejects.toMatchObject(nothing);
  const { id } = await add("Kept by an officer.", open, outside[0]);
  await expect(takeBackEvidence(db, reviewer, id, "No.", A_DAY)).rejects.toMatchObject(nothing);
});

test("its page lists it without a class, and as known on a past day only what was kept by then", async () => {
  const later = new Date(A_DAY.getTime() + 3 * 24 * 3_600_000);
  await addDocument(db, owner, aDocument("Kept days later.", held), folder.path, later);
  const { documents } = await findingPage(db, reviewer, held, later);
  expect(documents.map(({ accessClass }) => accessClass)).toEqual(documents.map(() => null));
  expect(documents.length).toBeGreaterThan(2);
  expect(documents.filter(({ undoneReason }) => undoneReason !== null)).toHaveLength(1);
  const then = await findingPage(db, owner, held, later, A_DAY.toISOString().slice(0, 10));
  expect(then.documents).toHaveLength(documents.length - 1);
});

test("the owner's copy of the workspace has its row, an auditor's has none", async () => {
  const names = async (scope: Scope) =>
    Buffer.concat(await (await exportWorkspace(db, scope, A_DAY)).stream.toArray()).toString("latin1");
  expect(await names(owner)).toContain("protected_evidence.jsonl");
  expect(await names(outside[1]!)).not.toContain("protected_evidence");
});
