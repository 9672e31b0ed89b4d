import { parentPort, workerData } from "node:worker_threads";
import { RowPacker, type RowSetup } from "../services/imports/rows/row-packer.server";
import { transferOf, type ThreadAnswer, type ThreadQuestion } from "../services/imports/rows/row-threads.server";

// A thread that reads pieces of one file, for the thread that writes them. An entry of its own: see app/start/build.mjs.
const port = parentPort!;
const packer = new RowPacker(workerData as RowSetup);

port.on("message", ({ range, spare }: ThreadQuestion) => {
  if (spare) packer.reuse(spare);
  let answer: ThreadAnswer;
  try {
    answer = { piece: packer.pack(range.start, range.end) };
  } catch (error) {
    // The reader of the pieces meets the same fault again, and then knows the line.
    answer = { error: error instanceof Error ? new Error(error.message) : error };
  }
  port.postMessage(answer, "piece" in answer ? transferOf(answer.piece) : []);
});
