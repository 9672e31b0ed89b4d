import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import BetterSqlite from "better-sqlite3";
import { isBusy } from "../errors";
import type { ServerLock } from "./lock";

/** Another server holds the data folder. `pid` is null when it has not written its number yet. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
  constructor(
    readonly folder: string,
    readonly pid: number | null,
  ) {
    super(
      `Another Candour server${pid === null ? "" : ` (process ${pid})`} is already using the data folder ${folder}. ` +
        `Stop it first, or set CANDOUR_DATA to another folder.`,
    );
  }
}

/** Connections that hold a lock: one that nothing points to would be collected as garbage, and its lock with it. */
const holding = new Set<BetterSqlite.Database>();

/**
 * Takes the data folder for this process until `release` or the process ends, however it ends: the operating system
 * drops the lock of a killed process, so nothing is ever left to clean up by hand. The folder is made when missing.
 * @throws FolderInUseError at once when another server holds it.
 */
export function lockFolder(folder: string): ServerLock {
  mkdirSync(folder, { recursive: true });
  const note = join(folder, "server.pid");
  const client = new BetterSqlite(join(folder, "lock.db"), { timeout: 0 });
  try {
    client.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    client.close();
    if (!isBusy(error)) throw error;
    throw new FolderInUseError(folder, readPid(note));
  }
  holding.add(client);
  writeFileSync(note, `${process.pid}\n`);
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      rmSync(note, { force: true });
      client.exec("ROLLBACK");
      client.close();
      holding.delete(client);
    },
  };
}

function readPid(file: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}
