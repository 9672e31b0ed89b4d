/** Runs a program and watches what it and its children take. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export interface Measured {
  readonly exitCode: number;
  readonly seconds: number;
  /** Largest sum seen of the resident memory of the process and all its descendants; null where the system does not tell. */
  readonly peakBytes: number | null;
  /** Processor seconds of the process and its descendants, as last seen; null where the system does not tell. */
  readonly cpuSeconds: number | null;
  readonly stdout: string;
  /** The last 4,000 characters. */
  readonly stderr: string;
}

const SAMPLE_MS = 100;

/** Runs `program` to its end. Resolves also when it fails; rejects only when it cannot be started. */
export function measure(
  program: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string; readonly cwd?: string } = {},
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const began = process.hrtime.bigint();
    const child = spawn(program, args, {
      env: options.env ?? process.env,
      stdio: ["pipe", "pipe", "pipe"],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    let peakBytes: number | null = null;
    const cpu = new Map<number, number>();
    let stdout = "";
    let stderr = "";
    const sample = (): void => {
      const now = child.pid === undefined ? null : residentBytes(child.pid);
      if (now !== null && (peakBytes === null || now > peakBytes)) peakBytes = now;
      if (child.pid !== undefined)
        for (const pid of [child.pid, ...descendants(child.pid)]) {
          const seconds = cpuSeconds(pid);
          if (seconds !== null) cpu.set(pid, seconds);
        }
    };
    const timer = setInterval(sample, SAMPLE_MS);
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr = (stderr + chunk.toString()).slice(-4000)));
    child.once("error", (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.once("close", (code) => {
      clearInterval(timer);
      resolve({
        exitCode: code ?? -1,
        seconds: Number(process.hrtime.bigint() - began) / 1e9,
        peakBytes,
        cpuSeconds: cpu.size === 0 ? null : [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0),
        stdout,
        stderr,
      });
    });
    child.stdin.on("error", () => undefined); // it may end before it has read all
    child.stdin.end(options.input ?? "");
  });
}

/** Resident memory of a process and its descendants, from /proc; null where there is none. Pages shared between them count twice. */
export function residentBytes(root: number): number | null {
  let sum: number | null = null;
  for (const pid of [root, ...descendants(root)]) {
    const status = read(`/proc/${pid}/status`);
    if (status !== null) sum = (sum ?? 0) + Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) * 1024;
  }
  return sum;
}

/**
 * The descendants of a process, itself left out; empty where there is no /proc. Looks at this family alone: on two cores, what
 * watches would otherwise take a tenth of one from what it watches.
 */
export function descendants(root: number): number[] {
  const found: number[] = [];
  for (const waiting = [root]; waiting.length > 0;) {
    const children = childrenOf(waiting.pop()!);
    found.push(...children);
    waiting.push(...children);
  }
  return found;
}

function childrenOf(pid: number): number[] {
  let threads: string[];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
  return threads.flatMap((thread) =>
    (read(`/proc/${pid}/task/${thread}/children`) ?? "").split(" ").filter(Boolean).map(Number),
  );
}

/** A file that may be gone by now, or never have been there. */
function read(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** User and system time of one process, from /proc; null where there is none. Linux counts 100 ticks a second. */
export function cpuSeconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}
