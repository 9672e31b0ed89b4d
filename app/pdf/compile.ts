/** A document to the bytes of a PDF, by Typst. Needs some 100 MB: only a child process calls it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
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
  const { families, hyphens } = fonts;
  const printed = printDocument(document, fonts.coverage, wording);
  const held = standard === "a-3a" && attachment !== null ? printed : { ...printed, attachment: null };
  const typst = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontPaths: [...fonts.folders] }] });
  typst.mapShadow(path.join(FOLDER, "fonts.json"), Buffer.from(JSON.stringify({ families, hyphens })));
  if (attachment !== null) typst.mapShadow(path.join(FOLDER, "attachment.csv"), attachment);
  return typst.pdf(pagesOf(typst, held), { pdfStandard: standard, pdfTags: true });
}

const FOLDER = path.join(projectRoot(), "app", "pdf");

/** A last page filled less than this is not worth a page: the whole is laid out again with less air, if that saves it. */
const LEAST_OF_LAST_PAGE = 0.15;

function pagesOf(typst: NodeCompiler, document: PdfDocument): NodeTypstDocument {
  const pages = layOut(typst, document, false);
  // The part of its page that the end of the document stands at, as `report.typ` tells it.
  const [end] = typst.query(pages, { selector: "<end>", field: "value" }) as [number];
  if (pages.numOfPages === 1 || end >= LEAST_OF_LAST_PAGE) return pages;
  const tight = layOut(typst, document, true);
  return tight.numOfPages < pages.numOfPages ? tight : pages;
}

function layOut(typst: NodeCompiler, document: PdfDocument, tight: boolean): NodeTypstDocument {
  typst.mapShadow(path.join(FOLDER, "document.json"), Buffer.from(JSON.stringify({ ...document, tight })));
  const laidOut = typst.compile({ mainFileContent: readFileSync(path.join(FOLDER, "report.typ"), "utf8") });
  if (laidOut.result) return laidOut.result;
  const faults = laidOut.takeDiagnostics()?.shortDiagnostics ?? [];
  throw new Error(
    `The PDF could not be laid out: ${faults.map(({ message }: { message: string }) => message).join("; ")}`,
  );
}
