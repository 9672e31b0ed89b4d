import type { Database } from "../../../db/database";
import { workspacesOf } from "../../../db/queries/accounts";
import { recoveryCodesLeft, secondFactorOf, sessionsOf } from "../../../db/queries/credentials";
import { qrPath } from "../../lib/qr";
import { myself } from "./change-account.server";
import type { Me } from "./confirm-person.server";
import { begunSecondStep } from "./second-factor.server";

/** The account as its owner sees it. */
export async function accountView(db: Database, me: Me, dataDir: string, now: Date) {
  const user = await myself(db, me);
  const [sessions, factor, begun, codesLeft, workspaces] = await Promise.all([
    sessionsOf(db, me.id, now),
    secondFactorOf(db, me.id),
    begunSecondStep(db, user, dataDir),
    recoveryCodesLeft(db, me.id),
    workspacesOf(db, me.id),
  ]);
  return {
    name: user.name,
    email: user.email,
    sessions: sessions.map((session) => ({ ...session, isHere: session.id === me.sessionId })),
    step: {
      since: factor?.confirmedAt ?? null,
      codesLeft,
      begun: begun && { letters: begun.letters, picture: qrPath(begun.uri) },
    },
    workspaces: workspaces.map(({ slug, name, role }) => ({ slug, name, role })),
  };
}
