import { getTableColumns, getTableName } from "drizzle-orm";
import { expect, test } from "vitest";
import { postgresTables } from "../../db/schema/postgres";
import { sqliteTables } from "../../db/schema/sqlite";

/** Tables that belong to no workspace, each with its reason. A new table that is not named here has a workspace. */
const WITHOUT_A_WORKSPACE: Record<string, string> = {
  users: "a person may be a member of several workspaces",
  sessions: "a person signs in, not a workspace",
  workspaces: "the workspaces themselves",
  password_resets: "a person's way back into their account",
  second_factors: "a person's second step of a sign-in",
  recovery_codes: "a person's codes for a lost device",
  ended_workspaces: "proof that a workspace was deleted: it has none any more",
  reference_datasets: "published facts, the same for everyone",
  risk_data: "published facts as the engine read them, the same for everyone",
};

/** Rows of a generation, which has a workspace: read only through one, by their key or their `generation`. */
const OF_A_GENERATION = [
  "control_totals",
  "decided_suppliers",
  "generation_groups",
  "generation_payees",
  "generation_seals",
  "generation_unresolved",
  "list_differences",
  "register_pages",
  "rename_proposals",
  "row_issues",
  "source_lists",
  "source_rows",
  "summary_counts",
  "supplier_groups",
  "told_suppliers",
];

const columnNames = (table: Parameters<typeof getTableColumns>[0]) =>
  Object.values(getTableColumns(table)).map((column) => column.name);

test("every table has its workspace, or belongs to a generation that has one, or is one of the few named here", () => {
  const without = Object.values(sqliteTables)
    .filter((table) => !columnNames(table).includes("workspace_no"))
    .map((table) => getTableName(table));
  expect(without.sort()).toEqual([...Object.keys(WITHOUT_A_WORKSPACE), ...OF_A_GENERATION].sort());
});

test("both engines have the same tables with the same columns", () => {
  const describeTables = (tables: Record<string, Parameters<typeof getTableColumns>[0]>) =>
    Object.fromEntries(Object.values(tables).map((table) => [getTableName(table), columnNames(table)]));
  expect(describeTables(postgresTables)).toEqual(describeTables(sqliteTables));
});
