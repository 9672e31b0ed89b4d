/** What the follow-up says of a period, counted from how it stood at its end. Pure. */
import { FINDING_STATUSES } from "../../../../db/schema/findings";
import { ACTION_STATES, SUPPLIER_DECISIONS } from "../../../../db/schema/remedy";
import { cameIntoForce } from "../../../remedy/in-force";
import { code, count, known, text, type Cell, type Value } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import { dayOf } from "../../scoring/assessor.server";
import { daysBetween, medianWait } from "./median-facts";
import { moneyFilled } from "./money-facts";
import type { Period, Standing, Told } from "./standing.server";

type OfPeriod<T> = (standing: Standing, period: Period) => T;

export const within = ({ from, to }: Period, at: Date | string | null): boolean => {
  if (at === null) return false;
  const day = typeof at === "string" ? at : dayOf(at);
  return day >= from && day <= to;
};

/** How many there are of each word, those there are none of left out; "none at all" is a count of 0, where none is untold. */
function byWord<T>(
  of: string,
  words: readonly string[],
  all: readonly T[],
  wordOf: (one: T) => string,
  untold: readonly Value[] = [],
): Value[] {
  if (all.length === 0) return untold.length === 0 ? [count(0)] : [...untold];
  const told = words.flatMap((word) => {
    const number = all.filter((one) => wordOf(one) === word).length;
    return number === 0 ? [] : [code(of, word), count(number)];
  });
  return [...told, ...untold];
}

/** How many are left out because their state at the end of the period cannot be told; nothing where none is. */
export const leftOut = ({ untold }: Standing, what: keyof Standing["untold"]): Value[] =>
  untold[what] === 0 ? [] : [code("left-out", `${what}/${untold[what]}`)];

/** Findings recorded in the period and not taken back. */
export const findingsOfPeriod: OfPeriod<Standing["findings"]> = ({ findings }, period) =>
  findings.filter(({ recordedAt }) => within(period, recordedAt));

/** Actions that were open at some time of the period. */
export const actionsOfPeriod: OfPeriod<Standing["actions"]> = ({ actions }, { from, to }) =>
  actions.filter(
    ({ recordedAt, verifiedAt }) => dayOf(recordedAt) <= to && (verifiedAt === null || dayOf(verifiedAt) >= from),
  );

/** Actions that were recorded by the end of the period and are neither verified nor given up at it. */
export const actionsOpenAt = <S extends Pick<Standing, "actions">>({ actions }: S, { to }: Period): S["actions"] =>
  actions.filter(
    ({ recordedAt, verifiedAt, state }) =>
      dayOf(recordedAt) <= to && state !== "not-achieved" && (verifiedAt === null || dayOf(verifiedAt) > to),
  );

/** Decisions about suppliers of the period that came into force. */
export const decisionsOfPeriod: OfPeriod<Standing["decisions"]> = ({ decisions }, period) =>
  decisions.filter((decision) => cameIntoForce(decision) && within(period, decision.decidedOn));

/** Who decided about a supplier, and who confirmed it; null: nobody who still has an account. */
export const signersCell = ({ proposedByName, confirmedByName }: Standing["decisions"][number]): Cell =>
  known([proposedByName, confirmedByName].filter(Boolean).join(" / "), text);

/** Findings of the period, by where they stood at its end. */
export const findingCounts: OfPeriod<Filled> = (standing, period) => ({
  values: byWord("finding-status", FINDING_STATUSES, findingsOfPeriod(standing, period), ({ status }) => status),
});

/** Actions of the period, by how far they had come at its end. */
export const actionCounts: OfPeriod<Filled> = (standing, period) => ({
  values: byWord(
    "action-state",
    ACTION_STATES,
    actionsOfPeriod(standing, period),
    ({ state }) => state,
    leftOut(standing, "actions"),
  ),
});

/** What is owed, paid, and confirmed by whom workers accepted, for each currency: the whole ledger, as its page has it. */
export const repaidTotals: OfPeriod<Filled> = (standing, { to }) =>
  moneyFilled("money", standing.groups, to, leftOut(standing, "groups"));

export const decisionCounts: OfPeriod<Filled> = (standing, period) => ({
  values: byWord(
    "decision",
    SUPPLIER_DECISIONS,
    decisionsOfPeriod(standing, period),
    ({ decision }) => decision,
    leftOut(standing, "decisions"),
  ),
});

/** Median days from recording a finding of the period to the first action on it by the period's end; null without one. */
export const paceOfFindings = (standing: Standing, period: Told): Filled => {
  const first = new Map<string, Date>();
  for (const { findingId, recordedAt } of standing.actions)
    if (
      findingId !== null &&
      dayOf(recordedAt) <= period.to &&
      recordedAt < (first.get(findingId) ?? recordedAt.getTime() + 1)
    )
      first.set(findingId, recordedAt);
  const waits = findingsOfPeriod(standing, period).flatMap(({ id, recordedAt, accessClass }) => {
    const acted = first.get(id);
    return acted === undefined ? [] : [{ days: daysBetween(recordedAt, acted), accessClass }];
  });
  return medianWait(waits, period.class);
};
