/** A workspace's own rows as they stood at the end of a past day: a row put back has no trace of its withdrawal but in the chain. */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { eventsUntil } from "../../../db/queries/trail";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import type { OwnCorridor, OwnFeeRule, Recorded } from "../../recruitment/corridors";
import { parseContents } from "../trail/trail-view.server";
import { ownCorridors, ownFeeRules } from "./own-rows.server";

const IN_FORCE = { withdrawnAt: null, withdrawnByName: null } as const;
const Moved = z.object({ rowId: z.string() });

export interface OwnRowsThen {
  /** Recorded by then, those withdrawn by then among them, the newest figure first. */
  readonly corridors: OwnCorridor[];
  readonly rules: OwnFeeRule[];
  /** Withdrawals, or rows put back, by then of which nothing tells any more which row it was: what the record said was erased. */
  readonly untold: number;
}

/** @param day `YYYY-MM-DD` of UTC. */
export async function ownRowsThen(db: Database, scope: Scope, day: IsoDate): Promise<OwnRowsThen> {
  const end = endOfDay(day);
  const [corridors, rules, events] = await Promise.all([
    ownCorridors(db, scope),
    ownFeeRules(db, scope),
    eventsUntil(db, scope, ["own-row.withdrawn", "own-row.restored"], end),
  ]);
  const names = await namesOfUsers(
    db,
    events.map(({ actorUserId }) => actorUserId),
  );
  const standing = new Map<string, Pick<Recorded, "withdrawnAt" | "withdrawnByName">>();
  let untold = 0;
  for (const { name, at, actorUserId, contents } of events) {
    const { data } = Moved.safeParse(parseContents(contents));
    if (!data) untold++;
    else if (name === "own-row.restored") standing.delete(data.rowId);
    else standing.set(data.rowId, { withdrawnAt: at, withdrawnByName: names.get(actorUserId) ?? null });
  }
  const then = <R extends Recorded>(rows: readonly R[]): R[] =>
    rows
      .filter(({ recordedAt }) => recordedAt <= end)
      .map((row) =>
        // Who is withdrawn since before the end of the day was not put back in between.
        row.withdrawnAt !== null && row.withdrawnAt <= end ? row : { ...row, ...(standing.get(row.id) ?? IN_FORCE) },
      );
  return { corridors: then(corridors), rules: then(rules), untold };
}
