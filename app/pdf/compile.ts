/** A document to the bytes of a PDF, by Typst. Needs some 100 MB: only a child process calls it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { projectRoot } from "../lib/config.server";
import type { PdfDocument } from "../reports/pdf-document";
import { printDocument, textsOf } from "../reports/print-document";
import type { Wording } from "../reports/wording";
import { fontsFor } from "./fonts";

/** What the file promises: to last with its data inside (PDF/A-3a), or to be read aloud (PDF/UA-1, which holds no files here). */
export type Standard = "a-3a" | "ua-1";

/**
 * The PDF of a document; `attachment` are the bytes of the file it names. The same input gives the same bytes.
 * @throws Error with Typst's own words when the layout or the standard is broken: a fault of ours, never of a name.
 */
export function compilePdf(
  document: PdfDocument,
  attachment: Buffer | null,
  wording: Pick<Wording, "t">,
  standard: Standard = "a-3a",
): Buffer {
  const fonts = fontsFor(textsOf(document));
  const printed = printDocument(document, fonts.coverage, wording);
  const held = standard === "a-3a" && attachment !== null ? printed : { ...printed, attachment: null };
  const folder = path.join(projectRoot(), "app", "pdf");
  const typst = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [...fonts.folders] }] });
  typst.mapShadow(path.join(folder, "document.json"), Buffer.from(JSON.stringify(held)));
  typst.mapShadow(path.join(folder, "fonts.json"), Buffer.from(JSON.stringify(fonts.families)));
  if (attachment !== null) typst.mapShadow(path.join(folder, "attachment.csv"), attachment);
  const laidOut = typst.compile({ mainFileContent: readFileSync(path.join(folder, "report.typ"), "utf8") });
  const pages = laidOut.result;
  if (!pages) {
    const faults = laidOut.takeDiagnostics()?.shortDiagnostics ?? [];
    throw new Error(
      `The PDF could not be laid out: ${faults.map(({ message }: { message: string }) => message).join("; ")}`,
    );
  }
  return typst.pdf(pages, { pdfStandard: standard, pdfTags: true });
}
