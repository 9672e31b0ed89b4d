/** What several points of a report are made of: each is read once for a report, and only where a point needs it. */
import type { Database, Scope } from "../../../../db/database";
import { countCandidates } from "../../../../db/queries/screening";
import type { OverviewView } from "../../overview/overview.server";
import { endOfDay } from "../../../lib/as-known-on";
import { contractsAndChecks } from "../../demand/contract-facts.server";
import { dayOf } from "../../scoring/assessor.server";
import { listFacts } from "./list-facts.server";
import { answersOfList } from "./outside-answers.server";
import { endOfPeriod, type Period } from "./standing.server";

export interface SharedFacts {
  /** What was told or filed later is not known to the report; null: its period still runs, and all is. */
  readonly until: Date | null;
  /** The list that is shown; null: none is published. */
  readonly list: () => Promise<OverviewView | null>;
  /** The answers in force at the end of the period about suppliers of that list; null: none is published. */
  readonly answers: () => Promise<Awaited<ReturnType<typeof answersOfList>> | null>;
  /** Contracts as they stood at the end of the period. */
  readonly contracts: () => ReturnType<typeof contractsAndChecks>;
  /** Pairs with entries of lists, by where they stand. */
  readonly pairs: () => ReturnType<typeof countCandidates>;
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | undefined;
  return () => (known ??= read());
}

export const sharedFacts = (db: Database, scope: Scope, period: Period, now: Date): SharedFacts => {
  const list = once(() => listFacts(db, scope));
  const until = period.to < dayOf(now) ? endOfDay(period.to) : null;
  return {
    until,
    list,
    contracts: once(() => contractsAndChecks(db, scope, until)),
    answers: once(async () => {
      const shown = await list();
      return shown && (await answersOfList(db, scope, shown.generation.no, endOfPeriod(period, now)));
    }),
    pairs: once(() => countCandidates(db, scope)),
  };
};
