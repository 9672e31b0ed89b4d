/** What was held at the end of a day of the kinds whose rows hold their last state alone: the chain tells the rest. */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { recordDays, type DatedKind, type RecordDay } from "../../../db/queries/record-days";
import { eventsUntil } from "../../../db/queries/trail";
import type { IsoDate } from "../../../risk-models/types";
import type { EvidenceKind } from "../../commitments/evidence-rules";
import { endOfDay } from "../../lib/as-known-on";
import { groupBy } from "../../lib/group-by";
import { cameIntoForce } from "../../remedy/in-force";
import { actionLinesThen, decisionLinesThen } from "../remedy/follow-up-then.server";
import { parseContents } from "../trail/trail-view.server";

/** How many records of a kind stood on a day and cannot be told exactly; a kind that is not in it: none. */
export type Untold = ReadonlyMap<EvidenceKind, number>;

const TakenBack = z.object({ importId: z.string() });

const FROM_CHAIN = ["list", "verified", "decision"] as const;
type FromChain = (typeof FROM_CHAIN)[number];

export const isFromChain = (kind: DatedKind): kind is FromChain => (FROM_CHAIN as readonly string[]).includes(kind);

interface HeldThen {
  readonly days: readonly (readonly [FromChain, readonly RecordDay[]])[];
  readonly untold: Untold;
}

/** What the chain has to add to what is held today. */
export const NOTHING_THEN: HeldThen = { days: [], untold: new Map() };

interface Then {
  readonly records: readonly RecordDay[];
  readonly untold: number;
}

const ASK: Readonly<Record<FromChain, (db: Database, scope: Scope, day: IsoDate) => Promise<Then>>> = {
  list: listsThen,
  async verified(db, scope, day) {
    const { lines, untold } = await actionLinesThen(db, scope, day);
    const records = lines.flatMap(({ action: { id, state, verifiedAt } }) => (state === "verified" ? [{ id, at: verifiedAt }] : [])); // prettier-ignore
    return { records, untold };
  },
  async decision(db, scope, day) {
    const { lines, untold } = await decisionLinesThen(db, scope, day);
    const counts = lines.filter(cameIntoForce);
    return { records: counts.map(({ id, decidedOn }) => ({ id, at: decidedOn })), untold };
  },
};

/** @param kinds those this reader may read. @param day `YYYY-MM-DD` of UTC. */
export async function heldByChain(
  db: Database,
  scope: Scope,
  kinds: readonly FromChain[],
  day: IsoDate,
): Promise<HeldThen> {
  const asked = await Promise.all(kinds.map(async (kind) => [kind, await ASK[kind](db, scope, day)] as const));
  return {
    days: asked.map(([kind, { records }]) => [kind, records] as const),
    untold: new Map(asked.filter(([, { untold }]) => untold > 0).map(([kind, { untold }]) => [kind, untold])),
  };
}

/**
 * Lists published by the end of the day and not taken back by then. Of one taken back whose event was erased it is told where all
 * erased ones are of the same side of that end.
 */
async function listsThen(db: Database, scope: Scope, day: IsoDate): Promise<Then> {
  const end = endOfDay(day);
  const [published, standing, events] = await Promise.all([
    recordDays(db, scope, ["list"], end),
    recordDays(db, scope, ["list"]),
    eventsUntil(db, scope, ["import.undone"], new Date(8.64e15)),
  ]);
  const takenBack = groupBy(
    events,
    ({ contents }) => TakenBack.safeParse(parseContents(contents)).data?.importId ?? "",
  );
  const stands = new Set(standing.get("list")!.map(({ id }) => id));
  const stood = (id: string): boolean | null => {
    const after = (takenBack.get(id) ?? takenBack.get("") ?? []).map(({ at }) => at > end);
    if (stands.has(id)) return true;
    const [first = null, ...rest] = after;
    return rest.every((one) => one === first) ? first : null;
  };
  const all = published.get("list")!;
  return {
    records: all.filter(({ id }) => stood(id) === true),
    untold: all.filter(({ id }) => stood(id) === null).length,
  };
}
