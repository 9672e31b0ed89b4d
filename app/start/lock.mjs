// One process installs or builds at a time. The lock is a file with the owner's process id; the owner touches it while
// it works, so that a lock left by a process that was killed is recognised even if its number now belongs to another.
import { mkdirSync, openSync, closeSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const TOUCH_EVERY_MS = 2000;
const STALE_AFTER_MS = 20_000;

/** Runs `work` alone; waits, and says so once, while another process has the lock. */
export async function withLock(file, say, work) {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let said = false; !take(file); said = true) {
    if (!said) say("another process is installing or building here; waiting for it.");
    await pause(250);
  }
  const touch = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // The folder was taken away while the work runs: the work itself will say so.
    }
  }, TOUCH_EVERY_MS);
  const release = () => rmSync(file, { force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(touch);
    process.off("exit", release);
    release();
  }
}

function take(file) {
  try {
    const handle = openSync(file, "wx");
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isStale(file)) rmSync(file, { force: true });
    return false;
  }
}

function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_AFTER_MS) return true;
    const owner = Number(readFileSync(file, "utf8"));
    return owner > 0 && !isAlive(owner);
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
