import { createReadStream } from "node:fs";
import { Writable } from "node:stream";
import type { Database, Scope } from "../../../db/database";
import { event } from "../../../db/audit-events";
import { findUser, findWorkspace } from "../../../db/queries/accounts";
import { publishedGeneration } from "../../../db/queries/generations";
import { importOfGeneration } from "../../../db/queries/imports";
import { findGeneration } from "../../../db/queries/register";
import type { Language } from "../../i18n/languages";
import { Problem } from "../../lib/problem";
import { USUAL_TOP_ROWS } from "../../reports/register-report";
import type { StoredSummary } from "../imports/import-record.server";
import type { RegisterFile } from "../register/export-register.server";
import { registerInto } from "../register/write-register.server";
import { makePdf, type MakePdf } from "./make-pdf.server";
import { reportOfRegister } from "./register-report.server";

interface PdfExport {
  readonly language: Language;
  readonly now: Date;
  /** Aborted when the reader goes away: the work then ends. */
  readonly signal?: AbortSignal;
}

/**
 * The register that is shown now as a PDF: summary, the suppliers to look at first, the method. Who took it, and when, is an
 * event of the chain, appended when the file is ready. @throws Problem `register.none` (404) before the first list is
 * published, `pdf.busy` or `pdf.too-slow` (503).
 */
export async function exportRegisterPdf(
  db: Database,
  scope: Scope,
  { language, now, signal }: PdfExport,
  make: MakePdf = makePdf,
): Promise<RegisterFile> {
  const no = await publishedGeneration(db, scope);
  const generation = no === null ? null : await findGeneration(db, scope, no);
  const [workspace, source, user] = await Promise.all([
    findWorkspace(db, scope),
    generation && importOfGeneration(db, scope, generation.no),
    findUser(db, scope.userId),
  ]);
  if (!generation || !source || !workspace)
    throw new Problem("register.none", "There is no published list yet. Upload one first.", {}, 404);
  const counted = source.summary as StoredSummary | null;
  const { report, csv } = await reportOfRegister(db, scope, generation, {
    workspace: { name: workspace.name, isDemo: workspace.isDemo },
    list: {
      fileName: source.upload.fileName,
      sha256: source.upload.sha256,
      publishedAt: source.publishedAt?.toISOString() ?? null,
    },
    made: { at: now.toISOString(), by: user?.name ?? null },
    rows: counted?.rows ?? null,
    totals: (counted?.totals ?? []).map(({ currency, ...amounts }) => ({ ...amounts, currency: currency || null })),
    rowsShown: USUAL_TOP_ROWS,
    full: async () => [{ format: "csv", sha256: await hashOfCsv(db, generation.no) }],
  });
  const made = await make({ kind: "register", report, csv, language }, signal);
  try {
    signal?.throwIfAborted();
    const exported = event("register.exported", { generation: generation.no, format: "pdf", rows: report.top.length });
    await db.commit(scope, exported, () => []);
  } catch (error) {
    await made.remove();
    throw error;
  }
  const stream = createReadStream(made.file);
  stream.once("close", () => void made.remove());
  return {
    fileName: `candour-register-${scope.workspaceSlug}-model-${generation.modelId}-data-${generation.dataDate}.pdf`,
    contentType: "application/pdf",
    stream,
  };
}

/** SHA-256 of the CSV that `exportRegister` gives of this generation. */
async function hashOfCsv(db: Database, generation: number): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return (await registerInto(db, generation, nowhere)).sha256;
}
