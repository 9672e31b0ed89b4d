/** Decisions about a report by somebody who just read it as it is, for tests. */
import { publishReport } from "../../app/services/reports/publish-report.server";
import { returnReport } from "../../app/services/reports/return-report.server";
import type { Database, Scope } from "../../db/database";
import { findReport } from "../../db/queries/reports";

const shown = async (db: Database, scope: Scope, id: string): Promise<string> =>
  (await findReport(db, scope, id))?.contentSha256 ?? "";

/** Publishes it with whatever signatures it has. */
export const publishAsItIs = async (db: Database, scope: Scope, id: string, now: Date, dataDir: string | null = null) =>
  publishReport(db, scope, id, { contentSha256: await shown(db, scope, id), knowsUnsigned: true }, now, dataDir);

export const returnAsItIs = async (db: Database, scope: Scope, id: string, note: string, now: Date) =>
  returnReport(db, scope, id, { note, contentSha256: await shown(db, scope, id) }, now);
