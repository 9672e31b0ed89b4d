import { parentPort } from "node:worker_threads";
import { RowPacker } from "../services/imports/rows/row-packer.server";
import {
  transferOf,
  type ThreadAnswer,
  type ThreadQuestion,
  type ThreadSetup,
} from "../services/imports/rows/row-threads.server";
import { assessorFor, dayOf } from "../services/scoring/assessor.server";

// A thread that reads pieces of one file, for the thread that writes them. An entry of its own: see app/start/build.mjs.
const port = parentPort!;
let packer: RowPacker | null = null;

port.on("message", (told: ThreadSetup | ThreadQuestion) => {
  if ("setup" in told) packer = new RowPacker(told.setup);
  else answer(packer!, told);
});

function answer(packer: RowPacker, { range, spare }: ThreadQuestion): void {
  if (spare) packer.reuse(spare);
  let answer: ThreadAnswer;
  try {
    answer = { piece: packer.pack(range.start, range.end) };
  } catch (error) {
    // The reader of the pieces meets the same fault again, and then knows the line.
    answer = { error: error instanceof Error ? new Error(error.message) : error };
  }
  port.postMessage(answer, "piece" in answer ? transferOf(answer.piece) : []);
}

// While it is not yet said what is to be read: the tables, which take longest.
assessorFor(dayOf(new Date()));
