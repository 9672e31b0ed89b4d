import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { chainStanding } from "../../../db/chain-heads";
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { eventsUntil, lastSeqUntil } from "../../../db/queries/trail";
import { findImport } from "../../../db/queries/imports";
import { asKnownOn, endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { membersThen, type MemberThen } from "../members/members-then.server";
import { parseContents } from "./trail-view.server";

/** A list as it was shown. */
export interface ListThen {
  readonly importId: string;
  readonly fileName: string;
  readonly publishedAt: Date;
  /** When it was last built again; null: it stands as it was published. */
  readonly builtAt: Date | null;
  readonly modelId: string;
  readonly dataDate: string;
  /** Null: its numbers were not sealed. */
  readonly numbers: {
    readonly suppliers: number;
    readonly level: Readonly<Record<string, number>>;
    readonly band: Readonly<Record<string, number>>;
  } | null;
}

export interface PlanThen {
  readonly planId: string;
  readonly at: Date;
  readonly who: string | null;
  readonly capacity: number;
}

export interface KnownOn {
  readonly list: ListThen | null;
  readonly plan: PlanThen | null;
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

/** The list that was shown: the chain says which was published, built again, and taken back. */
async function listThen(db: Database, scope: Scope, end: Date): Promise<ListThen | null> {
  const names = ["import.published", "import.undone", "understanding.applied"];
  const moves = await eventsUntil(db, scope, names, end);
  // A list's seal may come after the day; it tells what was shown from the moment of its publication.
  const seals = await eventsUntil(db, scope, ["register.sealed"], new Date(8.64e15));
  let shown: number | null = null;
  const built = new Map<number, { importId: string; publishedAt: Date; builtAt: Date | null }>();
  const becameOf = new Map<number, number>();
  const published = new Map<number, Told>();
  for (const { name, at, contents } of moves) {
    const said = told(contents);
    const generation = Number(said["generation"]);
    if (name === "import.published") {
      built.set(generation, { importId: String(said["importId"]), publishedAt: at, builtAt: null });
      published.set(generation, said);
      shown = generation;
    } else if (name === "import.undone") {
      let restored = said["restoredGeneration"] as number | null;
      while (restored !== null && becameOf.has(restored)) restored = becameOf.get(restored)!;
      shown = restored;
    } else {
      const before = Number(said["previousGeneration"]);
      const from = built.get(before);
      becameOf.set(before, generation);
      if (from) built.set(generation, { ...from, builtAt: at });
      if (published.has(before)) published.set(generation, published.get(before)!);
      if (shown === before) shown = generation;
    }
  }
  const list = shown === null ? undefined : built.get(shown);
  if (shown === null || !list) return null;
  const seal = seals.map(({ contents }) => told(contents)).find(({ generation }) => generation === shown);
  const sealed = seal?.["list"] as
    | { modelId: string; dataDate: string; suppliers: number; counts: Record<string, Record<string, number>> }
    | undefined;
  const said = published.get(shown);
  const upload = (await findImport(db, scope, list.importId))?.upload;
  return {
    ...list,
    fileName: upload?.fileName ?? "",
    modelId: sealed?.modelId ?? String(said?.["modelId"] ?? ""),
    dataDate: sealed?.dataDate ?? String(said?.["dataDate"] ?? ""),
    numbers: sealed
      ? { suppliers: sealed.suppliers, level: sealed.counts["level"] ?? {}, band: sealed.counts["band"] ?? {} }
      : null,
  };
}

async function planThen(db: Database, scope: Scope, end: Date): Promise<PlanThen | null> {
  const last = (await eventsUntil(db, scope, ["plan.accepted"], end)).at(-1);
  if (!last) return null;
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
    q.select({ at: n.at, until: n.takenBackAt }).from(n).where(eq(n.workspaceNo, no)),
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
