import type { Database } from "../../../db/database";
import { bulkRange } from "../../../db/keys";

/**
 * Numbers of the records that a generation left out as entered twice. A list that is built again from its kept copy takes them
 * over: the copy's emptied cells may have been all that told two records apart.
 */
export async function repeatedRecords(db: Database, generation: number): Promise<ReadonlySet<number>> {
  const repeated = new Set<number>();
  for await (const chunk of db.bulk.scan("rowIssues", ["recordNo", "code"], bulkRange(generation)))
    for (const [record, code] of chunk) if (code === "duplicate-row") repeated.add(record as number);
  return repeated;
}
