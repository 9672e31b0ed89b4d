/** What the isolation test asks of findings: with the scope of one workspace and the ids of another. */
import { findingFor, findingsFor, workspaceFindings } from "../../app/services/findings/findings-view.server";
import { recordFinding, type NewFinding } from "../../app/services/findings/record-finding.server";
import { supplierNoIn } from "../../app/services/findings/supplier-in-scope.server";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import * as findings from "../../db/queries/findings";
import * as protectedFindings from "../../db/queries/protected-findings";
import { A_DAY, type ASupplier } from "../builders";

/** Ids of an open and of a protected finding. */
export interface FoundPlace {
  readonly found: { readonly open: string; readonly held: string };
}
interface Place extends FoundPlace {
  readonly scope: Scope;
  readonly supplier: ASupplier;
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
  return { open, held };
}

export const findingReads = (db: () => Database): Asked => ({
  "db/queries/findings.ts findFinding": (scope, of) => findings.findFinding(db(), scope, of.found.open),
  "db/queries/findings.ts findingsAbout": (scope, of) => findings.findingsAbout(db(), scope, of.supplier.no),
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
  "app/services/findings/findings-view.server.ts workspaceFindings": (scope) => workspaceFindings(db(), scope),
  "app/services/findings/supplier-in-scope.server.ts supplierNoIn": async (scope, of) => {
    await supplierNoIn(db(), scope, of.supplier.id);
    return of.supplier.id;
  },
});

export const findingChanges = (db: () => Database): Asked => ({
  "app/services/findings/record-finding.server.ts recordFinding": (scope, of) =>
    recordFinding(db(), scope, aFinding(of.supplier.id, "another"), A_DAY),
});

export const FINDING_SAYS_NOT_FOUND = [
  "app/services/findings/findings-view.server.ts findingFor",
  "app/services/findings/supplier-in-scope.server.ts supplierNoIn",
  "app/services/findings/record-finding.server.ts recordFinding",
];
