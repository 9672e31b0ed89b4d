/** The database on SQLite. */
import BetterSqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { sqliteBulk } from "./bulk/bulk.sqlite";
import { commitScript, runStep } from "./chain";
import type { Database, Queries, Script } from "./database";
import { migrateSqlite } from "./migrate.sqlite";
import { checkPlain } from "./plain-tables";
import { whileBusy } from "./retry";
import { sqliteTables } from "./schema/sqlite";
import { runScriptNow } from "./script.sqlite";
import { sqliteSearch } from "./search/search.sqlite";
import { summaryOf } from "./summary/summary.portable";

/** Which process asks: the web server, the job process that does the mass writes, or one command on its own file. */
export type DatabaseRole = "web" | "job" | "cli";

export interface SqliteOptions {
  /** Path of the file; made when it is not there. */
  readonly file: string;
  readonly role: DatabaseRole;
  /** Folder of the migrations for SQLite. */
  readonly migrations: string;
  readonly now: () => Date;
  /** Sees every statement with its values, for the test of query plans. */
  readonly onSql?: ((statement: string) => void) | undefined;
}

function prepare({ file, role, migrations, onSql }: SqliteOptions): BetterSqlite.Database {
  const client = new BetterSqlite(file, {
    timeout: 10_000,
    ...(onSql === undefined ? {} : { verbose: (statement) => onSql(String(statement)) }),
  });
  try {
    // Before the first table: half again as many wide rows a second as with pages of 4,096 bytes (docs/decisions/0002).
    client.pragma("page_size = 8192");
    if (role === "cli" && client.pragma("journal_mode", { simple: true }) !== "wal") {
      // A file of its own, made again when the machine stops: nobody to wait for, nothing to force to disk.
      client.pragma("journal_mode = MEMORY");
      client.pragma("synchronous = OFF");
    } else {
      client.pragma("journal_mode = WAL");
      client.pragma("synchronous = NORMAL");
    }
    // A command writes at the end of its file and reads it once, in order.
    client.pragma(`cache_size = -${role === "cli" ? 16_384 : 65_536}`);
    // Moving the log into the file ends with forcing the whole file to disk, with all an import has written into it: the
    // web process, where everybody would wait for that, leaves it to the job process (see `tidyLog`).
    if (role === "web") client.pragma("wal_autocheckpoint = 0");
    migrateSqlite(client, migrations);
    client.pragma("foreign_keys = ON");
    // From here nothing waits inside a call: a busy database is met by awaited pauses.
    client.pragma("busy_timeout = 0");
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

const TIDY_EVERY_MS = 5000;

/** The job process moves into the file what the web process has written to the log, also while it has no work itself. */
function tidyLog(client: BetterSqlite.Database): NodeJS.Timeout {
  const tidy = () => {
    if (client.open && !client.inTransaction) client.pragma("wal_checkpoint(PASSIVE)");
  };
  return setInterval(tidy, TIDY_EVERY_MS).unref();
}

/** Opens (or makes) the file, brings its tables up to date and returns the database. */
export function openSqlite(options: SqliteOptions): Database {
  const client = prepare(options);
  const tidying = options.role === "job" ? tidyLog(client) : undefined;
  const q = drizzle(client) as unknown as Queries;
  const t = sqliteTables;
  const transact = <T>(script: Script<T>): Promise<T> => whileBusy(() => runScriptNow(client, q, script));
  const bulk = sqliteBulk(client, q, options);
  const db: Omit<Database, "summary"> = {
    engine: "sqlite",
    q,
    t,
    transact,
    commit: (scope, what, build) => transact(commitScript(t, scope, what, build, options.now)),
    commitPlain: (build) =>
      transact(function* (queries) {
        for (const step of build(queries)) {
          checkPlain("write" in step ? step.write : step);
          yield* runStep(step);
        }
      }),
    bulk,
    search: sqliteSearch(client, options.role),
    close: async () => {
      clearInterval(tidying);
      bulk.close();
      client.close();
    },
  };
  return { ...db, summary: summaryOf(db) };
}
