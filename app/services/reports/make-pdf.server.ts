import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { projectRoot } from "../../lib/config.server";
import { Problem } from "../../lib/problem";
import { ATTACHED_FILE, PDF_FILE, REQUEST_FILE, type PdfAnswer, type PdfRequest } from "../../pdf/request";

/** A finished PDF in a folder of its own; whoever asked for it removes it. */
export interface MadePdf {
  readonly file: string;
  /** Largest resident memory of the process that made it. */
  readonly childPeakBytes: number;
  remove(): Promise<void>;
}

export type PdfOrder = PdfRequest & {
  /** The bytes of the file that goes inside. */
  readonly csv: string;
};

export type MakePdf = (order: PdfOrder, signal?: AbortSignal) => Promise<MadePdf>;

interface PdfMakerOptions {
  /** The built child. */
  readonly program: string;
  readonly timeLimitMs?: number;
  /** Orders that may wait; one more is refused. */
  readonly mostWaiting?: number;
}

/** Measured: 150 MB with every font. Past this the child ends, and nothing else does. */
const HEAP = ["--max-old-space-size=256", "--max-semi-space-size=4"];

/**
 * Makes PDFs one after the other, each in a process that ends with it. An order whose signal is aborted is dropped, or its
 * process killed. @throws Problem `pdf.busy` (503) when too many wait, `pdf.too-slow` (503) when one takes too long; Error
 * when the layout fails.
 */
export function createPdfMaker({ program, timeLimitMs = 60_000, mostWaiting = 20 }: PdfMakerOptions): MakePdf {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return (order, signal) => {
    if (waiting > mostWaiting)
      return Promise.reject(
        new Problem("pdf.busy", "Too many PDFs are being made at this moment. Try again in a minute.", {}, 503),
      );
    waiting++;
    const made = last.then(() => makeInChild(program, order, timeLimitMs, signal)).finally(() => waiting--);
    last = made.catch(() => undefined);
    return made;
  };
}

/** The child beside the running program, or where the build puts it. */
function builtChild(): string {
  const beside = path.join(path.dirname(fileURLToPath(import.meta.url)), "pdf.js");
  return existsSync(beside) ? beside : path.join(projectRoot(), "build", "bin", "pdf.js");
}

let maker: MakePdf | undefined;

/** The one maker of this process. */
export const makePdf: MakePdf = (order, signal) => {
  maker ??= createPdfMaker({ program: builtChild() });
  return maker(order, signal);
};

async function makeInChild(
  program: string,
  { csv, ...request }: PdfOrder,
  timeLimitMs: number,
  signal: AbortSignal | undefined,
): Promise<MadePdf> {
  signal?.throwIfAborted();
  const folder = await mkdtemp(path.join(os.tmpdir(), "candour-pdf-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await writeFile(path.join(folder, ATTACHED_FILE), csv);
    await writeFile(path.join(folder, REQUEST_FILE), JSON.stringify(request));
    const childPeakBytes = await runChild(program, folder, timeLimitMs, signal);
    return { file: path.join(folder, PDF_FILE), childPeakBytes, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Runs the child to its end; answers its largest memory. */
function runChild(program: string, folder: string, timeLimitMs: number, signal: AbortSignal | undefined) {
  return new Promise<number>((resolve, reject) => {
    signal?.throwIfAborted();
    const child = fork(program, [folder], {
      execArgv: HEAP,
      // One thread: less memory, and no thread of the layout waits for another.
      env: { ...process.env, RAYON_NUM_THREADS: "1" },
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    let answer: PdfAnswer | null = null;
    let stopped: Error | null = null;
    const stop = (why: Error) => {
      stopped = why;
      child.kill("SIGKILL");
    };
    const leave = () => stop(new DOMException("Nobody waits for the PDF any more", "AbortError"));
    const limit = setTimeout(
      () =>
        stop(new Problem("pdf.too-slow", "The PDF took too long to make. Take the register as Excel or CSV.", {}, 503)),
      timeLimitMs,
    );
    signal?.addEventListener("abort", leave);
    const finish = (settle: () => void) => {
      clearTimeout(limit);
      signal?.removeEventListener("abort", leave);
      settle();
    };
    child.on("message", (message) => (answer = message as PdfAnswer));
    child.on("error", (error) => finish(() => reject(error)));
    child.on("exit", (code, killedBy) =>
      finish(() => {
        if (stopped) reject(stopped);
        else if (answer?.done) resolve(answer.peakBytes);
        else reject(new Error(answer ? answer.reason : `The PDF process ended (${killedBy ?? code})`));
      }),
    );
  });
}
