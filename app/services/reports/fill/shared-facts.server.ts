/** What several points of a report are made of: each is read once for a report, and only where a point needs it. */
import type { Database, Scope } from "../../../../db/database";
import type { RegisterLine } from "../../../../db/queries/register";
import { countBySupplier, countCandidates } from "../../../../db/queries/screening";
import type { MatchState } from "../../../../db/schema/screening";
import { overviewOf, type OverviewView } from "../../overview/overview.server";
import { endOfDay } from "../../../lib/as-known-on";
import { contractsAndChecks } from "../../demand/contract-facts.server";
import { listsThen } from "../../screening/lists-then.server";
import { matchesThen } from "../../screening/matches-then.server";
import { dayOf } from "../../scoring/assessor.server";
import { linesByNumber, toldList, type ToldList } from "../told-list.server";
import { answersOfList } from "./outside-answers.server";
import { endOfPeriod, type Period } from "./standing.server";

/** Pairs with entries of lists as they stood at the end of the period, or as they stand while it runs. */
export interface ToldPairs {
  readonly counts: Readonly<Partial<Record<MatchState, number>>>;
  /** How many were there and are in no count, for nothing tells where they stood. */
  readonly untold: number;
  /** By the supplier's number how many of its pairs are matches; a supplier without one is not there. */
  readonly matchesOf: (supplierNos: readonly number[]) => Promise<ReadonlyMap<number, number>>;
}

/** An edition of a list of named firms. */
interface ToldEdition {
  readonly title: string;
  readonly date: string;
  readonly readOn: string;
}

export interface SharedFacts {
  /** What was told or filed later is not known to the report; null: its period still runs, and all is. */
  readonly until: Date | null;
  /** Which list it tells of. */
  readonly told: () => Promise<ToldList>;
  /** What is counted of that list; null: there is none. */
  readonly list: () => Promise<OverviewView | null>;
  /** Lines of that list, by the numbers that records have. */
  readonly lines: (supplierNos: readonly number[]) => Promise<ReadonlyMap<number, RegisterLine>>;
  /** What that list calls suppliers, by the numbers that records have. */
  readonly names: (supplierNos: readonly number[]) => Promise<ReadonlyMap<number, string>>;
  /** The answers in force at the end of the period about suppliers of that list; null: there is none. */
  readonly answers: () => Promise<Awaited<ReturnType<typeof answersOfList>> | null>;
  /** Contracts as they stood at the end of the period. */
  readonly contracts: () => ReturnType<typeof contractsAndChecks>;
  /** Pairs with entries of lists, by where they stand. */
  readonly pairs: () => Promise<ToldPairs>;
  /** Of each list of named firms that was loaded or compared with the edition in force, in the order of their ids. */
  readonly editions: () => Promise<readonly ToldEdition[]>;
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => (known ??= read());
}

/** @param given the list to tell of; left out: that of the period. */
export function sharedFacts(db: Database, scope: Scope, period: Period, now: Date, given?: ToldList): SharedFacts {
  const past = period.to < dayOf(now) ? period.to : null;
  const told = once(async () => given ?? toldList(db, scope, period, now));
  const lines: SharedFacts["lines"] = async (nos) => linesByNumber(db, scope, nos, await told());
  const until = past === null ? null : endOfDay(past);
  return {
    until,
    told,
    contracts: once(() => contractsAndChecks(db, scope, until)),
    list: once(async () => {
      const { generation, linesThen } = await told();
      return generation === null ? null : overviewOf(db, scope, generation, linesThen);
    }),
    lines,
    names: async (nos) => new Map([...(await lines(nos))].map(([no, { name }]) => [no, name])),
    answers: once(async () => answersOfList(db, scope, await told(), endOfPeriod(period, now))),
    pairs: once(() => (past === null ? pairsNow(db, scope) : matchesThen(db, scope, past))),
    editions: once(async () => (await listsThen(db, scope, past ?? dayOf(now))).lists),
  };
}

const pairsNow = async (db: Database, scope: Scope): Promise<ToldPairs> => ({
  counts: await countCandidates(db, scope),
  untold: 0,
  matchesOf: (nos) => countBySupplier(db, scope, nos, "match"),
});
