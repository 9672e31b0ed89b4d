import type { Database, Scope } from "../../../db/database";
import { protectedFindingsAbout, stepsOfProtectedFindings } from "../../../db/queries/protected-findings";
import { can } from "../../lib/permissions";
import { settledAs, type ToldFinding } from "../../recruitment/protected-findings";

/** A protected finding with what it says, for a list of this reader. */
export interface InternalFinding extends ToldFinding {
  readonly summary: string;
}

/**
 * The findings told in confidence about a supplier and those merged into it, but those taken back, the newest first. Asked for
 * only when the reader may read them; empty for everyone else.
 */
export async function internalFindings(db: Database, scope: Scope, supplierNo: number): Promise<InternalFinding[]> {
  if (!can(scope.role, "protected:read")) return [];
  const found = (await protectedFindingsAbout(db, scope, supplierNo)).filter(({ undoneAt }) => undoneAt === null);
  if (found.length === 0) return [];
  const steps = await stepsOfProtectedFindings(db, scope, found.map(({ id }) => id)); // prettier-ignore
  return found.map(({ id, status, foundOn, summary, indicators }) => ({
    id,
    status,
    foundOn,
    summary,
    indicators: Array.isArray(indicators) ? indicators.map(String) : [],
    ...settledAs(steps.filter(({ findingId }) => findingId === id)),
  }));
}
