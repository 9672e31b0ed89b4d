import type { Database } from "../../../db/database";
import { findUser, type User } from "../../../db/queries/accounts";
import { attemptGuard } from "../../lib/attempts";
import { verifyPassword } from "../../lib/password.server";
import { Problem } from "../../lib/problem";
import { hasSecondStep, isSecondStep } from "./second-factor.server";
import { tooMany } from "./too-many";

/** Tries of one session: whoever has it can shut out nobody but it. */
const guard = attemptGuard({ each: 10, windowMs: 15 * 60_000, address: null, slowAfter: 1000, wallAfter: null });

/** Who is signed in, and in which session. */
export interface Me {
  readonly id: string;
  readonly sessionId: string;
}

const wrongPassword = () => new Problem("account.wrong-password", "This is not your password.", {}, 422);
const wrongCode = () =>
  new Problem("account.wrong-code", "This code does not fit. Take the one your app shows now.", {}, 422);

/**
 * Asks who sits there again before something that cannot be taken back: for the password, and for a code where the second
 * step is on and `code` is given. @throws Problem `account.wrong-password`, `account.wrong-code` (422), `account.too-many` (429).
 */
export async function confirmPerson(
  db: Database,
  me: Me,
  given: { readonly password: string; readonly code?: string },
  dataDir: string,
  now: Date,
): Promise<User> {
  const attempt = { account: me.id, address: "", device: me.sessionId };
  if (guard.admit(attempt, now.getTime()) !== "go") throw tooMany();
  const user = await findUser(db, me.id);
  if (!user || !(await verifyPassword(given.password, user.passwordHash))) throw wrongPassword();
  if (
    given.code !== undefined &&
    (await hasSecondStep(db, me.id)) &&
    !(await isSecondStep(db, me.id, given.code, dataDir, now))
  )
    throw wrongCode();
  guard.succeed(attempt);
  return user;
}
