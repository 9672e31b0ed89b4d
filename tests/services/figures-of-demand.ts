/** Points of the demand annex: held against the page of the demand side, the ledger, the overview and the queue of pairs. */
import { MEASURE_IDS, MEASURES, type MeasureId } from "../../app/demand/measures";
import { bidderAnnex } from "../../app/reports/templates/demand-annex";
import { measurePoint } from "../../app/reports/templates/demand-annex";
import { SUPPLIER_DECISIONS } from "../../db/schema/remedy";
import { dayOf } from "./figures-days";
import { answersNow, expectSame, spendValues, suppliersAnswered } from "./figures-of-list";
import { decisionsShown, inForceOnce, moneyRows } from "./figures-of-follow-up";
import type { FiguresPlace } from "./figures-place";
import { inPeriod, page, rowsOf } from "./figures-pages";
import { asBars, euros, middle, type Compared, type Plain, type Row, type Told } from "./figures-told";

/** Ten-thousandths of euros that the list states of each supplier, as its file has them. */
const EUROS: Readonly<Record<string, number>> = { "Birch Mill Ltd": 12005000, 华东纺织有限公司: 9000000, "Прядильная фабрика": 3000000, "Alder Staffing": -50000, "Grey Heron Cleaning Ltd": 2500000, "Vale Legal Ltd": 800000, "Nowhere Ltd": 70000, "Somewhere Ltd": 120000 }; // prettier-ignore
const TOTAL = Object.values(EUROS).reduce((sum, one) => sum + one, 0);
/** What was merged stands under the name of what it became. */
const became = (name: string) => (name === "Vale Legal Ltd" ? "Birch Mill Ltd" : name);
const percent = (part: number): string => String(Math.round((part * 1_000_000) / TOTAL) / 1_000_000);

const measureOf = async (at: FiguresPlace, id: MeasureId) =>
  (await page(at, "demand")).measures.find((one) => one.id === id)!;

/** As the page says it: the share, and what stands beside it. */
async function measured(at: FiguresPlace, id: MeasureId): Promise<Told | null> {
  const found = (await measureOf(at, id)).measured!;
  const beside = [
    ...found.amounts.map(({ what, amount, currency }): Row => ({ what, told: euros(amount, currency) })),
    ...found.further.map(({ what, number }): Row => ({ what, told: number })),
  ];
  if (found.denominator === null) return null;
  return { values: [`${found.numerator}/${found.denominator}`], tables: beside.length === 0 ? {} : { [`${id}Beside`]: beside } }; // prettier-ignore
}

async function stake(at: FiguresPlace): Promise<Told> {
  const { numbers } = await page(at, "overview");
  const high = numbers.bands.find(({ band }) => band === "high")!;
  const looked = new Set([...(await answersNow(at)).keys()].map(became));
  expectSame(looked.size, await suppliersAnswered(at));
  const { actions } = await page(at, "actions");
  const { decisions } = await page(at, "decisions");
  const acted = new Set([...actions, ...decisions.filter(({ state }) => state === "in-force")].map(({ supplierName }) => became(supplierName))); // prettier-ignore
  const row = (part: string, suppliers: number, spend: number): Row => ({ part, suppliers, share: `${suppliers}/${numbers.suppliers}`, spend: euros(String(spend)), ofSpend: percent(spend) }); // prettier-ignore
  const of = (part: string, names: ReadonlySet<string>) => row(part, names.size, [...names].reduce((sum, name) => sum + EUROS[name]!, 0)); // prettier-ignore
  return {
    values: await spendValues(at),
    tables: { stake: [row("all", numbers.suppliers, TOTAL), row("high", high.suppliers, Number(high.spend)), of("looked", looked), of("acted", acted), of("either", new Set([...looked, ...acted]))] }, // prettier-ignore
  };
}

async function changed(at: FiguresPlace): Promise<Told> {
  const shown = await decisionsShown(at);
  const rows: Row[] = SUPPLIER_DECISIONS.map((decision) => {
    const names = new Set(shown.filter((one) => one.decision === decision).map(({ supplierName }) => became(supplierName))); // prettier-ignore
    const spend = [...names].reduce((sum, name) => sum + EUROS[name]!, 0);
    return { decision, count: shown.filter((one) => one.decision === decision).length, spend: euros(String(spend)) }; // prettier-ignore
  });
  const verified = (await rowsOf(at, "correctiveActions")).filter(({ verifiedAt }) => verifiedAt !== null && inPeriod(verifiedAt)); // prettier-ignore
  const fixed = new Set(verified.map(({ supplierName }) => became(supplierName)));
  rows.push({ decision: "fixed", count: fixed.size, spend: euros(String([...fixed].reduce((sum, name) => sum + EUROS[name]!, 0))) }); // prettier-ignore
  return { values: [shown.length], tables: { changed: rows } };
}

/** Days from recording a finding that was not rejected to the first decision about its supplier after it. */
async function daysToDecide(at: FiguresPlace): Promise<Told> {
  const inForce = await inForceOnce(at);
  const decisions = (await rowsOf(at, "supplierDecisions")).filter(({ id }) => inForce.has(id));
  const merged = at.line("Vale Legal Ltd").supplierNo;
  const no = (of: number) => (of === merged ? at.line("Birch Mill Ltd").supplierNo : of);
  const found = (await rowsOf(at, "findings")).filter(({ undoneAt, recordedAt, status }) => undoneAt === null && inPeriod(recordedAt) && status !== "rejected"); // prettier-ignore
  const days = found.flatMap(({ supplierNo, recordedAt }) => {
    const after = decisions
      .filter((one) => no(one.supplierNo) === no(supplierNo))
      .map(({ confirmedAt, proposedAt }) => confirmedAt ?? proposedAt)
      .filter((decided) => decided >= recordedAt)
      .sort((a, b) => a.getTime() - b.getTime());
    return after[0] ? [Math.round((after[0].getTime() - recordedAt.getTime()) / 86_400_000)] : [];
  });
  return { values: [`${middle(days)} d`] };
}

const AGES = ["30", "90", "180", "older"];
async function openActions(at: FiguresPlace): Promise<Told> {
  const { actions } = await page(at, "actions");
  const open = actions.filter(({ state }) => state !== "verified" && state !== "not-achieved").map(({ id }) => id);
  const kept = (await rowsOf(at, "correctiveActions")).filter(({ id }) => open.includes(id));
  const ages = kept.map(({ recordedAt }) => {
    const days = Math.round((Date.parse(dayOf(0)) - Date.parse(recordedAt.toISOString().slice(0, 10))) / 86_400_000);
    return days <= 30 ? "30" : days <= 90 ? "90" : days <= 180 ? "180" : "older";
  });
  const count = (age: string) => ages.filter((one) => one === age).length;
  return { values: [open.length], bars: { actionAges: asBars(AGES, Object.fromEntries(AGES.map((age) => [age, count(age)]))) } }; // prettier-ignore
}

async function fees(at: FiguresPlace): Promise<Told> {
  const rows = await moneyRows(at);
  const amount = (cell: Plain | undefined) => BigInt(String(cell).split(" ")[1]!);
  const bars = (of: "paid" | "confirmed") => Object.fromEntries(rows.map((row) => [String(row["currency"]), Math.round(Number(amount(row[of]) * 100n) / Number(amount(row["owed"])))])); // prettier-ignore
  return { tables: { fees: rows }, bars: { feesPaid: bars("paid"), feesConfirmed: bars("confirmed") } };
}

async function technology(at: FiguresPlace): Promise<Told> {
  const { generation } = await page(at, "overview");
  const { counts } = await page(at, "matches");
  const of = (...states: (keyof typeof counts)[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return {
    tables: {
      technology: [
        { what: "model", told: generation.modelId },
        { what: "data", told: generation.dataDate },
        { what: "decided", told: of("match", "not-match", "cannot-tell") },
        { what: "waiting", told: of("open", "proposed") },
      ],
    },
  };
}

async function trainings(at: FiguresPlace): Promise<Told> {
  const told = (await page(at, "demand")).told.flatMap(({ told: { kind, contents }, takenBack }) => (kind === "training" && takenBack === null && inPeriod(contents.on) ? [contents] : [])); // prettier-ignore
  const rows = told
    .toReversed()
    .map(({ on, what, whom, people, outOf, hours }) => ({ on, what, whom, people, outOf, hours }));
  const { values, tables } = (await measured(at, "training"))!;
  return { values: values!, tables: { ...tables, trainings: rows } };
}

/** Alerts of the page, with what is in the rows of each that was not rejected. */
async function alerts(at: FiguresPlace, withRows: boolean): Promise<Told> {
  const { values, tables } = (await measured(at, "alerts"))!;
  const found = (await rowsOf(at, "findings")).filter(({ undoneAt, recordedAt, status }) => undoneAt === null && inPeriod(recordedAt) && status !== "rejected"); // prettier-ignore
  const rows = found.toSorted((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime()).map(({ foundOn, recordedAt }) => ({ known: foundOn, recorded: recordedAt.toISOString().slice(0, 10) })); // prettier-ignore
  return { values: values!, tables: { ...tables, ...(withRows && { knowledge: rows }) } };
}

const measureRow = async (at: FiguresPlace, id: MeasureId): Promise<Row> => {
  const { measured: found, owner } = await measureOf(at, id);
  const told = (number: number) => (found!.denominator === null ? "not" : number);
  return { measure: id, done: told(found!.numerator), of: told(found!.denominator ?? 0), owner: owner === "" ? null : owner }; // prettier-ignore
};

/** @param ids measures that the report has. */
const contributions = async (at: FiguresPlace, ids: readonly MeasureId[]): Promise<Row[]> =>
  (
    await Promise.all(
      ids.map(async (id) => {
        const { numerator, denominator } = (await measureOf(at, id)).measured!;
        return MEASURES[id].commitments.map((commitment) => ({ commitment, measure: id, result: denominator === null ? "not" : `${numerator}/${denominator}` })); // prettier-ignore
      }),
    )
  )
    .flat()
    .sort((a, b) => (a.commitment < b.commitment ? -1 : a.commitment > b.commitment ? 1 : 0));

const OF_BIDDER = MEASURE_IDS.filter((id) => bidderAnnex().some(({ points }) => points.some((point) => point.id === measurePoint(id)))); // prettier-ignore

const ofMeasure = (id: MeasureId): readonly [string, Compared] => [measurePoint(id), { page: "demand", told: (at) => measured(at, id) }]; // prettier-ignore

export const OF_DEMAND: Readonly<Record<string, Compared>> = {
  ...Object.fromEntries(MEASURE_IDS.map(ofMeasure)),
  trainingMeasure: { page: "demand", told: (at, { type }) => (type === "tender-check" ? measured(at, "training") : trainings(at)) }, // prettier-ignore
  alertsMeasure: { page: "demand; days from the rows", told: (at, { type }) => alerts(at, type !== "statement") },
  spendAtStake: { page: "overview, follow-up, answers of each supplier; amounts of the file", told: stake },
  allMeasures: {
    page: "demand",
    told: async (at) => ({ values: [], tables: { measures: await Promise.all(MEASURE_IDS.map((id) => measureRow(at, id))) } }), // prettier-ignore
  },
  buyingChanged: { page: "follow-up, decisions; amounts of the file", told: changed },
  daysToDecide: { page: "rows: findings and decisions", told: daysToDecide },
  openActions: { page: "follow-up, actions; ages from the rows", told: openActions },
  feesRepaid: { page: "follow-up, repayments", told: fees },
  reviewedByPeople: { page: "queue of pairs; overview", told: technology },
  commitmentTable: {
    page: "demand",
    told: async (at, { type }) => ({ tables: { contributions: await contributions(at, type === "tender-check" ? OF_BIDDER : MEASURE_IDS) } }), // prettier-ignore
  },
};
