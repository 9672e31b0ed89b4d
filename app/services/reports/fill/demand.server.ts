import type { Database, Scope } from "../../../../db/database";
import { within } from "../../../demand/count";
import type { Alert } from "../../../demand/count-follow-up";
import type { Buying } from "../../../demand/entries";
import type { Measured, MeasureId, Measures, RecordLink } from "../../../demand/measures";
import { MEASURE_IDS, MEASURES } from "../../../demand/measures";
import { isBy } from "../../../lib/as-known-on";
import { isLeftOut } from "../../../lib/disclosure";
import {
  code,
  codes,
  count,
  day,
  known,
  money,
  NOT_MEASURED,
  share,
  text,
  type Cell,
  type ReportClass,
  type Value,
} from "../../../reports/model";
import type { Filled, Fillings, Template } from "../../../reports/template";
import { demand } from "../../../reports/templates/demand";
import { measurePoint } from "../../../reports/templates/demand-annex";
import { buyingRecord } from "../../demand/buying.server";
import { alertsFor, demandMeasures } from "../../demand/measures.server";
import type { Fill } from "./fill";
import { alertRows, changedDecisions, daysToDecide, feesRepaid, openActions, reviewedByPeople, spendAtStake } from "./demand-facts.server"; // prettier-ignore
import { leftOut } from "./follow-up-facts.server";
import type { SharedFacts } from "./shared-facts.server";
import { standingAtEnd, type Period, type Standing, type Told } from "./standing.server";

/** The report of the demand side alone. */
export const fillDemand: Fill = async (db, scope, { settings, now, shared }) =>
  demandAnnexOf(db, scope, settings, demand, await standingAtEnd(db, scope, settings, now), shared);

/**
 * Of the points of the annex, those the template has: each by what its page says of the period. The numbers count every finding;
 * in rows and by their ids stand those alone that readers of the report's class may know of.
 * @param standing the follow-up at the end of the period; null: the template prints nothing of it.
 */
export const demandAnnexOf = async (
  db: Database,
  scope: Scope,
  period: Told,
  template: Template,
  standing: Standing | null,
  shared: SharedFacts,
): Promise<Fillings> => {
  const points = new Map(template.sections.flatMap(({ points }) => points.map((point) => [point.id, point] as const)));
  const alerts = standing && (await alertsFor(db, scope, period, standing, await shared.told()));
  const { until } = shared;
  const [measures, { buying }, { buying: today }] = await Promise.all([
    demandMeasures(db, scope, period, standing, { known: alerts, until }),
    buyingRecord(db, scope, until),
    buyingRecord(db, scope),
  ]);
  const later = toldLater(today, period, until);
  const open = (alerts ?? []).filter((alert) => !isLeftOut(alert, period.class));
  const untold = standing === null ? [] : (["actions", "groups", "decisions"] as const).flatMap((what) => leftOut(standing, what)); // prettier-ignore
  const named = namedIn(measures, open, period.class);
  const shown = MEASURE_IDS.filter((id) => points.has(measurePoint(id)));
  const fill: Readonly<Record<string, () => Filled | Promise<Filled>>> = {
    ...Object.fromEntries(shown.map((id) => [measurePoint(id), () => measureFilled(id, named[id])])),
    allMeasures: () => ({
      values: [...later, ...untold],
      tables: { measures: { rows: measureRows(measures, shown, buying.owners, period.class) } },
    }),
    commitmentTable: () => ({
      values: points.has("allMeasures") ? [] : later,
      tables: { contributions: { rows: contributions(named, shown) } },
    }),
    trainingMeasure: () => {
      const filled = measureFilled("training", named.training);
      const rows = buying.trainings
        .filter(({ contents: { on } }) => on >= period.from && on <= period.to)
        .map(({ contents: one }): Cell[] => [
          day(one.on),
          text(one.what),
          code("trained", one.whom),
          count(one.people),
          known(one.outOf, count),
          known(one.hours, (hours) => ({ is: "number", number: hours })),
        ]);
      return rows.length === 0 ? filled : { ...filled, tables: { ...filled.tables, trainings: { rows } } };
    },
    alertsMeasure: () => {
      const filled = measureFilled("alerts", named.alerts);
      const table = alertRows(open);
      return table === null ? filled : { ...filled, tables: { ...filled.tables, knowledge: { rows: table } } };
    },
    daysToDecide: () => daysToDecide(alerts ?? [], period.class),
    spendAtStake: () => spendAtStake(shared, standing),
    ...(standing && {
      buyingChanged: () => changedDecisions(standing, period, shared),
      openActions: () => openActions(standing, period),
      feesRepaid: () => feesRepaid(standing, period),
    }),
    reviewedByPeople: () => reviewedByPeople(shared),
  };
  const filled = await Promise.all(
    Object.entries(fill).flatMap(([id, make]) => {
      const point = points.get(id);
      return point === undefined ? [] : [Promise.resolve(make()).then((one) => [id, declared(one, point)] as const)];
    }),
  );
  return Object.fromEntries(filled);
};

/** How many entries about days of the period were told after its end, and are in no number; nothing where none was. Pure. */
function toldLater({ orders, payments, trainings }: Buying, period: Period, until: Date | null): Value[] {
  const told = [
    ...[...orders, ...payments].map(({ enteredAt, contents }) => ({ enteredAt, on: contents.to })),
    ...trainings.map(({ enteredAt, contents }) => ({ enteredAt, on: contents.on })),
  ].filter(({ enteredAt, on }) => !isBy(enteredAt, until) && within(period, on));
  return told.length === 0 ? [] : [code("left-out", `told/${told.length}`)];
}

/**
 * The measures with the records that a report of a class may name: an id begins with the instant its record was made. Findings are
 * those that are open to its readers, and what workers are owed is named in no public report. Pure.
 */
function namedIn(measures: Measures, open: readonly Pick<Alert, "findingId">[], reportClass: ReportClass): Measures {
  const findings = new Set(open.map(({ findingId }) => findingId));
  const mayName = ({ kind, id }: RecordLink): boolean =>
    kind === "finding" ? findings.has(id) : kind !== "repayment" || reportClass !== "public";
  const of = (measured: Measured | null) => measured && { ...measured, records: measured.records.filter(mayName) };
  return Object.fromEntries(MEASURE_IDS.map((id) => [id, of(measures[id])])) as Measures;
}

/** Without the tables that this template leaves out. */
const declared = ({ tables, ...rest }: Filled, { tables: has = [] }: Pick<Template["sections"][number]["points"][number], "tables">): Filled => ({
  ...rest,
  ...(tables && { tables: Object.fromEntries(Object.entries(tables).filter(([id]) => has.some((one) => one.id === id))) }),
}); // prettier-ignore

/** The numbers of a measure; what is not measured has none, and is never zero: what is known beside it stands with it. */
export function measureFilled(id: MeasureId, measured: Measured | null): Filled {
  if (measured === null) return { values: null };
  const { numerator, denominator, amounts, further, records } = measured;
  const beside = further.flatMap(({ what, number }): Value[] => [
    code("demand-beside", what),
    { is: "number", number },
  ]);
  if (denominator === null) return { values: beside.length === 0 ? null : [NOT_MEASURED, ...beside] };
  const rows: Cell[][] = [
    ...amounts.map(({ what, amount, currency }): Cell[] => [code("demand-beside", what), money(amount, currency)]),
    ...further.map(({ what, number }): Cell[] => [code("demand-beside", what), { is: "number", number }]),
  ];
  return {
    values: [share(numerator, denominator)],
    ...(rows.length > 0 && { tables: { [`${id}Beside`]: { rows } } }),
    // All of them: whoever packs the report leaves it out by any one that its readers may not see.
    evidence: records.map((record) => record.id),
  };
}
/** Of who answers for a measure: a public report names those alone who signed it or wrote in it. */
const measureRows = (
  measures: Measures,
  shown: readonly MeasureId[],
  owners: ReadonlyMap<MeasureId, string>,
  reportClass: ReportClass,
): Cell[][] =>
  shown.map((id) => {
    const measured = measures[id];
    const denominator = measured?.denominator ?? null;
    return [
      code("demand-measure", id),
      denominator === null ? NOT_MEASURED : count(measured!.numerator),
      denominator === null ? NOT_MEASURED : count(denominator),
      code("demand-data", id),
      known(owners.get(id), reportClass === "public" ? () => code("withheld", "name") : text),
    ];
  });

/** Ids of records in one cell. */
const MOST_NAMED = 3;

/** Each commitment with the measures of the report that contribute to it, what came of them, of which records it is counted, and some of them by their ids, for the files alone: no supplier is named. */
const contributions = (measures: Measures, shown: readonly MeasureId[]): Cell[][] =>
  shown
    .flatMap((id) =>
      MEASURES[id].commitments.map((commitment): Cell[] => {
        const measured = measures[id];
        const told = measured !== null && measured.denominator !== null;
        return [
          text(commitment),
          code("demand-measure", id),
          told ? share(measured.numerator, measured.denominator!) : NOT_MEASURED,
          (told ? codes("record-kind", [...new Set(measured.records.map(({ kind }) => kind))].sort()) : null) ?? code("dash", "none"), // prettier-ignore
          told && measured.records.length > 0 ? text(measured.records.slice(0, MOST_NAMED).map((record) => record.id).join("; ")) : null, // prettier-ignore
        ];
      }),
    )
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
const keyOf = ([first]: readonly Cell[]): string => (first?.is === "text" ? first.text : "");
