import { PassThrough } from "node:stream";
import type { Database, Scope } from "../../../db/database";
import { log } from "../../lib/log.server";
import { Problem } from "../../lib/problem";
import type { RegisterFile } from "../register/export-register.server";
import { writeIssuesCsv } from "../register/write-register.server";
import { findImport } from "./import-record.server";

/** The row report of an import as CSV; `explain` gives a code's sentence in the reader's language. */
export async function exportIssues(
  db: Database,
  scope: Scope,
  importId: string,
  explain: (code: string) => string,
): Promise<RegisterFile> {
  const record = await findImport(db, scope, importId);
  if (record.generation === null) throw new Problem("import.no-rows", "This import has no row report yet.", {}, 404);
  const stream = new PassThrough();
  writeIssuesCsv(db, record.generation, explain, stream).catch((error: unknown) => {
    if (!stream.destroyed) log.error({ error, importId }, "row report broke off");
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return { fileName: `candour-rows-${importId}.csv`, contentType: "text/csv; charset=utf-8", stream };
}
