import { createReadStream } from "node:fs";
import { PassThrough, Readable } from "node:stream";
import { event } from "../../../db/audit-events";
import { canonicalJson } from "../../../db/canonical-json";
import type { Database, Scope } from "../../../db/database";
import { csvText, writeCsv } from "../../files/csv-writer.server";
import { writeXlsx, type SheetToWrite } from "../../files/xlsx-writer.server";
import type { Language } from "../../i18n/languages";
import { modelById } from "../../../risk-models";
import { log } from "../../lib/log.server";
import { Problem } from "../../lib/problem";
import type { Attachment, FiledReport } from "../../reports/model";
import { reportRows, reportTables, type RowTable } from "../../reports/report-rows";
import { notesSheet, reportSheet, wholeRows } from "../../reports/report-sheet";
import type { Template } from "../../reports/template";
import type { Wording } from "../../reports/wording";
import { keptBytes, requireKept } from "./kept-file.server";
import { registerSheet } from "./kept-sheet.server";
import { makePdf, type MakePdf } from "./make-pdf.server";
import { requireIntact } from "./report-record.server";
import { publishedThen } from "./report-then.server";
import { reportView } from "./report-view.server";

/** `register`: the file that is kept with a register, as CSV. */
export const REPORT_FORMATS = ["pdf", "xlsx", "csv", "json", "register"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  register: "text/csv; charset=utf-8",
};

export interface ReportFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly stream: Readable;
}

interface ReportOrder {
  readonly format: ReportFormat;
  readonly language: Language;
  readonly wording: Wording;
  readonly now: Date;
  readonly signal?: AbortSignal | undefined;
  /** Where files that were kept with a report lie; null: what is written holds none of them. */
  readonly dataDir?: string | null;
  /** As it stood at the end of that past day, `YYYY-MM-DD`, where it was published by then; null: as it stands. */
  readonly day?: string | null;
}

/**
 * A report as a file: of what was frozen, or of the draft as it stands. Who took it is an event of the chain.
 * @throws Problem `report.not-found`, `report.file-none` (404), `report.not-intact`, `report.not-published-then` (409), `report.file-gone` (410), `pdf.busy` or `pdf.too-slow` (503).
 */
export async function exportReport(
  db: Database,
  scope: Scope,
  id: string,
  { format, language, wording, now, signal, dataDir = null, day = null }: ReportOrder,
  make: MakePdf = makePdf,
): Promise<ReportFile> {
  const view = day === null ? await reportView(db, scope, id, now) : await publishedThen(db, scope, id, day);
  requireIntact(view);
  const { filed, template } = view;
  const [file] = filed.report.attachments;
  const kept: Kept | null =
    file && dataDir !== null ? { file, bytes: () => keptBytes(scope, id, file, dataDir) } : null;
  if (format === "register" && kept === null)
    throw new Problem("report.file-none", "No file is kept with this report.", {}, 404);
  // Before anything is told of it in the chain, and before the first byte is sent.
  if (file && dataDir !== null && (format === "register" || format === "xlsx"))
    await requireKept(scope, id, file, dataDir);
  const pdf = format === "pdf" ? await pdfStream(filed, template, { language, wording, signal }, make) : null;
  const taken = event("report.exported", { reportId: id, format, language, contentSha256: filed.sha256, ...(day !== null && { on: day }) }); // prettier-ignore
  try {
    signal?.throwIfAborted();
    await db.commit(scope, taken, () => []);
  } catch (error) {
    pdf?.destroy();
    throw error;
  }
  const { type, variant, version } = filed.report;
  const number = [filed.number === null ? filed.state : `${filed.number}-v${version}`, ...(day === null ? [] : ["on", day])].join("-"); // prettier-ignore
  return {
    fileName:
      format === "register"
        ? `candour-${type}-${number}-${kept?.file.name ?? ""}`
        : `candour-${type}-${variant}-${number}-${language}.${format}`,
    contentType: TYPES[format],
    stream: pdf ?? written(format, filed, template, wording, kept),
  };
}

/** A file that is kept with the report, and its bytes. */
interface Kept {
  readonly file: Attachment;
  readonly bytes: () => AsyncIterable<Buffer>;
}

type Words = Pick<ReportOrder, "language" | "wording" | "signal">;

async function pdfStream(
  filed: FiledReport,
  template: Template,
  { language, wording, signal }: Words,
  make: MakePdf,
): Promise<Readable> {
  const csv = csvText(wholeRows(filed, template, wording));
  const made = await make({ kind: "report", filed, csv, language }, signal);
  const stream = createReadStream(made.file);
  stream.once("close", () => void made.remove());
  return stream;
}

/** The file as it is written, piece by piece. */
function written(
  format: ReportFormat,
  filed: FiledReport,
  template: Template,
  wording: Wording,
  kept: Kept | null,
): Readable {
  if (format === "register" && kept) return Readable.from(kept.bytes(), { objectMode: false });
  const stream = new PassThrough();
  const failed = (error: unknown) => {
    log.error({ err: error }, "a report could not be written as a file");
    stream.destroy(error instanceof Error ? error : undefined);
  };
  if (format === "json") stream.end(`${canonicalJson(filed)}\n`);
  else if (format === "csv") writeCsv(stream, wholeRows(filed, template, wording)).catch(failed);
  else writeXlsx(stream, sheetsOf(filed, template, wording, kept)).catch(failed);
  return stream;
}

const WIDTHS = [24, 32, 16, 8, 24, 48, 14, 14, 20, 22, 40, 24];

function sheetsOf(filed: FiledReport, template: Template, wording: Wording, kept: Kept | null): SheetToWrite[] {
  const sheet = (
    { title, header, rows, formats = [] }: RowTable,
    widths: readonly number[] = [],
    filter = true,
  ): SheetToWrite => ({
    name: title,
    columns: header.map((text, at) => ({ header: text, width: widths[at] ?? 20, format: formats[at] ?? "general" })),
    rows,
    filter,
  });
  const { method } = filed.report;
  return [
    sheet(reportSheet(filed, template, wording), [30, 90], false),
    sheet(notesSheet(filed, template, method && modelById(method.model), wording), [36, 100], false),
    sheet(reportRows(filed, template, wording), WIDTHS),
    ...reportTables(filed, template, wording).map((table) => sheet(table)),
    ...(kept ? [registerSheet(wording.t("reportRegister.point.registerFile"), kept.bytes)] : []),
  ];
}
