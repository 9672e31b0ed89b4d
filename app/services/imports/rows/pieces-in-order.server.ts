import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { DEFAULT_LIMITS } from "../../../files/limits";
import { readRecords } from "../../../files/read-records.server";
import { unitBytes } from "../../../files/text-view.server";
import type { TableText } from "../../../files/types";
import type { PackedPiece, PieceBuffers } from "./packed-piece";
import { RowPacker, type RowSetup } from "./row-packer.server";
import { threadsFor, type RowThreads, type Range, type ThreadAnswer } from "./row-threads.server";

/** Bytes of a piece: some three thousand records. */
const PIECE_BYTES = 1 << 19;

export interface PieceOptions {
  readonly pieceBytes?: number;
  /** Threads that help this one, started for this file; null for none. By default what the machine has, none for a small file. */
  readonly threads?: RowThreads | null;
}

/** A piece, and what stood before it in the file. */
export interface PlacedPiece {
  readonly piece: PackedPiece;
  /** Records before the piece, blank lines among them. */
  readonly recordsBefore: number;
  /** Lines (or sheet rows) before the piece. */
  readonly linesBefore: number;
}

/**
 * The whole table as packed pieces, in the order of the file. A piece is cut at a line end; where that line end turns out
 * to lie inside a quoted cell, the piece behind it is read again from where the one before it really ended. So neither the
 * size of the pieces nor the number of threads changes what is read.
 * @throws Problem when a limit of the file is passed.
 */
export async function* piecesInOrder(setup: RowSetup, options: PieceOptions = {}): AsyncGenerator<PlacedPiece> {
  const fd = openSync(setup.table.path, "r");
  try {
    const size = fstatSync(fd).size;
    const ranges = rangesOf(fd, size, setup.table, options.pieceBytes ?? PIECE_BYTES);
    const threads = options.threads === undefined ? threadsFor(size) : options.threads;
    yield* new PieceSequence(setup, ranges, threads).pieces();
  } finally {
    closeSync(fd);
  }
}

/** A piece that was asked for, and its answer once it is there. */
class Asked {
  answer: ThreadAnswer | null = null;
  readonly coming: Promise<void>;
  constructor(
    readonly range: Range,
    answer: ThreadAnswer | Promise<ThreadAnswer>,
  ) {
    if (!(answer instanceof Promise)) this.answer = answer;
    this.coming = Promise.resolve(answer).then((found) => void (this.answer = found));
  }
}

/** A piece that was yielded is read when the next one is asked for. */
const buffersOf = ({ numbers, spans, bytes }: PackedPiece): PieceBuffers => ({ numbers, spans, bytes });

function packHere(packer: RowPacker, { start, end }: Range): ThreadAnswer {
  try {
    return { piece: packer.pack(start, end) };
  } catch (error) {
    return { error };
  }
}

class PieceSequence {
  #position: number;
  #records = 0;
  #lines = 0;

  constructor(
    readonly setup: RowSetup,
    readonly ranges: Generator<Range>,
    readonly threads: RowThreads | null,
  ) {
    this.#position = setup.table.skipBytes;
  }

  async *pieces(): AsyncGenerator<PlacedPiece> {
    this.#lines = linesBeforeTable(this.setup.table);
    if (this.threads) yield* this.#fromThreads(this.threads);
    else yield* this.#fromHere();
  }

  async *#fromHere(): AsyncGenerator<PlacedPiece> {
    const packer = new RowPacker(this.setup);
    for (const range of this.ranges) {
      if (range.end <= this.#position) continue;
      try {
        const piece = packer.pack(this.#position, range.end);
        yield this.#place(piece);
        packer.reuse(buffersOf(piece));
      } catch (error) {
        this.#throwInPlace(error, range.end);
      }
    }
  }

  /** Whenever the next piece is not there yet, this thread packs one itself rather than wait. */
  async *#fromThreads(threads: RowThreads): AsyncGenerator<PlacedPiece> {
    threads.begin(this.setup);
    const packer = new RowPacker(this.setup);
    const asked: Asked[] = [];
    const spares: PieceBuffers[] = [];
    const next = (): Range | null => {
      const range = asked.length < threads.capacity * 2 ? this.ranges.next() : null;
      return range === null || range.done ? null : range.value;
    };
    const here = (range: Range): ThreadAnswer => {
      const spare = spares.pop();
      if (spare) packer.reuse(spare);
      return packHere(packer, range);
    };
    /** Gives the threads what they can take. */
    const ask = () => {
      for (let range; threads.free && (range = next());)
        asked.push(new Asked(range, threads.pack(range, spares.pop() ?? null)));
    };
    try {
      for (;;) {
        ask();
        if (asked.length === 0) {
          // No thread takes any: all is done, or they are gone and this one goes on alone.
          const range = next();
          if (!range) return;
          asked.push(new Asked(range, here(range)));
        }
        const first = asked[0]!;
        if (!first.answer) {
          const range = next();
          if (range) asked.push(new Asked(range, here(range)));
          else await first.coming;
          // Answers of the threads get their turn.
          await new Promise<void>((resolve) => setImmediate(resolve));
          continue;
        }
        asked.shift();
        ask();
        const { range } = first;
        if (range.end <= this.#position) continue;
        // A piece that starts elsewhere, or whose thread met a fault or is gone, is packed here: a true fault shows again.
        const usable = range.start === this.#position && "piece" in first.answer;
        const answer = usable ? first.answer : here({ start: this.#position, end: range.end });
        if ("error" in answer) this.#throwInPlace(answer.error, range.end);
        yield this.#place(answer.piece);
        spares.push(buffersOf(answer.piece));
      }
    } finally {
      await threads.close();
    }
  }

  #place(piece: PackedPiece): PlacedPiece {
    if (this.#records + piece.records > DEFAULT_LIMITS.maxRecords)
      this.#throwInPlace(new Error("The table has too many records"), piece.end);
    const placed = { piece, recordsBefore: this.#records, linesBefore: this.#lines };
    this.#position = piece.end;
    this.#records += piece.records;
    this.#lines += piece.lines;
    return placed;
  }

  /** Reads the piece again, here, knowing record and line, so that the sentence names the right one. */
  #throwInPlace(error: unknown, endOffset: number): never {
    const place = { startOffset: this.#position, startRecord: this.#records, startLine: this.#lines + 1, endOffset };
    const again = readRecords(this.setup.table, place);
    while (!again.next().done);
    throw error;
  }
}

/** Line ends before the table begins (a `sep=;` line is a line of the file). */
function linesBeforeTable(table: TableText): number {
  for (const batch of readRecords(table, { chunkBytes: 4096 })) return batch.lines[0]! - 1;
  return 0;
}

/** Cuts the table into ranges of about `bytes`, each behind a line feed. A file without one is one range. */
function* rangesOf(fd: number, size: number, table: TableText, bytes: number): Generator<Range> {
  const unit = unitBytes(table.encoding);
  for (let start = table.skipBytes; start < size;) {
    const end = behindLineFeed(fd, start + bytes, size, table, unit);
    yield { start, end };
    start = end;
  }
}

const LF = 10;
const LOOK_BYTES = 4096;

/** Offset behind the first line feed at or behind `from`, or the size of the file. */
function behindLineFeed(fd: number, from: number, size: number, table: TableText, unit: 1 | 2): number {
  const bytes = Buffer.allocUnsafe(LOOK_BYTES);
  // Characters of two bytes start where the table starts, and every two bytes behind it.
  let at = unit === 2 ? from + ((from - table.skipBytes) % 2) : from;
  const other = table.encoding === "utf-16be" ? -1 : 1;
  while (at < size) {
    const got = readSync(fd, bytes, 0, LOOK_BYTES, at) & ~(unit - 1);
    if (got <= 0) break;
    for (let i = bytes.indexOf(LF); i >= 0 && i < got; i = bytes.indexOf(LF, i + 1)) {
      if (unit === 1) return at + i + 1;
      const low = other === 1 ? i % 2 === 0 : i % 2 === 1;
      if (low && bytes[i + other] === 0) return at + (i & ~1) + 2;
    }
    at += got;
  }
  return size;
}
