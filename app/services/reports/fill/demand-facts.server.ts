import type { RegisterLine } from "../../../../db/queries/register";
import { SUPPLIER_DECISIONS } from "../../../../db/schema/remedy";
import { within } from "../../../demand/count";
import { goesOn, type Alert } from "../../../demand/count-follow-up";
import { code, count, day, known, money, share, text, type Cell, type ReportClass } from "../../../reports/model";
import { roundedPart } from "../../../lib/rounded-part";
import { daysFrom } from "../../../remedy/days";
import type { Filled } from "../../../reports/template";
import { shownTotals } from "../../remedy/ledgers.server";
import { dayOf } from "../../scoring/assessor.server";
import { actionsOpenAt, decisionsOfPeriod, leftOut } from "./follow-up-facts.server";
import { pairsLeftOut } from "./looked-facts.server";
import { medianWait } from "./median-facts";
import { moneyFilled } from "./money-facts";
import type { Period, Standing } from "./standing.server";
import type { SharedFacts } from "./shared-facts.server";
import { spendOf } from "./list-facts.server";

/** The sum of what lines state in a currency: nothing of no lines; null: they state nothing in it. Pure. */
function statedSpend(lines: readonly RegisterLine[], currency: string): bigint | null {
  const stated = lines.flatMap(({ amounts }) => {
    const of = amounts === null ? null : (JSON.parse(amounts) as Readonly<Record<string, readonly [string | number, ...unknown[]]>>)[currency]; // prettier-ignore
    return of ? [BigInt(of[0])] : [];
  });
  return stated.length === 0 && lines.length > 0 ? null : stated.reduce((sum, one) => sum + one, 0n);
}

/** A part of a whole in per cent; null: one of them is not told, or the whole is nothing. */
const percentCell = (part: bigint | string | null, whole: string | null): Cell =>
  part === null || whole === null || BigInt(whole) <= 0n
    ? null
    : code("percent", String(roundedPart(part, whole, 1_000_000) / 1_000_000));

/**
 * The list that is told of: all of it, its high band, suppliers of whom somebody answered something, those about whom an action or a
 * decision stands, and those with one or the other, which are under due diligence. Spend in the main currency; sums in others stand beside it.
 * @param standing null: not for this reader, so that nothing of actions and decisions is told.
 */
export const spendAtStake = async (shared: SharedFacts, standing: Standing | null): Promise<Filled> => {
  const [list, answers] = await Promise.all([shared.list(), shared.answers()]);
  if (list === null || answers === null) return { values: null };
  const { numbers } = list;
  const [currency, total] = [numbers.spend?.currency ?? null, numbers.spend?.total ?? null];
  const high = numbers.bands.find(({ band }) => band === "high");
  const row = (part: string, suppliers: number, spend: string | bigint | null): Cell[] => [
    code("demand-stake", part),
    count(suppliers),
    share(suppliers, numbers.suppliers),
    currency === null ? null : known(spend, (one) => money(one, currency)),
    percentCell(spend, total),
  ];
  const ofLines = (part: string, lines: readonly RegisterLine[]): Cell[] =>
    row(part, lines.length, currency === null ? null : statedSpend(lines, currency));
  const answered = answers.lines;
  const acted = standing && (await linesOfActed(shared, standing));
  const either = acted && [...new Map([...acted, ...answered].map((line) => [line.supplierNo, line])).values()];
  return {
    values: spendOf(list) ?? [count(numbers.suppliers)],
    tables: {
      stake: {
        rows: [
          row("all", numbers.suppliers, total),
          row("high", high?.suppliers ?? 0, high ? high.spend : 0n),
          ofLines("looked", answered),
          ...(acted && either ? [ofLines("acted", acted), ofLines("either", either)] : []),
        ],
      },
    },
  };
};

/** Lines of the list about whose suppliers a corrective action stands or a decision is in force, each once. */
export const linesOfActed = async (
  shared: Pick<SharedFacts, "lines">,
  { actions, decisions }: Pick<Standing, "actions" | "decisions">,
): Promise<RegisterLine[]> => {
  const inForce = decisions.filter(({ state }) => state === "in-force");
  const lines = await shared.lines([...actions, ...inForce].map(({ supplierNo }) => supplierNo));
  return [...new Map([...lines.values()].map((line) => [line.supplierNo, line])).values()];
};

/** Corrective actions that were verified in the period. */
export const fixedInPeriod = ({ actions }: Pick<Standing, "actions">, period: Period): Standing["actions"] =>
  actions.filter(({ verifiedAt }) => verifiedAt !== null && within(period, dayOf(verifiedAt)));

/**
 * Decisions about suppliers of the period, by kind, and suppliers of whom a corrective action was verified in it, with what the list
 * states of these suppliers; null: there is neither.
 */
export const changedDecisions = async (standing: Standing, period: Period, shared: SharedFacts): Promise<Filled> => {
  const all = decisionsOfPeriod(standing, period);
  const fixed = fixedInPeriod(standing, period);
  const untold = leftOut(standing, "decisions");
  if (all.length + fixed.length === 0) return { values: untold.length === 0 ? null : untold };
  const currency = (await shared.list())?.numbers.spend?.currency ?? null;
  const lines = await shared.lines([...all, ...fixed].map(({ supplierNo }) => supplierNo));
  const row = (what: Cell, times: number, of: readonly { readonly supplierNo: number }[]): Cell[] => {
    const found = of.map(({ supplierNo }) => lines.get(supplierNo));
    // A merged supplier is the line of what it became, once; of one that the list no longer has it states nothing.
    const listed = [...new Set(found.flatMap((line) => line ?? []))];
    const spend = currency === null || found.includes(undefined) ? null : statedSpend(listed, currency);
    return [what, count(times), known(spend, (one) => money(one, currency!))];
  };
  const decided = SUPPLIER_DECISIONS.map((decision) => {
    const of = all.filter((one) => one.decision === decision);
    return row(code("decision", decision), of.length, of);
  });
  const suppliersFixed = new Set(fixed.map(({ supplierNo }) => lines.get(supplierNo)?.supplierNo ?? supplierNo)).size;
  return {
    values: [count(all.length), ...untold],
    tables: { changed: { rows: [...decided, row(code("buying-changed", "fixed"), suppliersFixed, fixed)] } },
  };
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

export const ACTION_AGES = ["30", "90", "180", "older"] as const;

/** By the days since an action was recorded, at the end of the period. Pure. */
export function ageOfAction({ recordedAt }: Pick<Standing["actions"][number], "recordedAt">, { to }: Period): (typeof ACTION_AGES)[number] {
  const age = daysFrom(dayOf(recordedAt), to);
  return age <= 30 ? "30" : age <= 90 ? "90" : age <= 180 ? "180" : "older";
} // prettier-ignore

/** Actions that are not finished at the end of the period, by the days since they were recorded; null: there are none. */
export const openActions = (standing: Standing, period: Period): Filled => {
  const open = actionsOpenAt(standing, period);
  const untold = leftOut(standing, "actions");
  if (open.length === 0) return { values: untold.length === 0 ? null : untold };
  return {
    values: [count(open.length), ...untold],
    bars: {
      actionAges: ACTION_AGES.map((age) => ({
        label: code("action-age", age),
        count: open.filter((action) => ageOfAction(action, period) === age).length,
      })),
    },
  };
};

/** Fees found, paid and confirmed for each currency, as the ledger's page has it, and as per cent of what is owed. */
export const feesRepaid = (standing: Standing, { to }: Period): Filled => {
  const known = shownTotals(standing.groups, to).filter(({ owed }) => BigInt(owed) > 0n);
  return {
    ...moneyFilled("fees", standing.groups, to, leftOut(standing, "groups")),
    ...(known.length > 0 && {
      bars: {
        feesPaid: known.map(({ currency, paid, owed }) => ({
          label: text(currency),
          count: roundedPart(paid, owed, 100),
        })),
        feesConfirmed: known.map(({ currency, confirmed, owed }) => ({ label: text(currency), count: roundedPart(confirmed, owed, 100) })), // prettier-ignore
      },
    }),
  };
};

/** Which model scored, and how many pairs with lists people decided or have before them. */
export const reviewedByPeople = async (shared: SharedFacts): Promise<Filled> => {
  const [list, found] = await Promise.all([shared.list(), shared.pairs()]);
  if (list === null) return { values: null };
  const { counts: pairs } = found;
  const decided = (["match", "not-match", "cannot-tell"] as const).reduce((sum, state) => sum + (pairs[state] ?? 0), 0);
  const waiting = (["open", "proposed"] as const).reduce((sum, state) => sum + (pairs[state] ?? 0), 0);
  return {
    values: pairsLeftOut(found),
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
