import { getTableName, is, Table } from "drizzle-orm";
import type { Write } from "./database";

/**
 * Tables that may be written without an audit event, because what they hold is no decision about a workspace: people,
 * their sessions, how they sign in and what they arranged for themselves, and what the program itself has counted or how far it has come with a job. What a person decides about an import is an
 * event and goes through `commit`. A test holds this list.
 */
export const PLAIN_TABLES: readonly string[] = [
  "users",
  "sessions",
  "member_preferences",
  "password_resets",
  "second_factors",
  "recovery_codes",
  "jobs",
  "imports",
  "generations",
  "model_comparisons",
  "reference_datasets",
  "risk_data",
  "screenings",
  "match_candidates",
  "duplicate_pairs",
  "supplier_groups",
  "generation_seals",
  "trail_checks",
];

/** The table a built insert, update or delete writes to; null when it is something else. */
export function writtenTable(write: Write): string | null {
  const config: unknown = "config" in write ? write.config : null;
  if (typeof config !== "object" || config === null || !("table" in config) || "fields" in config) return null;
  return is(config.table, Table) ? getTableName(config.table) : null;
}

/** Throws when a write goes to a table that asks for an audit event. */
export function checkPlain(write: Write): void {
  const table = writtenTable(write);
  if (table === null || !PLAIN_TABLES.includes(table))
    throw new Error(
      `A write to ${table ?? "no table"} needs commit(scope, event, …): it changes a fact of a workspace`,
    );
}
