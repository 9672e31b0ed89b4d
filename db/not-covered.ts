import { getTableName } from "drizzle-orm";
import { sqliteTables } from "./schema/sqlite";
import { CHAIN_TABLES, isFactTable, REWRITTEN_TABLES } from "./seals";

/** Why a table's rows have no seals. `own-affairs`: of people, not of a workspace; `derived`: made anew from sealed rows. */
export type WhyNotCovered = "own-affairs" | "progress" | "derived" | "published" | "of-the-chain";

const WHY: Readonly<Record<string, WhyNotCovered>> = {
  users: "own-affairs",
  sessions: "own-affairs",
  member_preferences: "own-affairs",
  jobs: "progress",
  imports: "progress",
  generations: "progress",
  screenings: "progress",
  reference_datasets: "published",
  risk_data: "published",
  password_resets: "own-affairs",
  second_factors: "own-affairs",
  recovery_codes: "own-affairs",
  ended_workspaces: "of-the-chain",
  generation_seals: "of-the-chain",
  trail_checks: "of-the-chain",
};

const SEALED_WITH_LISTS: readonly string[] = [...REWRITTEN_TABLES, "source_rows", "row_issues"];

/** The tables that no seal covers, each with its reason, in the order of their names. */
export const notCovered = (): readonly (readonly [table: string, why: WhyNotCovered])[] =>
  Object.values(sqliteTables)
    .map((table) => getTableName(table))
    .filter((name) => !isFactTable(name) && !CHAIN_TABLES.includes(name) && !SEALED_WITH_LISTS.includes(name))
    .sort()
    .map((name) => [name, WHY[name] ?? "derived"]);
