/**
 * The database on PostgreSQL, over whichever driver drizzle was given: PGlite in the contract tests, `pg` once
 * PostgreSQL is supported.
 */
import { is } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { PgSelectBase } from "drizzle-orm/pg-core";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { portableBulk } from "./bulk/bulk.portable";
import { commitScript, runStep } from "./chain";
import type { Database, Queries, Ran, Script, Write } from "./database";
import { isUniqueViolation } from "./errors";
import { checkPlain } from "./plain-tables";
import { whileBusy } from "./retry";
import { postgresTables } from "./schema/postgres";
import { portableSearch } from "./search/search.portable";
import { summaryOf } from "./summary/summary.portable";

/** What a driver answers to a write without `returning`: node-postgres counts in `rowCount`, PGlite in `affectedRows`. */
function changesOf(answer: unknown): number {
  if (typeof answer !== "object" || answer === null) return 0;
  if ("rowCount" in answer && typeof answer.rowCount === "number") return answer.rowCount;
  if ("affectedRows" in answer && typeof answer.affectedRows === "number") return answer.affectedRows;
  return 0;
}

async function runOne(write: Write): Promise<Ran> {
  const answer: unknown = await write;
  if (!Array.isArray(answer)) return { rows: [], changes: changesOf(answer) };
  const rows = answer as Record<string, unknown>[];
  return { rows, changes: is(write, PgSelectBase) ? 0 : rows.length };
}

/** Two transactions read the same head of a chain and both appended: one of them starts again. */
const lostTheHead = (error: unknown): boolean =>
  isUniqueViolation(error) && error instanceof Error && /audit_events/.test(`${error.message} ${String(error.cause)}`);

/** Applies the migrations that are newer than the last one applied, in one transaction. */
async function migrate<H extends PgQueryResultHKT>(connection: PgDatabase<H>, folder: string): Promise<void> {
  // What every drizzle driver's own migrator does; the two fields are not in the public types.
  const inner = connection as unknown as {
    dialect: { migrate(migrations: unknown, session: unknown, config: { migrationsFolder: string }): Promise<void> };
    session: unknown;
  };
  await inner.dialect.migrate(readMigrationFiles({ migrationsFolder: folder }), inner.session, {
    migrationsFolder: folder,
  });
}

export interface PostgresOptions<H extends PgQueryResultHKT> {
  readonly connection: PgDatabase<H>;
  /** Folder of the migrations for PostgreSQL. */
  readonly migrations: string;
  readonly now: () => Date;
  /** Ends the connection. */
  readonly end: () => Promise<void>;
}

/** Brings the tables up to date and returns the database. */
export async function openPostgres<H extends PgQueryResultHKT>({
  connection,
  migrations,
  now,
  end,
}: PostgresOptions<H>): Promise<Database> {
  await migrate(connection, migrations);
  const t = postgresTables;
  const q = connection as unknown as Queries;

  async function transact<T>(script: Script<T>): Promise<T> {
    return whileBusy(async () => {
      try {
        return await connection.transaction(
          async (transaction) => {
            const steps = script(transaction as unknown as Queries);
            let next = steps.next();
            while (!next.done) next = steps.next(await runOne(next.value));
            return next.value;
          },
          { isolationLevel: "serializable" },
        );
      } catch (error) {
        if (lostTheHead(error))
          throw Object.assign(new Error("The audit chain moved on", { cause: error }), { code: "40001" });
        throw error;
      }
    });
  }

  const bulk = portableBulk({ q, t, transact });
  const db: Omit<Database, "summary"> = {
    engine: "postgres",
    q,
    t,
    transact,
    commit: (scope, what, build) => transact(commitScript(t, scope, what, build, now)),
    commitPlain: (build) =>
      transact(function* (queries) {
        for (const step of build(queries)) {
          checkPlain("write" in step ? step.write : step);
          yield* runStep(step);
        }
      }),
    bulk,
    search: portableSearch(bulk),
    close: end,
  };
  return { ...db, summary: summaryOf(db) };
}
