import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { canonicalJson } from "../../../db/canonical-json";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { findReport, type StoredReport } from "../../../db/queries/reports";
import type { ReportState } from "../../../db/schema/reports";
import type { Report } from "../../reports/model";
import { ReportSettings } from "../../reports/settings";
import type { Template } from "../../reports/template";
import { templateOf } from "../../reports/templates";
import { Problem } from "../../lib/problem";
import { mayRead } from "./subject.server";

/** A stored report with what its JSON columns hold, and its template. */
export interface ReportRecord {
  readonly row: StoredReport;
  readonly settings: ReportSettings;
  readonly template: Template;
}

/** Over the frozen contents as they are kept. */
export const contentHash = (report: Report): string => createHash("sha256").update(canonicalJson(report)).digest("hex");

/** @throws Problem `report.not-found` (404), for a reader too who may not read what it is about. */
export async function reportRecord(db: Database, scope: Scope, id: string): Promise<ReportRecord> {
  const row = await findReport(db, scope, id);
  const template = row && templateOf(row.type);
  if (!row || !template || !mayRead(scope.role, template, row.variant))
    throw new Problem("report.not-found", "There is no such report in this workspace.", {}, 404);
  return { row, settings: ReportSettings.parse(row.settings), template };
}

/** @throws Problem `report.state` (409) when it is not in one of these states. */
export function requireState({ state }: Pick<StoredReport, "state">, ...allowed: readonly ReportState[]): void {
  if (!allowed.includes(state))
    throw new Problem(
      "report.state",
      "The report has gone on since this page was loaded. Load it again: it shows what can be done now.",
      { state },
      409,
    );
}

/** The write that moves a report on; refused when somebody moved it meanwhile. */
export const moveReport = (
  db: Database,
  q: Queries,
  { workspaceNo }: Pick<Scope, "workspaceNo">,
  { id, seen }: Pick<StoredReport, "id" | "seen">,
  change: Partial<StoredReport>,
): Step => ({
  write: q
    .update(db.t.reports)
    .set({ ...change, seen: seen + 1 })
    .where(and(eq(db.t.reports.id, id), eq(db.t.reports.workspaceNo, workspaceNo), eq(db.t.reports.seen, seen))),
  rows: 1,
});

/** What a stale write means to whoever wrote it. */
export function orChanged(error: unknown): never {
  if (isStaleWrite(error))
    throw new Problem(
      "report.changed",
      "Somebody changed this report a moment ago. Load the page again and look at it before you go on.",
      {},
      409,
    );
  throw error;
}
