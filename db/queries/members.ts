/** Changing who is a member as what. */
import { and, eq, exists, ne, or } from "drizzle-orm";
import { event } from "../audit-events";
import type { Database, Queries, Scope } from "../database";
import type { Role } from "../schema/codes";

/** A member of the workspace; null when the person is none. */
export async function findMember(
  db: Database,
  scope: Scope,
  userId: string,
): Promise<{ readonly userId: string; readonly name: string; readonly role: Role } | null> {
  const { memberships, users } = db.t;
  const [found] = await db.q
    .select({ userId: users.id, name: users.name, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.workspaceNo, scope.workspaceNo), eq(memberships.userId, userId)));
  return found ?? null;
}

/** The membership as it was read, while an owner stays without it: one condition of one statement, for two may go at once. */
function unlessLastOwner(db: Database, q: Queries, scope: Scope, userId: string, role: Role) {
  const { memberships } = db.t;
  const another = q
    .select({ userId: memberships.userId })
    .from(memberships)
    .where(
      and(
        eq(memberships.workspaceNo, scope.workspaceNo),
        eq(memberships.role, "owner"),
        ne(memberships.userId, userId),
      ),
    );
  return and(
    eq(memberships.workspaceNo, scope.workspaceNo),
    eq(memberships.userId, userId),
    eq(memberships.role, role),
    or(ne(memberships.role, "owner"), exists(another)),
  );
}

interface Seen {
  readonly userId: string;
  readonly role: Role;
}

/** @throws StaleWriteError when the member is no longer as seen, or is the last owner. */
export async function setRole(db: Database, scope: Scope, seen: Seen, role: Role): Promise<void> {
  const { memberships } = db.t;
  const { userId, role: previousRole } = seen;
  await db.commit(scope, event("member.role-changed", { userId, role, previousRole }), (q) => [
    {
      write: q
        .update(memberships)
        .set({ role })
        .where(unlessLastOwner(db, q, scope, userId, previousRole)),
      rows: 1,
    },
  ]);
}

/**
 * Ends a membership. What the person recorded stays under their name; views they kept for themselves and what they put away
 * go. @throws StaleWriteError when the member is no longer as seen, or is the last owner.
 */
export async function endMembership(db: Database, scope: Scope, { userId, role }: Seen): Promise<void> {
  const { memberships, memberPreferences: p, savedViews: v } = db.t;
  await db.commit(scope, event("member.removed", { userId, role }), (q) => [
    { write: q.delete(memberships).where(unlessLastOwner(db, q, scope, userId, role)), rows: 1 },
    q.delete(p).where(and(eq(p.workspaceNo, scope.workspaceNo), eq(p.userId, userId))),
    q.delete(v).where(and(eq(v.workspaceNo, scope.workspaceNo), eq(v.byUserId, userId), eq(v.shared, false))),
  ]);
}
