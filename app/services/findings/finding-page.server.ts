import type { Database, Scope } from "../../../db/database";
import { stepsOfFindings, type SignedFindingStep } from "../../../db/queries/findings";
import { stepsOfProtectedFindings } from "../../../db/queries/protected-findings";
import type { HeldFinding } from "./findings-view.server";

/** What happened with a finding that this reader was given, the oldest first. */
export async function stepsFor(
  db: Database,
  scope: Scope,
  { isProtected, finding }: HeldFinding,
): Promise<SignedFindingStep[]> {
  return isProtected ? stepsOfProtectedFindings(db, scope, [finding.id]) : stepsOfFindings(db, scope, [finding.id]);
}
