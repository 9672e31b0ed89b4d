import { and, eq, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { chainStanding } from "../../../db/chain-heads";
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { eventsUntil, lastSeqUntil } from "../../../db/queries/trail";
import { asKnownOn, endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { membersThen, type MemberThen } from "../members/members-then.server";
import { listThen, type Erased, type ListThen } from "./list-then.server";
import { parseContents } from "./trail-view.server";

export interface PlanThen {
  readonly planId: string;
  readonly at: Date;
  readonly who: string | null;
  readonly capacity: number;
}

export interface KnownOn {
  readonly list: ListThen | Erased | null;
  readonly plan: PlanThen | Erased | null;
  readonly members: readonly MemberThen[];
  /** In force at the end of the day. */
  readonly inForce: {
    readonly understanding: number;
    readonly answers: number;
    readonly matches: number;
    readonly merges: number;
    readonly findings: number;
    readonly notes: number;
  };
  /** Number of the last event by then. */
  readonly events: number;
  readonly headSeq: number;
}

type Told = Readonly<Record<string, unknown>>;
const told = (contents: string | null): Told => (parseContents(contents) ?? {}) as Told;

async function planThen(db: Database, scope: Scope, end: Date): Promise<PlanThen | Erased | null> {
  const last = (await eventsUntil(db, scope, ["plan.accepted"], end)).at(-1);
  if (!last) return null;
  if (last.contents === null) return "erased";
  const { planId, capacity } = told(last.contents);
  const names = await namesOfUsers(db, [last.actorUserId]);
  return {
    planId: String(planId),
    at: last.at,
    who: names.get(last.actorUserId) ?? null,
    capacity: Number(capacity),
  };
}

async function inForceThen({ q, t }: Database, scope: Scope, day: string): Promise<KnownOn["inForce"]> {
  const { understandingDecisions: u, readings: r, matchDecisions: m, duplicateDecisions: d, findings: f } = t;
  const { recordNotes: n } = t;
  const no = scope.workspaceNo;
  const [decided, answers, matches, merges, findings, notes] = await Promise.all([
    q.select({ at: u.decidedAt, until: u.undoneAt }).from(u).where(eq(u.workspaceNo, no)),
    q
      .select({ at: r.recordedAt, released: r.releasedAt, until: r.undoneAt })
      .from(r)
      .where(and(eq(r.workspaceNo, no), or(isNull(r.protectedSource), isNotNull(r.releasedAt)))),
    q.select({ at: m.decidedAt, until: m.undoneAt }).from(m).where(eq(m.workspaceNo, no)),
    q
      .select({ at: d.decidedAt, until: d.undoneAt })
      .from(d)
      .where(and(eq(d.workspaceNo, no), inArray(d.decision, ["merged"]))),
    q.select({ at: f.recordedAt, until: f.undoneAt }).from(f).where(eq(f.workspaceNo, no)),
    q
      .select({ at: n.at, until: n.takenBackAt })
      .from(n)
      .where(and(eq(n.workspaceNo, no), ne(n.kind, "answer"))),
  ]);
  const count = (rows: readonly { at: Date; until: Date | null }[]) =>
    asKnownOn(rows, day, ({ at, until }) => ({ recordedAt: at, takenBackAt: until })).length;
  return {
    understanding: count(decided),
    // Protected answers count outside from their release on.
    answers: count(answers.map(({ at, released, until }) => ({ at: released ?? at, until }))),
    matches: count(matches),
    merges: count(merges),
    findings: can(scope.role, "finding:read") ? count(findings) : 0,
    notes: count(notes),
  };
}

/** What stood at the end of a day of UTC, from the chain and the records with their times; nothing of protected information. */
export async function knownOn(db: Database, scope: Scope, day: string): Promise<KnownOn> {
  const end = endOfDay(day);
  const [list, plan, members, inForce, standing, last] = await Promise.all([
    listThen(db, scope, end),
    planThen(db, scope, end),
    membersThen(db, scope, day),
    inForceThen(db, scope, day),
    chainStanding(db, scope.workspaceNo),
    lastSeqUntil(db, scope, end),
  ]);
  return { list, plan, members, inForce, events: last, headSeq: standing.headSeq };
}
