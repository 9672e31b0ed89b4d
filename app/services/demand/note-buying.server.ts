import { createHash } from "node:crypto";
import { canonicalJson } from "../../../db/canonical-json";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { newId } from "../../../db/ids";
import { findContract } from "../../../db/queries/contracts";
import type { BuyingKind } from "../../../db/schema/demand";
import { labourCostFloor } from "../../checks/floor";
import { BUYING_SHAPES, type Buying, type BuyingEntry, type NewBuyingEntry } from "../../demand/entries";
import { MOST_LINES, punctuality, readLedger } from "../../demand/payments";
import type { DateOrder } from "../../imports/dates";
import { Problem } from "../../lib/problem";
import { dayOf } from "../scoring/assessor.server";
import { buyingRecord } from "./buying.server";

const unfit: Readonly<Record<BuyingKind, () => Problem>> = {
  contract: () => new Problem("buying.contract-unfit", "Choose a contract. A cost of recruitment needs its currency, and stands only where it is a part of the price; a depth is a whole number from 0 to 20.", {}, 422),
  floor: () => new Problem("buying.floor-unfit", "Choose a contract. Its floor is worked out from the price, its currency, the hours, the hourly wage, the on-costs, and the law or agreement that sets the wage with its source and day.", {}, 422),
  orders: () => new Problem("buying.orders-unfit", "Say of whom, from which day to which, how many orders, and where the numbers are from. No part may be larger than the orders, and orders that left enough time need the days the supplier says it needs.", {}, 422),
  payments: () => new Problem("buying.payments-unfit", "Say which ledger the lines are from, in at most 300 characters.", {}, 422),
  training: () => new Problem("buying.training-unfit", "A training needs its day, what it was about, for whom, and how many took part: at least one, and no more than there are in all.", {}, 422),
  owner: () => new Problem("buying.owner-unfit", "Name a function or a person in at most 120 characters.", {}, 422),
  withdrawn: () => new Problem("buying.reason-missing", "Say in at most 300 characters why the entry does not count.", {}, 422),
}; // prettier-ignore

function requireShape(given: NewBuyingEntry): NewBuyingEntry {
  const parsed = BUYING_SHAPES[given.kind].safeParse(given.contents);
  if (!parsed.success) throw unfit[given.kind]();
  if (given.kind === "floor" && labourCostFloor(given.contents).floor === null) throw unfit.floor();
  return { kind: given.kind, contractId: given.contractId, contents: parsed.data } as NewBuyingEntry;
}

/** The last day an entry tells of; null: it tells of none. */
const lastDay = ({ kind, contents }: NewBuyingEntry): string | null =>
  kind === "orders" || kind === "payments"
    ? contents.to
    : kind === "training"
      ? contents.on
      : kind === "floor"
        ? contents.wageSourceOn
        : null;

/** Kinds that are taken back; of a contract, its floor and an owner the newest entry counts. */
const TAKEN_BACK: readonly BuyingKind[] = ["orders", "payments", "training"];

function requireThere(entries: readonly BuyingEntry[], entryId: string): void {
  const found = entries.find(({ id, kind }) => id === entryId && TAKEN_BACK.includes(kind));
  if (!found) throw new Problem("buying.not-found", "There is no such entry in this workspace.", {}, 404);
  if (entries.some((entry) => entry.kind === "withdrawn" && entry.contents.entryId === entryId))
    throw new Problem("buying.withdrawn", "This entry was taken back already. Nothing was changed.", {}, 409);
}

/** Lines of one time in two ledgers that count would count twice: the same lines, or others due on the same days. */
function requireOtherTime(
  { payments }: Buying,
  { contents: given }: Extract<NewBuyingEntry, { kind: "payments" }>,
): void {
  if (payments.some(({ contents }) => contents.sha256 === given.sha256))
    throw new Problem("buying.same-ledger", "These lines were counted before. Take the earlier entry back first if they should be counted anew.", {}, 409); // prettier-ignore
  const other = payments.find(({ contents: { from, to } }) => from <= given.to && given.from <= to)?.contents;
  if (!other) return;
  const { from, to, source } = other;
  throw new Problem(
    "buying.overlapping-ledger",
    `These lines are due from ${given.from} to ${given.to}, and “${source}” already counts those from ${from} to ${to}: payments of the same days would count twice. Take that entry back and paste the lines of both together, or paste other days only.`,
    { from: given.from, to: given.to, source, countedFrom: from, countedTo: to },
    409,
  );
}

const A_MINUTE = 60_000;

/** A form that is sent twice by one push tells one thing. @param standing entries that count. */
function requireNotSentTwice(standing: readonly BuyingEntry[], given: NewBuyingEntry, by: string, now: Date): void {
  const same = standing.some(
    ({ kind, contractId, contents, enteredBy, enteredAt }) =>
      kind === given.kind &&
      contractId === given.contractId &&
      enteredBy === by &&
      Math.abs(now.getTime() - enteredAt.getTime()) < A_MINUTE &&
      canonicalJson(contents) === canonicalJson(given.contents),
  );
  if (same)
    throw new Problem("buying.sent-twice", "You noted exactly this less than a minute ago, and it counts. Nothing was added. If there is another one just like it, note it in a minute.", {}, 409); // prettier-ignore
}

/**
 * Notes something of the buyer's own ways of buying, or that an entry does not count. Nothing that is there is changed.
 * @returns the entry's id. @throws Problem `contract.not-found`, `buying.not-found` (404), `buying.withdrawn`,
 *   `buying.same-ledger`, `buying.overlapping-ledger`, `buying.sent-twice` (409), `buying.day-to-come`, or `buying.*-unfit` for the kind (422).
 */
export async function noteBuying(db: Database, scope: Scope, given: NewBuyingEntry, now: Date): Promise<string> {
  if ((given.kind === "contract" || given.kind === "floor") && !given.contractId) throw unfit[given.kind]();
  const entry = requireShape(given);
  const day = lastDay(entry);
  if (day !== null && day > dayOf(now))
    throw new Problem("buying.day-to-come", "What is counted cannot lie on a day to come. Correct the day.", {}, 422);
  if (entry.contractId !== null && !(await findContract(db, scope, entry.contractId)))
    throw new Problem("contract.not-found", "There is no such contract. It may belong to another workspace.", {}, 404);
  if (TAKEN_BACK.includes(entry.kind) || entry.kind === "withdrawn") {
    const { entries, buying } = await buyingRecord(db, scope);
    if (entry.kind === "withdrawn") requireThere(entries, entry.contents.entryId);
    else if (entry.kind === "payments") requireOtherTime(buying, entry);
    else requireNotSentTwice([...buying.orders, ...buying.trainings], entry, scope.userId, now);
  }
  const { kind, contractId, contents } = entry;
  const id = newId(now);
  await db.commit(scope, event("buying.noted", { entryId: id, kind, contractId, contents }), (q) => [
    q.insert(db.t.buyingEntries).values({
      id,
      workspaceNo: scope.workspaceNo,
      kind,
      contractId,
      contents,
      enteredBy: scope.userId,
      enteredAt: now,
    }),
  ]);
  return id;
}

/**
 * Counts the lines of a ledger and notes the numbers; of the lines themselves the hash alone is kept.
 * @throws Problem `buying.ledger-unread`, `buying.ledger-long` (422), or as `noteBuying`.
 */
export async function notePayments(
  db: Database,
  scope: Scope,
  given: { readonly text: string; readonly order: DateOrder; readonly source: string },
  now: Date,
): Promise<string> {
  const { lines, unread } = readLedger(given.text, given.order);
  if (lines.length > MOST_LINES)
    throw new Problem("buying.ledger-long", `At most ${MOST_LINES} lines are counted at once. Paste a shorter time.`, { most: MOST_LINES }, 422); // prettier-ignore
  const counted = punctuality(lines, dayOf(now));
  if (counted === null)
    throw new Problem(
      "buying.ledger-unread",
      "No line was found with a day by which payment was due that is over. Paste two columns: the day due, and the day paid.",
      {},
      422,
    );
  const sha256 = createHash("sha256").update(given.text.trim().replaceAll("\r\n", "\n")).digest("hex");
  const contents = { ...counted, unread, source: given.source, sha256 };
  return noteBuying(db, scope, { kind: "payments", contractId: null, contents }, now);
}
