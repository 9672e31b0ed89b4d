/** The evidence packs as known at the end of a past day: a pack is frozen once it is made. */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { listPacks } from "../../../db/queries/packs";
import { eventsUntil } from "../../../db/queries/trail";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import { parseContents } from "../trail/trail-view.server";
import { packLines, SHOWN, type PacksView } from "./packs-view.server";

const Asked = z.object({ packId: z.string() });

export interface PacksThen {
  readonly packs: PacksView["packs"];
  /** Asked for by then and not made: one was being made at the end of the day, or could not be. Without those whose event was erased. */
  readonly notMade: number;
}

/** @param day `YYYY-MM-DD` of UTC. */
export async function packsThen(db: Database, scope: Scope, day: IsoDate): Promise<PacksThen> {
  const end = endOfDay(day);
  const [packs, events] = await Promise.all([
    listPacks(db, scope, SHOWN, end),
    eventsUntil(db, scope, ["pack.asked", "pack.made"], end),
  ]);
  const open = new Set<string>();
  for (const { name, contents } of events) {
    const { data } = Asked.safeParse(parseContents(contents));
    if (!data) continue;
    if (name === "pack.asked") open.add(data.packId);
    else open.delete(data.packId);
  }
  return { packs: packLines(packs), notMade: open.size };
}
