/** How many matches, actions, repayments, decisions and purchases stood where at the end of a day: what this reader may see. */
import type { Database, Scope } from "../../../db/database";
import { countGroups } from "../../../db/queries/groups";
import { tendersUntil, type TenderCounts } from "../../../db/queries/tenders";
import type { MatchState } from "../../../db/schema/screening";
import type { ActionState, DecisionState } from "../../../db/schema/remedy";
import type { LedgerState } from "../../remedy/ledger";
import { endOfDay } from "../../lib/as-known-on";
import { can } from "../../lib/permissions";
import { actionLinesThen, decisionLinesThen, repaymentLinesThen } from "../remedy/follow-up-then.server";
import { pairCountsThen } from "../screening/duplicates-then.server";
import { matchCountsThen } from "../screening/matches-then.server";
import type { PairTab } from "../screening/queue-tabs";
import { isKept, listOn } from "./list-then.server";

/** How many stood in each state; a state without any is left out. */
export interface StatesThen<S extends string> {
  readonly counts: Readonly<Partial<Record<S, number>>>;
  /** How many stood on that day and cannot be told exactly. */
  readonly untold: number;
}

/** Null: not for this reader. */
export interface RecordsThen {
  readonly matches: StatesThen<MatchState> | null;
  readonly duplicates: StatesThen<PairTab> | null;
  /** Of the list that was shown; null also where it is not kept, or no groups of it are. */
  readonly groups: number | null;
  readonly actions: StatesThen<ActionState> | null;
  readonly repayments: StatesThen<LedgerState> | null;
  readonly decisions: StatesThen<DecisionState> | null;
  readonly categories: number | null;
  readonly lots: number | null;
  readonly contracts: number | null;
}

function counted<S extends string>(states: readonly S[], untold: number): StatesThen<S> {
  const counts: Partial<Record<S, number>> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return { counts, untold };
}

/** How many groups are kept of the list of that day; null: none, or the list is not kept, or was swept while it was read. */
async function countGroupsOn(db: Database, scope: Scope, day: string): Promise<number | null> {
  const on = await listOn(db, scope, day);
  if (on.is !== "kept") return null;
  const { no } = on.list.generation;
  const found = await countGroups(db, scope, no);
  return found > 0 && (await isKept(db, scope, no)) ? found : null;
}

/** @param day `YYYY-MM-DD` of UTC. */
export async function recordsThen(db: Database, scope: Scope, day: string): Promise<RecordsThen> {
  const may = (permission: Parameters<typeof can>[1]) => can(scope.role, permission);
  const [matches, duplicates, groups, actions, repayments, decisions, tenders] = await Promise.all([
    may("match:read") ? matchCountsThen(db, scope, day) : null,
    may("match:read") ? pairCountsThen(db, scope, day) : null,
    may("supplier:read") ? countGroupsOn(db, scope, day) : null,
    may("action:read") ? actionLinesThen(db, scope, day) : null,
    may("repayment:read") ? repaymentLinesThen(db, scope, day) : null,
    may("action:read") ? decisionLinesThen(db, scope, day) : null,
    tendersUntil(db, scope, endOfDay(day)),
  ]);
  const ifMay = (permission: Parameters<typeof can>[1], which: keyof TenderCounts) =>
    may(permission) ? tenders[which] : null;
  return {
    matches,
    duplicates,
    groups,
    actions: actions && counted(actions.lines.map(({ action }) => action.state), actions.untold), // prettier-ignore
    repayments: repayments && counted(repayments.lines.map(({ state }) => state), repayments.untold), // prettier-ignore
    decisions: decisions && counted(decisions.lines.map(({ state }) => state), decisions.untold), // prettier-ignore
    categories: ifMay("category:read", "categories"),
    lots: ifMay("vendor-check:read", "lots"),
    contracts: ifMay("contract:read", "contracts"),
  };
}
