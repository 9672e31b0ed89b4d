import type { Database, Scope } from "../../../db/database";
import { Problem } from "../../lib/problem";
import { ownCorridors, ownFeeRules } from "./own-rows.server";

/** A row of either table. @throws Problem `own-row.not-found` (404). */
export async function findOwnRow(db: Database, scope: Scope, id: string) {
  const corridor = (await ownCorridors(db, scope)).find((row) => row.id === id);
  if (corridor) return { table: "own_corridors", row: corridor } as const;
  const rule = (await ownFeeRules(db, scope)).find((row) => row.id === id);
  if (rule) return { table: "own_fee_rules", row: rule } as const;
  throw new Problem("own-row.not-found", "There is no such row in this workspace.", {}, 404);
}
