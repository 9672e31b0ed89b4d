import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import type { Writable } from "node:stream";
import { safeCell } from "./safe-cell";

/** A number stays a number (shortest form, decimal point); null and undefined are blank; text is made safe. */
export type CsvCell = string | number | boolean | null | undefined;

export interface CsvOptions {
  /** Start with a byte order mark, so that Excel reads UTF-8 (default true). */
  readonly byteOrderMark?: boolean;
  readonly delimiter?: string;
  /**
   * Text cells get `safeCell` (default true). False only for files that Candour itself reads back, where every character
   * must stay.
   */
  readonly safe?: boolean;
}

const PIECE = 1 << 18;

/** One record as RFC 4180 has it, without its line end. */
export function csvRecord(cells: readonly CsvCell[], delimiter = ",", safe = true): string {
  let record = "";
  for (let i = 0; i < cells.length; i++) {
    if (i > 0) record += delimiter;
    const cell = cells[i];
    if (cell === null || cell === undefined) continue;
    if (typeof cell === "string") record += quoted(safe ? safeCell(cell) : cell, delimiter);
    else if (typeof cell === "boolean") record += cell ? "TRUE" : "FALSE";
    else if (Number.isFinite(cell)) record += quoted(String(cell), delimiter);
  }
  return record;
}

/** A whole file as text: byte order mark, a record a line; for what is small. */
export const csvText = (records: readonly (readonly CsvCell[])[]): string =>
  `\ufeff${records.map((record) => `${csvRecord(record)}\r\n`).join("")}`;

/** Quoted only where it must be. */
export function quoted(text: string, delimiter: string): string {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34 || code === 10 || code === 13 || text[i] === delimiter) return `"${text.replaceAll('"', '""')}"`;
  }
  return text;
}

/**
 * Writes records as UTF-8 CSV with CRLF line ends, a piece at a time, and answers how many. A path is written beside its
 * place and renamed when complete; a stream is waited for when it is full, and ended.
 */
export async function writeCsv(
  target: string | Writable,
  records: Iterable<readonly CsvCell[]> | AsyncIterable<readonly CsvCell[]>,
  options: CsvOptions = {},
): Promise<{ records: number }> {
  const { byteOrderMark = true, delimiter = ",", safe = true } = options;
  const sink = typeof target === "string" ? fileSink(target) : streamSink(target);
  let count = 0;
  let piece = byteOrderMark ? "\ufeff" : "";
  try {
    const add = (record: readonly CsvCell[]) => {
      piece += csvRecord(record, delimiter, safe) + "\r\n";
      count++;
      return piece.length >= PIECE;
    };
    const flush = () => {
      const full = piece;
      piece = "";
      return sink.write(full);
    };
    if (Symbol.iterator in records) {
      for (const record of records) if (add(record)) await flush();
    } else {
      for await (const record of records) if (add(record)) await flush();
    }
    await flush();
    await sink.end();
  } catch (error) {
    sink.abandon();
    throw error;
  }
  return { records: count };
}

interface Sink {
  write(text: string): Promise<void> | void;
  end(): Promise<void> | void;
  abandon(): void;
}

function fileSink(path: string): Sink {
  const part = `${path}.part`;
  let fd: number | null = openSync(part, "w");
  const close = () => {
    if (fd !== null) closeSync(fd);
    fd = null;
  };
  return {
    write(text) {
      const bytes = Buffer.from(text, "utf8");
      for (let at = 0; at < bytes.length;) at += writeSync(fd!, bytes, at);
    },
    end() {
      fsyncSync(fd!);
      close();
      renameSync(part, path);
    },
    abandon() {
      close();
      rmSync(part, { force: true });
    },
  };
}

function streamSink(stream: Writable): Sink {
  let failed: Error | null = null;
  stream.once("error", (error) => (failed = error));
  const broken = () => failed ?? new Error("The reader of the file went away.");
  return {
    async write(text) {
      if (failed || stream.destroyed) throw broken();
      if (!stream.write(text)) await drained(stream);
      if (failed) throw broken();
    },
    end: () =>
      new Promise((resolve, reject) => {
        if (failed || stream.destroyed) return reject(broken());
        stream.once("error", reject);
        stream.end(resolve);
      }),
    abandon: () => void stream.destroy(),
  };
}

/** Resolves when the stream takes more, or when it never will. */
function drained(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      stream.off("drain", done);
      stream.off("close", done);
      stream.off("error", done);
      resolve();
    };
    stream.once("drain", done);
    stream.once("close", done);
    stream.once("error", done);
  });
}
