import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { isUniqueViolation } from "../../../db/errors";
import { newId } from "../../../db/ids";
import { and, eq, isNull } from "drizzle-orm";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { assessedRelease, type RiskToWorkers } from "../readings/release-readings.server";
import { neededText } from "./finding-texts";
import { findingChanged, moveFinding, mustBeAsSeen, supplierIdOf } from "./finding-writes.server";
import { findingFor, findingNotFound } from "./findings-view.server";
import type { SeenFinding } from "./settle-finding.server";
import { isStaleWrite } from "../../../db/errors";

/**
 * Releases a protected finding at group level, as the decision of the member who asks: an open finding is recorded with a text
 * written for it. From whom, when and where it was told stays protected. There is no way back but taking the open finding back.
 * @returns the id of the open finding. @throws Problem `finding.not-found` (404), `finding.role` (403), `finding.changed`,
 *   `finding.taken-back` or `release.done` (409), `release.assessment`, `release.group`, `finding.text`, `finding.person` (422).
 */
export async function releaseFinding(
  db: Database,
  scope: Scope,
  { summary: given, ...seen }: SeenFinding & { readonly summary: string },
  risk: RiskToWorkers,
  now: Date,
): Promise<string> {
  const held = await findingFor(db, scope, seen.findingId);
  if (!held.isProtected) throw findingNotFound();
  if (!can(scope.role, "protected:release"))
    throw new Problem("finding.role", "Your role does not record findings of this kind.", {}, 403);
  mustBeAsSeen(held, seen.version);
  const done = () => new Problem("release.done", "These answers were released or taken back already.", {}, 409);
  const { finding } = held;
  if (finding.releasedAs !== null) throw done();
  const assessed = assessedRelease(risk, dayOf(now));
  const summary = neededText(given);
  const supplierId = await supplierIdOf(db, scope, held);
  const open = {
    id: newId(now),
    workspaceNo: scope.workspaceNo,
    supplierNo: finding.supplierNo,
    source: "told-in-confidence" as const,
    saidBy: "",
    foundOn: dayOf(now),
    site: null,
    product: null,
    indicators: finding.indicators,
    severity: finding.severity,
    summary,
    status: "alleged" as const,
    accessClass: "confidential" as const,
    recordedBy: scope.userId,
    recordedAt: now,
  };
  const release = {
    id: newId(now),
    workspaceNo: scope.workspaceNo,
    supplierNo: finding.supplierNo,
    batch: finding.id,
    ...assessed,
    releasedBy: scope.userId,
    releasedAt: now,
  };
  const { recordedAt: _now, workspaceNo: _ours, ...kept } = open;
  const contents = {
    releaseId: release.id,
    findingId: open.id,
    supplierId,
    release: { groupSize: release.groupSize, assessedOn: release.assessedOn },
    finding: kept,
  };
  const { findings, protectedFindings: p, protectedReleases } = db.t;
  await db
    .commit(scope, event("protected-finding.released", contents), (q) => [
      q.insert(protectedReleases).values(release),
      q.insert(findings).values(open),
      moveFinding(db, q, held, {}),
      {
        write: q
          .update(p)
          .set({ releasedAs: open.id })
          .where(and(eq(p.id, finding.id), eq(p.workspaceNo, scope.workspaceNo), isNull(p.releasedAs))),
        rows: 1,
      },
    ])
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw done();
      throw isStaleWrite(error) ? findingChanged() : error;
    });
  return open.id;
}
