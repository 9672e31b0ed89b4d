import { open, readFile, stat } from "node:fs/promises";
import path from "node:path";
import type { ListFile } from "../screening/tables";
import { inspectFile } from "./inspect-file.server";
import { tooManyBytes } from "./limits";
import { readRecords } from "./read-records.server";
import type { FileLimits } from "./types";

/** Lists hold long cells: all aliases of a firm in one. */
const LIMITS: Partial<FileLimits> = { maxBytes: 256 * 1024 ** 2, maxCellLength: 1_000_000 };
/** A web page, XML or JSON is read whole; the largest, the EU list as XML, has some 30 MB. */
const MAX_TEXT_BYTES = 100 * 1024 ** 2;
const HEAD_BYTES = 4096;

/**
 * Opens the file of a list: a web page, XML or JSON by how it begins, else a table with its encoding, delimiter and sheet as in
 * supplier lists. Records are read when they are asked for, from the file or from the sheet written into `workDir`.
 *
 * @param workDir a folder of this file's own; it must stay until the records were read
 * @throws Problem `file.…`
 */
export async function openListFile(file: string, workDir: string, fileName = path.basename(file)): Promise<ListFile> {
  const kind = markupOf(await headOf(file));
  if (kind !== null) {
    const { size } = await stat(file);
    if (size > MAX_TEXT_BYTES) throw tooManyBytes(MAX_TEXT_BYTES, size);
    return { kind, fileName, text: decoded(await readFile(file)) };
  }
  const { table } = await inspectFile(file, { fileName, workDir, limits: LIMITS });
  return {
    kind: "table",
    fileName,
    records: {
      *[Symbol.iterator]() {
        for (const { cells } of readRecords(table, { limits: LIMITS })) yield* cells;
      },
    },
  };
}

async function headOf(file: string): Promise<string> {
  const handle = await open(file, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return decoded(head.subarray(0, bytesRead));
  } finally {
    await handle.close();
  }
}

function markupOf(head: string): "html" | "xml" | "json" | null {
  const text = head.trimStart();
  if (/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)\b/i.test(text)) return "html";
  if (/^<\?xml[^>]*\?>\s*(?:<!doctype\s+html|<html)\b/i.test(text)) return "html";
  if (/^<(?:\?xml|[a-z][\w:.-]*[\s>])/i.test(text)) return "xml";
  return /^[[{]\s*["{[\]}]/.test(text) ? "json" : null;
}

/** UTF-8 with or without its mark, UTF-16 by its mark; what is no UTF-8 is taken for windows-1252. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
