import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { Problem } from "../lib/problem";
import { refuseFormWithoutData } from "./form-without-data";
import { decideEncoding, eachPiece, findTable, firstRecords, Utf8Check } from "./inspect-text.server";
import { inspectWorkbook } from "./inspect-workbook.server";
import { tooManyBytes, withDefaults } from "./limits";
import { oddLinesAt } from "./odd-lines.server";
import { readRecords } from "./read-records.server";
import { utf16Of } from "./sniff-encoding.server";
import { HEAD_BYTES, refuseBinary, sniffFormat } from "./sniff-format.server";
import type { Encoding, FileLimits, InspectedFile, TableText } from "./types";

export { DEFAULT_LIMITS } from "./limits";

const SAMPLE_RECORDS = 400;

export interface InspectOptions {
  /** The name the file came with; it decides nothing. */
  readonly fileName: string;
  /** A folder of this file's own; the table of a workbook is written into it. Made when it is not there. */
  readonly workDir: string;
  readonly limits?: Partial<FileLimits>;
  /** A sheet to take instead of the one that looks most like the table. */
  readonly sheet?: string | null;
  /** What the user says instead of what the file looks like. */
  readonly encoding?: Encoding;
  readonly delimiter?: string;
  onProgress?(bytesDone: number, bytesTotal: number): void;
  cancelled?(): boolean;
}

/**
 * Finds out what a file is and how its table is read: real type by its first bytes, SHA-256, encoding decided on every
 * byte, delimiter by even records, sheet by its shape. The file is not changed.
 *
 * @param path the file on disk
 * @returns what was found, with the first 400 records and up to 20 lines whose characters look odd
 * @throws Problem when the file cannot be used, each reason with a code of its own (`file.…`) and a sentence that says what
 *   to do; `cancelled` when `cancelled()` says so
 */
export async function inspectFile(path: string, options: InspectOptions): Promise<InspectedFile> {
  const limits = withDefaults(options.limits);
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size > limits.maxBytes) throw tooManyBytes(limits.maxBytes, size);
    const head = await headOf(file);
    const isWorkbook = sniffFormat(head) === "zip";
    const progress = progressOf(options, size, isWorkbook ? 2 : 1);
    if (!isWorkbook && !utf16Of(head) && options.encoding?.startsWith("utf-16") !== true) refuseBinary(head);
    const hash = createHash("sha256");
    const utf8 = new Utf8Check();
    await eachPiece(file, (piece, position) => {
      progress.at(position);
      hash.update(piece);
      if (!isWorkbook) utf8.add(piece, position);
    });
    progress.at(size);
    const found = { fileName: options.fileName, sha256: hash.digest("hex"), bytes: size };
    if (isWorkbook) return { ...found, ...(await workbookTable(path, options, limits, progress, size)) };
    const { encoding, skipBytes, odd } = await decideEncoding(file, head, utf8, options.encoding, progress.check);
    const table = findTable(path, head, encoding, skipBytes, options.delimiter, limits);
    const sample = sampleOf(table, limits);
    return {
      ...found,
      format: "csv",
      table,
      sheet: null,
      sheets: [],
      sample,
      oddRecords: await oddLinesAt(file, odd, encoding),
    };
  } finally {
    await file.close();
  }
}

async function workbookTable(
  path: string,
  options: InspectOptions,
  limits: FileLimits,
  progress: Progress,
  size: number,
): Promise<Omit<InspectedFile, "fileName" | "sha256" | "bytes">> {
  await mkdir(options.workDir, { recursive: true });
  const { table, sheet, sheets } = await inspectWorkbook(path, {
    workDir: options.workDir,
    limits,
    sheet: options.sheet ?? null,
    onShare: (share) => progress.at(size + share * size),
    check: progress.check,
  });
  return { format: "xlsx", table, sheet, sheets, sample: sampleOf(table, limits), oddRecords: [] };
}

async function headOf(file: FileHandle): Promise<Buffer> {
  const head = Buffer.alloc(HEAD_BYTES);
  let have = 0;
  while (have < HEAD_BYTES) {
    const { bytesRead } = await file.read(head, have, HEAD_BYTES - have, have);
    if (bytesRead === 0) break;
    have += bytesRead;
  }
  return head.subarray(0, have);
}

/** The first records; refuses a file without any, and a form nobody filled in. */
function sampleOf(table: TableText, limits: FileLimits): string[][] {
  const sample = firstRecords(table, SAMPLE_RECORDS + 1, limits);
  const isBlank = (record: readonly string[]) => record.every((cell) => cell.trim() === "");
  if (sample.every(isBlank) && !hasMore(table, limits, isBlank)) {
    throw new Problem("file.blank", "The file holds only blank lines. Check that the right file was chosen.", {}, 422);
  }
  if (sample.length <= SAMPLE_RECORDS) refuseFormWithoutData(sample.filter((record) => !isBlank(record)));
  return sample.slice(0, SAMPLE_RECORDS);
}

/** Is there a record that is not blank, however far down? */
function hasMore(table: TableText, limits: FileLimits, isBlank: (record: readonly string[]) => boolean): boolean {
  for (const batch of readRecords(table, { limits })) if (!batch.cells.every(isBlank)) return true;
  return false;
}

interface Progress {
  at(bytes: number): void;
  check(): void;
}

/** A workbook is gone through twice: its bytes for the hash, its sheets for the table. */
function progressOf(options: InspectOptions, size: number, rounds: number): Progress {
  const check = () => {
    if (options.cancelled?.()) throw new Problem("cancelled", "The work was cancelled.", {}, 409);
  };
  return {
    check,
    at(bytes) {
      check();
      options.onProgress?.(Math.floor(bytes / rounds), size);
    },
  };
}
