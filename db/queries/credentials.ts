/** How people sign in and come back: passwords, links that replace them, sessions, the second step. All about one person. */
import { and, count, desc, eq, gt, isNotNull, isNull, lt, lte, ne } from "drizzle-orm";
import type { Database } from "../database";
import { isStaleWrite } from "../errors";
import type { Tables } from "../schema/tables";

export type SecondFactor = Tables["secondFactors"]["$inferSelect"];

/** A session as its owner sees it; nothing in it opens anything. */
export interface ListedSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** Sessions of a person that have not ended, the last used first. */
export async function sessionsOf(db: Database, userId: string, now: Date): Promise<ListedSession[]> {
  const { id, device, createdAt, lastSeenAt, userId: of, expiresAt } = db.t.sessions;
  return db.q
    .select({ id, device, createdAt, lastSeenAt })
    .from(db.t.sessions)
    .where(and(eq(of, userId), gt(expiresAt, now)))
    .orderBy(desc(lastSeenAt), desc(id));
}

/** Ends one session of a person. */
export async function endSessionOf(db: Database, userId: string, sessionId: string): Promise<void> {
  const { sessions } = db.t;
  await db.commitPlain((q) => [q.delete(sessions).where(and(eq(sessions.userId, userId), eq(sessions.id, sessionId)))]);
}

/** Ends all sessions of a person but this one. */
export async function endOtherSessions(db: Database, userId: string, sessionId: string): Promise<void> {
  const { sessions } = db.t;
  await db.commitPlain((q) => [q.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)))]);
}

export async function setName(db: Database, userId: string, name: string): Promise<void> {
  const { users } = db.t;
  await db.commitPlain((q) => [q.update(users).set({ name }).where(eq(users.id, userId))]);
}

/** A new password; every session ends but the one named, and so does every link that would replace it. */
export async function setPassword(
  db: Database,
  userId: string,
  passwordHash: string,
  keepSession: string,
): Promise<void> {
  const { users, sessions, passwordResets: r } = db.t;
  await db.commitPlain((q) => [
    q.update(users).set({ passwordHash }).where(eq(users.id, userId)),
    q.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, keepSession))),
    q.delete(r).where(eq(r.userId, userId)),
  ]);
}

/** A link that replaces a password. Links whose time is over are swept away. */
export async function addPasswordReset(
  db: Database,
  reset: { readonly tokenHash: string; readonly userId: string; readonly expiresAt: Date },
  now: Date,
): Promise<void> {
  const { passwordResets: r } = db.t;
  await db.commitPlain((q) => [
    q.delete(r).where(lte(r.expiresAt, now)),
    q.insert(r).values({ ...reset, createdAt: now }),
  ]);
}

/** Whose password the link of this token replaces; null when there is none such or its time is over. */
export async function passwordResetBy(db: Database, tokenHash: string, now: Date): Promise<string | null> {
  const { passwordResets: r } = db.t;
  const [found] = await db.q
    .select({ userId: r.userId })
    .from(r)
    .where(and(eq(r.tokenHash, tokenHash), gt(r.expiresAt, now)));
  return found?.userId ?? null;
}

/**
 * Replaces the password by the link of this token, once: all sessions of the person end, and all such links.
 * @returns false when the link was used meanwhile.
 */
export async function usePasswordReset(
  db: Database,
  tokenHash: string,
  userId: string,
  passwordHash: string,
): Promise<boolean> {
  const { users, sessions, passwordResets: r } = db.t;
  return unlessStale(
    db.commitPlain((q) => [
      { write: q.delete(r).where(and(eq(r.tokenHash, tokenHash), eq(r.userId, userId))), rows: 1 },
      {
        write: q
          .update(users)
          .set({ passwordHash })
          .where(and(eq(users.id, userId), isNull(users.closedAt))),
        rows: 1,
      },
      q.delete(sessions).where(eq(sessions.userId, userId)),
      q.delete(r).where(eq(r.userId, userId)),
    ]),
  );
}

/** True when it was written, false when a row was not as it had to be. */
const unlessStale = (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    (error: unknown) => {
      if (!isStaleWrite(error)) throw error;
      return false;
    },
  );

/** The second step of a person's sign-in, begun or in use; null when there is none. */
export async function secondFactorOf(db: Database, userId: string): Promise<SecondFactor | null> {
  const { secondFactors } = db.t;
  const [found] = await db.q.select().from(secondFactors).where(eq(secondFactors.userId, userId));
  return found ?? null;
}

/** Begins a second step that is not asked for yet; one that was begun before and not confirmed is replaced. */
export async function beginSecondFactor(db: Database, userId: string, secret: Buffer, now: Date): Promise<void> {
  const { secondFactors: f } = db.t;
  await db.commitPlain((q) => [
    q.delete(f).where(and(eq(f.userId, userId), isNull(f.confirmedAt))),
    q.insert(f).values({ userId, secret, createdAt: now, confirmedAt: null, lastStep: 0 }),
  ]);
}

/** From now on the code is asked for. @returns false when it was not begun, or is in use already. */
export async function confirmSecondFactor(
  db: Database,
  userId: string,
  step: number,
  codeHashes: readonly string[],
  now: Date,
): Promise<boolean> {
  const { secondFactors: f, recoveryCodes: c } = db.t;
  return unlessStale(
    db.commitPlain((q) => [
      {
        write: q
          .update(f)
          .set({ confirmedAt: now, lastStep: step })
          .where(and(eq(f.userId, userId), isNull(f.confirmedAt))),
        rows: 1,
      },
      q.delete(c).where(eq(c.userId, userId)),
      q.insert(c).values(codeHashes.map((codeHash) => ({ userId, codeHash }))),
    ]),
  );
}

/** Notes that the code of this time step was used. @returns false when one of this step or a later one was used before. */
export async function takeStep(db: Database, userId: string, step: number): Promise<boolean> {
  const { secondFactors: f } = db.t;
  return unlessStale(
    db.commitPlain((q) => [
      {
        write: q
          .update(f)
          .set({ lastStep: step })
          .where(and(eq(f.userId, userId), lt(f.lastStep, step), isNotNull(f.confirmedAt))),
        rows: 1,
      },
    ]),
  );
}

/** Uses up a recovery code. @returns false when there is none such, or it was used. */
export async function takeRecoveryCode(db: Database, userId: string, codeHash: string, now: Date): Promise<boolean> {
  const { recoveryCodes: c } = db.t;
  return unlessStale(
    db.commitPlain((q) => [
      {
        write: q
          .update(c)
          .set({ usedAt: now })
          .where(and(eq(c.userId, userId), eq(c.codeHash, codeHash), isNull(c.usedAt))),
        rows: 1,
      },
    ]),
  );
}

/** How many recovery codes a person has left. */
export async function recoveryCodesLeft(db: Database, userId: string): Promise<number> {
  const { recoveryCodes: c } = db.t;
  const [found] = await db.q
    .select({ left: count() })
    .from(c)
    .where(and(eq(c.userId, userId), isNull(c.usedAt)));
  return found?.left ?? 0;
}

/** New recovery codes in place of all the ones before. */
export async function replaceRecoveryCodes(db: Database, userId: string, codeHashes: readonly string[]): Promise<void> {
  const { recoveryCodes: c } = db.t;
  await db.commitPlain((q) => [
    q.delete(c).where(eq(c.userId, userId)),
    q.insert(c).values(codeHashes.map((codeHash) => ({ userId, codeHash }))),
  ]);
}

/** The code is no longer asked for; secret and recovery codes are gone. */
export async function dropSecondFactor(db: Database, userId: string): Promise<void> {
  const { secondFactors: f, recoveryCodes: c } = db.t;
  await db.commitPlain((q) => [q.delete(f).where(eq(f.userId, userId)), q.delete(c).where(eq(c.userId, userId))]);
}
