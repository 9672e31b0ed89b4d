/** How a script of one transaction runs on SQLite: at once, without giving way. */
import type BetterSqlite from "better-sqlite3";
import { is } from "drizzle-orm";
import { SQLiteSelectBase } from "drizzle-orm/sqlite-core";
import type { Queries, Ran, Script, Write } from "./database";

interface Runnable {
  all(): Record<string, unknown>[];
  run(): { changes: number };
  config?: { returning?: unknown };
}

/** Runs one built query at once: selects and writes with `returning` give rows, other writes give a count. */
function runNow(write: Write): Ran {
  const query = write as unknown as Runnable;
  if (is(write, SQLiteSelectBase)) return { rows: query.all(), changes: 0 };
  if (query.config?.returning) {
    const rows = query.all();
    return { rows, changes: rows.length };
  }
  return { rows: [], changes: query.run().changes };
}

/**
 * One script in one immediate transaction, start to end without giving way. A script that throws is rolled back.
 * @throws what the script throws, and SQLITE_BUSY at once when another connection writes.
 */
export function runScriptNow<T>(client: BetterSqlite.Database, q: Queries, script: Script<T>): T {
  client.exec("BEGIN IMMEDIATE");
  try {
    const steps = script(q);
    let next = steps.next();
    while (!next.done) next = steps.next(runNow(next.value));
    client.exec("COMMIT");
    return next.value;
  } catch (error) {
    if (client.inTransaction) client.exec("ROLLBACK");
    throw error;
  }
}
