/**
 * The follow-up as it was known at the end of a day: from the times the rows hold, and from the chain where a row holds only its
 * last state. What cannot be told exactly is left out and counted.
 */
import type { Database, Scope } from "../../../db/database";
import { namesOfUsers } from "../../../db/names-of-users";
import { everMerged } from "../../../db/queries/merges";
import {
  actionSteps,
  correctiveActions,
  repaymentEntries,
  repaymentGroups,
  supplierDecisions,
  type SignedAction,
  type SignedEntry,
  type SignedStep,
  type SignedSupplierDecision,
  type StoredGroup,
} from "../../../db/queries/remedy";
import { eventsUntil } from "../../../db/queries/trail";
import { endOfDay } from "../../lib/as-known-on";
import { actionThen, decisionThen, entriesThen, groupThen, type ToldEvent } from "./as-known-then";
import {
  inTurn,
  linesOfActions,
  linesOfLedgers,
  seesSmallGroups,
  type ActionLine,
  type RepaymentLine,
} from "./follow-up-view.server";
import { counted } from "./ledgers.server";
import { parseContents } from "../trail/trail-view.server";

const EVER = new Date(8.64e15);

/** Events of these names by the record that their contents name. One whose contents were erased stands under "". */
async function eventsOf(db: Database, scope: Scope, names: readonly string[], idName: string) {
  const found = new Map<string, ToldEvent[]>();
  for (const { name, at, actorUserId, contents } of await eventsUntil(db, scope, names, EVER)) {
    const said = (parseContents(contents) ?? {}) as Readonly<Record<string, unknown>>;
    const id = typeof said[idName] === "string" ? said[idName] : "";
    found.set(id, [...(found.get(id) ?? []), { name, at, actorUserId, said }]);
  }
  return found;
}

/** Records as of a day, and how many that stood then cannot be told exactly. */
interface Then<T> {
  readonly known: readonly T[];
  readonly untold: number;
}

function sorted<R extends { readonly id: string }, T>(
  rows: readonly R[],
  then: (row: R) => T | "untold" | null,
): Then<T> {
  const told = rows.map(then);
  return {
    known: told.filter((one): one is Exclude<typeof one, "untold" | null> => one !== "untold" && one !== null) as T[],
    untold: told.filter((one) => one === "untold").length,
  };
}

const only = <R extends { readonly id: string }>(rows: readonly R[], id: string | null) =>
  id === null ? rows : rows.filter((row) => row.id === id);

const ACTION_EVENTS = ["action.recorded", "action.changed", "action.moved", "action.verified"];

/** Corrective actions as known at the end of a day, with what had been noted under them by then. */
async function actionsThen(
  db: Database,
  scope: Scope,
  day: string,
  id: string | null = null,
): Promise<Then<SignedAction> & { readonly steps: readonly SignedStep[] }> {
  const end = endOfDay(day);
  const [rows, steps, events] = await Promise.all([
    correctiveActions(db, scope),
    actionSteps(db, scope, id === null ? null : [id]),
    eventsOf(db, scope, ACTION_EVENTS, "actionId"),
  ]);
  const { known, untold } = sorted(only(rows, id), (row) => actionThen(row, events.get(row.id) ?? [], end));
  const names = await namesOfUsers(
    db,
    known.flatMap(({ ownerId, verifiedBy }) => [ownerId, verifiedBy]),
  );
  return {
    known: known.map((action) => ({
      ...action,
      ownerName: names.get(action.ownerId) ?? null,
      verifiedByName: names.get(action.verifiedBy) ?? null,
    })),
    untold,
    steps: steps.filter(({ recordedAt }) => recordedAt <= end),
  };
}

/** Groups of the ledger with their entries, as known at the end of a day. */
async function groupsThen(
  db: Database,
  scope: Scope,
  day: string,
  id: string | null = null,
): Promise<Then<StoredGroup> & { readonly entries: readonly SignedEntry[] }> {
  const end = endOfDay(day);
  const [rows, entries, events] = await Promise.all([
    repaymentGroups(db, scope),
    repaymentEntries(db, scope),
    eventsOf(db, scope, ["repayment.recorded", "repayment.counted"], "groupId"),
  ]);
  return {
    ...sorted(only(rows, id), (row) => groupThen(row, events.get(row.id) ?? [], end)),
    entries: entriesThen(entries, end),
  };
}

/** Decisions about suppliers as known at the end of a day. @param about these numbers; null: all. */
async function decisionsThen(
  db: Database,
  scope: Scope,
  day: string,
  about: readonly number[] | null,
): Promise<Then<SignedSupplierDecision>> {
  const [rows, merged] = await Promise.all([supplierDecisions(db, scope, about), everMerged(db, scope)]);
  return sorted(rows, (row) => decisionThen(row, rows, merged.has(row.supplierNo), endOfDay(day)));
}

/** Lines of a tab as of a day. */
export interface LinesThen<T> {
  readonly lines: readonly T[];
  /** How many stood on that day and cannot be told exactly. */
  readonly untold: number;
}

/**
 * As `actionLines`, as known at the end of a day, with that day for today, and what was noted by then.
 * @param id of one action; null: all.
 */
export async function actionLinesThen(
  db: Database,
  scope: Scope,
  day: string,
  id: string | null = null,
): Promise<LinesThen<ActionLine> & { readonly steps: readonly SignedStep[] }> {
  const { known, steps, untold } = await actionsThen(db, scope, day, id);
  return { lines: linesOfActions(known, steps, day), untold, steps };
}

/** As `repaymentLines`, as known at the end of a day, with that day for today. @param id of one group; null: all. */
export async function repaymentLinesThen(
  db: Database,
  scope: Scope,
  day: string,
  id: string | null = null,
): Promise<LinesThen<RepaymentLine>> {
  const { known, entries, untold } = await groupsThen(db, scope, day, id);
  return { lines: linesOfLedgers(counted(known, entries), seesSmallGroups(scope), day), untold };
}

/** As `decisionLines`, as known at the end of a day. @param about the numbers a supplier stood for then; null: all suppliers. */
export async function decisionLinesThen(
  db: Database,
  scope: Scope,
  day: string,
  about: readonly number[] | null = null,
): Promise<LinesThen<SignedSupplierDecision>> {
  const { known, untold } = await decisionsThen(db, scope, day, about);
  return { lines: inTurn(known), untold };
}
