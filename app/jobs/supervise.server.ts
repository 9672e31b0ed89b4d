import { fork, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../lib/config.server";
import { log } from "../lib/log.server";

export interface JobSupervisor {
  /** Process id of the job process; null between two of them. */
  readonly pid: number | null;
  stop(): Promise<void>;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Heap of the job process: measured needs are far below 400 MB; past it the process ends and its job starts again. Rows live
 * shortly, so a larger young generation saves a tenth of an import's time.
 */
const HEAP = ["--max-old-space-size=400", "--max-semi-space-size=32"];

/** Starts the job process and starts it again, with growing pauses, whenever it ends. */
export function superviseJobs(): JobSupervisor {
  let child: ChildProcess | null = null;
  let stopping = false;
  let pause = FIRST_PAUSE_MS;
  const built = path.join(projectRoot(), "build", "bin", "worker.js");
  const program = existsSync(built) ? built : path.join(projectRoot(), "app", "jobs", "worker.ts");

  const start = () => {
    if (stopping) return;
    child = fork(program, [], {
      execArgv: [...process.execArgv, ...HEAP],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.on("message", () => (pause = FIRST_PAUSE_MS));
    child.on("exit", (code, signal) => {
      child = null;
      if (stopping) return;
      log.warn({ code, signal, again: pause }, "job process ended; starting it again");
      setTimeout(start, pause);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
    });
  };
  start();
  return {
    get pid() {
      return child?.pid ?? null;
    },
    stop: () =>
      new Promise((resolve) => {
        stopping = true;
        if (!child) return resolve();
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}
