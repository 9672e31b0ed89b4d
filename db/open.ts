import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database, Engine } from "./database";
import { openSqlite } from "./sqlite";
import type { DatabaseRole } from "./sqlite";

export type { DatabaseRole } from "./sqlite";

export interface OpenOptions {
  /** Path of an SQLite file, `:memory:` for one that lives as long as the process (tests). */
  readonly file?: string;
  /** `file:PATH` or `sqlite:PATH`. `postgres://` is not supported yet. */
  readonly url?: string;
  readonly role: DatabaseRole;
  /** Folder that holds `sqlite/` and `postgres/`; by default `db/migrations` of the folder the program stands in. */
  readonly migrations?: string;
  /** The clock of the audit chain. */
  readonly now?: () => Date;
  /** Sees every statement with its values, for the test of query plans. */
  readonly onSql?: (statement: string) => void;
}

/** `db/migrations/<engine>`, looked for from this file upwards: sources and the build stand at different depths. */
export function migrationsFolder(engine: Engine, from = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, "db", "migrations", engine);
    if (existsSync(join(found, "meta", "_journal.json"))) return found;
    if (dirname(folder) === folder)
      throw new Error(`The folder db/migrations/${engine} is missing: reinstall the program`);
  }
}

/** Opens the database, making and migrating it as needed. */
export async function openDatabase({
  file,
  url,
  role,
  migrations,
  now = () => new Date(),
  onSql,
}: OpenOptions): Promise<Database> {
  const path = file ?? (url === undefined ? undefined : sqlitePath(url));
  if (path === undefined) throw new Error("openDatabase needs a file or a url");
  return openSqlite({
    file: path,
    role,
    migrations: migrations === undefined ? migrationsFolder("sqlite") : join(migrations, "sqlite"),
    now,
    onSql,
  });
}

function sqlitePath(url: string): string {
  const match = /^(?:file|sqlite):(?:\/\/)?(.+)$/.exec(url);
  if (match?.[1] !== undefined) return match[1];
  if (/^postgres(ql)?:/.test(url))
    throw new Error("DATABASE_URL names PostgreSQL, which this version does not open yet: leave it out to use SQLite");
  if (url.includes("://")) throw new Error("DATABASE_URL must be the path of an SQLite file, or file:PATH");
  return url;
}
