import type { Database, Scope } from "../../../db/database";
import { can } from "../../lib/permissions";
import { reportList, type ReportLine } from "../reports/report-view.server";

/** How many are offered, the newest. */
const OFFERED = 30;

/**
 * Published reports that this reader may read and that rest on a list, the newest first: a pack can be asked for that holds the list of
 * one. Whether the list is still kept is looked at when it is asked for.
 */
export async function backedReports(db: Database, scope: Scope): Promise<ReportLine[]> {
  if (!can(scope.role, "report:read")) return [];
  const { lines } = await reportList(db, scope);
  const isBacked = ({ state, template }: ReportLine) =>
    state === "published" && template.subject !== "check" && template.subject !== "category";
  return lines.filter(isBacked).slice(0, OFFERED);
}
