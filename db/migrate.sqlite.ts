import type BetterSqlite from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";

/**
 * Brings the tables up to date: every migration of the folder that is newer than the last one applied, all in one
 * immediate transaction, so that two processes that start together do not apply one twice. Keeps its list where
 * drizzle-kit looks for it.
 */
export function migrateSqlite(client: BetterSqlite.Database, folder: string): void {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  client.pragma("foreign_keys = OFF");
  client.exec("BEGIN IMMEDIATE");
  try {
    client.exec(
      "CREATE TABLE IF NOT EXISTS __drizzle_migrations (id INTEGER PRIMARY KEY, hash TEXT NOT NULL, created_at NUMERIC)",
    );
    const last = client.prepare("SELECT max(created_at) FROM __drizzle_migrations").pluck().get() as number | null;
    const note = client.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)");
    for (const migration of migrations) {
      if (last !== null && migration.folderMillis <= last) continue;
      for (const statement of migration.sql) client.exec(statement);
      note.run(migration.hash, migration.folderMillis);
    }
    const broken = client.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0) throw new Error(`The migration leaves ${broken.length} row(s) that refer to nothing`);
    client.exec("COMMIT");
  } catch (error) {
    if (client.inTransaction) client.exec("ROLLBACK");
    throw error;
  }
}
