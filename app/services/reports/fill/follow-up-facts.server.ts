import type { Database, Scope } from "../../../../db/database";
import { listFindings } from "../../../../db/queries/findings";
import { correctiveActions, supplierDecisions } from "../../../../db/queries/remedy";
import { FINDING_STATUSES } from "../../../../db/schema/findings";
import { ACTION_STATES, SUPPLIER_DECISIONS } from "../../../../db/schema/remedy";
import { median } from "../../../demand/median";
import { code, count, days, money, type Cell, type Value } from "../../../reports/model";
import type { ReportSettings } from "../../../reports/settings";
import type { Filled } from "../../../reports/template";
import { ledgers, shownTotals } from "../../remedy/ledgers.server";
import { dayOf } from "../../scoring/assessor.server";

export type Period = Pick<ReportSettings, "from" | "to">;
/** What the follow-up says of a period. */
type OfPeriod = (db: Database, scope: Scope, period: Period) => Promise<Filled>;

/** More findings than a workspace has: what is beyond would have to be counted by the database. */
export const MOST_FINDINGS = 100_000;

export const within = ({ from, to }: Period, at: Date | string | null): boolean => {
  if (at === null) return false;
  const day = typeof at === "string" ? at : dayOf(at);
  return day >= from && day <= to;
};

/** How many there are of each word, those there are none of left out; "none at all" is a count of 0. */
function byWord<T>(of: string, words: readonly string[], all: readonly T[], wordOf: (one: T) => string): Value[] {
  if (all.length === 0) return [count(0)];
  return words.flatMap((word) => {
    const number = all.filter((one) => wordOf(one) === word).length;
    return number === 0 ? [] : [code(of, word), count(number)];
  });
}

/** Findings recorded in the period and not taken back, by where they stand. Protected ones are never read here. */
export const findingCounts: OfPeriod = async (db, scope, period) => {
  const all = (await listFindings(db, scope, { limit: MOST_FINDINGS })).filter(
    ({ recordedAt, undoneAt }) => undoneAt === null && within(period, recordedAt),
  );
  return { values: byWord("finding-status", FINDING_STATUSES, all, ({ status }) => status) };
};

/** Actions that were open at some time of the period, by how far they have come. */
export const actionCounts: OfPeriod = async (db, scope, { from, to }) => {
  const all = (await correctiveActions(db, scope)).filter(
    ({ recordedAt, verifiedAt }) => dayOf(recordedAt) <= to && (verifiedAt === null || dayOf(verifiedAt) >= from),
  );
  return { values: byWord("action-state", ACTION_STATES, all, ({ state }) => state) };
};

/** What is owed, paid, and confirmed by whom workers accepted, for each currency: the whole ledger, as its page has it. */
export const repaidTotals: OfPeriod = async (db, scope, { to }) => {
  const totals = shownTotals(await ledgers(db, scope), to);
  return {
    values: totals.length === 0 ? null : [],
    tables: {
      money: {
        rows: totals.map(({ currency, owed, paid, confirmed }): Cell[] => [
          { is: "text", text: currency },
          money(owed, currency),
          money(paid, currency),
          money(confirmed, currency),
        ]),
      },
    },
  };
};

/** Decisions about suppliers of the period that came into force. */
export const decisionCounts: OfPeriod = async (db, scope, period) => {
  const all = (await supplierDecisions(db, scope)).filter(
    ({ state, decidedOn }) => (state === "in-force" || state === "replaced") && within(period, decidedOn),
  );
  return { values: byWord("decision", SUPPLIER_DECISIONS, all, ({ decision }) => decision) };
};

const DAY_MS = 86_400_000;

/** Median days from recording a finding to the first action that hangs on it, of findings recorded in the period; null without one. */
export const paceOfFindings: OfPeriod = async (db, scope, period) => {
  const [findings, actions] = await Promise.all([
    listFindings(db, scope, { limit: MOST_FINDINGS }),
    correctiveActions(db, scope),
  ]);
  const first = new Map<string, number>();
  for (const { findingId, recordedAt } of actions) {
    const at = recordedAt.getTime();
    if (findingId !== null && at < (first.get(findingId) ?? Infinity)) first.set(findingId, at);
  }
  const waits = findings.flatMap(({ id, undoneAt, recordedAt }) => {
    const acted = first.get(id);
    if (acted === undefined || undoneAt !== null || !within(period, recordedAt)) return [];
    return [Math.max(0, (acted - recordedAt.getTime()) / DAY_MS)];
  });
  const middle = median(waits);
  return { values: middle === null ? null : [days(middle)] };
};
