import { PassThrough } from "node:stream";
import type { BulkWriter } from "../../../db/bulk/bulk";
import type { Database, Scope } from "../../../db/database";
import { findGeneration } from "../../../db/queries/register";
import type { DifferenceKind } from "../../../db/schema/codes";
import { writeCsv } from "../../files/csv-writer.server";
import { log } from "../../lib/log.server";
import { Problem } from "../../lib/problem";
import type { RegisterFile } from "../register/export-register.server";
import { allDifferences, type Difference } from "./compare-generations.server";
import { findImport } from "./import-record.server";

/** A writer that holds the suppliers to be shown by name, numbered within their kind. */
export function differenceWriter(db: Database, generation: number, named: readonly Difference[]): BulkWriter {
  const columns = ["generation", "kind", "position", "supplierNo", "name", "oldName", "columns"] as const;
  const writer = db.bulk.writer("listDifferences", columns);
  const positions = new Map<DifferenceKind, number>();
  for (const { kind, supplierNo, name, oldName, columns: changed } of named) {
    const position = positions.get(kind) ?? 0;
    positions.set(kind, position + 1);
    writer.add([generation, kind, position, supplierNo, name, oldName, changed.length > 0 ? changed.join("|") : null]);
  }
  return writer;
}

/** Headers are fixed English names, so that files can be read by programs. */
const HEADERS = ["difference", "name", "name_before", "changed"];

/**
 * Every supplier that differs from the list this one was compared with, as CSV; of one kind, or of all.
 * @throws Problem `import.no-differences` (404) for a first list, and for one that is not built.
 */
export async function exportDifferences(
  db: Database,
  scope: Scope,
  importId: string,
  kind: DifferenceKind | null,
): Promise<RegisterFile> {
  const { generation, summary } = await findImport(db, scope, importId);
  const before = summary?.comparedWith ?? null;
  if (generation === null || before === null || (await findGeneration(db, scope, before)) === null)
    throw new Problem("import.no-differences", "This list was compared with no other.", {}, 404);
  async function* records() {
    yield HEADERS;
    for await (const one of allDifferences(db, before!, generation!))
      if (kind === null || one.kind === kind) yield [one.kind, one.name, one.oldName, one.columns.join("; ")];
  }
  const stream = new PassThrough();
  writeCsv(stream, records()).catch((error: unknown) => {
    if (!stream.destroyed) log.error({ error, importId }, "list of differences broke off");
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    fileName: `candour-differences-${kind ? `${kind}-` : ""}${importId}.csv`,
    contentType: "text/csv; charset=utf-8",
    stream,
  };
}
