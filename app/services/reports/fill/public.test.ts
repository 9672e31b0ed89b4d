/** What a public report tells of made-up follow-ups: no number of one to four records, in no point, and none that follows from others. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { FINDING_STATUSES } from "../../../../db/schema/findings";
import { ACTION_STATES, SUPPLIER_DECISIONS } from "../../../../db/schema/remedy";
import type { Alert } from "../../../demand/count-follow-up";
import { alerts as countAlerts, ownRepayment } from "../../../demand/count-follow-up";
import type { Cell } from "../../../reports/model";
import type { Filled, Fillings } from "../../../reports/template";
import { statement } from "../../../reports/templates/statement";
import { feesRepaid, openActions } from "./demand-facts.server";
import { measureFilled } from "./demand.server";
import { actionCounts, decisionCounts, findingCounts, repaidTotals } from "./follow-up-facts.server";
import { FEW, masks } from "./public.server";
import { publicFigures } from "./public-figures";
import type { Standing } from "./standing.server";

const PERIOD = { from: "2026-01-01", to: "2026-12-31", class: "public" as const };
const at = (days: number) => new Date(Date.parse("2026-01-02T09:00:00Z") + days * 86_400_000);
const isSmall = (count: number): boolean => count > 0 && count < 5;

/** Records in lumps, so that there are few of some kinds and many of others. */
const lumps = <T>(one: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(one, fc.constantFrom(1, 2, 4, 5, 6, 9)), { maxLength: 6 })
    .map((all) => all.flatMap(([of, times]) => Array.from({ length: times }, () => ({ ...of }))));
const numbered = <T extends object>(all: readonly T[]) => all.map((one, no) => ({ ...one, id: `id${no}` }));

const aStanding = fc
  .record({
    findings: lumps(fc.record({ status: fc.constantFrom(...FINDING_STATUSES), isWhole: fc.boolean(), goesOn: fc.boolean() })), // prettier-ignore
    actions: lumps(fc.record({ state: fc.constantFrom(...ACTION_STATES), age: fc.constantFrom(10, 60, 100, 300) })),
    decisions: lumps(fc.record({ decision: fc.constantFrom(...SUPPLIER_DECISIONS), supplierNo: fc.integer({ min: 1, max: 9 }) })), // prettier-ignore
    groups: fc.array(fc.record({ workers: fc.integer({ min: 1, max: 9 }), currency: fc.constantFrom("EUR", "USD"), borneBy: fc.constantFrom("buyer", "supplier"), ownPart: fc.constantFrom(true, false, null) }), { maxLength: 7 }), // prettier-ignore
  })
  .map(({ findings, actions, decisions, groups }) => ({
    alerts: numbered(findings).map(({ id, status, isWhole, goesOn }): Alert => {
      const day = isWhole ? "2026-02-01" : null;
      return { findingId: id, accessClass: "confidential", supplierNo: 1, supplier: "Mill", knownOn: "2026-01-01", recordedOn: "2026-01-02", assessedOn: day, isRejected: status === "rejected", decidedOn: day, decision: goesOn ? "buy" : null, protectedOn: day }; // prettier-ignore
    }),
    owed: numbered(groups).map(({ id, ...of }) => ({ groupId: id, name: id, ...of, owed: 10n, paid: 5n })),
    standing: {
      findings: numbered(findings).map(({ id, status }) => ({
        id,
        status,
        accessClass: "confidential",
        recordedAt: at(0),
      })),
      actions: numbered(actions).map(({ id, state, age }) => ({ id, state, recordedAt: at(360 - age), verifiedAt: state === "verified" ? at(362) : null })), // prettier-ignore
      decisions: numbered(decisions).map((one) => ({ ...one, state: "in-force", decidedOn: "2026-02-01" })),
      groups: numbered(groups).map(({ id, workers, currency, borneBy }) => ({ group: { id, workers, currency, borneBy }, entries: [], ledger: { currency, owed: 10n, dueOn: "2026-03-01", instalments: [], payments: [], confirmed: [] } })), // prettier-ignore
      steps: [],
      untold: { actions: 0, groups: 0, decisions: 0 },
    } as unknown as Standing,
  }));

/** What an arbitrary draws. */
type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never;

const inPublic = (
  { standing, alerts, owed }: Drawn<typeof aStanding>,
  pairs = {},
): { before: Fillings; after: Fillings } => {
  const [measured, own] = [countAlerts(alerts, PERIOD), ownRepayment(owed)];
  const before: Fillings = {
    findings: findingCounts(standing, PERIOD),
    actions: actionCounts(standing, PERIOD),
    decisions: decisionCounts(standing, PERIOD),
    repaid: repaidTotals(standing, PERIOD),
    openActions: openActions(standing, PERIOD),
    feesRepaid: feesRepaid(standing, PERIOD),
    alertsMeasure: measureFilled("alerts", measured),
    ownRepaymentMeasure: measureFilled("ownRepayment", own),
  };
  const suppliers = { all: 900, high: 9, looked: [], acted: [] };
  const ownRepaid = own.denominator === null ? null : { part: own.numerator, whole: own.denominator };
  const unclear = own.further.find(({ what }) => what === "unclear")?.number ?? 0;
  const told = publicFigures({ period: PERIOD, standing, alerts, pairs, suppliers, exits: null, ownRepayment: ownRepaid, unclear }); // prettier-ignore
  const { findings, actions, decisions } = standing;
  const mask = masks((figure) => told.has(figure), { findings: findings.length, actions: actions.length, decisions: decisions.length, pairs: 0 }); // prettier-ignore
  return { before, after: Object.fromEntries(Object.entries(before).map(([id, of]) => [id, mask[id]!(of)])) };
};

const countsIn = (cells: readonly Cell[]): number[] =>
  cells.flatMap((cell) => (cell?.is === "count" ? [cell.count] : cell?.is === "number" ? [cell.number] : cell?.is === "share" ? [cell.part, cell.whole, cell.whole - cell.part] : [])); // prettier-ignore
const cellsOf = ({ values, tables = {} }: Filled): Cell[] => [...(values ?? []), ...Object.values(tables).flatMap(({ rows }) => rows.flat())]; // prettier-ignore
const barsOf = ({ bars = {} }: Filled): number[] => Object.values(bars).flatMap((of) => of.map(({ count }) => count));

test("no number of one to four records stands in any point or chart", () => {
  fc.assert(
    fc.property(aStanding, (given) => {
      const { feesRepaid: fees, ...after } = inPublic(given).after;
      const told = Object.values(after).flatMap((filled) => [...countsIn(cellsOf(filled)), ...barsOf(filled)]);
      expect(told.filter(isSmall)).toEqual([]);
      expect(countsIn(cellsOf(fees!)).filter(isSmall)).toEqual([]);
    }),
  );
});

test("findings less alerts, a total less its told parts, and open actions less their ages leave no number of one to four", () => {
  fc.assert(
    fc.property(aStanding, (given) => {
      const { after } = inPublic(given);
      const sum = (id: string) => countsIn(after[id]!.values ?? []).reduce((all, one) => all + one, 0);
      const share = after["alertsMeasure"]!.values?.find((value) => value.is === "share");
      const isTold = (id: string) => countsIn(after[id]!.values ?? []).length > 0;
      if (share?.is === "share" && isTold("findings")) expect(isSmall(sum("findings") - share.whole)).toBe(false);
      if (isTold("openActions") && isTold("actions")) expect(isSmall(sum("actions") - sum("openActions"))).toBe(false);
      const ages = barsOf(after["openActions"]!);
      if (ages.length > 0) expect(sum("openActions")).toBe(ages.reduce((all, one) => all + one, 0));
    }),
  );
});

test("what is told is what it was: a number is left out, and never another", () => {
  fc.assert(
    fc.property(aStanding, (given) => {
      const { before, after } = inPublic(given);
      for (const [id, filled] of Object.entries(after)) {
        const known = new Set([...countsIn(cellsOf(before[id]!)), ...countsIn([...(before[id]!.values ?? [])])]);
        const total = countsIn(before[id]!.values ?? []).reduce((all, one) => all + one, 0);
        for (const count of countsIn(cellsOf(filled)))
          expect([id, known.has(count) || count === total]).toEqual([id, true]);
      }
    }),
  );
});

test("amounts of a currency in which one to four workers are owed are told in no table and no chart", () => {
  fc.assert(
    fc.property(aStanding, (given) => {
      const { after } = inPublic(given);
      for (const currency of ["EUR", "USD"]) {
        const workers = given.standing.groups.filter(({ group }) => group.currency === currency).reduce((sum, { group }) => sum + group.workers, 0); // prettier-ignore
        const isIn = cellsOf(after["repaid"]!).some((cell) => cell?.is === "money" && cell.currency === currency); // prettier-ignore
        expect(isIn).toBe(workers >= 5);
        const bars = Object.values(after["feesRepaid"]!.bars ?? {}).flatMap((of) => of.map(({ label }) => label));
        expect(bars.some((label) => label.is === "text" && label.text === currency)).toBe(workers >= 5);
      }
    }),
  );
});

test("where every kind has five records and more, everything is told as it is inside", () => {
  const many = <T>(words: readonly T[]) => words.flatMap((word) => Array.from({ length: 5 }, () => word));
  const standing = {
    findings: numbered(many(FINDING_STATUSES).map((status) => ({ status, accessClass: "confidential", recordedAt: at(0) }))), // prettier-ignore
    actions: numbered(many(ACTION_STATES).map((state) => ({ state, recordedAt: at(350), verifiedAt: null }))),
    decisions: numbered(many(SUPPLIER_DECISIONS).map((decision) => ({ decision, supplierNo: 1, state: "in-force", decidedOn: "2026-02-01" }))), // prettier-ignore
    groups: [],
    steps: [],
    untold: { actions: 0, groups: 0, decisions: 0 },
  } as unknown as Standing;
  const { before, after } = inPublic({ standing, alerts: [], owed: [] });
  for (const id of ["findings", "actions", "decisions", "openActions"]) expect([id, after[id]]).toEqual([id, before[id]]); // prettier-ignore
  expect(JSON.stringify(after)).not.toContain(JSON.stringify(FEW));
});

/** Points of the statement in which nothing is hidden, and why. */
const AS_IT_IS: Readonly<Record<string, string>> = {
  suppliers: "where we buy",
  spend: "where we buy",
  known: "what a published model says of places and sectors",
  areas: "what a published model says of places and sectors",
  pace: "a middle of five and more, or of open findings alone",
  daysToDecide: "a middle of five and more, or of open findings alone",
  ownChain: "where we buy",
  contractTerms: "the buyer's own contracts",
  leadTimeMeasure: "the buyer's own orders",
  lateChangesMeasure: "the buyer's own orders",
  paymentsMeasure: "the buyer's own payments",
  depthMeasure: "the buyer's own contracts",
  biddersMeasure: "the buyer's own procedures",
  trainingMeasure: "the buyer's own trainings",
};

test("of every computed point of a public report it is said whether small counts are hidden in it, or why none is", () => {
  const computed = statement.sections.flatMap(({ points }) => points.filter(({ how }) => how !== "stated"));
  const mask = masks(() => true, { findings: 0, actions: 0, decisions: 0, pairs: 0 });
  const unsaid = computed.filter(({ id }) => (mask[id] === undefined) === (AS_IT_IS[id] === undefined));
  expect(unsaid.map(({ id }) => id)).toEqual([]);
});
