/** The table of commitments as a past day may be told of it: who bought, as stated by then, and which edition was in use. */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { eventsUntil } from "../../../db/queries/trail";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import { parseContents } from "../trail/trail-view.server";
import { BuyerProfile, type StatedBuyer } from "./buyer.server";
import { tableEdition, type TableEdition } from "./table-edition.server";

/** The editions that records name, as the chain holds them. */
const NAMES_EDITION = ["category.filed", "buyer.stated", "commitment.judged"] as const;
const Named = z.union([
  z.object({ catalogue: z.object({ day: z.string(), sha256: z.string() }) }).transform(({ catalogue }) => catalogue),
  z
    .object({ edition: z.string(), editionSha256: z.string() })
    .transform(({ edition, editionSha256 }) => ({ day: edition, sha256: editionSha256 })),
]);
const Stated = z.object({ profile: BuyerProfile });

export interface CommitmentsThen {
  /** Null: nobody had stated who buys, or what was stated was erased. */
  readonly buyer: StatedBuyer | null;
  /** Who buys had been stated, and what the record said of it was erased. */
  readonly isErased: boolean;
  /** The edition that the last record by then names, with when it was made; null: no record by then names one. */
  readonly named: (TableEdition & { readonly at: Date; readonly isToday: boolean }) | null;
}

/** @param day `YYYY-MM-DD` of UTC. */
export async function commitmentsThen(db: Database, scope: Scope, day: IsoDate): Promise<CommitmentsThen> {
  const events = await eventsUntil(db, scope, NAMES_EDITION, endOfDay(day));
  const named = events.toReversed().flatMap(({ at, contents }) => {
    const { data } = Named.safeParse(parseContents(contents));
    return data ? [{ ...data, at, isToday: data.sha256 === tableEdition().sha256 }] : [];
  });
  const stated = events.findLast(({ name }) => name === "buyer.stated");
  return { ...(await buyerOf(db, stated)), named: named[0] ?? null };
}

type Event = Awaited<ReturnType<typeof eventsUntil>>[number];

/** Who buys, as it was stated last. */
async function buyerOf(db: Database, last: Event | undefined): Promise<Pick<CommitmentsThen, "buyer" | "isErased">> {
  if (!last) return { buyer: null, isErased: false };
  const { data } = Stated.safeParse(parseContents(last.contents));
  if (!data) return { buyer: null, isErased: true };
  const names = await namesOfUsers(db, [last.actorUserId]);
  const statedBy = last.actorUserId ?? "";
  return {
    buyer: { ...data.profile, statedBy, statedByName: names.get(last.actorUserId) ?? statedBy, statedAt: last.at },
    isErased: false,
  };
}
