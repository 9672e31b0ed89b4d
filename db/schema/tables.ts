import { accountTables } from "./accounts";
import { auditTables } from "./audit";
import { categoryTables } from "./categories";
import { checkTables } from "./checks";
import { commitmentTables } from "./commitments";
import { contractTables } from "./contracts";
import { corridorTables } from "./corridors";
import { evidenceTables } from "./evidence";
import { findingTables } from "./findings";
import { importTables } from "./imports";
import { keptTables } from "./kept";
import type { ColumnKit } from "./kit.sqlite";
import { modelTables } from "./models";
import { packTables } from "./packs";
import { peopleTables } from "./people";
import { planTables } from "./plans";
import { readingTables } from "./readings";
import { referenceTables } from "./reference";
import { registerTables } from "./register";
import { remedyTables } from "./remedy";
import { reportTables } from "./reports";
import { demandTables } from "./demand";
import { screeningTables } from "./screening";
import { trailTables } from "./trail";
import { understandingTables } from "./understanding";
import { viewTables } from "./views";

/** Every table, built with one engine's columns. */
export function defineTables(k: ColumnKit) {
  return {
    ...accountTables(k),
    ...auditTables(k),
    ...categoryTables(k),
    ...checkTables(k),
    ...commitmentTables(k),
    ...contractTables(k),
    ...corridorTables(k),
    ...findingTables(k),
    ...evidenceTables(k),
    ...importTables(k),
    ...keptTables(k),
    ...registerTables(k),
    ...packTables(k),
    ...peopleTables(k),
    ...planTables(k),
    ...modelTables(k),
    ...readingTables(k),
    ...referenceTables(k),
    ...remedyTables(k),
    ...reportTables(k),
    ...demandTables(k),
    ...screeningTables(k),
    ...understandingTables(k),
    ...viewTables(k),
    ...trailTables(k),
  };
}

export type Tables = ReturnType<typeof defineTables>;
