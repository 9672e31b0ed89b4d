import { blob, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/**
 * The kinds of column a table may have, for SQLite. `kit.postgres.ts` has the same for PostgreSQL; tables are written
 * once, against this type. What a column reads back as: `int` a safe integer, `instant` a Date (whole milliseconds),
 * `json` whatever was written (parse it with a schema), `bytes` a Buffer.
 */
export const sqliteKit = {
  table: sqliteTable,
  text: (name: string) => text(name),
  enumText: <const T extends readonly [string, ...string[]]>(name: string, values: T) =>
    text(name, { enum: [...values] as T }),
  /** Whole number, up to 2^53 - 1. */
  int: (name: string) => integer(name, { mode: "number" }),
  /** Primary key that counts up and is never given twice. */
  countingKey: (name: string) => integer(name, { mode: "number" }).primaryKey({ autoIncrement: true }),
  real: (name: string) => real(name),
  bool: (name: string) => integer(name, { mode: "boolean" }),
  json: (name: string) => text(name, { mode: "json" }),
  instant: (name: string) => integer(name, { mode: "timestamp_ms" }),
  bytes: (name: string) => blob(name, { mode: "buffer" }),
  index: (name: string) => index(name),
  uniqueIndex: (name: string) => uniqueIndex(name),
  primaryKey,
} as const;

export type ColumnKit = typeof sqliteKit;
