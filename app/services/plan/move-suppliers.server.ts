import { and, eq, isNull } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import {
  entriesOf,
  followedUp,
  lastPosition,
  planEntries,
  planInState,
  type Plan,
  type PlanEntry,
} from "../../../db/queries/plans";
import { findGeneration, type RegisterLine } from "../../../db/queries/register";
import { ROLE_CODES, wordOf } from "../../../db/schema/codes";
import { Problem } from "../../lib/problem";
import { MAX_CAPACITY } from "../../plan/propose-plan";
import { selectSuppliers, type Selected, type Selection } from "../suppliers/select-suppliers.server";
import { spendBounds } from "./draft-plan.server";
import { checkRoom, followingSteps, makingRoom, movingUp, type Following } from "./free-places.server";
import { entryMaker } from "./plan-entry.server";
import { asPlanConflict, ENDED, isFollowedUp, touchPlan } from "./plan-record.server";

export interface Moves {
  readonly to: "in" | "out";
  /** Why; it stands in the record. */
  readonly reason: string;
}

/** What became of a selection. */
export interface Moved {
  /** The audit event that can be undone. */
  readonly seq: number;
  readonly moved: number;
  /** Those for whom there was nothing to do: they are there already, or sell nothing. */
  readonly skipped: number;
}

export const REASON_LENGTH = 500;
const INSERT = 100;

/** What an entry's move can change; kept in the event, so that undoing gives back exactly that. */
const CHANGED = [
  "part", "movedFrom", "movedBy", "movedAt", "movedReason", "addedBy", "addedAt", "addedReason", "dueOn", "outcome", "outcomeOn", "outcomeNote", "outcomeBy", "outcomeAt",
] as const; // prettier-ignore
export type EntryState = Pick<PlanEntry, (typeof CHANGED)[number]>;
export const stateOf = (entry: PlanEntry): EntryState =>
  Object.fromEntries(CHANGED.map((name) => [name, entry[name]])) as EntryState;

/** JSON has no days of its own. */
const asJson = (state: EntryState): unknown => JSON.parse(JSON.stringify(state));

/**
 * Takes suppliers into the plan or out of it, for a reason, in one commit: the draft where there is one, else the plan in force,
 * whose accepted record stays as it is. There, who is taken in stands beside it, and who is taken out is stopped.
 * @throws Problem when there is no plan, no reason, nobody to move, or more are taken in than there are free places.
 */
export async function moveSuppliers(
  db: Database,
  scope: Scope,
  selection: Selection,
  { to, reason: given }: Moves,
  now: Date,
): Promise<Moved> {
  const reason = given.trim().slice(0, REASON_LENGTH);
  if (reason === "") throw new Problem("plan.reason", "Say why: the reason stands in the record.", {}, 422);
  const draft = await planInState(db, scope, "draft");
  const plan = draft ?? (await planInState(db, scope, "accepted"));
  if (!plan) throw new Problem("plan.none", "There is no plan yet. Draw one up first.", {}, 409);
  const selected = await selectSuppliers(db, scope, selection);
  const nos = selected.lines.map(({ supplierNo }) => supplierNo);
  const seen = new Map((await entriesOf(db, scope, plan.id, nos)).map((entry) => [entry.supplierNo, entry]));
  const changes = (to === "in" ? takingIn : takingOut)(plan, reason, { scope, now });
  const sells = (line: RegisterLine) => wordOf(ROLE_CODES, line.role) !== "not-a-seller";
  const moving = selected.lines.flatMap((line) => {
    const entry = seen.get(line.supplierNo) ?? null;
    const change = to === "in" && !sells(line) ? null : changes(entry);
    return change === null ? [] : [{ line, entry, change }];
  });
  if (moving.length === 0) throw new Problem("plan.moved", "This was done already. Load the page again.", {}, 409);
  const following = await followingOf(db, scope, plan, moving, { to, now });
  const fresh = moving.filter(({ entry }) => entry === null);
  const position = fresh.length === 0 ? 0 : await lastPosition(db, scope, plan.id);
  const makeEntry = fresh.length === 0 ? null : await makerOf(db, scope, selected);
  const added = fresh.map(({ line, change }, at) => ({
    ...makeEntry!(line),
    ...change,
    part: change.part ?? ("added" as const),
    planId: plan.id,
    workspaceNo: scope.workspaceNo,
    position: position + at + 1,
  }));
  const contents = {
    planId: plan.id,
    state: plan.state,
    to,
    reason,
    at: now.toISOString(),
    entries: moving.map(({ line, entry, change }) => ({
      supplierId: line.id,
      from: entry?.part ?? null,
      to: change.part ?? entry?.part ?? "added",
      before: entry && asJson(stateOf(entry)),
    })),
    following: following.map(({ entry, change }) => ({
      supplierId: entry.supplierId,
      from: entry.part,
      to: change.part,
      before: asJson(stateOf(entry)),
    })),
  };
  const { planEntries: table } = db.t;
  const { seq } = await db
    .commit(scope, event("plan.entries-moved", contents), (q): Step[] => [
      touchPlan(db, q, plan),
      ...Array.from({ length: Math.ceil(added.length / INSERT) }, (_, at) =>
        q.insert(table).values(added.slice(at * INSERT, (at + 1) * INSERT)),
      ),
      ...moving.flatMap(({ entry, change }) => (entry === null ? [] : [changeEntry(db, q, entry, change)])),
      ...followingSteps(db, q, following),
    ])
    .catch(asPlanConflict);
  return { seq, moved: moving.length, skipped: selected.lines.length - moving.length };
}

/** The write that changes an entry, refused when somebody changed it since it was read. */
function changeEntry(db: Database, q: Queries, seen: PlanEntry, change: Partial<EntryState>): Step {
  const { planEntries: table } = db.t;
  return {
    write: q
      .update(table)
      .set(change)
      .where(
        and(
          eq(table.planId, seen.planId),
          eq(table.supplierNo, seen.supplierNo),
          eq(table.workspaceNo, seen.workspaceNo),
          seen.outcomeAt === null ? isNull(table.outcomeAt) : eq(table.outcomeAt, seen.outcomeAt),
        ),
      ),
    rows: 1,
  };
}

type Changes = (entry: PlanEntry | null) => Partial<EntryState> | null;
interface By {
  readonly scope: Scope;
  readonly now: Date;
}

/** What taking in changes of an entry; null: it is in already. */
function takingIn(plan: Plan, reason: string, { scope, now }: By): Changes {
  if (plan.state === "draft")
    return (entry) =>
      entry && isFollowedUp(entry)
        ? null
        : {
            part: entry?.movedFrom === "drawn" ? "drawn" : "chosen",
            movedFrom: entry?.part ?? null,
            movedBy: scope.userId,
            movedAt: now,
            movedReason: reason,
          };
  const by = { addedBy: scope.userId, addedAt: now, addedReason: reason };
  const again = {
    outcome: "not-started",
    outcomeOn: null,
    outcomeNote: null,
    outcomeBy: null,
    outcomeAt: null,
  } as const;
  return (entry) => {
    if (entry === null) return { part: "added", ...by };
    // Who was stopped begins again; the audit trail keeps what was before.
    if (isFollowedUp(entry)) return entry.outcome === "stopped" ? { ...again, ...by } : null;
    return by;
  };
}

/** What taking out changes of an entry; null: it is not in. */
function takingOut(plan: Plan, reason: string, { scope, now }: By): Changes {
  if (plan.state === "draft")
    return (entry) =>
      entry === null || entry.part === "out"
        ? null
        : { part: "out", movedFrom: entry.part, movedBy: scope.userId, movedAt: now, movedReason: reason };
  return (entry) =>
    entry === null || !isFollowedUp(entry) || ENDED.has(entry.outcome)
      ? null
      : {
          outcome: "stopped",
          outcomeOn: now.toISOString().slice(0, 10),
          outcomeNote: reason,
          outcomeBy: scope.userId,
          outcomeAt: now,
          dueOn: null,
        };
}

/** Who moves because others do; in a plan in force nobody, and it can take in whoever comes up, to the most a plan can hold. */
async function followingOf(
  db: Database,
  scope: Scope,
  plan: Plan,
  moving: readonly { readonly entry: PlanEntry | null }[],
  { to, now }: { readonly to: "in" | "out"; readonly now: Date },
): Promise<Following[]> {
  if (plan.state === "draft") {
    if (to === "in")
      return makingRoom(await planEntries(db, scope, plan.id, ["chosen", "drawn"]), plan.capacity, moving.length, now);
    const leaving = moving.flatMap(({ entry }) => entry ?? []);
    return movingUp(await planEntries(db, scope, plan.id, ["reserve"]), leaving, now);
  }
  if (to === "in") {
    const taken = (await followedUp(db, scope, plan.id)).length;
    checkRoom(moving.length, Math.max(0, MAX_CAPACITY - taken), MAX_CAPACITY);
  }
  return [];
}

/** Makes entries as the list that is shown has the suppliers. */
async function makerOf(db: Database, scope: Scope, { generation }: Selected) {
  const found = await findGeneration(db, scope, generation);
  return entryMaker(found!.modelId, await spendBounds(db, scope, generation));
}
