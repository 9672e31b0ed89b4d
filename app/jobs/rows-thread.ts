import { parentPort, workerData } from "node:worker_threads";
import { RowPacker, type RowSetup } from "../services/imports/rows/row-packer.server";
import type { Range, ThreadAnswer } from "../services/imports/rows/row-threads.server";

// A thread that reads pieces of one file, for the thread that writes them. An entry of its own: see app/start/build.mjs.
const port = parentPort!;
const packer = new RowPacker(workerData as RowSetup);

port.on("message", ({ start, end }: Range) => {
  let answer: ThreadAnswer;
  try {
    answer = { piece: packer.pack(start, end) };
  } catch (error) {
    // The reader of the pieces meets the same fault again, and then knows the line.
    answer = { error: error instanceof Error ? new Error(error.message) : error };
  }
  // Handed over, not copied.
  const buffers =
    "piece" in answer ? [answer.piece.numbers.buffer, answer.piece.spans.buffer, answer.piece.bytes.buffer] : [];
  port.postMessage(answer, buffers as ArrayBuffer[]);
});
