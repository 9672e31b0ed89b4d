/** What the isolation test asks of the demand side: with the scope of one workspace and the ids of another. */
import { buyingRecord } from "../../app/services/demand/buying.server";
import { contractsAndChecks } from "../../app/services/demand/contract-facts.server";
import { alertsOf } from "../../app/services/demand/follow-up-facts.server";
import { demandMeasures } from "../../app/services/demand/measures.server";
import { noteBuying, notePayments } from "../../app/services/demand/note-buying.server";
import { answersOfList, outsideAnswers } from "../../app/services/reports/fill/outside-answers.server";
import { answersTable, chosenSuppliers } from "../../app/services/reports/fill/response.server";
import { sharedFacts } from "../../app/services/reports/fill/shared-facts.server";
import { standingAtEnd } from "../../app/services/reports/fill/standing.server";
import { toldList } from "../../app/services/reports/told-list.server";
import type { NewBuyingEntry } from "../../app/demand/entries";
import type { Database, Scope } from "../../db/database";
import * as stored from "../../db/queries/demand";
import { filedChecks } from "../../db/queries/filed-checks";
import { A_DAY } from "../builders";

interface Place {
  readonly generation: number;
  readonly reports: { readonly orders: string };
}
type Asked = Readonly<Record<string, (scope: Scope, of: Place) => Promise<unknown>>>;

const PERIOD = { from: "2025-01-01", to: "2027-12-31" };
const orders = (word: string): NewBuyingEntry => ({
  kind: "orders",
  contractId: null,
  contents: {
    about: `Mill ${word}`,
    from: "2026-01-01",
    to: "2026-01-31",
    orders: 10,
    minimumDays: 30,
    kept: 8,
    changed: 1,
    source: `Orders of ${word}`,
  },
});

/** Orders, and who answers for them, with the workspace's own word. @returns the id of the orders. */
export async function someBuying(db: Database, scope: Scope, word: string): Promise<string> {
  const owner = { measure: "leadTime", owner: `Planner ${word}` } as const;
  await noteBuying(db, scope, { kind: "owner", contractId: null, contents: owner }, A_DAY);
  return noteBuying(db, scope, orders(word), A_DAY);
}

const IN = "app/services/demand";

export const demandReads = (db: () => Database): Asked => ({
  "db/queries/demand.ts buyingEntries": (scope) => stored.buyingEntries(db(), scope),
  "db/queries/demand.ts everyContract": (scope) => stored.everyContract(db(), scope),
  "db/queries/demand.ts entriesOfEveryContract": (scope) => stored.entriesOfEveryContract(db(), scope),
  "db/queries/demand.ts checksOfBidders": (scope) => stored.checksOfBidders(db(), scope),
  "db/queries/filed-checks.ts filedChecks": (scope) => filedChecks(db(), scope, 99),
  "app/services/reports/fill/shared-facts.server.ts sharedFacts": async (scope) => {
    const shared = sharedFacts(db(), scope, PERIOD, A_DAY);
    const [list, answers] = await Promise.all([shared.list(), shared.answers()]);
    return { list, lines: answers!.lines };
  },
  "app/services/reports/fill/response.server.ts chosenSuppliers": async (scope) => {
    const { levels, ...chosen } = await chosenSuppliers(db(), scope, {}, sharedFacts(db(), scope, PERIOD, A_DAY));
    return { ...chosen, list: null, levels: [...levels] };
  },
  "app/services/reports/fill/response.server.ts answersTable": async (scope) => {
    const chosen = await chosenSuppliers(db(), scope, {}, sharedFacts(db(), scope, PERIOD, A_DAY));
    return answersTable(db(), scope, chosen, await outsideAnswers(db(), scope, A_DAY, chosen.list));
  },
  "app/services/reports/fill/outside-answers.server.ts outsideAnswers": async (scope) =>
    outsideAnswers(db(), scope, A_DAY, await toldList(db(), scope, PERIOD, A_DAY)),
  "app/services/reports/fill/outside-answers.server.ts answersOfList": async (scope, of) => {
    const list = { ...(await toldList(db(), scope, PERIOD, A_DAY)), generation: of.generation };
    const { answers, lines } = (await answersOfList(db(), scope, list, A_DAY))!;
    return { answers: [...answers], lines };
  },
  "app/services/reports/fill/standing.server.ts standingAtEnd": (scope) =>
    Promise.all(
      [A_DAY, new Date("2028-01-01T00:00:00Z")].map(async (now) => {
        const { groups, ...rest } = await standingAtEnd(db(), scope, PERIOD, now);
        return { ...rest, groups: groups.map(({ group }) => group) };
      }),
    ),
  [`${IN}/buying.server.ts buyingRecord`]: (scope) => buyingRecord(db(), scope),
  [`${IN}/contract-facts.server.ts contractsAndChecks`]: (scope) => contractsAndChecks(db(), scope),
  [`${IN}/follow-up-facts.server.ts alertsOf`]: async (scope) =>
    alertsOf(db(), scope, PERIOD, await standingAtEnd(db(), scope, PERIOD, A_DAY)),
  [`${IN}/measures.server.ts demandMeasures`]: async (scope) => {
    const { leadTime, ownRepayment } = await demandMeasures(
      db(),
      scope,
      PERIOD,
      await standingAtEnd(db(), scope, PERIOD, A_DAY),
    );
    return [...leadTime!.records, ...(ownRepayment?.records ?? [])];
  },
});

export const demandChanges = (db: () => Database): Asked => ({
  [`${IN}/note-buying.server.ts noteBuying`]: (scope, of) =>
    noteBuying(
      db(),
      scope,
      { kind: "withdrawn", contractId: null, contents: { entryId: of.reports.orders, reason: "Counted twice" } },
      A_DAY,
    ),
  [`${IN}/note-buying.server.ts notePayments`]: (scope) =>
    notePayments(db(), scope, { text: "1.2.2026;3.2.2026", order: "dmy", source: "Ledger" }, A_DAY),
});

/** Asked for an id of another workspace, these say that there is nothing. */
export const DEMAND_SAYS_NOT_FOUND = [`${IN}/note-buying.server.ts noteBuying`] as const;
