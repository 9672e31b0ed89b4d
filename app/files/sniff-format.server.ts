import type { Buffer } from "node:buffer";
import { Problem } from "../lib/problem";

/** Bytes at the start of a file that are enough to tell what it is. */
export const HEAD_BYTES = 1 << 16;

const refuse = (code: string, sentence: string) => new Problem(code, sentence, {}, 415);

const SAVE_AS = "Open it in a spreadsheet program and save it as .xlsx or CSV (UTF-8), then upload that file.";

/**
 * What the first bytes say the file is, whatever its name: text, a zip (of which a workbook is one kind), or something
 * that cannot be read as a table.
 *
 * @param head the first `HEAD_BYTES` of the file, or all of it
 * @throws Problem with a code of its own for each kind that is refused
 */
export function sniffFormat(head: Buffer): "text" | "zip" {
  if (head.length === 0)
    throw refuse("file.empty", "The file is empty: it has 0 bytes. Check that the right file was chosen.");
  if (starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06)) return "zip";
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) throw compoundFile(head);
  if (head[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(head[1]!) && head[3] === 0x00) throw oldExcel();
  const ascii = head.toString("latin1", 0, 64);
  if (ascii.includes("%PDF-") && head.toString("latin1", 0, 1024).trimStart().startsWith("%PDF-")) {
    throw refuse(
      "file.pdf",
      "This is a PDF. Tables cannot be read from it reliably: ask whoever made it for the list as .xlsx or CSV.",
    );
  }
  const archive = archiveName(head, ascii);
  if (archive) {
    throw refuse("file.archive", `This is a compressed archive (${archive}). Unpack it and upload the list inside.`);
  }
  const image = imageName(head, ascii);
  if (image) {
    throw refuse("file.image", `This is a picture (${image}), not a table. Ask for the list itself as .xlsx or CSV.`);
  }
  if (ascii.startsWith("{\\rtf")) throw documentFile("a text document (RTF)");
  refuseMarkup(head);
  return "text";
}

const starts = (head: Buffer, ...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);

export const oldExcel = () => refuse("file.xls", `This is an old Excel file (.xls), which cannot be read. ${SAVE_AS}`);

export const documentFile = (what: string) =>
  refuse(
    "file.document",
    `This is ${what}, not a table. Copy the table into a spreadsheet, save it as .xlsx or CSV, and upload that.`,
  );

/** OLE compound files: old Excel, old Word, and workbooks with a password, told apart by the names in their directory. */
function compoundFile(head: Buffer): Problem {
  const has = (name: string) => head.includes(name, 0, "utf16le");
  if (has("EncryptedPackage") || has("EncryptionInfo")) {
    return refuse(
      "file.password",
      "This workbook is protected by a password. Open it, remove the password (File, Info, Protect Workbook), save it and upload it again.",
    );
  }
  if (has("WordDocument") || has("PowerPoint Document")) return documentFile("an old Word or PowerPoint file");
  if (has("Workbook") || has("Book")) return oldExcel();
  return refuse(
    "file.xls-or-password",
    `This workbook is either an old Excel file (.xls) or protected by a password. ${SAVE_AS}`,
  );
}

function archiveName(head: Buffer, ascii: string): string | null {
  if (starts(head, 0x1f, 0x8b)) return "gzip";
  if (ascii.startsWith("Rar!\x1a\x07")) return "RAR";
  if (starts(head, 0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)) return "7z";
  if (/^BZh[1-9]1AY&SY/.test(ascii)) return "bzip2";
  if (starts(head, 0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00)) return "xz";
  if (starts(head, 0x28, 0xb5, 0x2f, 0xfd)) return "zstd";
  if (head.toString("latin1", 257, 262) === "ustar") return "tar";
  return null;
}

function imageName(head: Buffer, ascii: string): string | null {
  if (starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "PNG";
  if (starts(head, 0xff, 0xd8, 0xff)) return "JPEG";
  if (/^GIF8[79]a/.test(ascii)) return "GIF";
  if (starts(head, 0x49, 0x49, 0x2a, 0x00) || starts(head, 0x4d, 0x4d, 0x00, 0x2a)) return "TIFF";
  if (ascii.startsWith("RIFF") && ascii.slice(8, 12) === "WEBP") return "WebP";
  if (/^....ftyp(heic|heix|mif1|avif)/s.test(ascii)) return "HEIC";
  if (ascii.startsWith("BM") && head.length > 14 && head.readUInt32LE(6) === 0 && head[14] === 40) return "BMP";
  return null;
}

/** HTML and XML, often named .xls by web sites that "export to Excel"; and JSON. */
function refuseMarkup(head: Buffer): void {
  const wide = starts(head, 0xff, 0xfe) || starts(head, 0x3c, 0x00);
  const text = (wide ? head.toString("utf16le", 0, head.length & ~1) : head.toString("latin1")).replace(
    /^(?:\ufeff|\xef\xbb\xbf|\s)+/,
    "",
  );
  if (/^<(?:!doctype\s+html|html|head|body|meta|table|style|script|div|center|title)[\s>/]/i.test(text)) throw html();
  if (text.startsWith("<!--") && /<(?:html|table)[\s>]/i.test(text)) throw html();
  if (/^<\?xml|^<[a-z][\w:.-]*(?:\s+[\w:.-]+\s*=|\s*\/?>)/i.test(text)) {
    if (/<html[\s>]/i.test(text)) throw html();
    throw refuse("file.xml", `This is an XML file, even if its name says otherwise. ${SAVE_AS}`);
  }
  if (/^(?:\[\s*)?\{\s*(?:"[^"\n]*"\s*:|\})/.test(text)) {
    throw refuse("file.json", "This is a JSON file, not a table. Ask for the list as .xlsx or CSV.");
  }
}

const html = () => refuse("file.html", `This is a web page (HTML), even if its name ends in .xls. ${SAVE_AS}`);

/**
 * Is this text, or bytes of some program? Text in UTF-16 has been recognised before. Some faulty exports pad with a few
 * NULs, which is no reason to refuse them.
 */
export function refuseBinary(head: Buffer): void {
  let control = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) control++;
  if (control > 8 && control / head.length > 0.01) {
    throw refuse(
      "file.binary",
      "This is not a table: it holds the binary data of some program. Save the list as .xlsx or CSV (UTF-8) and upload that.",
    );
  }
}
