/** What drizzle-kit reads for this engine, and what the connection uses. */
import { sqliteKit } from "./kit.sqlite";
import { defineTables } from "./tables";

export const sqliteTables = defineTables(sqliteKit);

export const {
  users,
  sessions,
  workspaces,
  memberships,
  memberPreferences,
  auditEvents,
  auditContents,
  uploads,
  imports,
  generations,
  jobs,
  originals,
  importMappings,
  listDifferences,
  suppliers,
  registerRows,
  sourceRows,
  sourceLists,
  rowIssues,
  controlTotals,
  summaryCounts,
  renameProposals,
  registerPages,
  plans,
  planEntries,
  modelComparisons,
  readings,
  protectedReleases,
  toldSuppliers,
  referenceDatasets,
  understandingDecisions,
  generationGroups,
  generationPayees,
  generationUnresolved,
  decidedSuppliers,
  savedViews,
} = sqliteTables;
