import type { Database, Scope } from "../../../../db/database";
import { publishedGeneration } from "../../../../db/queries/generations";
import { mergesInForce, standingFor } from "../../../../db/queries/merges";
import { linesOf, type RegisterLine } from "../../../../db/queries/register";

/**
 * By the number a record has: the line of the supplier in the list that is shown, which for one that was merged is that of the
 * supplier it has become. One the list does not have is left out.
 */
export async function linesByNumber(
  db: Database,
  scope: Scope,
  supplierNos: readonly number[],
): Promise<ReadonlyMap<number, RegisterLine>> {
  const generation = await publishedGeneration(db, scope);
  if (generation === null || supplierNos.length === 0) return new Map();
  const became = standingFor(await mergesInForce(db, scope));
  const asked = [...new Set(supplierNos)].map((no) => [no, became.get(no) ?? no] as const);
  const lines = await linesOf(db, scope, generation, [...new Set(asked.map(([, no]) => no))]);
  const byNo = new Map(lines.map((line) => [line.supplierNo, line]));
  return new Map(
    asked.flatMap(([no, now]) => {
      const line = byNo.get(now);
      return line ? [[no, line] as const] : [];
    }),
  );
}

/** What the list that is shown calls these suppliers, by the number a record has. */
export const supplierNames = async (
  db: Database,
  scope: Scope,
  supplierNos: readonly number[],
): Promise<ReadonlyMap<number, string>> =>
  new Map([...(await linesByNumber(db, scope, supplierNos))].map(([no, { name }]) => [no, name]));
