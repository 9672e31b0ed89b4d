import { mkdirSync } from "node:fs";
import { openDatabase } from "../../db/open";
import type { Database } from "../../db/database";
import { readConfig, type Config } from "./config.server";

let config: Config | undefined;
let database: Promise<Database> | undefined;

/** The configuration of this process, read once. */
export function getConfig(): Config {
  config ??= readConfig(process.env);
  return config;
}

/** The web process's database, opened once; made and migrated on the first call. */
export function getDb(): Promise<Database> {
  database ??= (async () => {
    const { dataDir, uploadsDir, databaseFile } = getConfig();
    mkdirSync(dataDir, { recursive: true });
    mkdirSync(uploadsDir, { recursive: true });
    return openDatabase({ file: databaseFile, role: "web" });
  })();
  return database;
}
