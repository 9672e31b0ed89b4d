import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { projectRoot } from "../../../lib/config.server";
import type { PackedPiece, PieceBuffers } from "./packed-piece";
import type { RowSetup } from "./row-packer.server";

/** Bytes of the file in which records start. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What a thread is told first: which file, and how to read it. */
export interface ThreadSetup {
  readonly setup: RowSetup;
}

/** What a thread is asked. */
export interface ThreadQuestion {
  readonly range: Range;
  /** Arrays of a piece that was read, to be used again. */
  readonly spare: PieceBuffers | null;
}

/** What a thread answers to a range, in the order it was asked. */
export type ThreadAnswer = { readonly piece: PackedPiece } | { readonly error: unknown };

/** Pieces a thread is asked for before its first answer is taken: it never waits, and little waits for the writer. */
const ASKED_AHEAD = 2;
/** More threads would wait for the one that writes. */
const MOST_THREADS = 3;
/** Megabytes: rows live shortly, and what a thread keeps are the reference tables and their memories. */
const HEAP = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 256 };

const program = () => path.join(projectRoot(), "build", "bin", "rows-thread.js");

/** Below this the threads would have hardly begun when the file is read. */
const THREADS_FROM_BYTES = 6 << 20;

/** Threads for a file of that many bytes; null where there is one core, the program is not built, or the file is small. */
export function threadsFor(bytes: number): RowThreads | null {
  const count = bytes < THREADS_FROM_BYTES ? 0 : threadsToUse();
  return count > 0 ? new RowThreads(count) : null;
}

/** How many threads can read beside the one that writes and reads; 0 where there is one core, or the program is not built. */
function threadsToUse(): number {
  const cores = availableParallelism();
  return existsSync(program()) ? Math.min(cores - 1, MOST_THREADS) : 0;
}

/** What is handed over with arrays, not copied. */
export const transferOf = ({ numbers, spans, bytes }: PieceBuffers): ArrayBuffer[] => [
  numbers.buffer,
  spans.buffer,
  bytes.buffer,
];

interface Thread {
  readonly worker: Worker;
  readonly waiting: ((answer: ThreadAnswer) => void)[];
  ended: Error | null;
}

/**
 * Threads that pack pieces of one file. They know nothing of the database. Started before it is known how the file is to be
 * read, they load the reference data meanwhile.
 */
export class RowThreads {
  readonly #threads: Thread[];
  /** Pieces that may be asked for at once. */
  readonly capacity: number;

  constructor(count: number) {
    this.capacity = count * ASKED_AHEAD;
    this.#threads = Array.from({ length: count }, startThread);
  }

  /** Says what is to be read; once, before the first piece. */
  begin(setup: RowSetup): void {
    const told: ThreadSetup = { setup };
    for (const { worker } of this.#threads) worker.postMessage(told);
  }

  /** The piece of a range, from the thread with the least to do. Never rejects: what a thread throws is its answer. */
  pack(range: Range, spare: PieceBuffers | null): Promise<ThreadAnswer> {
    const thread = this.#threads.reduce((least, one) => (one.waiting.length < least.waiting.length ? one : least));
    if (thread.ended) return Promise.resolve({ error: thread.ended });
    return new Promise((resolve) => {
      thread.waiting.push(resolve);
      const question: ThreadQuestion = { range, spare };
      thread.worker.postMessage(question, spare ? transferOf(spare) : []);
    });
  }

  /** A thread can be given a further piece. */
  get free(): boolean {
    return this.#threads.some(({ waiting, ended }) => waiting.length < ASKED_AHEAD && !ended);
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}

function startThread(): Thread {
  const worker = new Worker(program(), { resourceLimits: HEAP });
  const thread: Thread = { worker, waiting: [], ended: null };
  const end = (error: Error) => {
    thread.ended ??= error;
    for (const answer of thread.waiting.splice(0)) answer({ error: thread.ended });
  };
  worker.on("message", (answer: ThreadAnswer) => thread.waiting.shift()?.(answer));
  worker.on("messageerror", end);
  worker.on("error", end);
  worker.on("exit", (code) => end(new Error(`A thread that reads records ended with code ${code}`)));
  return thread;
}
