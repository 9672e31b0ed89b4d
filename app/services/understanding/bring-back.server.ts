import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { decisionsAbout } from "../../../db/queries/understanding";
import { Decision } from "../../groups/decision";
import { Problem } from "../../lib/problem";
import { putOver } from "./decide-many.server";
import { commitAndReapply } from "./decide.server";
import { setAsidePayees } from "./set-aside.server";

/**
 * Remembers that a payee which the check set aside is a seller, and has the list built again with it. It is a decision about
 * the payee like any other: undone, the payee is set aside again.
 * @param after the stretch of the report in which it is listed, as `setAsidePayees` takes it.
 * @throws Problem `understanding.not-found` (404) when nobody of that key is set aside there.
 */
export async function bringBack(
  db: Database,
  scope: Scope,
  { key, after }: { readonly key: string; readonly after: number | null },
  now: Date,
): Promise<string> {
  const { payees } = await setAsidePayees(db, scope, after);
  const payee = payees.find((one) => one.key === key);
  if (!payee)
    throw new Problem("understanding.not-found", "The list that is shown now has nothing of that kind.", {}, 404);
  const before = (await decisionsAbout(db, scope, "payee", [key])).get(key);
  const decision = putOver(before === undefined ? null : Decision.parse(before), { seller: true });
  const id = newId(now);
  const { understandingDecisions } = db.t;
  const contents = { decisionId: id, scope: "payee", key, decision };
  await commitAndReapply(db, scope, now, event("understanding.decided", contents), (q) => [
    q.insert(understandingDecisions).values({
      id,
      workspaceNo: scope.workspaceNo,
      scope: "payee",
      key,
      label: payee.name,
      decision,
      decidedBy: scope.userId,
      decidedAt: now,
    }),
  ]);
  return id;
}
