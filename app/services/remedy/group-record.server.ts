/** A group of the repayment ledger as it is written and found. */
import { z } from "zod";
import type { Database, Scope } from "../../../db/database";
import { findRepaymentGroup, type SignedEntry, type StoredGroup } from "../../../db/queries/remedy";
import { COST_BEARERS } from "../../../db/schema/remedy";
import { currencyCode } from "../../imports/currencies";
import { Problem } from "../../lib/problem";
import { counts } from "../../remedy/confirmation";
import type { Ledger } from "../../remedy/ledger";
import { owedTo, type Basis, type Owed } from "../../remedy/owed";
import { hidesWorking, shownCount, shownPart } from "../../remedy/small-groups";
import { corridorMedian } from "./corridor-median.server";
import { asChanged, AmountText, Day, fit, needed, unfit, words } from "./shared.server";

const iso2 = z.string().regex(/^[A-Z]{2}$/u);
const heads = z.int().min(1).max(1_000_000);
/** Percent a year as a decimal, at most a thousand: moneylenders ask for more than banks. */
const Percent = z.string().regex(/^\d{1,3}(\.\d{1,4})?$|^1000$/u);

/** What a person says of a group. Amounts are whole ten-thousandths of the currency. */
export const GroupFacts = z.strictObject({
  label: needed(200),
  origin: iso2,
  destination: iso2,
  recruiter: words(200),
  /** All of them, those who have left among them; how many of them have. */
  workers: heads,
  left: z.int().min(0).max(1_000_000),
  currency: z.string().refine((code) => code !== "" && currencyCode(code) === code),
  receipts: AmountText.nullable(),
  receiptsWorkers: heads.nullable(),
  interviews: AmountText.nullable(),
  interviewsWorkers: heads.nullable(),
  /** A worker; null: the median of what is known of the corridor in this currency. */
  corridor: AmountText.nullable(),
  corridorSource: words(500),
  interestPercent: Percent.nullable(),
  interestFrom: Day.nullable(),
  interestTo: Day.nullable(),
  interestSource: words(300),
  borneBy: z.enum(COST_BEARERS),
  dueOn: Day,
  note: words(1000),
});
export type GroupFacts = z.infer<typeof GroupFacts>;

type CountedFacts = Pick<
  StoredGroup,
  | "workers"
  | "receipts"
  | "receiptsWorkers"
  | "interviews"
  | "interviewsWorkers"
  | "corridor"
  | "interestPercent"
  | "interestFrom"
  | "interestTo"
>;

const percentOf = (text: string): bigint => {
  const [whole, rest = ""] = text.split(".");
  return BigInt(whole!) * 10_000n + BigInt(rest.padEnd(4, "0"));
};

/** What a group is owed by the facts that are kept of it. Pure. */
export function owedOf(facts: CountedFacts): Owed {
  const bases: Basis[] = [];
  const { receipts, receiptsWorkers, interviews, interviewsWorkers, corridor } = facts;
  if (receipts !== null && receiptsWorkers !== null)
    bases.push({ kind: "receipts", amount: BigInt(receipts), workers: receiptsWorkers });
  if (interviews !== null && interviewsWorkers !== null)
    bases.push({ kind: "interviews", amount: BigInt(interviews), workers: interviewsWorkers });
  if (corridor !== null) bases.push({ kind: "corridor", amount: BigInt(corridor), workers: 1 });
  const { interestPercent: percent, interestFrom: from, interestTo: to } = facts;
  const interest = percent !== null && from !== null && to !== null ? { percent: percentOf(percent), from, to } : null;
  return owedTo(facts.workers, bases, interest);
}

/**
 * The facts with what is owed, as they may be kept; a blank figure of the corridor is taken from the tables.
 * @throws Problem `remedy.unfit` (422), `repayment.parts` (422) when a part is more than the group, `repayment.pairs` (422) when
 *   an amount has no number of workers, `repayment.interest` (422) when a rate lacks its days or its source.
 */
export async function countedFacts(db: Database, scope: Scope, given: GroupFacts) {
  const facts = fit(GroupFacts, given);
  const { workers, left, receiptsWorkers, interviewsWorkers } = facts;
  if (left > workers || (receiptsWorkers ?? 0) > workers || (interviewsWorkers ?? 0) > workers)
    throw new Problem("repayment.parts", "A part of the group cannot be more workers than the group. Correct the numbers.", {}, 422); // prettier-ignore
  if ((facts.receipts === null) !== (receiptsWorkers === null) || (facts.interviews === null) !== (interviewsWorkers === null))
    throw new Problem("repayment.pairs", "An amount needs the number of workers it is of, and the other way round.", {}, 422); // prettier-ignore
  const { interestPercent, interestFrom, interestTo, interestSource } = facts;
  const parts = [interestPercent, interestFrom, interestTo].filter((part) => part !== null).length;
  if (parts !== 0 && (parts !== 3 || interestSource === "" || interestFrom! > interestTo!))
    throw new Problem("repayment.interest", "Interest needs a rate, the days from and to, in this order, and the source of the rate.", {}, 422); // prettier-ignore
  if (facts.corridor !== null && facts.corridorSource === "") throw unfit();
  const known = facts.corridor === null ? await corridorMedian(db, scope, facts) : null;
  const full = known ? { ...facts, corridor: String(known.amount), corridorSource: known.source } : facts;
  const { basis, total } = owedOf(full);
  return { ...full, basis, owed: basis === null ? null : String(total) };
}

/** A group as the chain may say it: numbers of workers as they may be shown, and no working of a small one. Pure. */
export function shownFacts(facts: Awaited<ReturnType<typeof countedFacts>>) {
  const { workers, left, receiptsWorkers, interviewsWorkers, receipts, interviews, corridor, basis, corridorSource, ...rest } = facts; // prettier-ignore
  return {
    ...rest,
    workers: shownCount(workers),
    left: shownPart(workers, left),
    ...(!hidesWorking(workers) && {
      receipts,
      receiptsWorkers: shownPart(workers, receiptsWorkers),
      interviews,
      interviewsWorkers: shownPart(workers, interviewsWorkers),
      corridor,
      // Of a corridor's median, which everybody may read, what is owed is so many times as there are workers.
      basis,
      corridorSource,
    }),
  };
}

/** @throws Problem `repayment.not-found` (404). */
export async function groupRecord(db: Database, scope: Scope, id: string): Promise<StoredGroup> {
  const found = await findRepaymentGroup(db, scope, id);
  if (!found)
    throw new Problem("repayment.not-found", "There is no such group in the ledger of this workspace.", {}, 404);
  return found;
}

/** @throws Problem `repayment.not-found` (404), `remedy.changed` (409). */
export async function groupAt(db: Database, scope: Scope, id: string, version: number): Promise<StoredGroup> {
  const group = await groupRecord(db, scope, id);
  if (group.version !== version) throw asChanged();
  return group;
}

/** A group and its entries as the ledger counts them; withdrawn entries count for nothing. Pure. */
export function ledgerOf(group: StoredGroup, entries: readonly SignedEntry[]): Ledger {
  const standing = entries.filter(({ withdrawnAt, groupId }) => withdrawnAt === null && groupId === group.id);
  const of = (kind: SignedEntry["kind"]) =>
    standing.filter((entry) => entry.kind === kind).map(({ on, amount }) => ({ on, amount: BigInt(amount) }));
  const confirming = standing.filter(
    ({ kind, party, acceptedBy, inPrivate }) =>
      kind === "confirmation" &&
      counts({ party: party ?? "", acceptedBy: acceptedBy ?? "", inPrivate: inPrivate ?? false }),
  );
  return {
    currency: group.currency,
    owed: group.owed === null ? null : BigInt(group.owed),
    dueOn: group.dueOn,
    instalments: of("instalment"),
    payments: of("payment"),
    confirmed: confirming.map(({ on, amount }) => ({ on, amount: BigInt(amount) })),
  };
}
