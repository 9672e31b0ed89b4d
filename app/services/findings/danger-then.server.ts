/** Whether a supplier could be written to, and who could help, as known at the end of a past day. */
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { contactsAt, holdsAbout, type StoredContact, type StoredHold } from "../../../db/queries/holds";
import { eventsUntil } from "../../../db/queries/trail";
import { endOfDay, isBy } from "../../lib/as-known-on";
import { parseContents } from "../trail/trail-view.server";

/** Who placed it is told to nobody, as on the page of today: it would tell why. */
export interface HoldThen {
  readonly since: Date;
  /**
   * Who had asked that it may end, and why; null: nobody; "untold": what was said of it was erased. Not `isLast`: a later request,
   * of this supplier or another, was erased.
   */
  readonly asked: { readonly who: string | null; readonly reason: string; readonly isLast: boolean } | "untold" | null;
  /** When it ended since; null: it stands. */
  readonly endedAt: Date | null;
}

export interface DangerThen {
  /** Null: nothing stopped messages to the supplier at the end of the day. */
  readonly hold: HoldThen | null;
  readonly contacts: readonly StoredContact[];
}

/** Who had asked by then: the row holds the last who asked, the chain those before. */
async function askedThen(db: Database, scope: Scope, hold: StoredHold, end: Date) {
  if (hold.liftAskedBy === null) return null;
  if (isBy(hold.liftAskedAt, end)) return { userId: hold.liftAskedBy, reason: hold.liftReason ?? "", isLast: true };
  const asked = (await eventsUntil(db, scope, ["supplier-hold.lift-asked"], end))
    .filter(({ at }) => at >= hold.placedAt)
    .map(({ actorUserId, contents }) => ({
      userId: actorUserId,
      said: parseContents(contents) as { readonly holdId: string; readonly reason: string } | null,
    }))
    .filter(({ said }) => said === null || said.holdId === hold.id);
  if (asked.length === 0) return null;
  const known = asked.findLast(({ said }) => said !== null);
  return known?.said ? { userId: known.userId, reason: known.said.reason, isLast: known === asked.at(-1) } : "untold";
}

/**
 * @param supplierNos the numbers the supplier stood for then. @param country where its work was done; null: not known.
 * @param day `YYYY-MM-DD` of UTC.
 */
export async function dangerThen(
  db: Database,
  scope: Scope,
  { supplierNos, country }: { readonly supplierNos: readonly number[]; readonly country: string | null },
  day: string,
): Promise<DangerThen> {
  const end = endOfDay(day);
  const [holds, contacts] = await Promise.all([
    holdsAbout(db, scope, supplierNos),
    country === null ? [] : contactsAt(db, scope, country, end),
  ]);
  const hold = holds.find(({ placedAt, liftedAt }) => placedAt <= end && !isBy(liftedAt, end));
  if (!hold) return { hold: null, contacts };
  const asked = await askedThen(db, scope, hold, end);
  return {
    hold: {
      since: hold.placedAt,
      asked:
        asked === null || asked === "untold"
          ? asked
          : {
              who: (await namesOfUsers(db, [asked.userId])).get(asked.userId) ?? null,
              reason: asked.reason,
              isLast: asked.isLast,
            },
      endedAt: hold.liftedAt,
    },
    contacts,
  };
}
