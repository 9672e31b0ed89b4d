import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { findWorkspace } from "../../../db/queries/accounts";
import { reportsOf } from "../../../db/queries/reports";
import { lastYear } from "../../lib/last-year";
import { Problem } from "../../lib/problem";
import { ReportSettings } from "../../reports/settings";
import { templateOf } from "../../reports/templates";
import { buyerProfile } from "../commitments/buyer.server";
import { dayOf } from "../scoring/assessor.server";
import { requireVariant } from "./report-settings.server";
import { readableKinds, subjectOf } from "./subject.server";

export interface ReportToStart {
  readonly type: string;
  /** "": the usual one. */
  readonly variant: string;
  readonly subjectId: string;
  /** For a type that is about a product: what it is called. */
  readonly subjectName: string;
}

/**
 * Starts a draft: of the past year, of the organisation that the last report was of, else the workspace's name, with the country
 * that was stated of the buyer where the report had none, in the class its template proposes; all of that can be changed.
 * @returns its id. @throws Problem `report.type`, `report.variant`, `report.subject` (422).
 */
export async function startReport(db: Database, scope: Scope, given: ReportToStart, now: Date): Promise<string> {
  const template = templateOf(given.type);
  if (!template) throw new Problem("report.type", "There is no report of that type. Choose one of the list.", {}, 422);
  const variant = requireVariant(scope, template, given.variant);
  const [subject, workspace, buyer, [last]] = await Promise.all([
    subjectOf(db, scope, template, { id: given.subjectId, name: given.subjectName }),
    findWorkspace(db, scope),
    buyerProfile(db, scope),
    reportsOf(db, scope, readableKinds(scope.role), 1),
  ]);
  const organisation = last
    ? ReportSettings.parse(last.settings).organisation
    : { name: workspace?.name ?? "", identifier: "", country: null };
  const settings = ReportSettings.parse({
    ...lastYear(dayOf(now)),
    organisation: {
      ...organisation,
      country: organisation.country ?? buyer?.country ?? null,
    },
    subject,
    class: template.class,
  });
  const id = newId(now);
  const { workspaceNo, userId } = scope;
  const { type } = template;
  const started = { type, variant, version: 1, replaces: null, reason: null };
  await db.commit(scope, event("report.started", { reportId: id, ...started, settings }), (q) => [
    q.insert(db.t.reports).values({ id, workspaceNo, ...started, settings, startedBy: userId, startedAt: now }),
    q
      .insert(db.t.reportSteps)
      .values({ id: newId(now), workspaceNo, reportId: id, step: "started", note: "", by: userId, at: now }),
  ]);
  return id;
}
