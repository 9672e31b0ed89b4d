/** The follow-up of a workspace as pages, files and calendars show it: what is overdue first, then by day. */
import type { Database, Scope } from "../../../db/database";
import { mergesInForce, standingFor } from "../../../db/queries/merges";
import {
  actionSteps,
  correctiveActions,
  supplierDecisions,
  type SignedAction,
  type SignedStep,
  type SignedSupplierDecision,
} from "../../../db/queries/remedy";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import { can } from "../../lib/permissions";
import { overdueDays } from "../../remedy/days";
import { nextDue, standingOf, stateOf, type LedgerState, type Standing } from "../../remedy/ledger";
import { daysOverdue, looksAhead, moveOfAction, moveOfLedger, type Move } from "../../remedy/moves";
import { shownCount, type Shown } from "../../remedy/small-groups";
import { ledgers, type CountedGroup } from "./ledgers.server";

/** May this reader see the numbers of groups under five? */
export const seesSmallGroups = (scope: Pick<Scope, "role">): boolean => can(scope.role, "protected:read");

/** An action with what it asks of whom. */
export interface ActionLine {
  readonly action: SignedAction;
  readonly move: Move;
  /** The next day on which somebody has to do something; null: none. */
  readonly nextOn: string | null;
  /** What that is: the action itself, or a look for reprisals. */
  readonly next: "work" | "reprisal-3" | "reprisal-12" | null;
  readonly overdueDays: number;
}

type Stepped = Pick<SignedAction, "state" | "dueOn" | "doneOn">;

/** Pure. @param looked looks for reprisals that were noted. */
export function lineOfAction<A extends Stepped>(
  action: A,
  looked: readonly ("reprisal-3" | "reprisal-12")[],
  today: string,
) {
  const times = { ...action, looked };
  const work = action.state === "planned" || action.state === "under-way";
  const look = work || action.state === "not-achieved" ? undefined : looksAhead(times)[0];
  const nextOn = work ? action.dueOn : (look?.on ?? null);
  return {
    action,
    move: moveOfAction(times, look !== undefined && look.on <= today),
    nextOn,
    next: work ? ("work" as const) : (look?.kind ?? null),
    overdueDays: work ? daysOverdue(times, today) : overdueDays(look?.on ?? null, today),
  };
}

/** The most overdue first, then by the day that comes next; what has none at the end. */
const byUrgency = (a: Urgent, b: Urgent): number =>
  b.overdueDays - a.overdueDays || (a.nextOn ?? "9999").localeCompare(b.nextOn ?? "9999") || (a.key < b.key ? -1 : 1);
interface Urgent {
  readonly overdueDays: number;
  readonly nextOn: string | null;
  readonly key: string;
}

export async function actionLines(
  db: Database,
  scope: Scope,
  today: string,
  supplierNos: readonly number[] | null = null,
): Promise<ActionLine[]> {
  const actions = await correctiveActions(db, scope, supplierNos);
  if (actions.length === 0) return [];
  const ids = actions.map(({ id }) => id);
  return linesOfActions(actions, await actionSteps(db, scope, supplierNos === null ? null : ids), today);
}

/** Pure. */
export function linesOfActions(
  actions: readonly SignedAction[],
  steps: readonly SignedStep[],
  today: string,
): ActionLine[] {
  const looked = new Map<string, ("reprisal-3" | "reprisal-12")[]>();
  for (const { actionId, kind } of steps)
    if (kind === "reprisal-3" || kind === "reprisal-12") looked.set(actionId, [...(looked.get(actionId) ?? []), kind]);
  return actions
    .map((action) => lineOfAction(action, looked.get(action.id) ?? [], today))
    .sort((a, b) => byUrgency({ ...a, key: a.action.id }, { ...b, key: b.action.id }));
}

/** A group of the ledger with where it stands. */
export interface RepaymentLine extends CountedGroup {
  readonly standing: Standing;
  readonly state: LedgerState;
  readonly move: Move;
  readonly nextOn: string | null;
  readonly overdueDays: number;
  /** As this reader may see it. */
  readonly workers: Shown;
}

export async function repaymentLines(
  db: Database,
  scope: Scope,
  today: string,
  supplierNos: readonly number[] | null = null,
): Promise<RepaymentLine[]> {
  return linesOfLedgers(await ledgers(db, scope, supplierNos), seesSmallGroups(scope), today);
}

/** Pure. @param sees the reader may see numbers of groups under five. */
export function linesOfLedgers(counted: readonly CountedGroup[], sees: boolean, today: string): RepaymentLine[] {
  return counted
    .map((one): RepaymentLine => {
      const state = stateOf(one.ledger, today);
      const due = nextDue(one.ledger, today);
      return {
        ...one,
        standing: standingOf(one.ledger, today),
        state,
        move: moveOfLedger(state),
        nextOn: due?.on ?? null,
        overdueDays: overdueDays(due?.on ?? null, today),
        workers: sees ? one.group.workers : shownCount(one.group.workers),
      };
    })
    .sort((a, b) => byUrgency({ ...a, key: a.group.id }, { ...b, key: b.group.id }));
}

/** Decisions about suppliers: those that wait for a second person first, then those in force by their next review, then the past. */
export async function decisionLines(
  db: Database,
  scope: Scope,
  supplierNos: readonly number[] | null = null,
): Promise<SignedSupplierDecision[]> {
  return inTurn(await supplierDecisions(db, scope, supplierNos));
}

/** Pure; as `decisionLines`. */
export function inTurn(found: readonly SignedSupplierDecision[]): SignedSupplierDecision[] {
  const rank = { proposed: 0, "in-force": 1, refused: 2, replaced: 2 } as const;
  return found.toSorted(
    (a, b) =>
      rank[a.state] - rank[b.state] ||
      (a.state === "in-force" ? a.nextReviewOn.localeCompare(b.nextReviewOn) : 0) ||
      (a.id < b.id ? 1 : -1),
  );
}

/** Public ids of the suppliers that these have become by merges; a supplier that was not merged is left out. */
export async function becameOfAll(db: Database, scope: Scope): Promise<ReadonlyMap<number, string>> {
  const into = standingFor(await mergesInForce(db, scope));
  const ids = await idsOfSuppliers(db, scope, [...new Set(into.values())]);
  return new Map([...into].flatMap(([from, to]) => (ids.has(to) ? [[from, ids.get(to)!] as const] : [])));
}

/** A day of the calendar. */
export interface DueDay {
  readonly on: string;
  readonly what: "work" | "reprisal-3" | "reprisal-12" | "repayment" | "review";
  readonly id: string;
  readonly supplierId: string;
  readonly supplierName: string;
  /** Of an action its title, of a repayment its group. */
  readonly label: string;
  readonly isOverdue: boolean;
}

/** All that has a day: actions, looks for reprisals, repayments, reviews of decisions; the earliest first. */
export async function dueDays(db: Database, scope: Scope, today: string): Promise<DueDay[]> {
  const [actions, repayments, decisions] = await Promise.all([
    can(scope.role, "action:read") ? actionLines(db, scope, today) : [],
    can(scope.role, "repayment:read") ? repaymentLines(db, scope, today) : [],
    can(scope.role, "action:read") ? decisionLines(db, scope) : [],
  ]);
  return daysOf({ actions, repayments, decisions }, today);
}

/** The days of these lines, the earliest first. */
export function daysOf(
  {
    actions,
    repayments,
    decisions,
  }: {
    readonly actions: readonly ActionLine[];
    readonly repayments: readonly RepaymentLine[];
    readonly decisions: readonly SignedSupplierDecision[];
  },
  today: string,
): DueDay[] {
  const of = ({ supplierId, supplierName }: Pick<SignedAction, "supplierId" | "supplierName">) => ({ supplierId, supplierName }); // prettier-ignore
  const days: DueDay[] = [
    ...actions.flatMap(({ action, nextOn, next }) =>
      nextOn === null || next === null ? [] : [{ on: nextOn, what: next, id: action.id, ...of(action), label: action.title, isOverdue: nextOn < today }],
    ), // prettier-ignore
    ...repayments.flatMap(({ group, nextOn }) =>
      nextOn === null ? [] : [{ on: nextOn, what: "repayment" as const, id: group.id, ...of(group), label: group.label, isOverdue: nextOn < today }],
    ), // prettier-ignore
    ...decisions.flatMap((one) =>
      one.state === "in-force" ? [{ on: one.nextReviewOn, what: "review" as const, id: one.id, ...of(one), label: one.decision, isOverdue: one.nextReviewOn < today }] : [],
    ), // prettier-ignore
  ];
  return days.sort((a, b) => a.on.localeCompare(b.on) || (a.id < b.id ? -1 : 1));
}

/** What of the follow-up is due, for the overview. */
export interface FollowUpDue {
  readonly days: readonly DueDay[];
  readonly total: number;
  readonly overdue: number;
}

const SHOWN = 5;
const AHEAD_DAYS = 30;

/** What is overdue or due within thirty days; the reader sees what the role may. */
export async function followUpDue(db: Database, scope: Scope, today: string): Promise<FollowUpDue> {
  return dueSoon(await dueDays(db, scope, today), today);
}

/** Of these days those that are over or come within thirty days. */
export function dueSoon(all: readonly DueDay[], today: string): FollowUpDue {
  const until = new Date(Date.parse(today) + AHEAD_DAYS * 86_400_000).toISOString().slice(0, 10);
  const days = all.filter(({ on }) => on <= until);
  return { days: days.slice(0, SHOWN), total: days.length, overdue: days.filter(({ isOverdue }) => isOverdue).length };
}
