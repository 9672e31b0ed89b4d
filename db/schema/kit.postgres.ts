import {
  bigint,
  bigserial,
  boolean,
  customType,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { ColumnKit } from "./kit.sqlite";

const bytea = customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (bytes) => bytes,
  fromDriver: (bytes) => Buffer.from(bytes),
});

const kit = {
  table: pgTable,
  text: (name: string) => text(name),
  enumText: (name: string, values: readonly [string, ...string[]]) =>
    text(name, { enum: [...values] as [string, ...string[]] }),
  int: (name: string) => bigint(name, { mode: "number" }),
  countingKey: (name: string) => bigserial(name, { mode: "number" }).primaryKey(),
  real: (name: string) => doublePrecision(name),
  bool: (name: string) => boolean(name),
  json: (name: string) => jsonb(name),
  instant: (name: string) => timestamp(name, { mode: "date", precision: 3, withTimezone: true }),
  bytes: (name: string) => bytea(name),
  index: (name: string) => index(name),
  uniqueIndex: (name: string) => uniqueIndex(name),
  primaryKey,
};

/** The same kinds of column for PostgreSQL. The cast is the only one of its kind: tables are typed by the SQLite kit. */
export const postgresKit = kit as unknown as ColumnKit;
