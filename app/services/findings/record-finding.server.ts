import { createHash } from "node:crypto";
import { event } from "../../../db/audit-events";
import { canonicalJson } from "../../../db/canonical-json";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import type { AccessClass, OpenFindingSource } from "../../../db/schema/findings";
import { PROTECTED_SOURCES, type ProtectedSource } from "../../../db/schema/readings";
import { ILO_INDICATORS, type IloIndicatorId } from "../../../risk-models";
import type { SeverityLevel } from "../../../risk-models/types";
import { can } from "../../lib/permissions";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { dayUntil, LINE_LENGTH, neededText, optionalText } from "./finding-texts";
import { supplierNoIn } from "./supplier-in-scope.server";

export interface NewFinding {
  readonly supplierId: string;
  readonly source: Exclude<OpenFindingSource, "told-in-confidence"> | ProtectedSource;
  readonly saidBy: string;
  /** `YYYY-MM-DD`. */
  readonly foundOn: string;
  readonly site: string | null;
  readonly product: string | null;
  readonly indicators: readonly string[];
  readonly severity: SeverityLevel;
  readonly summary: string;
  /** Of an open finding; a protected one has none. */
  readonly accessClass: AccessClass;
  /** Whoever writes says that the texts name no worker and nobody who spoke. */
  readonly namesNobody: boolean;
}

export const isProtectedSource = (source: string): source is ProtectedSource =>
  (PROTECTED_SOURCES as readonly string[]).includes(source);

/** SHA-256 of what was written, over ids that no one can guess: all that the chain holds of what is protected. */
export const hashOfRows = (rows: unknown): string => createHash("sha256").update(canonicalJson(rows)).digest("hex");

/**
 * Records what was found about a supplier, as alleged. One that workers, a union, an NGO or a hotline told goes into tables of
 * its own, and the event says neither of whom nor what.
 * @returns its id. @throws Problem `finding.supplier` (404), `finding.names` (422) when it was not confirmed that nobody is
 *   named, `finding.person`, `finding.text` or `finding.day` (422), `finding.protected` (403) for a protected source and a
 *   member who may not read protected information, `finding.role` (403).
 */
export async function recordFinding(db: Database, scope: Scope, given: NewFinding, now: Date): Promise<string> {
  const supplierNo = await supplierNoIn(db, scope, given.supplierId);
  const { source } = given;
  if (isProtectedSource(source) && !can(scope.role, "protected:read"))
    throw new Problem(
      "finding.protected",
      "What workers, a union, an NGO or a hotline told is recorded by an owner or a legal reviewer. Write nothing here; ask one of them to.",
      {},
      403,
    );
  if (!isProtectedSource(source) && !can(scope.role, "finding:write"))
    throw new Problem("finding.role", "Your role does not record findings of this kind.", {}, 403);
  if (!given.namesNobody)
    throw new Problem("finding.names", "Confirm that the texts name no worker and nobody who spoke.", {}, 422);
  const indicators = ILO_INDICATORS.filter((id: IloIndicatorId) => given.indicators.includes(id));
  const row = {
    id: newId(now),
    workspaceNo: scope.workspaceNo,
    supplierNo,
    saidBy: neededText(given.saidBy, LINE_LENGTH),
    foundOn: dayUntil(given.foundOn, dayOf(now)),
    site: optionalText(given.site),
    product: optionalText(given.product),
    indicators,
    severity: given.severity,
    summary: neededText(given.summary),
    status: "alleged" as const,
    recordedBy: scope.userId,
    recordedAt: now,
  };
  const { workspaceNo: _ours, recordedAt: _now, ...kept } = row;
  const { findings, protectedFindings } = db.t;
  if (isProtectedSource(source)) {
    const sha256 = hashOfRows({ ...kept, source });
    await db.commit(scope, event("protected-finding.recorded", { sha256 }), (q) => [
      q.insert(protectedFindings).values({ ...row, source }),
    ]);
    return row.id;
  }
  const open = { source, accessClass: given.accessClass };
  const recorded = { findingId: row.id, supplierId: given.supplierId, finding: { ...kept, ...open } };
  await db.commit(scope, event("finding.recorded", recorded), (q) => [q.insert(findings).values({ ...row, ...open })]);
  return row.id;
}
