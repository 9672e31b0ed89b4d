/** The built program as a real process on a data folder, to be used, killed and started again. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { descendants } from "./measure";

const ROOT = path.resolve(import.meta.dirname, "../..");

export interface BuiltServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly pid: number;
  /** Everything it printed so far. */
  readonly output: () => string;
  /** Process ids of the job process (the web process's children). */
  jobProcesses(): number[];
  /** `kill -9` of the web process and, when told so, of all its children; resolves when they are gone. */
  kill(withChildren: boolean): Promise<void>;
  /** Asks it to stop (SIGTERM) and waits. */
  stop(): Promise<void>;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** Is there a process of this number that still runs? One that has ended and was not yet collected does not count. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/s.test(existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8") : "");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

export interface StartOptions {
  /** Checkout whose build is run; default: this one. */
  readonly root?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** How long it may take to answer, in ms. */
  readonly patience?: number;
}

/** Starts `build/bin/server.js` on the data folder and waits until it answers. Throws with its output when it does not. */
export async function startBuiltServer(
  dataDir: string,
  { root = ROOT, env = {}, patience = 30_000 }: StartOptions = {},
): Promise<BuiltServer> {
  const program = path.join(root, "build", "bin", "server.js");
  if (!existsSync(program)) throw new Error("The server is not built: run npm run build first.");
  const child = spawn(process.execPath, [program], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      CANDOUR_DATA: dataDir,
      CANDOUR_DEMO: "0",
      HOST: "127.0.0.1",
      PORT: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const origin = await addressOf(child, () => output, patience);
  const pid = child.pid!;
  const gone = async (pids: readonly number[]): Promise<void> => {
    for (const id of pids) while (isAlive(id)) await sleep(2);
  };
  return {
    origin,
    pid,
    output: () => output,
    jobProcesses: () => descendants(pid),
    kill: async (withChildren) => {
      const children = withChildren ? descendants(pid) : [];
      for (const id of [pid, ...children]) signal(id, "SIGKILL");
      await exited(child);
      await gone(children);
    },
    stop: async () => {
      signal(pid, "SIGTERM");
      await exited(child);
    },
  };
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}

function exited(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once("exit", () => resolve()));
}

async function addressOf(child: ChildProcess, output: () => string, patience: number): Promise<string> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    const found = /https?:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(output());
    if (found) {
      try {
        const origin = found[0].replace("localhost", "127.0.0.1");
        if ((await fetch(`${origin}/healthz`)).ok) return origin;
      } catch {
        // It listens a moment later.
      }
    }
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended before it answered:\n${output()}`);
    await sleep(20);
  }
  child.kill("SIGKILL");
  throw new Error(`The server did not answer within ${patience} ms:\n${output()}`);
}
