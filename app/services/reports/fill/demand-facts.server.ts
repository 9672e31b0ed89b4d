import type { Database, Scope } from "../../../../db/database";
import type { RegisterLine } from "../../../../db/queries/register";
import { SUPPLIER_DECISIONS } from "../../../../db/schema/remedy";
import { goesOn, type Alert } from "../../../demand/count-follow-up";
import { code, count, day, known, money, text, type Cell, type ReportClass } from "../../../reports/model";
import { daysFrom } from "../../../remedy/days";
import type { Filled } from "../../../reports/template";
import { shownTotals } from "../../remedy/ledgers.server";
import { dayOf } from "../../scoring/assessor.server";
import { decisionsOfPeriod, leftOut } from "./follow-up-facts.server";
import { medianWait } from "./median-facts";
import { moneyFilled } from "./money-facts";
import type { Period, Standing } from "./standing.server";
import type { SharedFacts } from "./shared-facts.server";
import { linesByNumber } from "./supplier-names";

/** The sum of what lines state in a currency; null: they state nothing in it. Pure. */
function statedSpend(lines: readonly RegisterLine[], currency: string): bigint | null {
  const stated = lines.flatMap(({ amounts }) => {
    const of = amounts === null ? null : (JSON.parse(amounts) as Readonly<Record<string, readonly [string | number, ...unknown[]]>>)[currency]; // prettier-ignore
    return of ? [BigInt(of[0])] : [];
  });
  return stated.length === 0 ? null : stated.reduce((sum, one) => sum + one, 0n);
}

/** The list that is shown: all of it, its high band, and suppliers of whom somebody answered something. */
export const spendAtStake = async (shared: SharedFacts): Promise<Filled> => {
  const [list, answers] = await Promise.all([shared.list(), shared.answers()]);
  if (list === null || answers === null) return { values: null };
  const answered = answers.lines;
  const { numbers } = list;
  const currency = numbers.spend?.currency ?? null;
  const high = numbers.bands.find(({ band }) => band === "high");
  const row = (part: string, suppliers: number, spend: string | bigint | null): Cell[] => [
    code("demand-stake", part),
    count(suppliers),
    currency === null ? null : known(spend, (one) => money(one, currency)),
  ];
  const looked = currency === null ? null : statedSpend(answered, currency);
  return {
    values: numbers.spend === null ? [count(numbers.suppliers)] : [money(numbers.spend.total, numbers.spend.currency)],
    tables: {
      stake: {
        rows: [
          row("all", numbers.suppliers, numbers.spend?.total ?? null),
          row("high", high?.suppliers ?? 0, high?.spend ?? null),
          row("looked", answered.length, looked),
        ],
      },
    },
  };
};

/** Decisions about suppliers of the period, by kind, with what the list states of these suppliers; null: none was made. */
export const changedDecisions = async (
  db: Database,
  scope: Scope,
  standing: Standing,
  period: Period,
  shared: SharedFacts,
): Promise<Filled> => {
  const all = decisionsOfPeriod(standing, period);
  const untold = leftOut(standing, "decisions");
  if (all.length === 0) return { values: untold.length === 0 ? null : untold };
  const currency = (await shared.list())?.numbers.spend?.currency ?? null;
  const lines = await linesByNumber(
    db,
    scope,
    all.map(({ supplierNo }) => supplierNo),
  );
  const rows = SUPPLIER_DECISIONS.map((decision): Cell[] => {
    const nos = all.filter((one) => one.decision === decision).map(({ supplierNo }) => supplierNo);
    const spend =
      currency === null ? null : statedSpend([...new Set(nos.flatMap((no) => lines.get(no) ?? []))], currency);
    return [code("decision", decision), count(nos.length), known(spend, (one) => money(one, currency!))];
  });
  return { values: [count(all.length), ...untold], tables: { changed: { rows } } };
};

/** How long a decision took after an alert was recorded, for readers of a class. Pure. */
export const daysToDecide = (alerts: readonly Alert[], reportClass: ReportClass): Filled =>
  medianWait(
    alerts
      .filter(({ isRejected }) => !isRejected)
      .flatMap(({ recordedOn, decidedOn, accessClass }) =>
        decidedOn === null ? [] : [{ days: daysFrom(recordedOn, decidedOn), accessClass }],
      ),
    reportClass,
  );

/** What was known when, alert by alert; null: there is none. Pure. */
export const alertRows = (alerts: readonly Alert[]): Cell[][] | null => {
  const all = alerts.filter(({ isRejected }) => !isRejected);
  return all.length === 0
    ? null
    : all.map((one): Cell[] => [
        known(one.supplier, text),
        day(one.knownOn),
        day(one.recordedOn),
        known(one.assessedOn, day),
        known(one.decidedOn, day),
        known(one.decision, (decision) => code("decision", decision)),
        known(one.protectedOn, day),
        known(goesOn(one), (goes) => code("yesNo", goes ? "yes" : "no")),
      ]);
};

/** Actions that are not finished at the end of the period, by the days since they were recorded; null: there are none. */
export const openActions = (standing: Standing, { to }: Period): Filled => {
  const open = standing.actions.filter(
    ({ recordedAt, verifiedAt, state }) =>
      dayOf(recordedAt) <= to && state !== "not-achieved" && (verifiedAt === null || dayOf(verifiedAt) > to),
  );
  const untold = leftOut(standing, "actions");
  if (open.length === 0) return { values: untold.length === 0 ? null : untold };
  const ageOf = (recordedAt: Date): string => {
    const age = daysFrom(dayOf(recordedAt), to);
    return age <= 30 ? "30" : age <= 90 ? "90" : age <= 180 ? "180" : "older";
  };
  return {
    values: [count(open.length), ...untold],
    bars: {
      actionAges: ["30", "90", "180", "older"].map((age) => ({
        label: code("action-age", age),
        count: open.filter(({ recordedAt }) => ageOf(recordedAt) === age).length,
      })),
    },
  };
};

/** Fees found, paid and confirmed for each currency, as the ledger's page has it, and as per cent of what is owed. */
export const feesRepaid = (standing: Standing, { to }: Period): Filled => {
  const known = shownTotals(standing.groups, to).filter(({ owed }) => BigInt(owed) > 0n);
  const percent = (part: string, owed: string): number => Number((BigInt(part) * 100n) / BigInt(owed));
  return {
    ...moneyFilled("fees", standing.groups, to, leftOut(standing, "groups")),
    ...(known.length > 0 && {
      bars: {
        feesPaid: known.map(({ currency, paid, owed }) => ({ label: text(currency), count: percent(paid, owed) })),
        feesConfirmed: known.map(({ currency, confirmed, owed }) => ({ label: text(currency), count: percent(confirmed, owed) })), // prettier-ignore
      },
    }),
  };
};

/** Which model scored, and how many pairs with lists people decided or have before them. */
export const reviewedByPeople = async (shared: SharedFacts): Promise<Filled> => {
  const [list, pairs] = await Promise.all([shared.list(), shared.pairs()]);
  if (list === null) return { values: null };
  const decided = (["match", "not-match", "cannot-tell"] as const).reduce((sum, state) => sum + (pairs[state] ?? 0), 0);
  const waiting = (["open", "proposed"] as const).reduce((sum, state) => sum + (pairs[state] ?? 0), 0);
  return {
    values: [],
    tables: {
      technology: {
        rows: [
          [code("demand-technology", "model"), text(list.generation.modelId)],
          [code("demand-technology", "data"), day(list.generation.dataDate)],
          [code("demand-technology", "decided"), count(decided)],
          [code("demand-technology", "waiting"), count(waiting)],
        ],
      },
    },
  };
};
