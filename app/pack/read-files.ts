/** Reads the files inside a pack: documents whole, lists row by row, everything with its hash. */
import type { z } from "zod";
import { canonicalJson } from "../../db/canonical-json";
import { MOST_DOCUMENT_BYTES, MOST_ROW_BYTES } from "./format";
import { hex, type Sha256 } from "./hashing";
import { HashList, leafHash } from "./merkle";
import { PackRefusal } from "./refusal";
import { readEntry, type ByteSource, type Inflate, type ZipEntry } from "./zip-reader";

/** What reading needs of the platform. */
export interface ReadTools {
  readonly sha256: Sha256;
  readonly inflate: Inflate;
}

/** Where a pack's files are read from. */
export interface PackFiles extends ReadTools {
  readonly source: ByteSource;
}

export interface ReadDocument {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A file whole. @throws PackRefusal when it is larger than a document of a pack may be. */
export async function readDocument(files: PackFiles, entry: ZipEntry): Promise<ReadDocument> {
  if (entry.size > MOST_DOCUMENT_BYTES) throw new PackRefusal("file-too-large", entry.name);
  const bytes = new Uint8Array(entry.size);
  const hash = files.sha256();
  let at = 0;
  for await (const piece of readEntry(files.source, entry, files.inflate)) {
    hash.update(piece);
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, sha256: hex(hash.digest()) };
}

/** SHA-256 of a file that is not looked into, hex. */
export async function hashFile(files: PackFiles, entry: ZipEntry): Promise<string> {
  const hash = files.sha256();
  for await (const piece of readEntry(files.source, entry, files.inflate)) hash.update(piece);
  return hex(hash.digest());
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The value of canonical JSON; undefined when the bytes are none: another spelling of the same value is none. */
export function canonicalValue(bytes: Uint8Array): unknown {
  try {
    const text = decoder.decode(bytes);
    const value: unknown = JSON.parse(text);
    return canonicalJson(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A document of a shape; null when it has another, or is no canonical JSON. */
export function parsedAs<S extends z.ZodType>(schema: S, bytes: Uint8Array): z.infer<S> | null {
  const value = canonicalValue(bytes);
  if (value === undefined) return null;
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

export interface ReadList {
  readonly sha256: string;
  /** Hashes of its rows, one behind the other. */
  readonly leaves: Uint8Array;
}

const LF = 10;

/**
 * A list row by row, without holding it. What stands behind the last line break counts as a row.
 * @param onRow is given each row's number from 1 and its value, undefined when it is no canonical JSON.
 * @throws PackRefusal when a row is longer than one may be.
 */
export async function readList(
  files: PackFiles,
  entry: ZipEntry,
  onRow: (row: number, value: unknown) => void | Promise<void>,
): Promise<ReadList> {
  const hash = files.sha256();
  const leaves = new HashList();
  const take = (line: Uint8Array) => {
    leaves.add(leafHash(files.sha256, line));
    return onRow(leaves.count, canonicalValue(line));
  };
  /** The row that no line break has ended yet, as it came. */
  let open: Uint8Array[] = [];
  let length = 0;
  const keep = (bytes: Uint8Array) => {
    if (bytes.length === 0) return;
    open.push(bytes.slice());
    length += bytes.length;
    if (length > MOST_ROW_BYTES) throw new PackRefusal("row-too-long", entry.name);
  };
  for await (const piece of readEntry(files.source, entry, files.inflate)) {
    hash.update(piece);
    let from = 0;
    for (let end = piece.indexOf(LF); end >= 0; end = piece.indexOf(LF, from)) {
      const line = piece.subarray(from, end);
      const waits = take(open.length === 0 ? line : joined([...open, line], length + line.length));
      [open, length] = [[], 0];
      if (waits) await waits;
      from = end + 1;
    }
    keep(piece.subarray(from));
  }
  if (length > 0) await take(joined(open, length));
  return { sha256: hex(hash.digest()), leaves: leaves.bytes };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
