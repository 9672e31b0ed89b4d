import type { Database, Scope } from "../../../../db/database";
import { publishedGeneration } from "../../../../db/queries/generations";
import { linesOf } from "../../../../db/queries/register";

/** What the list that is shown calls these suppliers; one it does not have is left out. */
export const supplierNames = async (
  db: Database,
  scope: Scope,
  supplierNos: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  const generation = await publishedGeneration(db, scope);
  if (generation === null) return new Map();
  const lines = await linesOf(db, scope, generation, [...new Set(supplierNos)]);
  return new Map(lines.map(({ supplierNo, name }) => [supplierNo, name]));
};
