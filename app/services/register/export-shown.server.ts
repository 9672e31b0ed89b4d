import { PassThrough } from "node:stream";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { publishedGeneration } from "../../../db/queries/generations";
import { findGeneration } from "../../../db/queries/register";
import { eachSupplier, listSuppliers, type PageLine, type RegisterOrder } from "../../../db/queries/register-page";
import { writeCsv } from "../../files/csv-writer.server";
import { writeXlsx } from "../../files/xlsx-writer.server";
import { log } from "../../lib/log.server";
import { Problem } from "../../lib/problem";
import { REGISTER_FILE_TYPES, type RegisterFile } from "./export-register.server";
import { EXPORT_COLUMNS, type ExportCell } from "./register-export.server";

/** What of the table is taken: its suppliers in their order, and the columns that are shown. */
export interface Shown {
  readonly order: RegisterOrder;
  /** Headers of `EXPORT_COLUMNS`; the name always comes first. */
  readonly headers: readonly string[];
  /** The query of the table's address, and the saved view it came from: both stand in the event. */
  readonly query: string;
  readonly view: { readonly id: string; readonly name: string } | null;
}

type Format = "csv" | "xlsx";

/**
 * Exactly what the table shows, over all its pages, as a stream that begins at once; who took what is an event of the
 * chain. Text cells cannot start a formula. @throws Problem `register.none` (404) before the first list is published.
 */
export async function exportShown(db: Database, scope: Scope, format: Format, shown: Shown): Promise<RegisterFile> {
  const no = await publishedGeneration(db, scope);
  const generation = no === null ? null : await findGeneration(db, scope, no);
  if (!generation) throw new Problem("register.none", "There is no published list yet. Upload one first.", {}, 404);
  const { count } = await listSuppliers(db, scope, { ...shown.order, generation: generation.no, limit: 1 });
  const { query, view } = shown;
  const contents = { generation: generation.no, format, rows: count.value, query, view };
  await db.commit(scope, event("register.exported", contents), () => []);

  const columns = EXPORT_COLUMNS.filter(({ header }) => header === "name" || shown.headers.includes(header));
  const cells = (line: PageLine): ExportCell[] => columns.map(({ from }) => from(line));
  async function* rows(): AsyncGenerator<ExportCell[]> {
    for await (const lines of eachSupplier(db, scope, generation!.no, shown.order)) {
      for (const line of lines) yield cells(line);
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
  async function* withHeader(): AsyncGenerator<ExportCell[]> {
    yield columns.map(({ header }) => header);
    yield* rows();
  }
  const stream = new PassThrough();
  const written =
    format === "csv"
      ? writeCsv(stream, withHeader())
      : writeXlsx(stream, [
          { name: "Suppliers", columns: columns.map(({ header, width }) => ({ header, width })), rows: rows() },
        ]);
  written.catch((error: unknown) => {
    if (!stream.destroyed) log.error({ error, generation: generation.no, format }, "export of the table broke off");
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    fileName: `candour-suppliers-${scope.workspaceSlug}-model-${generation.modelId}-data-${generation.dataDate}.${format}`,
    contentType: REGISTER_FILE_TYPES[format],
    stream,
  };
}
