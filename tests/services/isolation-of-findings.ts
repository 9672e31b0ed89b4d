/** What the isolation test asks of findings: with the scope of one workspace and the ids of another. */
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import {
  addEvidence,
  mustBeAbout,
  type EvidenceUse,
  type NewEvidence,
} from "../../app/services/evidence/add-evidence.server";
import { addDocument, addProtectedDocument } from "../../app/services/evidence/protected-document.server";
import { internalFindings } from "../../app/services/findings/internal-findings.server";
import { countRecordsUntil } from "../../db/queries/disclosure-counts";
import * as protectedEvidence from "../../db/queries/protected-evidence";
import { downloadEvidence } from "../../app/services/evidence/download-evidence.server";
import { takeBackEvidence } from "../../app/services/evidence/take-back-evidence.server";
import { countDisclosedThen } from "../../app/services/disclosure/disclosed-records.server";
import { exportDisclosure } from "../../app/services/disclosure/export-disclosure.server";
import { addContact, withdrawContact } from "../../app/services/findings/danger-contacts.server";
import { floorOfFinding } from "../../app/services/findings/finding-floor.server";
import { stepsFor } from "../../app/services/findings/finding-page.server";
import { supplierIdOf } from "../../app/services/findings/finding-writes.server";
import {
  agreeToLift,
  askToLift,
  heldSupplierIds,
  holdInForce,
  placeHold,
} from "../../app/services/findings/hold-supplier.server";
import { releaseFinding } from "../../app/services/findings/release-finding.server";
import {
  confirmSettlement,
  proposeSettlement,
  refuseSettlement,
} from "../../app/services/findings/settle-finding.server";
import { namedSupplier } from "../../app/services/findings/supplier-name.server";
import { changeFinding, mustMayWrite, takeBackFinding } from "../../app/services/findings/step-finding.server";
import { newId } from "../../db/ids";
import * as evidence from "../../db/queries/evidence";
import { contactsAt, contactsOfCountry, heldSuppliers, holdsAbout, holdsOfSupplier } from "../../db/queries/holds";
import { problemOr } from "./everything-of";
import { dangerThen } from "../../app/services/findings/danger-then.server";
import { findingForThen, workspaceFindingsThen } from "../../app/services/findings/findings-then.server";
import { findingFor, findingsFor, workspaceFindings } from "../../app/services/findings/findings-view.server";
import { recordFinding, type NewFinding } from "../../app/services/findings/record-finding.server";
import { supplierNoIn } from "../../app/services/findings/supplier-in-scope.server";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import * as findings from "../../db/queries/findings";
import * as protectedFindings from "../../db/queries/protected-findings";
import { A_DAY, type ASupplier } from "../builders";

const folder = path.join(tmpdir(), `candour-documents-${process.pid}`);
/** Whoever made findings takes the folder of their documents away. */
export const removeDocuments = (): void => rmSync(folder, { recursive: true, force: true });

/** Ids of findings, of a document, of an entry for people in danger; the supplier is held. */
export interface FoundPlace {
  readonly found: {
    readonly open: string;
    readonly held: string;
    /** Its settlement was proposed by somebody else. */
    readonly waiting: string;
    readonly evidence: string;
    readonly heldEvidence: string;
    readonly sha256: string;
    readonly contact: string;
  };
}
interface Place extends FoundPlace {
  readonly scope: Scope;
  readonly supplier: ASupplier;
  readonly generation: number;
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const aFinding = (supplierId: string, word: string): NewFinding => ({
  supplierId,
  source: "authority",
  saidBy: `Office ${word}`,
  foundOn: "2026-02-01",
  site: null,
  product: null,
  indicators: ["ILO-07"],
  severity: "severe",
  summary: `Papers of 40 workers are kept, says ${word}.`,
  accessClass: "internal",
  namesNobody: true,
});

/** One open and one protected finding with the workspace's own word in them. */
export async function someFindings(
  db: Database,
  scope: Scope,
  supplierId: string,
  word: string,
): Promise<FoundPlace["found"]> {
  const open = await recordFinding(db, scope, aFinding(supplierId, word), A_DAY);
  const held = await recordFinding(db, scope, { ...aFinding(supplierId, word), source: "union" }, A_DAY);
  const step = {
    workspaceNo: scope.workspaceNo,
    kind: "status" as const,
    status: "under-review" as const,
    text: `looked at by ${word}`,
    validOn: "2026-02-02",
    recordedBy: scope.userId,
    recordedAt: A_DAY,
  };
  const { findingSteps, protectedFindingSteps } = db.t;
  await db.commit(scope, event("protected-finding.recorded", { sha256: "0" }), (q) => [
    q.insert(findingSteps).values({ ...step, id: `step of ${open}`, findingId: open }),
    q.insert(protectedFindingSteps).values({ ...step, id: `step of ${held}`, findingId: held }),
  ]);
  const waiting = await recordFinding(db, scope, aFinding(supplierId, word), A_DAY);
  await aProposal(db, scope, waiting, step);
  await placeHold(db, scope, supplierId, A_DAY);
  await db.commit(scope, event("supplier-hold.lift-asked", { holdId: "", supplierId, reason: word }), (q) => [
    q
      .update(db.t.supplierHolds)
      .set({ liftReason: word, liftAskedBy: "somebody else", liftAskedAt: A_DAY })
      .where(eq(db.t.supplierHolds.workspaceNo, scope.workspaceNo)),
  ]);
  const entry = { country: "BD", kind: "hotline", name: `Line ${word}`, contact: "123", source: "A page" } as const;
  await addContact(db, scope, { ...entry, checkedOn: "2026-03-01" }, A_DAY);
  const [contact] = await contactsOfCountry(db, scope, "BD");
  const document = aDocument(supplierId, word, { usedFor: "finding", usedForId: open });
  const { id: evidence } = await addEvidence(db, scope, document, folder, A_DAY);
  const told = aDocument(supplierId, word, { usedFor: "finding", usedForId: held });
  const { id: heldEvidence } = await addDocument(db, scope, told, folder, A_DAY);
  return { open, held, waiting, evidence, heldEvidence, sha256: document.sha256, contact: contact!.id };
}

async function aProposal(db: Database, scope: Scope, findingId: string, step: object): Promise<void> {
  const { findings: f, findingSteps: s } = db.t;
  const id = `proposal of ${findingId}`;
  const rejected = { ...(step as typeof s.$inferInsert), id, findingId, status: "rejected" as const };
  await db.commit(scope, event("protected-finding.recorded", { sha256: "0" }), (q) => [
    q.insert(s).values({ ...rejected, recordedBy: "somebody else" }),
    q.update(f).set({ waitingStepId: id }).where(eq(f.id, findingId)),
  ]);
}

function aDocument(supplierId: string, word: string, use: EvidenceUse | null): NewEvidence {
  const text = `What ${word} says.`;
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `plain-${newId(A_DAY)}`);
  writeFileSync(file, text);
  return {
    supplierId,
    use,
    fileName: `${word}.txt`,
    path: file,
    bytes: text.length,
    sha256: createHash("sha256").update(text).digest("hex"),
    shows: `What ${word} says`,
    issuer: "An office",
    issuedOn: null,
    expiresOn: null,
    strength: "primary",
    tier: null,
    site: null,
    product: null,
    accessClass: "internal",
    showsPersons: false,
  };
}

const seen = async (db: Database, id: string) => {
  const { findings: f, protectedFindings: p } = db.t;
  const [open] = await db.q.select().from(f).where(eq(f.id, id));
  const [held] = await db.q.select().from(p).where(eq(p.id, id));
  return { findingId: id, version: (open ?? held)!.version };
};
const heldOf = (of: Place) => ({ isProtected: false, finding: { id: of.found.open } }) as never;
const RISK = { groupSize: 30, assessedBy: "An advisor", assessedOn: "2026-03-01", assessment: "x".repeat(50) };

/** A number grows with a finding of the other workspace only where its scope asks. */
async function grows(db: Database, { scope, supplier }: Place, count: () => Promise<number>) {
  const before = await count();
  await recordFinding(db, scope, aFinding(supplier.id, supplier.id), A_DAY);
  return (await count()) > before && { id: supplier.id };
}

export const findingReads = (db: () => Database): Asked => ({
  "db/queries/disclosure-counts.ts countRecordsUntil": (scope, of) =>
    grows(db(), of, async () => (await countRecordsUntil(db(), scope, new Date("2100-01-01"))).findings),
  "app/services/disclosure/disclosed-records.server.ts countDisclosedThen": (scope, of) =>
    grows(db(), of, () => countDisclosedThen(db(), scope, "2100-01-01")),
  "db/queries/findings.ts findFinding": (scope, of) => findings.findFinding(db(), scope, of.found.open),
  "db/queries/findings.ts findingsAbout": (scope, of) => findings.findingsAbout(db(), scope, of.supplier.no),
  "db/queries/findings.ts findingsOfSuppliers": (scope, of) =>
    findings.findingsOfSuppliers(db(), scope, [of.supplier.no]),
  "db/queries/findings.ts listFindings": (scope) => findings.listFindings(db(), scope, { limit: 99 }),
  "db/queries/findings.ts stepsOfFindings": (scope, of) => findings.stepsOfFindings(db(), scope, [of.found.open]),
  "db/queries/protected-findings.ts stepsOfProtectedFindings": (scope, of) =>
    protectedFindings.stepsOfProtectedFindings(db(), scope, [of.found.held]),
  "db/queries/protected-findings.ts findProtectedFinding": (scope, of) =>
    protectedFindings.findProtectedFinding(db(), scope, of.found.held),
  "db/queries/protected-findings.ts protectedFindingsAbout": (scope, of) =>
    protectedFindings.protectedFindingsAbout(db(), scope, of.supplier.no),
  "db/queries/protected-findings.ts listProtectedFindings": (scope) =>
    protectedFindings.listProtectedFindings(db(), scope, 99),
  "app/services/findings/findings-view.server.ts findingFor": (scope, of) => findingFor(db(), scope, of.found.open),
  "app/services/findings/findings-view.server.ts findingsFor": (scope, of) => findingsFor(db(), scope, of.supplier.no),
  "app/services/findings/findings-then.server.ts workspaceFindingsThen": (scope) =>
    workspaceFindingsThen(db(), scope, "2100-01-01"),
  "app/services/findings/findings-then.server.ts findingForThen": (scope, of) =>
    findingForThen(db(), scope, of.found.open, "2100-01-01"),
  "app/services/findings/findings-view.server.ts workspaceFindings": (scope) => workspaceFindings(db(), scope),
  "db/queries/holds.ts holdsOfSupplier": (scope, of) => holdsOfSupplier(db(), scope, of.supplier.no),
  "db/queries/holds.ts holdsAbout": (scope, of) => holdsAbout(db(), scope, [of.supplier.no]),
  "db/queries/holds.ts contactsAt": (scope) => contactsAt(db(), scope, "BD", new Date("2100-01-01")),
  "app/services/findings/danger-then.server.ts dangerThen": (scope, of) =>
    dangerThen(db(), scope, { supplierNos: [of.supplier.no], country: "BD" }, "2100-01-01"),
  "db/queries/holds.ts heldSuppliers": async (scope, of) =>
    (await heldSuppliers(db(), scope)).has(of.supplier.no) && of.supplier.id,
  "db/queries/holds.ts contactsOfCountry": (scope) => contactsOfCountry(db(), scope, "BD"),
  "db/queries/evidence.ts findEvidence": (scope, of) => evidence.findEvidence(db(), scope, of.found.evidence),
  "db/queries/evidence.ts evidenceOfHash": (scope, of) => evidence.evidenceOfHash(db(), scope, of.found.sha256),
  "db/queries/evidence.ts evidenceAbout": (scope, of) => evidence.evidenceAbout(db(), scope, of.supplier.no),
  "db/queries/evidence.ts evidenceAt": async (scope) =>
    (await evidence.evidenceAt(db(), scope, new Date("2100-01-01T00:00:00Z"), { numbers: null, limit: 99 })).rows,
  "db/queries/evidence.ts evidenceOfSuppliers": (scope, of) =>
    evidence.evidenceOfSuppliers(db(), scope, [of.supplier.no]),
  "db/queries/evidence.ts listEvidence": (scope) => evidence.listEvidence(db(), scope, 99),
  "db/queries/evidence.ts evidenceFor": (scope, of) => evidence.evidenceFor(db(), scope, "finding", of.found.open),
  "db/queries/evidence.ts usesOfEvidence": async (scope, of) =>
    (await evidence.usesOfEvidence(db(), scope, [of.found.evidence])).length > 0 && of.supplier.id,
  "db/queries/protected-evidence.ts findProtectedEvidence": (scope, of) =>
    protectedEvidence.findProtectedEvidence(db(), scope, of.found.heldEvidence),
  "db/queries/protected-evidence.ts evidenceOfProtectedFinding": (scope, of) =>
    protectedEvidence.evidenceOfProtectedFinding(db(), scope, of.found.held),
  "app/services/findings/internal-findings.server.ts internalFindings": (scope, of) =>
    internalFindings(db(), scope, of.supplier.no),
  "app/services/evidence/add-evidence.server.ts mustBeAbout": async (scope, of) => {
    const [own] = await findings.findingsAbout(db(), scope, of.supplier.no);
    await mustBeAbout(db(), scope, of.supplier.no, own?.supplierNo ?? 0);
    return of.supplier.id;
  },
  "app/services/findings/finding-page.server.ts stepsFor": (scope, of) => stepsFor(db(), scope, heldOf(of)),
  "app/services/findings/finding-writes.server.ts supplierIdOf": (scope, of) =>
    supplierIdOf(db(), scope, { isProtected: false, finding: { supplierNo: of.supplier.no } } as never),
  "app/services/findings/finding-floor.server.ts floorOfFinding": async (scope, of) => {
    const finding = { source: "court", floorFindingId: null, foundOn: "2026-01-01", supplierNo: of.supplier.no };
    const change = await floorOfFinding(db(), scope, finding as never, of.supplier.id, "stands", A_DAY);
    // The finding, and only the own workspace's line.
    return change.writes(db().q).length > 1 && of.supplier.id;
  },
  "app/services/findings/step-finding.server.ts mustMayWrite": async (scope, of) => {
    const held = await problemOr(mustMayWrite(db(), scope, of.supplier.no));
    return held !== undefined && of.supplier.id;
  },
  "app/services/findings/hold-supplier.server.ts heldSupplierIds": (scope) => heldSupplierIds(db(), scope),
  "app/services/disclosure/export-disclosure.server.ts exportDisclosure": async (scope, of) =>
    text((await exportDisclosure(db(), scope, { supplierId: of.supplier.id, upTo: "confidential" }, String)).stream),
  "app/services/findings/supplier-name.server.ts namedSupplier": (scope, of) =>
    namedSupplier(db(), scope, of.supplier.id),
  "app/services/findings/hold-supplier.server.ts holdInForce": (scope, of) => holdInForce(db(), scope, of.supplier.no),
  "app/services/findings/supplier-in-scope.server.ts supplierNoIn": async (scope, of) => {
    await supplierNoIn(db(), scope, of.supplier.id);
    return of.supplier.id;
  },
});

export const findingChanges = (db: () => Database): Asked => ({
  "app/services/findings/record-finding.server.ts recordFinding": (scope, of) =>
    recordFinding(db(), scope, aFinding(of.supplier.id, "another"), A_DAY),
  "app/services/findings/settle-finding.server.ts proposeSettlement": async (scope, of) =>
    proposeSettlement(
      db(),
      scope,
      { ...(await seen(db(), of.found.open)), to: "rejected", reason: "Not so.", on: "2026-03-01" },
      A_DAY,
    ),
  "app/services/findings/settle-finding.server.ts confirmSettlement": async (scope, of) =>
    confirmSettlement(db(), scope, await seen(db(), of.found.waiting), A_DAY),
  "app/services/findings/settle-finding.server.ts refuseSettlement": async (scope, of) =>
    refuseSettlement(db(), scope, { ...(await seen(db(), of.found.waiting)), reason: "No." }, A_DAY),
  "app/services/findings/step-finding.server.ts changeFinding": async (scope, of) =>
    changeFinding(
      db(),
      scope,
      await seen(db(), of.found.open),
      { kind: "reply", text: "We look at it.", on: "2026-03-01" },
      A_DAY,
    ),
  "app/services/findings/step-finding.server.ts takeBackFinding": async (scope, of) =>
    takeBackFinding(db(), scope, { ...(await seen(db(), of.found.open)), reason: "Another mill." }, A_DAY),
  "app/services/findings/release-finding.server.ts releaseFinding": async (scope, of) =>
    releaseFinding(db(), scope, { ...(await seen(db(), of.found.held)), summary: "At the site." }, RISK, A_DAY),
  "app/services/findings/hold-supplier.server.ts agreeToLift": (scope, of) =>
    agreeToLift(db(), scope, of.supplier.id, A_DAY),
  "app/services/findings/hold-supplier.server.ts askToLift": (scope, of) =>
    askToLift(db(), scope, of.supplier.id, "All are safe.", A_DAY),
  "app/services/findings/hold-supplier.server.ts placeHold": async (scope, of) => {
    await problemOr(agreeToLift(db(), scope, of.supplier.id, A_DAY));
    await placeHold(db(), scope, of.supplier.id, A_DAY);
  },
  "app/services/findings/danger-contacts.server.ts addContact": (scope) =>
    addContact(
      db(),
      scope,
      { country: "BD", kind: "referral", name: "A body", contact: "1", source: "A page", checkedOn: "2026-03-01" },
      A_DAY,
    ),
  "app/services/findings/danger-contacts.server.ts withdrawContact": (scope, of) =>
    withdrawContact(db(), scope, of.found.contact, A_DAY),
  "app/services/evidence/add-evidence.server.ts addEvidence": (scope, of) =>
    addEvidence(db(), scope, aDocument(of.supplier.id, "another", null), folder, A_DAY),
  "app/services/evidence/protected-document.server.ts addDocument": (scope, of) =>
    addDocument(
      db(),
      scope,
      aDocument(of.supplier.id, "one more", { usedFor: "finding", usedForId: of.found.held }),
      folder,
      A_DAY,
    ),
  "app/services/evidence/protected-document.server.ts addProtectedDocument": (scope, of) =>
    addProtectedDocument(db(), scope, aDocument(of.supplier.id, "two more", null), of.found.held, folder, A_DAY),
  "app/services/evidence/take-back-evidence.server.ts takeBackEvidence": (scope, of) =>
    takeBackEvidence(db(), scope, of.found.evidence, "Another mill.", A_DAY),
  "app/services/evidence/download-evidence.server.ts downloadEvidence": async (scope, of) =>
    text((await downloadEvidence(db(), scope, of.found.evidence, folder)).stream),
});

/** Builds writes on what the caller has found within its scope. */
export const FINDING_BUILDERS = ["app/services/findings/finding-writes.server.ts commitFinding"];

export const FINDING_SAYS_NOT_FOUND = [
  "app/services/findings/findings-view.server.ts findingFor",
  "app/services/findings/supplier-in-scope.server.ts supplierNoIn",
  "app/services/findings/record-finding.server.ts recordFinding",
  "app/services/findings/settle-finding.server.ts proposeSettlement",
  "app/services/findings/settle-finding.server.ts confirmSettlement",
  "app/services/findings/step-finding.server.ts changeFinding",
  "app/services/findings/release-finding.server.ts releaseFinding",
  "app/services/findings/hold-supplier.server.ts askToLift",
  "app/services/findings/danger-contacts.server.ts withdrawContact",
  "app/services/evidence/add-evidence.server.ts addEvidence",
  "app/services/evidence/download-evidence.server.ts downloadEvidence",
  "app/services/evidence/protected-document.server.ts addDocument",
  "app/services/evidence/protected-document.server.ts addProtectedDocument",
];
