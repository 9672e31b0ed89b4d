/**
 * A record of the follow-up as it was at an instant. Each answers null when it was not recorded yet, and "untold" when neither the
 * row nor the chain holds exactly what stood then. Pure.
 */
import type { SignedEntry, StoredAction, StoredGroup, StoredSupplierDecision } from "../../../db/queries/remedy";
import { inForceFrom } from "../../remedy/in-force";

/** An event of the chain with what it says; its fields are as the event of that name has them, or left out where erased. */
export interface ToldEvent {
  readonly name: string;
  readonly at: Date;
  readonly actorUserId: string | null;
  readonly said: Readonly<Record<string, unknown>>;
}

type Changed<T> = T | "untold" | null;

const NOT_VERIFIED = { verifiedBy: null, verifiedAt: null, verifiedHow: null, selfVerified: false };

function withEvent<A extends StoredAction>(action: A, { name, at, actorUserId, said }: ToldEvent): A {
  const signed = { stateBy: actorUserId ?? "", stateAt: at };
  if (name === "action.recorded")
    return { ...action, ...NOT_VERIFIED, doneOn: null, state: "planned", ...signed, ...(said["action"] as object) };
  if (name === "action.changed") return { ...action, ...(said["action"] as object) };
  if (name === "action.verified")
    return {
      ...action,
      ...signed,
      state: "verified",
      verifiedBy: actorUserId,
      verifiedAt: at,
      verifiedHow: String(said["how"]),
      selfVerified: said["selfVerified"] === true,
    };
  const to = said["to"] as StoredAction["state"];
  const doneOn = to === "done" ? String(said["on"]) : to === "under-way" ? null : action.doneOn;
  return { ...action, ...signed, state: to, doneOn, ...(said["from"] === "verified" && NOT_VERIFIED) };
}

/** @param events all that the chain holds about the action, in their order. */
export function actionThen<A extends StoredAction>(row: A, events: readonly ToldEvent[], end: Date): Changed<A> {
  if (row.recordedAt > end) return null;
  // Every version has its event; where one is missing or erased, what stood then is not known.
  if (events.length !== row.version || events[0]?.name !== "action.recorded") return "untold";
  return events.filter(({ at }) => at <= end).reduce(withEvent<A>, row);
}

/** The facts of a group as an event holds them; null where numbers of workers were kept out of the chain. */
function wholeFacts({ said }: ToldEvent): Partial<StoredGroup> | null {
  const facts = said["group"] as Readonly<Record<string, unknown>> | undefined;
  if (!facts) return null;
  const isNumber = (name: string) => typeof facts[name] === "number";
  const part = (amount: string, workers: string) => facts[amount] === null || (amount in facts && isNumber(workers));
  const isWhole =
    isNumber("workers") &&
    isNumber("left") &&
    part("receipts", "receiptsWorkers") &&
    part("interviews", "interviewsWorkers") &&
    "corridor" in facts;
  return isWhole ? facts : null;
}

/** @param events all that the chain holds about the group's facts, in their order. */
export function groupThen(row: StoredGroup, events: readonly ToldEvent[], end: Date): Changed<StoredGroup> {
  if (row.recordedAt > end) return null;
  if (events.length !== row.version) return "untold";
  const last = events.findLastIndex(({ at }) => at <= end);
  if (last === events.length - 1) return row;
  const facts = events[last] && wholeFacts(events[last]);
  return facts ? { ...row, ...facts } : "untold";
}

/** Entries that were recorded by then; one withdrawn later stands. */
export const entriesThen = (entries: readonly SignedEntry[], end: Date): SignedEntry[] =>
  entries
    .filter(({ recordedAt }) => recordedAt <= end)
    .map((entry) =>
      entry.withdrawnAt !== null && entry.withdrawnAt > end
        ? { ...entry, withdrawnAt: null, withdrawnBy: null, withdrawnByName: null, withdrawnReason: null }
        : entry,
    );

/**
 * @param all every decision about its supplier at least.
 * @param wasMerged the supplier was ever merged with another: then another's decision may have ended this one, which no row says.
 */
export function decisionThen<D extends StoredSupplierDecision & { readonly confirmedByName: string | null }>(
  row: D,
  all: readonly StoredSupplierDecision[],
  wasMerged: boolean,
  end: Date,
): Changed<D> {
  if (row.proposedAt > end) return null;
  const unanswered = { confirmedBy: null, confirmedAt: null, confirmedByName: null, refusedReason: null };
  const from = inForceFrom(row);
  const later = all.filter(({ id, supplierNo }) => id !== row.id && supplierNo === row.supplierNo);
  // A decision ends what is in force when it comes into force itself, and what is proposed when it is made.
  const ends = later
    .map((one) => (from === null ? one.proposedAt : inForceFrom(one)))
    .filter((at): at is Date => at !== null && at > (from ?? row.proposedAt))
    .sort((a, b) => a.getTime() - b.getTime())[0];
  if (row.state === "replaced") {
    if (ends !== undefined && ends <= end) return row;
    if (wasMerged || ends === undefined) return "untold";
  }
  if (row.state === "refused" && row.confirmedAt !== null && row.confirmedAt <= end) return row;
  if (from !== null && from <= end) return { ...row, state: "in-force" };
  return { ...row, ...unanswered, selfConfirmed: false, state: "proposed" };
}
