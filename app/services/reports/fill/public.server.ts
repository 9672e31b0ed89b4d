/** A public report without small counts: one rule for every point, table and chart, whatever is made of it later. */
import type { Database, Scope } from "../../../../db/database";
import type { MeasureId } from "../../../demand/measures";
import { SMALLEST } from "../../../remedy/small-groups";
import { code, count, type Cell, type Value } from "../../../reports/model";
import type { Filled, Fillings } from "../../../reports/template";
import { measurePoint } from "../../../reports/templates/demand-annex";
import { alertsFor } from "../../demand/measures.server";
import { linesOfActed } from "./demand-facts.server";
import { actionsOfPeriod, decisionsOfPeriod, findingsOfPeriod } from "./follow-up-facts.server";
import { isOfMany, publicFigures } from "./public-figures";
import type { SharedFacts } from "./shared-facts.server";
import type { Standing, Told } from "./standing.server";

type Tells = (figure: string) => boolean;

/** Stands where a number is not told. */
export const FEW: Value = code("withheld", "few");
/** Stands behind a total of which the parts are not told. */
const PARTS: Value = code("withheld", "parts");

/**
 * What a public report tells of these fillings: no number of one to four findings, actions, decisions, pairs, workers or suppliers
 * that were followed up, nor one that follows from a total (`small-counts.ts`); no amount of fewer than five suppliers or contracts.
 * The list by place, sector, level and band, and the buyer's own contracts, orders, payments and trainings are told as they are
 * (`docs/decisions/0036`).
 */
export const publicFillings = async (
  db: Database,
  scope: Scope,
  period: Told,
  standing: Standing,
  shared: SharedFacts,
  filled: Fillings,
): Promise<Fillings> => {
  const [alerts, list, answers, { counts: pairs }, acted] = await Promise.all([
    alertsFor(db, scope, period, standing),
    shared.list(),
    shared.answers(),
    shared.pairs(),
    linesOfActed(shared, standing),
  ]);
  const told = publicFigures({
    period,
    standing,
    alerts,
    pairs,
    suppliers: {
      all: list?.numbers.suppliers ?? 0,
      high: list?.numbers.bands.find(({ band }) => band === "high")?.suppliers ?? 0,
      looked: (answers?.lines ?? []).map(({ supplierNo }) => supplierNo),
      acted: acted.map(({ supplierNo }) => supplierNo),
    },
    exits: shareIn(filled[measurePoint("exits")]),
    ownRepayment: shareIn(filled[measurePoint("ownRepayment")]),
    unclear: besideIn(filled[measurePoint("ownRepayment")], "unclear"),
  });
  const all = {
    findings: findingsOfPeriod(standing, period).length,
    actions: actionsOfPeriod(standing, period).length,
    decisions: decisionsOfPeriod(standing, period).length,
    pairs: Object.values(pairs).reduce((sum, one) => sum + one, 0),
  };
  const mask = masks((figure) => told.has(figure), all);
  return Object.fromEntries(Object.entries(filled).map(([id, of]) => [id, mask[id]?.(of) ?? of]));
};

/** Points of a public report in which the rule hides something, by their ids. Pure. */
export function masks(
  tells: Tells,
  all: Readonly<Record<"findings" | "actions" | "decisions" | "pairs", number>>,
): Readonly<Record<string, (filled: Filled) => Filled>> {
  const measured = (figure: string, of: Filled) => (tells(figure) ? of : hidden(of));
  return {
    findings: (of) => byKind(of, tells("findingStates"), tells("findings") ? all.findings : null),
    actions: (of) => byKind(of, tells("actionStates"), tells("actions") ? all.actions : null),
    decisions: (of) => byKind(of, tells("decisionKinds"), tells("decisions") ? all.decisions : null),
    listed: (of) => byKind(of, tells("pairStates"), tells("pairs") ? all.pairs : null),
    looked: (of) => (tells("looked") ? of : hidden(of)),
    repaid: (of) => moneyRows(of, "money", tells),
    limits: (of) => rows(of, "limitGaps", withoutFew),
    recruitmentPolicy: (of) => rows(of, "policyAnswers", (row) => (tells("looked") && row.every(isMany) ? row : row.with(1, FEW).with(2, FEW).with(3, FEW))), // prettier-ignore
    remedy: (of) => rows(of, "remedySteps", withoutFew),
    measures: (of) => rows(of, "effects", (row) => (tells("actions") ? withoutFew(row) : row.with(1, FEW))),
    training: (of) =>
      rows(of, "trainingByWhom", (row) => (isMany(row[2] ?? null) ? row : row.with(2, FEW).with(3, FEW))),
    spendAtStake: (of) => stakeRows(of, tells),
    allMeasures: (of) => rows(of, "measures", (row) => (tellsOf(row[0], tells) ? row : row.with(1, FEW).with(2, FEW))),
    commitmentTable: (of) => rows(of, "contributions", (row) => (tellsOf(row[1], tells) ? row : row.with(2, FEW).with(4, null))), // prettier-ignore
    buyingChanged: (of) => changedRows(of, tells),
    openActions: (of) => (tells("openActions") ? (tells("actionAges") ? of : withoutCharts(of)) : hidden(of)),
    feesRepaid: (of) => charted(moneyRows(of, "fees", tells), tells),
    reviewedByPeople: (of) => rows(of, "technology", (row) => (isWord(row[0], ["decided", "waiting"]) && !(tells("pairs") && tells("pairsDecided")) ? row.with(1, FEW) : row)), // prettier-ignore
    alertsMeasure: (of) => alertsTold(measured("alerts", of), tells),
    exitsMeasure: (of) => measured("exits", of),
    ownRepaymentMeasure: (of) => ownTold(measured("ownRepayment", of), tells),
    labourFloorMeasure: (of) => (isOfMany(besideIn(of, "below")) ? of : rows(of, "labourFloorBeside", withoutAmount)),
    employerPaysMeasure: (of) =>
      isOfMany(shareIn(of)?.part ?? 0) ? of : rows(of, "employerPaysBeside", withoutAmount),
  };
}

/** Measures that count records of the follow-up. */
const FIGURE_OF_MEASURE: Readonly<Partial<Record<MeasureId, string>>> = { alerts: "alerts", exits: "exits", ownRepayment: "ownRepayment" }; // prettier-ignore

const isWord = (cell: Cell | undefined, words: readonly string[]): boolean => cell?.is === "code" && words.includes(cell.code); // prettier-ignore
const isLeftOut = (value: Value): boolean => value.is === "code" && value.of === "left-out";

/** Does the rule let the measure of the row be told? */
function tellsOf(cell: Cell | undefined, tells: Tells): boolean {
  const figure = cell?.is === "code" ? FIGURE_OF_MEASURE[cell.code as MeasureId] : undefined;
  return figure === undefined || tells(figure);
}

/** What was not measured, or is not for this reader, hides nothing; else that it is not told. No id of a record, and no table. */
const hidden = ({ values, ...filled }: Filled): Filled =>
  values && values.some(({ is }) => is === "share" || is === "count" || is === "number")
    ? { values: [FEW, ...values.filter(isLeftOut)] }
    : { values: values ?? null, ...filled };

/** @param total how many there are of all kinds; null: that is not told either. */
function byKind(filled: Filled, isTold: boolean, total: number | null): Filled {
  if (isTold) return filled;
  return { ...filled, values: [...(total === null ? [FEW] : [count(total), PARTS]), ...(filled.values ?? []).filter(isLeftOut)] }; // prettier-ignore
}

/** The filling with the rows of one table changed. */
const rows = (filled: Filled, table: string, change: (row: Cell[]) => Cell[]): Filled => {
  const found = filled.tables?.[table];
  return found ? { ...filled, tables: { ...filled.tables, [table]: { ...found, rows: found.rows.map((row) => change([...row])) } } } : filled; // prettier-ignore
};

/** Is it no number of one to four, and no share that leaves one to four on either side? */
function isMany(cell: Cell): boolean {
  const isSmall = (number: number) => number > 0 && number < SMALLEST;
  if (cell?.is === "count") return !isSmall(cell.count);
  return cell?.is !== "share" || ![cell.part, cell.whole - cell.part, cell.whole].some(isSmall);
}
const withoutFew = (row: Cell[]): Cell[] => row.map((cell) => (isMany(cell) ? cell : FEW));
const withoutAmount = (row: Cell[]): Cell[] => row.map((cell) => (cell?.is === "money" ? FEW : cell));
const withoutCharts = ({ values, tables }: Filled): Filled => ({
  values: [...(values ?? []), PARTS],
  ...(tables && { tables }),
});
const currencyOf = (cell: Cell | undefined): string => (cell?.is === "text" ? cell.text : "");

const moneyRows = (filled: Filled, table: string, tells: Tells): Filled =>
  rows(filled, table, (row) => (tells(`money ${currencyOf(row[0])}`) ? row : withoutAmount(row)));

/** Bars of a currency of which nothing is told are left out. */
const charted = ({ bars, ...filled }: Filled, tells: Tells): Filled => ({
  ...filled,
  ...(bars && {
    bars: Object.fromEntries(Object.entries(bars).map(([id, of]) => [id, of.filter(({ label }) => tells(`money ${currencyOf(label)}`))])), // prettier-ignore
  }),
});

/** Part, suppliers, share, spend, share of the spend. */
const stakeRows = (filled: Filled, tells: Tells): Filled =>
  rows(filled, "stake", (row) => {
    if (isWord(row[0], ["all"])) return row;
    if (isWord(row[0], ["high"])) return tells("highSpend") ? row : row.with(3, FEW).with(4, FEW);
    const [part] = row;
    return part?.is === "code" && tells(part.code) ? row : [part ?? null, FEW, FEW, FEW, FEW];
  });

/** Decision, how many, spend of their suppliers; the last row is of suppliers that were fixed. */
const changedRows = (filled: Filled, tells: Tells): Filled => {
  const changed = rows(filled, "changed", (row) => {
    if (isWord(row[0], ["fixed"])) return tells("fixed") ? row : row.with(1, FEW).with(2, FEW);
    if (!tells("decisionKinds")) return row.with(1, FEW).with(2, FEW);
    return tells("decisionSpend") ? row : withoutAmount(row);
  });
  return tells("decisions") ? changed : { ...changed, values: hidden({ values: filled.values ?? null }).values! };
};

/** The share, and beside it that rejected ones and purchases that go on are told where they are many. */
const alertsTold = (filled: Filled, tells: Tells): Filled =>
  rows(filled, "alertsBeside", (row) => {
    const isTold = isWord(row[0], ["rejected"]) ? tells("findings") : tells("alertsGoOn");
    return isTold ? row : row.with(1, FEW);
  });

const ownTold = (filled: Filled, tells: Tells): Filled =>
  rows(filled, "ownRepaymentBeside", (row) => row.map((cell) => (cell?.is === "money" && !tells(`own ${cell.currency}`) ? FEW : cell))); // prettier-ignore

/** The share that a measure tells; null: it tells none. */
function shareIn(filled: Filled | undefined): { readonly part: number; readonly whole: number } | null {
  const found = filled?.values?.find((value) => value.is === "share");
  return found?.is === "share" ? found : null;
}

/** A number that stands beside a measure, in its values or its table; 0: it does not. */
function besideIn(filled: Filled | undefined, what: string): number {
  const values = filled?.values ?? [];
  const cells = Object.values(filled?.tables ?? {}).flatMap(({ rows: of }) => of);
  const pairs = [...cells, ...values.map((value, at): Cell[] => [value, values[at + 1] ?? null])];
  const number = pairs.find(([first]) => isWord(first, [what]))?.[1];
  return number?.is === "number" ? number.number : 0;
}
