import type { Database, Scope } from "../../../db/database";
import { publishedGeneration } from "../../../db/queries/generations";
import { countPairs } from "../../../db/queries/merges";
import { countCandidates } from "../../../db/queries/screening";

/** How many pairs wait for a person. */
export interface WaitingMatches {
  readonly open: number;
  readonly proposed: number;
  readonly duplicates: number;
}

/** Nothing waits while no list is shown. */
export async function waitingMatches(db: Database, scope: Scope): Promise<WaitingMatches> {
  if ((await publishedGeneration(db, scope)) === null) return { open: 0, proposed: 0, duplicates: 0 };
  const [matches, pairs] = await Promise.all([countCandidates(db, scope), countPairs(db, scope)]);
  return { open: matches.open ?? 0, proposed: matches.proposed ?? 0, duplicates: pairs.open ?? 0 };
}
