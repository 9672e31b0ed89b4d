import type { Language } from "../i18n/languages";
import type { FiledReport } from "../reports/model";
import type { RegisterReport } from "../reports/register-report";
import type { Standard } from "./compile";

/** What the child is given, as `request.json` in a folder of its own. Files are named within that folder. */
export type PdfRequest = PdfContents & {
  readonly language: Language;
  readonly standard?: Standard;
};
/** The register by itself, or a report of a template. */
type PdfContents =
  | { readonly kind: "register"; readonly report: RegisterReport }
  | { readonly kind: "report"; readonly filed: FiledReport };

export const REQUEST_FILE = "request.json";
/** The file that goes inside the PDF. */
export const ATTACHED_FILE = "attachment.csv";
export const PDF_FILE = "report.pdf";

/** What the child says last. */
export type PdfAnswer =
  | { readonly done: true; /** Largest resident memory it had. */ readonly peakBytes: number }
  | { readonly done: false; readonly reason: string };
