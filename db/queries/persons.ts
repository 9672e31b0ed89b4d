/** What is held about a person, and closing their account. */
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { event } from "../audit-events";
import type { Database, Scope } from "../database";
import type { Role } from "../schema/codes";

/** A membership as the person has it. */
export interface OwnPlace {
  readonly scope: Scope;
  readonly name: string;
  readonly since: Date;
  /** Other members, and owners among them. */
  readonly others: number;
  readonly otherOwners: number;
}

/** Where a person is a member, with who else is there. */
export async function placesOf(db: Database, userId: string): Promise<OwnPlace[]> {
  const { memberships: m, workspaces: w } = db.t;
  const mine = await db.q
    .select({ no: w.no, id: w.id, slug: w.slug, name: w.name, role: m.role, since: m.createdAt })
    .from(m)
    .innerJoin(w, eq(w.no, m.workspaceNo))
    .where(eq(m.userId, userId))
    .orderBy(asc(w.name));
  const places: OwnPlace[] = [];
  for (const { no, id, slug, name, role, since } of mine) {
    const others = await db.q
      .select({ role: m.role })
      .from(m)
      .where(and(eq(m.workspaceNo, no), ne(m.userId, userId)));
    const scope = { workspaceNo: no, workspaceId: id, workspaceSlug: slug, userId, role };
    const otherOwners = others.filter((other) => other.role === "owner").length;
    places.push({ scope, name, since, others: others.length, otherOwners });
  }
  return places;
}

/** What a person decided in a workspace, by the chain: when, and what kind of decision. The newest first, at most so many. */
export async function decisionsBy(
  db: Database,
  scope: Scope,
  limit: number,
): Promise<{ readonly seq: number; readonly at: Date; readonly name: string }[]> {
  const { seq, at, name, workspaceNo, actorUserId } = db.t.auditEvents;
  return db.q
    .select({ seq, at, name })
    .from(db.t.auditEvents)
    .where(and(eq(workspaceNo, scope.workspaceNo), eq(actorUserId, scope.userId)))
    .orderBy(desc(seq))
    .limit(limit);
}

/** Invitations to an address, wherever: role, state and days. */
export async function invitationsTo(
  db: Database,
  emailKey: string,
): Promise<{ readonly role: Role; readonly state: string; readonly createdAt: Date; readonly endedAt: Date | null }[]> {
  const { role, state, createdAt, endedAt, emailKey: to } = db.t.invitations;
  return db.q.select({ role, state, createdAt, endedAt }).from(db.t.invitations).where(eq(to, emailKey));
}

/** What a person put away or keeps for themselves. */
export async function ownThings(db: Database, userId: string) {
  const { memberPreferences: p, savedViews: v } = db.t;
  const [preferences, views] = await Promise.all([
    db.q.select().from(p).where(eq(p.userId, userId)),
    db.q
      .select({ name: v.name, query: v.query, shared: v.shared, createdAt: v.createdAt })
      .from(v)
      .where(eq(v.byUserId, userId)),
  ]);
  return { preferences, views };
}

/** Ends a membership because the account is closed. The caller made sure that an owner stays, or nobody. */
export async function leaveForGood(db: Database, scope: Scope): Promise<void> {
  const { memberships: m, memberPreferences: p, savedViews: v } = db.t;
  const { workspaceNo, userId, role } = scope;
  await db.commit(scope, event("member.account-closed", { userId, role }), (q) => [
    { write: q.delete(m).where(and(eq(m.workspaceNo, workspaceNo), eq(m.userId, userId))), rows: 1 },
    q.delete(p).where(and(eq(p.workspaceNo, workspaceNo), eq(p.userId, userId))),
    q.delete(v).where(and(eq(v.workspaceNo, workspaceNo), eq(v.byUserId, userId), eq(v.shared, false))),
  ]);
}

/**
 * Takes a person's name, address, password and ways to sign in away. The row stays with its id, which stands in what was
 * decided; `name` is what lists of people show from then on.
 */
export async function erasePerson(db: Database, userId: string, name: string, now: Date): Promise<void> {
  const { users, sessions, passwordResets, secondFactors, recoveryCodes, invitations } = db.t;
  await db.transact(function* (q) {
    const found = yield q.select({ emailKey: users.emailKey }).from(users).where(eq(users.id, userId));
    const emailKey = String(found.rows[0]?.["emailKey"] ?? "");
    yield q.update(invitations).set({ email: "", emailKey: "" }).where(eq(invitations.emailKey, emailKey));
    yield q
      .update(users)
      .set({ name, email: "", emailKey: `closed:${userId}`, passwordHash: "closed", closedAt: now })
      .where(eq(users.id, userId));
    yield q.delete(sessions).where(eq(sessions.userId, userId));
    yield q.delete(passwordResets).where(eq(passwordResets.userId, userId));
    yield q.delete(secondFactors).where(eq(secondFactors.userId, userId));
    yield q.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId));
  });
}
