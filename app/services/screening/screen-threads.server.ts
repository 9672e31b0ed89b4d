import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { Worker } from "node:worker_threads";
import { projectRoot } from "../../lib/config.server";
import { noWords, type WordCounts } from "../../matching/rarity";
import { Screen } from "../../matching/screen";
import type { Party } from "../../matching/types";
import { screenBatch, type BatchHit } from "../../screening/batch";

/** What a thread is told first. */
export interface ScreenSetup {
  readonly list: readonly Party[];
  /** Words of the workspace's own names. */
  readonly words: WordCounts;
}

/** What a thread is asked; it answers in the order it was asked. */
export interface ScreenQuestion {
  readonly parties: readonly Party[];
}

export type ScreenAnswer = { readonly hits: readonly BatchHit[] } | { readonly error: unknown };

/** Compares batches of suppliers with one list. */
export interface Screener {
  /** Batches that may be asked for before the first is answered. */
  readonly capacity: number;
  find(parties: readonly Party[]): Promise<readonly BatchHit[]>;
  close(): Promise<void>;
}

const MOST_THREADS = 3;
/** Megabytes: the index of 50,000 names takes some 200. */
const HEAP = { maxYoungGenerationSizeMb: 64, maxOldGenerationSizeMb: 384 };
/** Pairs of a supplier and an entry; for fewer, one thread has done before others have made their index. */
const THREADS_FROM_PAIRS = 50_000_000;

const program = () => path.join(projectRoot(), "build", "bin", "screen-thread.js");

/** From so many entries on, making the index would keep a page waiting: it is made in a thread of its own. */
const THREAD_FROM_ENTRIES = 5000;

/** For a few names at once, in answer to a page. */
export function screenerForFew(list: readonly Party[]): Screener {
  const isLong = list.length >= THREAD_FROM_ENTRIES && existsSync(program());
  return isLong ? new ScreenThreads({ list, words: noWords() }, 1) : screenerHere(list, noWords());
}

/** One thread here for short lists, else as many as there are cores. */
export function screenerFor(list: readonly Party[], suppliers: number, words: WordCounts = noWords()): Screener {
  const cores = Math.min(availableParallelism(), MOST_THREADS);
  if (cores > 1 && list.length * suppliers >= THREADS_FROM_PAIRS && existsSync(program()))
    return new ScreenThreads({ list, words }, cores);
  return screenerHere(list, words);
}

function screenerHere(list: readonly Party[], words: WordCounts): Screener {
  const screen = new Screen(list, words);
  return {
    capacity: 1,
    find: (parties) => Promise.resolve(screenBatch(screen, parties)),
    close: () => Promise.resolve(),
  };
}

interface Thread {
  readonly worker: Worker;
  readonly waiting: { readonly done: (hits: readonly BatchHit[]) => void; readonly failed: (error: unknown) => void }[];
}

class ScreenThreads implements Screener {
  readonly capacity: number;
  readonly #threads: Thread[];
  #ended: Error | null = null;

  constructor(setup: ScreenSetup, count: number) {
    this.capacity = count * 2;
    this.#threads = Array.from({ length: count }, () => this.#start(setup));
  }

  #start(setup: ScreenSetup): Thread {
    const worker = new Worker(program(), { resourceLimits: HEAP });
    const thread: Thread = { worker, waiting: [] };
    const end = (error: Error) => {
      this.#ended ??= error;
      for (const { failed } of thread.waiting.splice(0)) failed(this.#ended);
    };
    worker.on("message", (answer: ScreenAnswer) => {
      const asked = thread.waiting.shift();
      if ("hits" in answer) asked?.done(answer.hits);
      else asked?.failed(answer.error);
    });
    worker.on("messageerror", end);
    worker.on("error", end);
    worker.on("exit", (code) => end(new Error(`A thread that compares names ended with code ${code}`)));
    worker.postMessage(setup);
    return thread;
  }

  find(parties: readonly Party[]): Promise<readonly BatchHit[]> {
    if (this.#ended) return Promise.reject(this.#ended);
    const thread = this.#threads.reduce((least, one) => (one.waiting.length < least.waiting.length ? one : least));
    return new Promise((done, failed) => {
      thread.waiting.push({ done, failed });
      thread.worker.postMessage({ parties } satisfies ScreenQuestion);
    });
  }

  async close(): Promise<void> {
    this.#ended ??= new Error("Comparing has ended");
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }
}
