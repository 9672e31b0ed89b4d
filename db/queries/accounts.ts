/** People, their sessions, and the workspaces they may enter. */
import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { event } from "../audit-events";
import { appendEvent } from "../chain";
import { runSealed, TouchedRows } from "../seals";
import type { Database, Scope, SystemScope } from "../database";
import { newId } from "../ids";
import { runPrepared } from "../prepared";
import type { Role } from "../schema/codes";
import type { Tables } from "../schema/tables";

export type User = Tables["users"]["$inferSelect"];
export type Workspace = Tables["workspaces"]["$inferSelect"];
export type Session = Tables["sessions"]["$inferSelect"];

/** The form two spellings of an address share. */
export const emailKey = (email: string): string => email.normalize("NFKC").trim().toLowerCase();

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly locale: string;
  readonly isDemo?: boolean;
  /** Only the demo has fixed ids. */
  readonly id?: string;
}

/** Adds a person. @throws what `isUniqueViolation` recognises when the address is taken. */
export async function createUser(db: Database, user: NewUser, now: Date): Promise<User> {
  const row: User = {
    id: user.id ?? newId(now),
    email: user.email.trim(),
    emailKey: emailKey(user.email),
    name: user.name,
    passwordHash: user.passwordHash,
    locale: user.locale,
    shortcuts: true,
    isDemo: user.isDemo ?? false,
    createdAt: now,
    closedAt: null,
  };
  await db.commitPlain((q) => [q.insert(db.t.users).values(row)]);
  return row;
}

export async function findUserByEmail(db: Database, email: string): Promise<User | null> {
  const { users } = db.t;
  const [user] = await db.q
    .select()
    .from(users)
    .where(eq(users.emailKey, emailKey(email)));
  return user ?? null;
}

export async function findUser(db: Database, userId: string): Promise<User | null> {
  const { users } = db.t;
  const [user] = await db.q.select().from(users).where(eq(users.id, userId));
  return user ?? null;
}

export async function setUserLocale(db: Database, userId: string, locale: string): Promise<void> {
  const { users } = db.t;
  await db.commitPlain((q) => [q.update(users).set({ locale }).where(eq(users.id, userId))]);
}

/** A new session; the caller made the hash of the token that goes into the cookie. */
export async function createSession(
  db: Database,
  session: { readonly tokenHash: string; readonly userId: string; readonly expiresAt: Date; readonly device: string },
  now: Date,
): Promise<void> {
  await db.commitPlain((q) => [
    q.insert(db.t.sessions).values({ ...session, id: newId(now), createdAt: now, lastSeenAt: now }),
  ]);
}

/** The session and its user, when it has not ended. */
export async function findSession(
  db: Database,
  tokenHash: string,
  now: Date,
): Promise<{ session: Session; user: User } | null> {
  const { sessions, users } = db.t;
  const [found] = await runPrepared(
    db,
    "find_session",
    () =>
      db.q
        .select({ session: sessions, user: users })
        .from(sessions)
        .innerJoin(users, eq(users.id, sessions.userId))
        .where(
          and(
            eq(sessions.tokenHash, sql.placeholder("tokenHash")),
            gt(sessions.expiresAt, sql.param(sql.placeholder("now"), sessions.expiresAt)),
          ),
        ),
    { tokenHash, now },
  );
  return found ?? null;
}

/** Notes that the session was used, and moves its end. */
export async function touchSession(db: Database, tokenHash: string, now: Date, expiresAt: Date): Promise<void> {
  const { sessions } = db.t;
  await db.commitPlain((q) => [
    q.update(sessions).set({ lastSeenAt: now, expiresAt }).where(eq(sessions.tokenHash, tokenHash)),
  ]);
}

export async function deleteSession(db: Database, tokenHash: string): Promise<void> {
  const { sessions } = db.t;
  await db.commitPlain((q) => [q.delete(sessions).where(eq(sessions.tokenHash, tokenHash))]);
}

/** Removes sessions that have ended. */
export async function deleteEndedSessions(db: Database, now: Date): Promise<void> {
  const { sessions } = db.t;
  await db.commitPlain((q) => [q.delete(sessions).where(lte(sessions.expiresAt, now))]);
}

export interface NewWorkspace {
  readonly name: string;
  /** Lower-case letters, digits and hyphens; the caller checked it. */
  readonly slug: string;
  readonly isDemo?: boolean;
  /** Only the demo has fixed ids. */
  readonly id?: string;
}

/**
 * Founds a workspace with its first owner; `workspace.created` is the first event of its chain.
 * @throws what `isUniqueViolation` recognises when the slug is taken.
 */
export async function createWorkspace(
  db: Database,
  userId: string,
  workspace: NewWorkspace,
  now: Date,
): Promise<Scope> {
  const { workspaces, memberships } = db.t;
  const { name, slug, isDemo = false, id = newId(now) } = workspace;
  const workspaceNo = await db.transact(function* (q) {
    const made = yield q.insert(workspaces).values({ id, slug, name, isDemo, createdAt: now }).returning();
    const no = Number(made.rows[0]?.no);
    const touched = new TouchedRows();
    touched.add(workspaces, made.rows, false);
    const owner = q.insert(memberships).values({ workspaceNo: no, userId, role: "owner", createdAt: now });
    yield* runSealed(owner, touched, { workspaceNo: no });
    yield* appendEvent(
      q,
      db.t,
      { workspaceNo: no, userId },
      event("workspace.created", { workspaceId: id, slug, name, isDemo }),
      now,
      touched,
    );
    return no;
  });
  return { workspaceNo, workspaceId: id, workspaceSlug: slug, userId, role: "owner" };
}

/** Makes someone a member. @throws what `isUniqueViolation` recognises when they are one already. */
export async function addMember(db: Database, scope: Scope, userId: string, role: Role, now: Date): Promise<void> {
  const { memberships } = db.t;
  await db.commit(scope, event("member.added", { userId, role }), (q) => [
    q.insert(memberships).values({ workspaceNo: scope.workspaceNo, userId, role, createdAt: now }),
  ]);
}

/** A workspace and what a member is in it. */
export interface WorkspaceScope extends Scope {
  readonly workspaceName: string;
  /** Its companies are invented: said wherever it shows. */
  readonly isDemo: boolean;
  readonly publishedGeneration: number | null;
  /** From then on the workspace is deleted; null: it stays. */
  readonly deleteAfter: Date | null;
  /** This person put the guide of the first steps away here. */
  readonly guideHidden: boolean;
}

/** The scope of a member in the workspace with this slug; null when there is none such, or they are no member. */
export async function findWorkspaceScope(db: Database, userId: string, slug: string): Promise<WorkspaceScope | null> {
  const { workspaces, memberships, memberPreferences } = db.t;
  const [found] = await runPrepared(
    db,
    "find_scope",
    () =>
      db.q
        .select({
          workspaceNo: workspaces.no,
          workspaceId: workspaces.id,
          role: memberships.role,
          workspaceName: workspaces.name,
          isDemo: workspaces.isDemo,
          publishedGeneration: workspaces.publishedGeneration,
          deleteAfter: workspaces.deleteAfter,
          guideHidden: memberPreferences.guideHidden,
        })
        .from(workspaces)
        .innerJoin(
          memberships,
          and(eq(memberships.workspaceNo, workspaces.no), eq(memberships.userId, sql.placeholder("userId"))),
        )
        .leftJoin(
          memberPreferences,
          and(
            eq(memberPreferences.workspaceNo, workspaces.no),
            eq(memberPreferences.userId, sql.placeholder("userId")),
          ),
        )
        .where(eq(workspaces.slug, sql.placeholder("slug"))),
    { userId, slug },
  );
  return found ? { ...found, workspaceSlug: slug, userId, guideHidden: found.guideHidden ?? false } : null;
}

/** `findWorkspaceScope` without what the workspace is called and shows. */
export async function findScope(db: Database, userId: string, slug: string): Promise<Scope | null> {
  const found = await findWorkspaceScope(db, userId, slug);
  if (!found) return null;
  const { workspaceNo, workspaceId, workspaceSlug, role } = found;
  return { workspaceNo, workspaceId, workspaceSlug, userId, role };
}

/** The workspace of a scope; null when it is gone. */
export async function findWorkspace(db: Database, scope: Scope | SystemScope): Promise<Workspace | null> {
  const { workspaces } = db.t;
  const [found] = await db.q.select().from(workspaces).where(eq(workspaces.no, scope.workspaceNo));
  return found ?? null;
}

/** Workspaces a person is a member of, by name. */
export async function workspacesOf(db: Database, userId: string): Promise<(Workspace & { role: Role })[]> {
  const { workspaces, memberships } = db.t;
  const rows = await db.q
    .select({ workspace: workspaces, role: memberships.role })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.no, memberships.workspaceNo))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(workspaces.name));
  return rows.map(({ workspace, role }) => ({ ...workspace, role }));
}

/** Members of the workspace, by name. */
export async function membersOf(
  db: Database,
  scope: Scope,
): Promise<{ userId: string; name: string; email: string; role: Role }[]> {
  const { memberships, users } = db.t;
  return db.q
    .select({ userId: users.id, name: users.name, email: users.email, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.workspaceNo, scope.workspaceNo))
    .orderBy(asc(users.name));
}
