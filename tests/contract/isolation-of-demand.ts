/** What the isolation test of the queries asks of what is told of own ways of buying, and the plans of these queries. */
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import * as demand from "../../db/queries/demand";
import * as filedChecks from "../../db/queries/filed-checks";
import { NOW } from "./databases";

export const DEMAND_MODULES = { demand, "filed-checks": filedChecks };

/** One entry; the contract and the check are those of `aLotOfOurs`. */
export async function anEntryOfOurs(db: Database, scope: Scope): Promise<void> {
  const { buyingEntries } = db.t;
  const { workspaceNo, userId } = scope;
  const contents = { measure: "payments", owner: "Head of accounts" };
  const noted = event("buying.noted", { entryId: "entry-1", kind: "owner", contractId: null, contents });
  await db.commit(scope, noted, (q) => [
    q
      .insert(buyingEntries)
      .values({ id: "entry-1", workspaceNo, kind: "owner", contents, enteredBy: userId, enteredAt: NOW }),
  ]);
}

const QUESTIONS = {
  buyingEntries: demand.buyingEntries,
  everyContract: demand.everyContract,
  entriesOfEveryContract: demand.entriesOfEveryContract,
  checksOfBidders: demand.checksOfBidders,
  filedChecks: (db: Database, scope: Scope) => filedChecks.filedChecks(db, scope, 100),
} satisfies Record<string, (db: Database, scope: Scope) => Promise<unknown>>;

export const questionsOnDemand = (of: () => { readonly db: Database }): Record<keyof typeof QUESTIONS, (scope: Scope) => Promise<unknown>> => ({
  buyingEntries: (scope) => QUESTIONS.buyingEntries(of().db, scope),
  everyContract: (scope) => QUESTIONS.everyContract(of().db, scope),
  entriesOfEveryContract: (scope) => QUESTIONS.entriesOfEveryContract(of().db, scope),
  checksOfBidders: (scope) => QUESTIONS.checksOfBidders(of().db, scope),
  filedChecks: (scope) => QUESTIONS.filedChecks(of().db, scope),
}); // prettier-ignore

export const plansOfDemand = (
  asked: () => { readonly db: Database; readonly scope: Scope },
): [string, () => Promise<unknown>][] =>
  Object.entries(QUESTIONS).map(([name, ask]) => [name, () => ask(asked().db, asked().scope)]);
