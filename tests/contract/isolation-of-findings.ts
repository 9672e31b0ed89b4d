/** What the isolation test of the queries asks of findings. */
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import * as disclosureCounts from "../../db/queries/disclosure-counts";
import * as evidence from "../../db/queries/evidence";
import * as holds from "../../db/queries/holds";
import * as findings from "../../db/queries/findings";
import * as protectedEvidence from "../../db/queries/protected-evidence";
import * as protectedFindings from "../../db/queries/protected-findings";
import { NOW, type AGeneration } from "./databases";

export const FINDING_MODULES = {
  "disclosure-counts": disclosureCounts,
  evidence,
  findings,
  holds,
  "protected-evidence": protectedEvidence,
  "protected-findings": protectedFindings,
};
export const WITHOUT_SCOPE_OF_FINDINGS = ["signSteps", "signDocuments"];

const OPEN = "finding-1";
const HELD = "finding-2";
const DOCUMENT = "document-1";
const HELD_DOCUMENT = "document-2";

/** One open and one protected finding, with a step each. */
export async function someFindings(db: Database, scope: Scope, made: AGeneration): Promise<void> {
  const row = {
    workspaceNo: scope.workspaceNo,
    supplierNo: made.nos[0]!,
    saidBy: "An office",
    foundOn: "2026-01-01",
    indicators: ["ILO-07"],
    severity: "severe" as const,
    summary: "Papers of 40 workers are kept.",
    status: "alleged" as const,
    recordedBy: scope.userId,
    recordedAt: NOW,
  };
  const step = {
    workspaceNo: scope.workspaceNo,
    kind: "status" as const,
    status: "under-review" as const,
    text: "Looked at.",
    validOn: "2026-01-02",
    recordedBy: scope.userId,
    recordedAt: NOW,
  };
  const { findings: f, findingSteps: s, protectedFindings: p, protectedFindingSteps: ps } = db.t;
  const document = {
    workspaceNo: scope.workspaceNo,
    supplierNo: made.nos[0]!,
    fileName: "report.pdf",
    kind: "pdf" as const,
    bytes: 9,
    sha256: "hash",
    shows: "What an office found",
    issuer: "An office",
    strength: "primary" as const,
    recordedBy: scope.userId,
    recordedAt: NOW,
  };
  await db.commit(scope, event("protected-finding.recorded", { sha256: "0" }), (q) => [
    q.insert(f).values({ ...row, id: OPEN, source: "authority", accessClass: "internal" }),
    q.insert(s).values({ ...step, id: "step-1", findingId: OPEN }),
    q.insert(p).values({ ...row, id: HELD, source: "union" }),
    q.insert(ps).values({ ...step, id: "step-2", findingId: HELD }),
    q.insert(db.t.evidence).values({
      ...document,
      id: DOCUMENT,
      storedPath: "evidence/1/document-1",
      accessClass: "public",
    }),
    q.insert(db.t.protectedEvidence).values({
      ...document,
      id: HELD_DOCUMENT,
      storedPath: "protected-evidence/1/document-2",
      findingId: HELD,
    }),
    q.insert(db.t.evidenceUses).values({
      id: "use-1",
      workspaceNo: scope.workspaceNo,
      evidenceId: DOCUMENT,
      usedFor: "finding",
      usedForId: OPEN,
      recordedBy: scope.userId,
      recordedAt: NOW,
    }),
    q.insert(db.t.supplierHolds).values({
      id: "hold-1",
      workspaceNo: scope.workspaceNo,
      supplierNo: made.nos[0]!,
      placedBy: scope.userId,
      placedAt: NOW,
    }),
    q.insert(db.t.dangerContacts).values({
      id: "contact-1",
      workspaceNo: scope.workspaceNo,
      country: "BD",
      kind: "hotline",
      name: "A line",
      contact: "123",
      source: "A page",
      checkedOn: "2026-01-01",
      addedBy: scope.userId,
      addedAt: NOW,
    }),
  ]);
}

export function questionsOnFindings(asked: () => { readonly db: Database; readonly made: AGeneration }) {
  const no = () => asked().made.nos[0]!;
  return {
    findFinding: (scope) => findings.findFinding(asked().db, scope, OPEN),
    findingsAbout: (scope) => findings.findingsAbout(asked().db, scope, no()),
    findingsOfSuppliers: (scope) => findings.findingsOfSuppliers(asked().db, scope, [no()]),
    listFindings: (scope) => findings.listFindings(asked().db, scope, { limit: 9 }),
    stepsOfFindings: (scope) => findings.stepsOfFindings(asked().db, scope, [OPEN]),
    countRecordsUntil: async (scope) => {
      const { findings: open, steps, documents } = await disclosureCounts.countRecordsUntil(asked().db, scope, NOW);
      return open + steps + documents || null;
    },
    findProtectedFinding: (scope) => protectedFindings.findProtectedFinding(asked().db, scope, HELD),
    protectedFindingsAbout: (scope) => protectedFindings.protectedFindingsAbout(asked().db, scope, no()),
    listProtectedFindings: (scope) => protectedFindings.listProtectedFindings(asked().db, scope, 9),
    stepsOfProtectedFindings: (scope) => protectedFindings.stepsOfProtectedFindings(asked().db, scope, [HELD]),
    findEvidence: (scope) => evidence.findEvidence(asked().db, scope, DOCUMENT),
    evidenceOfHash: (scope) => evidence.evidenceOfHash(asked().db, scope, "hash"),
    evidenceAbout: (scope) => evidence.evidenceAbout(asked().db, scope, no()),
    evidenceAt: async (scope) => (await evidence.evidenceAt(asked().db, scope, new Date("2100-01-01T00:00:00Z"), { numbers: null, limit: 9 })).rows, // prettier-ignore
    evidenceOfSuppliers: (scope) => evidence.evidenceOfSuppliers(asked().db, scope, [no()]),
    listEvidence: (scope) => evidence.listEvidence(asked().db, scope, 9),
    evidenceFor: (scope) => evidence.evidenceFor(asked().db, scope, "finding", OPEN),
    findProtectedEvidence: (scope) => protectedEvidence.findProtectedEvidence(asked().db, scope, HELD_DOCUMENT),
    evidenceOfProtectedFinding: (scope) => protectedEvidence.evidenceOfProtectedFinding(asked().db, scope, HELD),
    usesOfEvidence: (scope) => evidence.usesOfEvidence(asked().db, scope, [DOCUMENT]),
    holdsAbout: (scope) => holds.holdsAbout(asked().db, scope, [no()]),
    contactsAt: (scope) => holds.contactsAt(asked().db, scope, "BD", new Date("2100-01-01")),
    holdsOfSupplier: (scope) => holds.holdsOfSupplier(asked().db, scope, no()),
    heldSuppliers: async (scope) => [...(await holds.heldSuppliers(asked().db, scope))],
    contactsOfCountry: (scope) => holds.contactsOfCountry(asked().db, scope, "BD"),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
