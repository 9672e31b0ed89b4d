/**
 * The plan as it was in force at the end of a past day: the accepted record, which stays as it was, with what the chain says came
 * of its suppliers by then. Drafts are not kept by day.
 */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { supplierNoOf } from "../../../db/ids";
import { mergesAt, standingFor } from "../../../db/queries/merges";
import {
  findPlan,
  planEntries,
  replacedPlans,
  type Plan,
  type PlanEntry,
  type SignedPlan,
} from "../../../db/queries/plans";
import { eventsUntil, lastEventUntil } from "../../../db/queries/trail";
import { PLAN_OUTCOMES, PLAN_PARTS } from "../../../db/schema/plans";
import type { IsoDate } from "../../../risk-models/types";
import { endOfDay } from "../../lib/as-known-on";
import { shownAt, type Erased } from "../trail/list-then.server";
import { parseContents } from "../trail/trail-view.server";
import type { EntryState } from "./move-suppliers.server";
import { isFollowedUp } from "./plan-record.server";
import { MovedContents } from "./undo-moves.server";

const Accepted = z.object({ planId: z.string(), dueOn: z.string().nullable().default(null) });
const Updated = z.object({
  planId: z.string(),
  supplierId: z.string(),
  outcome: z.enum(PLAN_OUTCOMES),
  on: z.string(),
  note: z.string().nullable(),
  dueOn: z.string().nullable().default(null),
});
const Undone = z.object({ planId: z.string(), seq: z.number() });

/** The plan of a past day, with its entries as they stood. */
export interface PlanOn {
  readonly plan: SignedPlan;
  readonly entries: readonly PlanEntry[];
  /** How many suppliers stood in it, or what came of them, that cannot be told exactly. */
  readonly untold: number;
  /** A newer list was shown at the end of the day than the one it chooses from. */
  readonly isOfOlderList: boolean;
  /** Plans that had been in force before it, the newest first. */
  readonly replaced: readonly Plan[];
}

type Event = Awaited<ReturnType<typeof eventsUntil>>[number];
type Moved = z.infer<typeof MovedContents>;

const BEGINS = {
  outcome: "not-started",
  outcomeOn: null,
  outcomeNote: null,
  outcomeBy: null,
  outcomeAt: null,
} as const;

/** An entry as it was when the plan was accepted. */
const accepted = ({ part, movedFrom, movedBy, movedAt, movedReason }: PlanEntry, dueOn: string | null): EntryState => ({
  part,
  movedFrom,
  movedBy,
  movedAt,
  movedReason,
  addedBy: null,
  addedAt: null,
  addedReason: null,
  dueOn: part === "chosen" || part === "drawn" ? dueOn : null,
  ...BEGINS,
});

const NOBODY: EntryState = {
  part: "added",
  movedFrom: null,
  movedBy: null,
  movedAt: null,
  movedReason: null,
  addedBy: null,
  addedAt: null,
  addedReason: null,
  dueOn: null,
  ...BEGINS,
};

/** What a move of a plan in force made of an entry, as `moveSuppliers` does it. */
function movedTo(before: EntryState | null, { to, reason, at }: Moved, by: string | null): EntryState {
  const when = new Date(at);
  const state = before ?? NOBODY;
  if (to === "out") {
    const stopped = { outcome: "stopped", outcomeOn: at.slice(0, 10), outcomeNote: reason, outcomeBy: by } as const;
    return { ...state, ...stopped, outcomeAt: when, dueOn: null };
  }
  const again = before && isFollowedUp(before) && before.outcome === "stopped" ? BEGINS : {};
  return { ...state, ...again, addedBy: by, addedAt: when, addedReason: reason };
}

/** Follows what came of a plan's suppliers from its acceptance on. */
class Standing {
  readonly states = new Map<string, EntryState>();
  readonly untold = new Set<string>();
  readonly #moves = new Map<number, Moved>();

  constructor(
    private readonly db: Database,
    private readonly scope: Scope,
    private readonly rows: readonly PlanEntry[],
  ) {}

  async take({ seq, at, name, actorUserId, contents }: Event, planId: string): Promise<void> {
    const said = parseContents(contents);
    if (name === "plan.entry-updated") {
      const { data } = Updated.safeParse(said);
      if (!data) this.untold.add(`event ${seq}`);
      else if (data.planId === planId) await this.#update(data, at, actorUserId);
    } else if (name === "plan.entries-moved") {
      const { data } = MovedContents.safeParse(said);
      if (!data) this.untold.add(`event ${seq}`);
      else if (data.planId === planId && data.state === "accepted") {
        this.#moves.set(seq, data);
        for (const { supplierId, before } of data.entries)
          this.states.set(supplierId, movedTo(before, data, actorUserId));
      }
    } else {
      const { data } = Undone.safeParse(said);
      const moved = data && this.#moves.get(data.seq);
      if (!data) this.untold.add(`event ${seq}`);
      for (const { supplierId, before } of moved?.entries ?? [])
        if (before) this.states.set(supplierId, before);
        else this.states.delete(supplierId);
    }
  }

  async #update(said: z.infer<typeof Updated>, at: Date, by: string | null): Promise<void> {
    const { outcome, on, note, dueOn } = said;
    const id = this.states.has(said.supplierId) ? said.supplierId : await this.#mergedInto(said.supplierId, at);
    const state = id === null ? undefined : this.states.get(id);
    if (id === null || !state) this.untold.add(said.supplierId);
    else
      this.states.set(id, { ...state, outcome, outcomeOn: on, outcomeNote: note, outcomeBy: by, outcomeAt: at, dueOn });
  }

  /** The first in the plan of those who were merged into a supplier by then, which stands for it. */
  async #mergedInto(supplierId: string, at: Date): Promise<string | null> {
    const became = standingFor(await mergesAt(this.db, this.scope, at));
    const no = supplierNoOf(supplierId);
    const held = this.rows.find((row) => became.get(row.supplierNo) === no && this.states.has(row.supplierId));
    return held?.supplierId ?? null;
  }
}

const MOVES = ["plan.entry-updated", "plan.entries-moved", "plan.moves-undone"];

/** The plan in force at the end of a day (UTC); null: none had been accepted; `erased`: one had, and nothing tells which any more. */
export async function planOn(db: Database, scope: Scope, day: IsoDate): Promise<PlanOn | Erased | null> {
  const end = endOfDay(day);
  const last = await lastEventUntil(db, scope, ["plan.accepted"], end);
  if (!last) return null;
  const { data } = Accepted.safeParse(parseContents(last.contents));
  const plan = data ? await findPlan(db, scope, data.planId) : null;
  if (!data || !plan) return "erased";
  const [rows, events, shown, replaced] = await Promise.all([
    planEntries(db, scope, plan.id, PLAN_PARTS),
    eventsUntil(db, scope, MOVES, new Date(8.64e15)),
    shownAt(db, scope, end),
    replacedPlans(db, scope),
  ]);
  const standing = new Standing(db, scope, rows);
  for (const row of rows) if (row.part !== "added") standing.states.set(row.supplierId, accepted(row, data.dueOn));
  const since = events.filter(({ seq }) => seq > last.seq);
  for (const event of since.filter(({ at }) => at <= end)) await standing.take(event, plan.id);
  // A row that was taken away and made again since says what was known later.
  const made = new Set(since.filter(({ at }) => at > end).flatMap((event) => madeBy(event, plan.id)));
  const byId = new Map(rows.map((row) => [row.supplierId, row]));
  for (const id of standing.states.keys()) if (!byId.has(id) || made.has(id)) standing.untold.add(id);
  return {
    plan: { ...plan, state: "accepted", place: "accepted" },
    entries: rows.flatMap((row) => {
      const state = standing.untold.has(row.supplierId) ? undefined : standing.states.get(row.supplierId);
      return state ? [{ ...row, ...state }] : [];
    }),
    untold: standing.untold.size,
    isOfOlderList: shown !== "erased" && plan.generation !== shown,
    replaced: replaced.filter(({ acceptedAt }) => acceptedAt && plan.acceptedAt && acceptedAt < plan.acceptedAt),
  };
}

/** Whom a move put into a plan anew. */
function madeBy({ name, contents }: Event, planId: string): string[] {
  const { data } = MovedContents.safeParse(name === "plan.entries-moved" ? parseContents(contents) : null);
  return data?.planId === planId
    ? data.entries.filter(({ before }) => before === null).map(({ supplierId }) => supplierId)
    : [];
}
