/**
 * The program that makes one PDF and ends: its memory goes back with it, and a fault in it ends nothing else. It is given a
 * folder with the request and leaves the file there.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { formatFor } from "../i18n/format";
import { LANGUAGES } from "../i18n/languages";
import { createTranslator } from "../i18n/translator";
import type { PdfDocument } from "../reports/pdf-document";
import { registerDocument } from "../reports/register-document";
import { reportDocument } from "../reports/report-document";
import { templateOf } from "../reports/templates";
import type { Wording } from "../reports/wording";
import { modelById } from "../../risk-models";
import { compilePdf } from "./compile";
import { ATTACHED_FILE, PDF_FILE, REQUEST_FILE, type PdfAnswer, type PdfRequest } from "./request";

async function makePdf(folder: string): Promise<void> {
  const request = JSON.parse(readFileSync(path.join(folder, REQUEST_FILE), "utf8")) as PdfRequest;
  const { language, standard } = request;
  const { t } = createTranslator(language, (await LANGUAGES[language].load()).catalogue);
  const document = documentOf(request, { t, format: formatFor(language), language });
  const attachment = document.attachment === null ? null : readFileSync(path.join(folder, ATTACHED_FILE));
  const place = path.join(folder, PDF_FILE);
  writeFileSync(`${place}.part`, compilePdf(document, attachment, { t }, standard));
  renameSync(`${place}.part`, place);
}

function documentOf(request: PdfRequest, wording: Wording): PdfDocument {
  if (request.kind === "report") {
    const { type } = request.filed.report;
    const template = templateOf(type);
    if (!template) throw new Error(`There is no template ${type}`);
    return reportDocument(request.filed, template, wording);
  }
  const { report } = request;
  const model = modelById(report.model.id);
  if (!model) throw new Error(`There is no risk model ${report.model.id}`);
  return registerDocument(report, model, wording);
}

const answer = (message: PdfAnswer) => new Promise<void>((resolve) => process.send!(message, () => resolve()));

// Whoever asked is gone: nobody waits for the file.
process.on("disconnect", () => process.exit(1));

try {
  await makePdf(process.argv[2]!);
  // Linux and macOS give kilobytes.
  await answer({ done: true, peakBytes: process.resourceUsage().maxRSS * 1024 });
  process.exit(0);
} catch (error) {
  await answer({ done: false, reason: error instanceof Error ? error.message : String(error) });
  process.exit(1);
}
