/** What a public account can tell in numbers of what its author would else write alone. No supplier, contract or person is named. */
import type { Database, Scope } from "../../../../db/database";
import { topSuppliers } from "../../../../db/queries/top-suppliers";
import { MEASURE_IDS } from "../../../contracts/words";
import { TRAINED } from "../../../demand/entries";
import type { Buying } from "../../../demand/entries";
import { groupBy } from "../../../lib/group-by";
import { MOST_TOP_ROWS } from "../../../reports/register-report";
import { code, count, number, share, type Cell, type Value } from "../../../reports/model";
import type { Filled, Fillings } from "../../../reports/template";
import type { OverviewView } from "../../overview/overview.server";
import { buyingRecord } from "../../demand/buying.server";
import { running } from "./controls";
import { actionsOfPeriod, within } from "./follow-up-facts.server";
import type { SharedFacts } from "./shared-facts.server";
import type { Period, Standing } from "./standing.server";

/** What does not need a list. */
export const statementMore = async (
  db: Database,
  scope: Scope,
  period: Period,
  standing: Standing,
  shared: SharedFacts,
): Promise<Fillings> => {
  const [{ buying }, { all }] = await Promise.all([buyingRecord(db, scope, shared.until), shared.contracts()]);
  return {
    contractTerms: termsFilled(running(all, period)),
    training: trainingFilled(buying.trainings, period),
    remedy: stepsFilled(standing, period),
    measures: effectsFilled(standing, period),
  };
};

/** What is made of the list that is shown. */
export const statementOfList = async (
  db: Database,
  scope: Scope,
  list: OverviewView,
  shared: SharedFacts,
): Promise<Fillings> => {
  const { linesThen } = await shared.told();
  const [lines, answers] = await Promise.all([
    topSuppliers(db, scope, list.generation.no, MOST_TOP_ROWS, linesThen),
    shared.answers(),
  ]);
  const { suppliers, gaps } = list.numbers;
  return {
    ownChain: {
      values: [],
      tables: {
        tiers: {
          rows: tierRows(lines.map(({ tier }) => tier)),
        },
      },
    },
    limits:
      gaps === null
        ? { values: null }
        : { values: [], tables: { limitGaps: { rows: gaps.map((one): Cell[] => [code("gap", one.gap), share(one.lacking, suppliers)]) } } }, // prettier-ignore
    recruitmentPolicy: answers === null ? { values: null } : policyFilled([...answers.answers.values()], suppliers),
  };
};

/** The tier of "2", "Tier 2" or "2nd"; "other": written in other words; "unknown": not stated. Pure. */
export function tierOf(written: string | null): number | "other" | "unknown" {
  if (written === null || written.trim() === "") return "unknown";
  const found = /^\D*(\d{1,2})\D*$/u.exec(written);
  return found ? Number(found[1]) : "other";
}

/** The nearest tier first, those of which none is stated last. */
function tierRows(written: readonly (string | null)[]): Cell[][] {
  const byTier = groupBy(written.map(tierOf), (tier) => tier);
  const place = (tier: number | "other" | "unknown"): number =>
    tier === "unknown" ? 101 : tier === "other" ? 100 : tier;
  return [...byTier]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([tier, of]): Cell[] => [
      typeof tier === "number" ? number(tier) : code("tier", tier),
      share(of.length, written.length),
    ]);
}

const POLICY_QUESTIONS = ["employerPaysPolicy", "contractInOwnLanguage", "grievanceMechanism"] as const;

/** Of all suppliers: of how many an answer says yes, says no, or is not known. Pure. */
function policyFilled(
  answers: readonly (readonly { readonly what: string; readonly value: unknown }[])[],
  suppliers: number,
): Filled {
  const rows = POLICY_QUESTIONS.map((question): Cell[] => {
    const told = answers.flatMap((of) => of.filter(({ what }) => what === question).map(({ value }) => value));
    const of = (answer: string) => told.filter((value) => value === answer).length;
    const [yes, no] = [of("yes"), of("no")];
    return [code("field", question), count(yes), count(no), count(suppliers - yes - no)];
  });
  return { values: [], tables: { policyAnswers: { rows } } };
}

/** Of the contracts that ran, how many carry which term; null: none ran. Pure. */
export function termsFilled(contracts: ReturnType<typeof running>): Filled {
  if (contracts.length === 0) return { values: null };
  const terms = contracts.map(({ status }) => status.terms);
  const of = (term: Value, has: (one: NonNullable<(typeof terms)[number]>) => boolean): Cell[] => [
    term,
    share(terms.filter((one) => one !== null && has(one)).length, contracts.length),
  ];
  return {
    values: [],
    tables: {
      termCounts: {
        rows: [
          of(code("contract-term", "any"), () => true),
          ...MEASURE_IDS.map((id) => of(code("contract-measure", id), ({ measures }) => measures.includes(id))),
          of(code("contract-term", "employerPays"), ({ employerPays }) => employerPays !== ""),
          of(code("contract-term", "labourCostLine"), ({ labourCostLine }) => labourCostLine !== ""),
          of(code("contract-term", "subcontractors"), ({ subcontractors }) => subcontractors !== ""),
          of(code("contract-term", "agencies"), ({ agencies }) => agencies !== ""),
          of(code("contract-term", "auditAccess"), ({ auditAccess }) => auditAccess !== ""),
        ],
      },
    },
  };
}

/** Trainings of the period by who was trained; null: none was entered. Those who took part twice count twice. Pure. */
export function trainingFilled(trainings: Buying["trainings"], period: Period): Filled {
  const told = trainings.map(({ contents }) => contents).filter(({ on }) => within(period, on));
  if (told.length === 0) return { values: null };
  const rows = TRAINED.flatMap((whom): Cell[][] => {
    const of = told.filter((one) => one.whom === whom);
    if (of.length === 0) return [];
    const timed = of.flatMap(({ hours, people: took }) => (hours === null ? [] : [hours * took]));
    return [
      [
        code("trained", whom),
        count(of.length),
        count(of.reduce((sum, one) => sum + one.people, 0)),
        timed.length === 0 ? null : number(timed.reduce((sum, one) => sum + one, 0)),
        share(timed.length, of.length),
      ],
    ];
  });
  return { values: [], tables: { trainingByWhom: { rows } } };
}

/** What was noted under actions in the period, by kind and result; null: nothing was. Pure. */
export function stepsFilled({ steps }: Pick<Standing, "steps">, period: Period): Filled {
  const noted = steps.filter(({ kind, on }) => kind !== "state" && kind !== "note" && within(period, on));
  if (noted.length === 0) return { values: null };
  const rows = [...groupBy(noted, ({ kind, result }) => `${kind} ${result ?? ""}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]): Cell[] => {
      const { kind, result } = same[0]!;
      return [code("step-kind", kind), result === null ? null : code("step-result", result), count(same.length)];
    });
  return { values: [], tables: { remedySteps: { rows } } };
}

/** Of the actions of the period how many can be measured, and of how many it was seen that they held; null: there was none. Pure. */
export function effectsFilled(standing: Standing, period: Period): Filled {
  const actions = actionsOfPeriod(standing, period);
  if (actions.length === 0) return { values: null };
  const rechecks = standing.steps.filter(({ kind, on }) => kind === "re-check" && within(period, on));
  const of = (what: string, part: number, whole = actions.length): Cell[] => [code("effect", what), share(part, whole)];
  return {
    values: [],
    tables: {
      effects: {
        rows: [
          of("indicator", actions.filter(({ indicator }) => indicator !== "").length),
          of("baseline", actions.filter(({ baseline, target }) => baseline !== "" && target !== "").length),
          of("consulted", actions.filter(({ consultation }) => consultation !== "").length),
          of("verified", actions.filter(({ state }) => state === "verified").length),
          of("held", rechecks.filter(({ result }) => result === "held").length, rechecks.length),
        ],
      },
    },
  };
}
