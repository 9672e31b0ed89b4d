// Child processes of the start script: output passed on or kept in a log, a line now and then, a time limit, signals.
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";

/** An expected failure: its message is a sentence for the person at the keyboard. */
export class StartFailure extends Error {
  name = "StartFailure";
}

const SIGNALS = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });

/**
 * Runs a program and waits for its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{
 *   cwd?: string,
 *   env?: NodeJS.ProcessEnv,
 *   input?: "inherit" | "ignore",
 *   log?: string,                          the file that gets its output; without it the output is passed on
 *   onStderr?: boolean,                    pass its output on to standard error, never standard output
 *   stillAt?: (seconds: number) => void,   called every 15 seconds
 *   timeoutMs?: number,                    after this it is ended, and the answer is 124
 * }} [options]
 * @returns {Promise<number>} its exit code; 127 when it cannot be started, 128 + n when a signal ended it
 */
export function run(program, args, options = {}) {
  const logFile = options.log === undefined ? undefined : openSync(options.log, "a");
  const output = logFile ?? (options.onStderr ? 2 : "inherit");
  const errors = logFile ?? "inherit";
  return new Promise((resolve) => {
    // A process group of its own where there is a time limit, so that its children end with it.
    const ownGroup = options.timeoutMs !== undefined;
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: [options.input ?? "ignore", output, errors],
      detached: ownGroup,
    });
    const end = (signal) => {
      try {
        if (ownGroup && child.pid !== undefined) process.kill(-child.pid, signal);
        else child.kill(signal);
      } catch {
        // It has ended already.
      }
    };
    let timedOut = false;
    const began = Date.now();
    const beat = options.stillAt && setInterval(() => options.stillAt(Math.round((Date.now() - began) / 1000)), 15_000);
    const limit =
      options.timeoutMs !== undefined &&
      setTimeout(() => {
        timedOut = true;
        end("SIGKILL");
      }, options.timeoutMs);
    const passOn = {};
    for (const signal of Object.keys(SIGNALS)) {
      passOn[signal] = () => {
        end(signal);
        // A second signal, or a child that does not listen, must not hold the person up.
        setTimeout(() => process.exit(SIGNALS[signal]), 5000).unref();
      };
      process.on(signal, passOn[signal]);
    }
    const finish = (code) => {
      if (beat) clearInterval(beat);
      if (limit) clearTimeout(limit);
      for (const [signal, listener] of Object.entries(passOn)) process.off(signal, listener);
      if (logFile !== undefined) closeSync(logFile);
      resolve(code);
    };
    child.once("error", () => finish(127));
    child.once("exit", (code, signal) => {
      if (timedOut) return finish(124);
      if (signal !== null && signal in SIGNALS) process.exit(SIGNALS[signal]);
      return finish(code ?? 137);
    });
  });
}

/** True when the program is there and answers to `--version` (or what is given instead). */
export async function answers(program, args = ["--version"]) {
  return (await run(program, args, { log: "/dev/null", timeoutMs: 20_000 })) === 0;
}

/** The last lines of a log that say something, for the message when a step has failed. */
export function tail(file, lines = 30) {
  try {
    const saying = readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => !/^(npm error)?\s*$/.test(line));
    return saying.slice(-lines).join("\n");
  } catch {
    return "";
  }
}

export const isRoot = () => process.getuid?.() === 0;
