import type { Readable } from "node:stream";
import yauzl from "yauzl";
import type { Entry, ZipFile } from "yauzl";
import { Problem } from "../../lib/problem";
import { tooMuchUnzipped } from "../limits";
import { documentFile } from "../sniff-format.server";
import { damaged } from "./problems";

/** A workbook has some dozens of parts; the most seen is a few thousand (one a sheet, drawing, comment). */
const MAX_PARTS = 20_000;

/**
 * What a zip may unpack to grows with its own size: sheets compress ten to one, those that say the same in every row fifty to
 * one, a bomb a thousand to one. So the work of reading is never more than what was sent calls for.
 */
const FREE_BYTES = 64 * 1024 ** 2;
const MOST_TIMES = 100;

const SAVE_AS = "Open it in a spreadsheet program and save it as .xlsx or CSV (UTF-8), then upload that file.";

/** The parts of a zip by name, without regard to case; bytes unzipped are counted over all parts that are read. */
export class ZipPackage {
  private unzipped = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly maxUnzippedBytes: number,
  ) {}

  /** @throws Problem `file.workbook-damaged` when it is no whole zip, `file.password` when parts are encrypted. */
  static async open(path: string, maxUnzippedBytes: number): Promise<ZipPackage> {
    const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => {
      throw damaged();
    });
    try {
      if (zip.entryCount > MAX_PARTS) {
        throw new Problem(
          "file.too-many-parts",
          `The workbook has ${zip.entryCount.toLocaleString("en-US")} parts, and at most ${MAX_PARTS.toLocaleString("en-US")} are read. Save the sheet that is needed in a file of its own.`,
          { limit: MAX_PARTS, found: zip.entryCount },
        );
      }
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        if (entry.isEncrypted()) {
          throw new Problem(
            "file.password",
            "This file is protected by a password. Remove the password, save it and upload it again.",
            {},
            415,
          );
        }
        entries.set(entry.fileName.toLowerCase(), entry);
      }
      return new ZipPackage(zip, entries, Math.min(maxUnzippedBytes, FREE_BYTES + MOST_TIMES * zip.fileSize));
    } catch (error) {
      zip.close();
      throw error instanceof Problem ? error : damaged();
    }
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  some(test: (lowerCaseName: string) => boolean): boolean {
    return [...this.entries.keys()].some(test);
  }

  /** Names of the parts, in lower case, that the test lets through. */
  named(test: (lowerCaseName: string) => boolean): string[] {
    return [...this.entries.keys()].filter(test);
  }

  /** Bytes of the part as stored in the file. */
  storedBytes(name: string): number {
    return this.entries.get(name.toLowerCase())?.compressedSize ?? 0;
  }

  /** Bytes of the part when unzipped, as declared; at least 1. */
  unzippedBytes(name: string): number {
    return Math.max(1, this.entries.get(name.toLowerCase())?.uncompressedSize ?? 0);
  }

  /**
   * The part's bytes, unzipped; null when there is no such part. The declared size counts against the limit before the
   * first byte is unzipped, and a part that turns out longer than declared fails.
   */
  async read(name: string): Promise<Readable | null> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return null;
    this.unzipped += entry.uncompressedSize;
    if (this.unzipped > this.maxUnzippedBytes)
      throw tooMuchUnzipped(this.maxUnzippedBytes, this.unzipped, entry.fileName);
    return this.zip.openReadStreamPromise(entry).catch(() => {
      throw damaged();
    });
  }

  close(): void {
    this.zip.close();
  }
}

/** What a zip without a workbook of the right kind is; always something to refuse. */
export async function refuseOtherZip(parts: ZipPackage): Promise<Problem> {
  const refuse = (code: string, sentence: string) => new Problem(code, sentence, {}, 415);
  if (parts.has("xl/workbook.bin")) {
    return refuse("file.xlsb", `This is a binary workbook (.xlsb), which cannot be read. ${SAVE_AS}`);
  }
  if (parts.has("mimetype") || (parts.has("content.xml") && parts.has("META-INF/manifest.xml"))) {
    const type = await smallText(parts, "mimetype");
    if (type.includes("opendocument.text") || type.includes("opendocument.presentation")) {
      return documentFile("a text document or presentation (OpenDocument)");
    }
    if (type === "" || type.includes("opendocument")) {
      return refuse("file.ods", `This is an OpenDocument spreadsheet (.ods), which cannot be read. ${SAVE_AS}`);
    }
    if (type.includes("epub")) return documentFile("an e-book (EPUB)");
  }
  if (parts.some((name) => name.endsWith(".iwa") || name === "index.zip" || name.endsWith("/index.zip"))) {
    return refuse(
      "file.numbers",
      "This is an Apple Numbers file, which cannot be read. In Numbers choose File, Export To, Excel or CSV, and upload that file.",
    );
  }
  if (parts.some((name) => name.startsWith("word/"))) return documentFile("a Word document (.docx)");
  if (parts.some((name) => name.startsWith("ppt/"))) return documentFile("a PowerPoint presentation (.pptx)");
  return refuse("file.archive", "This is a compressed archive (zip). Unpack it and upload the list inside.");
}

async function smallText(parts: ZipPackage, name: string): Promise<string> {
  const stream = await parts.read(name);
  let text = "";
  if (stream) {
    for await (const piece of stream) {
      text += (piece as Buffer).toString("latin1");
      if (text.length > 200) break;
    }
  }
  return text;
}
