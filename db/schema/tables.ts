import { accountTables } from "./accounts";
import { auditTables } from "./audit";
import { importTables } from "./imports";
import type { ColumnKit } from "./kit.sqlite";
import { referenceTables } from "./reference";
import { registerTables } from "./register";
import { understandingTables } from "./understanding";

/** Every table, built with one engine's columns. */
export function defineTables(k: ColumnKit) {
  return {
    ...accountTables(k),
    ...auditTables(k),
    ...importTables(k),
    ...registerTables(k),
    ...referenceTables(k),
    ...understandingTables(k),
  };
}

export type Tables = ReturnType<typeof defineTables>;
