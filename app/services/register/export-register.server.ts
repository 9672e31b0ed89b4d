import { PassThrough, type Readable } from "node:stream";
import type { Database, Scope } from "../../../db/database";
import { event } from "../../../db/audit-events";
import { findGeneration } from "../../../db/queries/register";
import { publishedGeneration } from "../../../db/queries/generations";
import { log } from "../../lib/log.server";
import { Problem } from "../../lib/problem";
import { writeRegisterCsv, writeRegisterXlsx } from "./write-register.server";

export interface RegisterFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly stream: Readable;
}

export const REGISTER_FILE_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/**
 * The register that is shown now, as a stream that begins at once; who took it, and when, is an event of the chain. The file
 * name carries model and data date. @throws Problem `register.none` (404) before the first list is published.
 */
export async function exportRegister(db: Database, scope: Scope, format: "csv" | "xlsx"): Promise<RegisterFile> {
  const no = await publishedGeneration(db, scope);
  const generation = no === null ? null : await findGeneration(db, scope, no);
  if (!generation) throw new Problem("register.none", "There is no published list yet. Upload one first.", {}, 404);
  await db.commit(
    scope,
    event("register.exported", { generation: generation.no, format, rows: generation.suppliers }),
    () => [],
  );
  const stream = new PassThrough();
  const write = format === "csv" ? writeRegisterCsv : writeRegisterXlsx;
  write(db, generation.no, stream).catch((error: unknown) => {
    if (!stream.destroyed) log.error({ error, generation: generation.no, format }, "register export broke off");
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    fileName: `candour-register-${scope.workspaceSlug}-model-${generation.modelId}-data-${generation.dataDate}.${format}`,
    contentType: REGISTER_FILE_TYPES[format],
    stream,
  };
}
