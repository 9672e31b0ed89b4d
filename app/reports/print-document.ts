/** The last step before layout: every text of a document made printable, and what could not be printed said at its end. */
import type { Block, PdfDocument } from "./pdf-document";
import { named, printable, type FontCoverage } from "./printable";
import type { Wording } from "./wording";

/** Every text of the document: which fonts it needs is read from them. */
export function textsOf(document: PdfDocument): string[] {
  const texts: string[] = [];
  mapTexts(document, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

/** The document with each text as these fonts can print it. Pure. */
export function printDocument(
  document: PdfDocument,
  fonts: readonly FontCoverage[],
  { t }: Pick<Wording, "t">,
): PdfDocument {
  const missing = new Set<number>();
  const printed = mapTexts(document, (text) => {
    const found = printable(text, fonts);
    for (const codePoint of found.missing) missing.add(codePoint);
    return found.text;
  });
  if (missing.size === 0) return printed;
  const list = [...missing].sort((a, b) => a - b).map(named);
  const note: Block[] = [
    { kind: "heading", level: 2, text: t("registerPdf.glyphsTitle") },
    { kind: "text", text: t("registerPdf.glyphsNote") },
    { kind: "text", text: list.join(" ") },
  ];
  return { ...printed, blocks: [...printed.blocks, ...note] };
}

/** The same value with `change` done to every text in it. */
function mapTexts<T>(value: T, change: (text: string) => string): T {
  const map = (one: unknown): unknown => {
    if (typeof one === "string") return change(one);
    if (Array.isArray(one)) return one.map(map);
    if (typeof one === "object" && one !== null)
      return Object.fromEntries(Object.entries(one).map(([key, part]) => [key, map(part)]));
    return one;
  };
  return map(value) as T;
}
