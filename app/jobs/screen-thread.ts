import { parentPort } from "node:worker_threads";
import { Screen } from "../matching/screen";
import { screenBatch } from "../screening/batch";
import type { ScreenAnswer, ScreenQuestion, ScreenSetup } from "../services/screening/screen-threads.server";

// A thread that compares suppliers with a list, for the thread that keeps what it finds. An entry of its own: see app/start/build.mjs.
const port = parentPort!;
let screen: Screen | null = null;

port.on("message", (told: ScreenSetup | ScreenQuestion) => {
  if ("list" in told) {
    screen = new Screen(told.list, told.words);
    return;
  }
  let answer: ScreenAnswer;
  try {
    answer = { hits: screenBatch(screen!, told.parties) };
  } catch (error) {
    answer = { error: error instanceof Error ? new Error(error.message) : error };
  }
  port.postMessage(answer);
});
