import type { Database, Scope } from "../../../db/database";
import { isStaleWrite } from "../../../db/errors";
import { lastSeq } from "../../../db/queries/audit";
import { isProblem, Problem } from "../../lib/problem";

const TRIES = 20;

/** Two that met once are not to meet again: milliseconds between one try and the next. */
const [SHORTEST_MS, LONGEST_MS] = [5, 30];
const aMoment = () =>
  new Promise<void>((resolve) => setTimeout(resolve, SHORTEST_MS + Math.random() * (LONGEST_MS - SHORTEST_MS)));

const isOutrun = (error: unknown): boolean => isStaleWrite(error) || (isProblem(error) && error.status === 409);

/**
 * A decision that changes a line of the shown list. When it was refused as too late (StaleWriteError, Problem 409) and something
 * else was decided or shown in the workspace meanwhile, it is made again from its first read: the list may have been built again,
 * and stand in another place. What is refused without that stays refused.
 * @throws Problem `shown-list.busy` (409) when others were faster every time.
 */
export async function againWhenOvertaken<T>(db: Database, scope: Scope, decide: () => Promise<T>): Promise<T> {
  let before = await lastSeq(db, scope);
  for (let tried = 1; ; tried++) {
    try {
      return await decide();
    } catch (error) {
      // Where the chain cannot be read, what went wrong first is told.
      const now = isOutrun(error) ? await lastSeq(db, scope).catch(() => before) : before;
      if (tried === TRIES || now === before) throw isStaleWrite(error) ? busy() : error;
      before = now;
    }
    await aMoment();
  }
}

const busy = () =>
  new Problem(
    "shown-list.busy",
    "Others decided again and again in this moment. Nothing of yours was saved. Try again.",
    {},
    409,
  );
