/**
 * The program that makes one PDF and ends: its memory goes back with it, and a fault in it ends nothing else. It is given a
 * folder with the request and leaves the file there.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { formatFor } from "../i18n/format";
import { LANGUAGES } from "../i18n/languages";
import { createTranslator } from "../i18n/translator";
import { registerDocument } from "../reports/register-document";
import { modelById } from "../../risk-models";
import { compilePdf } from "./compile";
import { ATTACHED_FILE, PDF_FILE, REQUEST_FILE, type PdfAnswer, type PdfRequest } from "./request";

async function makePdf(folder: string): Promise<void> {
  const { report, language, standard } = JSON.parse(
    readFileSync(path.join(folder, REQUEST_FILE), "utf8"),
  ) as PdfRequest;
  const model = modelById(report.model.id);
  if (!model) throw new Error(`There is no risk model ${report.model.id}`);
  const { t } = createTranslator(language, (await LANGUAGES[language].load()).catalogue);
  const document = registerDocument(report, model, { t, format: formatFor(language), language });
  const attachment = document.attachment === null ? null : readFileSync(path.join(folder, ATTACHED_FILE));
  const place = path.join(folder, PDF_FILE);
  writeFileSync(`${place}.part`, compilePdf(document, attachment, { t }, standard));
  renameSync(`${place}.part`, place);
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
