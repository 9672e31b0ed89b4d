import type { Database, Scope } from "../../../db/database";
import { countPairs } from "../../../db/queries/merges";
import { countCandidates } from "../../../db/queries/screening";

/** How many pairs wait for a person. */
export interface WaitingMatches {
  readonly open: number;
  readonly proposed: number;
  readonly duplicates: number;
}

export async function waitingMatches(db: Database, scope: Scope): Promise<WaitingMatches> {
  const [matches, pairs] = await Promise.all([countCandidates(db, scope), countPairs(db, scope)]);
  return { open: matches.open ?? 0, proposed: matches.proposed ?? 0, duplicates: pairs.open ?? 0 };
}
