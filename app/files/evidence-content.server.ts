/** What a document is by its bytes, and the letters that can be read of it. Its name and what a browser says of it count for nothing. */
import { readFile } from "node:fs/promises";
import type { EvidenceKind } from "../../db/schema/evidence";
import { Problem } from "../lib/problem";
import { pdfLetters } from "./pdf-letters.server";
import { ZipPackage } from "./xlsx/package.server";
import { cellTextFromXml } from "./xlsx/xml-text";

export interface EvidenceContent {
  readonly kind: EvidenceKind;
  /** Cells of a table or lines of a text, as far as they can be read. */
  readonly cells: readonly string[];
}

const MOST_UNZIPPED = 64 << 20;
/** Letters that are looked at. */
const MOST_LETTERS = 16 << 20;

const unknownKind = () =>
  new Problem(
    "evidence.kind",
    "This file is none of the kinds that are kept: PDF, PNG, JPEG, WebP, .docx, .xlsx, .pptx, .odt, .ods, CSV or plain text. Save it as one of these and upload that.",
    {},
    415,
  );

const starts = (bytes: Buffer, ...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);

/** @param path a file of at most a few dozen MB. @throws Problem `evidence.kind`, `evidence.macros` (415), `file.…`. */
export async function readEvidence(path: string): Promise<EvidenceContent> {
  const bytes = await readFile(path);
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return { kind: "pdf", cells: pdfLetters(bytes) };
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { kind: "png", cells: [] };
  if (starts(bytes, 0xff, 0xd8, 0xff)) return { kind: "jpeg", cells: [] };
  if (bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP")
    return { kind: "webp", cells: [] };
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return readPackage(path);
  return readText(bytes);
}

/** The parts of an office file that hold letters, by the part that says what it is. */
const PACKAGES: readonly {
  readonly kind: EvidenceKind;
  readonly part: string;
  readonly mime?: string;
  readonly texts: RegExp;
}[] = [
  {
    kind: "docx",
    part: "word/document.xml",
    texts: /^word\/(?:document|header\d*|footer\d*|footnotes|comments)\.xml$/u,
  },
  { kind: "xlsx", part: "xl/workbook.xml", texts: /^xl\/(?:sharedstrings|worksheets\/[^/]+|comments\d*)\.xml$/u },
  { kind: "pptx", part: "ppt/presentation.xml", texts: /^ppt\/(?:slides|notesslides)\/[^/]+\.xml$/u },
  { kind: "odt", part: "content.xml", mime: "application/vnd.oasis.opendocument.text", texts: /^content\.xml$/u },
  {
    kind: "ods",
    part: "content.xml",
    mime: "application/vnd.oasis.opendocument.spreadsheet",
    texts: /^content\.xml$/u,
  },
];

async function readPackage(path: string): Promise<EvidenceContent> {
  const parts = await ZipPackage.open(path, MOST_UNZIPPED);
  try {
    const mime = (await textOf(parts, "mimetype")).trim();
    const found = PACKAGES.find((one) => parts.has(one.part) && (one.mime === undefined || one.mime === mime));
    if (!found) throw unknownKind();
    if (parts.some((name) => /vbaproject\.bin$|^basic\/|\/activex\//u.test(name)))
      throw new Problem(
        "evidence.macros",
        "This file holds macros or other programs. Save it without them, or as a PDF, and upload that.",
        {},
        415,
      );
    const cells: string[] = [];
    for (const name of parts.named((part) => found.texts.test(part)))
      cells.push(...xmlTexts(await textOf(parts, name)));
    return { kind: found.kind, cells };
  } finally {
    parts.close();
  }
}

async function textOf(parts: ZipPackage, name: string): Promise<string> {
  const stream = await parts.read(name);
  const pieces: Buffer[] = [];
  let bytes = 0;
  if (stream)
    for await (const piece of stream) {
      pieces.push(piece as Buffer);
      bytes += (piece as Buffer).length;
      if (bytes > MOST_LETTERS) break;
    }
  return Buffer.concat(pieces).toString("utf8");
}

/** The texts of paragraphs and cells; runs of one paragraph stand together. */
const xmlTexts = (xml: string): string[] =>
  xml
    .split(/<\/(?:[\w-]+:)?(?:p|si|is|c|table-cell)>/u)
    .map((part) => cellTextFromXml(part.replace(/<[^>]*>/gu, "")).trim())
    .filter((text) => text !== "");

/** Begins like markup, a picture, a program, or holds the head of a PDF: two kinds in one are neither. */
const NO_TEXT = /^\s*(?:<[!?a-z]|\{\\rtf|GIF8|#!|MZ)|%PDF-/iu;

function readText(bytes: Buffer): EvidenceContent {
  const text = decoded(bytes);
  if (text === null || text.trim() === "" || NO_TEXT.test(text.slice(0, 1000))) throw unknownKind();
  const lines = text.slice(0, MOST_LETTERS).split(/\r?\n/u);
  const delimiter = [";", "\t", ",", "|"].find((sign) => isTable(lines, sign));
  if (delimiter === undefined) return { kind: "text", cells: lines };
  const cells = lines.flatMap((line) => line.split(delimiter).map((cell) => cell.replace(/^"|"$/gu, "")));
  return { kind: "csv", cells };
}

/** The first lines have the same number of signs, and at least one. */
function isTable(lines: readonly string[], sign: string): boolean {
  const first = lines.filter((line) => line.trim() !== "").slice(0, 5);
  const counts = first.map((line) => line.split(sign).length);
  return first.length > 1 && counts[0]! > 1 && counts.every((count) => count === counts[0]);
}

/** Text in UTF-8, or in UTF-16 with its mark; else an 8-bit text without control signs. Null: bytes of some program. */
function decoded(bytes: Buffer): string | null {
  if (starts(bytes, 0xff, 0xfe)) return bytes.toString("utf16le", 2);
  if (starts(bytes, 0xfe, 0xff))
    return Buffer.from(bytes.subarray(2, bytes.length & ~1))
      .swap16()
      .toString("utf16le");
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}
