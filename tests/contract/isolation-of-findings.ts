/** What the isolation test of the queries asks of findings. */
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import * as findings from "../../db/queries/findings";
import * as protectedFindings from "../../db/queries/protected-findings";
import { NOW, type AGeneration } from "./databases";

export const FINDING_MODULES = { findings, "protected-findings": protectedFindings };
export const WITHOUT_SCOPE_OF_FINDINGS = ["signSteps"];

const OPEN = "finding-1";
const HELD = "finding-2";

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
  await db.commit(scope, event("protected-finding.recorded", { sha256: "0" }), (q) => [
    q.insert(f).values({ ...row, id: OPEN, source: "authority", accessClass: "internal" }),
    q.insert(s).values({ ...step, id: "step-1", findingId: OPEN }),
    q.insert(p).values({ ...row, id: HELD, source: "union" }),
    q.insert(ps).values({ ...step, id: "step-2", findingId: HELD }),
  ]);
}

export function questionsOnFindings(asked: () => { readonly db: Database; readonly made: AGeneration }) {
  const no = () => asked().made.nos[0]!;
  return {
    findFinding: (scope) => findings.findFinding(asked().db, scope, OPEN),
    findingsAbout: (scope) => findings.findingsAbout(asked().db, scope, no()),
    listFindings: (scope) => findings.listFindings(asked().db, scope, { limit: 9 }),
    stepsOfFindings: (scope) => findings.stepsOfFindings(asked().db, scope, [OPEN]),
    findProtectedFinding: (scope) => protectedFindings.findProtectedFinding(asked().db, scope, HELD),
    protectedFindingsAbout: (scope) => protectedFindings.protectedFindingsAbout(asked().db, scope, no()),
    listProtectedFindings: (scope) => protectedFindings.listProtectedFindings(asked().db, scope, 9),
    stepsOfProtectedFindings: (scope) => protectedFindings.stepsOfProtectedFindings(asked().db, scope, [HELD]),
  } satisfies Record<string, (scope: Scope) => Promise<unknown>>;
}
