import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { dueDays, type DueDay } from "./follow-up-view.server";

/** All days of the follow-up for a calendar file; who took it is an event of the chain. */
export async function exportCalendar(db: Database, scope: Scope, today: string): Promise<DueDay[]> {
  const days = await dueDays(db, scope, today);
  const told = { what: "calendar", format: "ics", rows: days.length, query: "" };
  await db.commit(scope, event("follow-up.exported", told), () => []);
  return days;
}
