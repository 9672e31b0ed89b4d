import { event } from "../../../db/audit-events";
import type { Database, Scope, Step } from "../../../db/database";
import { newId } from "../../../db/ids";
import { decisionsAbout } from "../../../db/queries/understanding";
import { Decision, fitsScope } from "../../groups/decision";
import { Problem } from "../../lib/problem";
import { selectSuppliers, type Selection } from "../suppliers/select-suppliers.server";
import { commitAndReapply } from "./decide.server";

const INSERT = 100;

/** What is said of a payee from now on: what was said before, with this put over it; who sells nothing has no sector. */
export function putOver(before: Decision | null, said: Decision): Decision {
  if (said.notSeller !== undefined || before === null) return said;
  const { notSeller: _sellsNow, ...rest } = before;
  return { ...rest, ...said };
}

/**
 * Remembers the same of several suppliers, each as a decision about its payee, in one commit, and has the list built again.
 * @returns the batch, to undo all of them at once, and how many payees it is about.
 * @throws Problem when nobody or too many are selected, or it cannot be said of a payee.
 */
export async function decideSuppliers(
  db: Database,
  scope: Scope,
  selection: Selection,
  given: Decision,
  now: Date,
): Promise<{ readonly batch: string; readonly payees: number }> {
  const said = Decision.safeParse(given);
  if (!said.success || !fitsScope("payee", said.data))
    throw new Problem(
      "understanding.unfit",
      "This cannot be decided about it. Choose what it is, or why it is no purchase.",
      {},
      422,
    );
  const { lines } = await selectSuppliers(db, scope, selection);
  // Suppliers of one name are one payee.
  const labels = new Map(lines.map(({ nameKey, name }) => [nameKey, name]));
  const before = await decisionsAbout(db, scope, "payee", [...labels.keys()]);
  const batch = newId(now);
  const decisions = [...labels].map(([key, label]) => ({
    id: newId(now),
    key,
    label,
    decision: putOver(before.has(key) ? Decision.parse(before.get(key)) : null, said.data),
  }));
  const contents = {
    batch,
    said: said.data,
    decisions: decisions.map(({ id, key, decision }) => ({ decisionId: id, key, decision })),
  };
  const { understandingDecisions: table } = db.t;
  const rows = decisions.map((one) => ({
    ...one,
    batch,
    workspaceNo: scope.workspaceNo,
    scope: "payee" as const,
    decidedBy: scope.userId,
    decidedAt: now,
  }));
  await commitAndReapply(db, scope, now, event("understanding.decided-many", contents), (q): Step[] =>
    Array.from({ length: Math.ceil(rows.length / INSERT) }, (_, at) =>
      q.insert(table).values(rows.slice(at * INSERT, (at + 1) * INSERT)),
    ),
  );
  return { batch, payees: rows.length };
}
