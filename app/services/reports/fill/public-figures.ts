/** Which figures of the follow-up a public report tells: the sets of records they count, and the rule of small counts. Pure. */
import { FINDING_STATUSES } from "../../../../db/schema/findings";
import { ACTION_STATES, SUPPLIER_DECISIONS } from "../../../../db/schema/remedy";
import type { MatchState } from "../../../../db/schema/screening";
import { goesOn, isWhole, type Alert } from "../../../demand/count-follow-up";
import { SMALLEST } from "../../../remedy/small-groups";
import { asMany, tellable, together } from "../../../reports/small-counts";
import { ACTION_AGES, ageOfAction, fixedInPeriod } from "./demand-facts.server";
import { actionsOfPeriod, actionsOpenAt, decisionsOfPeriod, findingsOfPeriod } from "./follow-up-facts.server";
import type { Period, Standing } from "./standing.server";

/** A share of a measure; null: it is not measured. */
type Part = { readonly part: number; readonly whole: number } | null;

interface PublicFacts {
  readonly period: Period;
  readonly standing: Standing;
  /** Null: the reader may not know of them, and nothing of them is told. */
  readonly alerts: readonly Alert[] | null;
  readonly pairs: Readonly<Partial<Record<MatchState, number>>>;
  /** Suppliers of the list that is shown: how many there are, and by number those answered about and those acted on. */
  readonly suppliers: { readonly all: number; readonly high: number; readonly looked: readonly number[]; readonly acted: readonly number[] }; // prettier-ignore
  readonly exits: Part;
  readonly ownRepayment: Part;
  /** Groups of the ledger of which nobody said how the buyer is involved. */
  readonly unclear: number;
}

const ids = (all: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(all.map(({ id }) => id));
const numbers = (all: readonly number[]): ReadonlySet<string> => new Set(all.map(String));

function ofFindings({ period, standing, alerts }: PublicFacts) {
  const all = findingsOfPeriod(standing, period);
  const open = new Set(all.filter(({ accessClass }) => accessClass === "public").map(({ id }) => id));
  const told = (alerts ?? []).filter(({ isRejected }) => !isRejected);
  const of = (some: readonly Alert[]) => new Set(some.map(({ findingId }) => findingId));
  return tellable(
    [
      { id: "findings", sets: [ids(all)] },
      { id: "findingStates", sets: FINDING_STATUSES.map((status) => ids(all.filter((one) => one.status === status))) },
      { id: "alerts", sets: [of(told), of(told.filter(isWhole))] },
      { id: "alertsGoOn", sets: [of(told.filter((one) => goesOn(one) === true))] },
    ],
    (id) => open.has(id),
  );
}

function ofActions({ period, standing }: PublicFacts) {
  const [all, open] = [actionsOfPeriod(standing, period), actionsOpenAt(standing, period)];
  return tellable([
    { id: "actions", sets: [ids(all)] },
    { id: "actionStates", sets: ACTION_STATES.map((state) => ids(all.filter((one) => one.state === state))) },
    { id: "openActions", sets: [ids(open)] },
    { id: "actionAges", sets: ACTION_AGES.map((age) => ids(open.filter((one) => ageOfAction(one, period) === age))) },
  ]);
}

function ofDecisions({ period, standing, exits }: PublicFacts) {
  const all = decisionsOfPeriod(standing, period);
  const left = ids(all.filter(({ decision }) => decision === "exit"));
  // A contract that ended without a decision is an exit of its own.
  const ended = asMany("ended", Math.max(0, (exits?.whole ?? 0) - left.size));
  return tellable([
    { id: "decisions", sets: [ids(all)] },
    { id: "decisionKinds", sets: SUPPLIER_DECISIONS.map((kind) => ids(all.filter(({ decision }) => decision === kind))) }, // prettier-ignore
    { id: "exitsOfAll", sets: [together(left, ended)] },
  ]);
}

/** A measure of which the numbers alone are known: done and not done, and what is counted beside. */
const ofShare = <Id extends string>(id: Id, of: Part, beside = 0) =>
  tellable([{ id, sets: [asMany("done", of?.part ?? 0), asMany("rest", of ? of.whole - of.part : 0), asMany("beside", beside)] }]); // prettier-ignore

function ofPairs({ pairs }: PublicFacts) {
  const of = (state: MatchState) => asMany(state, pairs[state] ?? 0);
  const [decided, waiting] = [(["match", "not-match", "cannot-tell"] as const).map(of), (["open", "proposed"] as const).map(of)]; // prettier-ignore
  return tellable([
    { id: "pairs", sets: [together(...decided, ...waiting)] },
    { id: "pairsDecided", sets: [together(...decided)] },
    { id: "pairStates", sets: [...decided, ...waiting] },
  ]);
}

/** Suppliers of the list by what was done about them, whose sums of spend are of the same suppliers. */
function ofSuppliers({ period, standing, suppliers }: PublicFacts) {
  const [looked, acted] = [numbers(suppliers.looked), numbers(suppliers.acted)];
  const either = together(looked, acted);
  const decided = decisionsOfPeriod(standing, period);
  const bySupplier = SUPPLIER_DECISIONS.map((kind) => numbers(decided.flatMap(({ decision, supplierNo }) => (decision === kind ? [supplierNo] : [])))); // prettier-ignore
  return tellable([
    { id: "suppliers", sets: [together(either, asMany("rest", Math.max(0, suppliers.all - either.size)))] },
    { id: "looked", sets: [looked] },
    { id: "either", sets: [either] },
    { id: "acted", sets: [acted] },
    { id: "decisionSpend", sets: bySupplier },
    { id: "fixed", sets: [numbers(fixedInPeriod(standing, period).map(({ supplierNo }) => supplierNo))] },
  ]);
}

/** Of whose fees the sums of a currency are: by worker, as many of a group as matter. */
const workersOf = (groups: Standing["groups"]): ReadonlySet<string> =>
  together(...groups.map(({ group }) => asMany(group.id, group.workers)));

function ofMoney({ standing: { groups } }: PublicFacts) {
  const currencies = [...new Set(groups.map(({ group }) => group.currency))];
  const of = (currency: string) => groups.filter(({ group }) => group.currency === currency);
  const own = (currency: string) => of(currency).filter(({ group }) => group.borneBy === "buyer");
  return tellable<string>([
    ...currencies.map((currency) => ({ id: `money ${currency}`, sets: [workersOf(of(currency))] })),
    ...currencies.map((currency) => ({ id: `own ${currency}`, sets: [workersOf(own(currency))] })),
  ]);
}

/** Ids of all figures that may be told. */
export function publicFigures(facts: PublicFacts): ReadonlySet<string> {
  const { all, high } = facts.suppliers;
  const exits = ofShare("exits", facts.exits);
  const decisions = ofDecisions(facts);
  return new Set<string>([
    ...ofFindings(facts),
    ...ofActions(facts),
    ...decisions,
    ...(decisions.has("exitsOfAll") ? exits : []),
    ...ofShare("ownRepayment", facts.ownRepayment, facts.unclear),
    ...ofPairs(facts),
    ...ofSuppliers(facts),
    ...ofShare("highSpend", { part: high, whole: all }),
    ...ofMoney(facts),
  ]);
}

/** Amounts of contracts are told of five and more alone; how many there are is the buyer's own doing. */
export const isOfMany = (contracts: number): boolean => contracts === 0 || contracts >= SMALLEST;
