import type { Database, Scope } from "../../../db/database";
import { lastSeq } from "../../../db/queries/audit";

const TRIES = 20;

/**
 * A decision that changes a line of the shown list. When it was refused and something else was decided or shown in the workspace
 * meanwhile, it is made again from its first read: the list may have been built again, and stand in another place. What is refused
 * without that stays refused.
 */
export async function againWhenOvertaken<T>(db: Database, scope: Scope, decide: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    const before = await lastSeq(db, scope);
    try {
      return await decide();
    } catch (error) {
      if (tried === TRIES || (await lastSeq(db, scope)) === before) throw error;
    }
  }
}
