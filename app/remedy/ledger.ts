/** Where a group's repayment stands, and sums of several. Pure, exact; amounts are ten-thousandths in the group's currency. */
import type { IsoDate } from "../../risk-models/types";
import { least, most, sum } from "./amount";

interface Dated {
  readonly on: IsoDate;
  readonly amount: bigint;
}

export interface Ledger {
  readonly currency: string;
  /** Null while nothing is known of what is owed. */
  readonly owed: bigint | null;
  readonly dueOn: IsoDate;
  readonly instalments: readonly Dated[];
  readonly payments: readonly Dated[];
  /** Confirmations that count (`counts` of confirmation.ts). */
  readonly confirmed: readonly Dated[];
}

export const LEDGER_STATES = ["uncounted", "overdue", "due", "unconfirmed", "confirmed"] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];

export interface Standing {
  readonly owed: bigint;
  readonly paid: bigint;
  /** Of what was paid, the part that workers have by a party they accepted; never more than was paid. */
  readonly confirmed: bigint;
  /** Paid, and nobody whom workers accepted has said so. */
  readonly unconfirmed: bigint;
  /** Owed and not paid. */
  readonly open: bigint;
  /** Of what is open, the part whose day is over. */
  readonly overdue: bigint;
}

/** What should have been paid before a day: instalments that were due, and everything once the deadline is over. */
function dueBefore({ owed, dueOn, instalments }: Ledger, today: IsoDate): bigint {
  const all = owed ?? 0n;
  if (dueOn < today) return all;
  return least(all, sum(instalments.filter(({ on }) => on < today).map(({ amount }) => amount)));
}

/** @param today something due today is not overdue yet. */
export function standingOf(ledger: Ledger, today: IsoDate): Standing {
  const owed = ledger.owed ?? 0n;
  const paid = sum(ledger.payments.map(({ amount }) => amount));
  const confirmed = least(paid, sum(ledger.confirmed.map(({ amount }) => amount)));
  return {
    owed,
    paid,
    confirmed,
    unconfirmed: paid - confirmed,
    open: most(0n, owed - paid),
    overdue: most(0n, dueBefore(ledger, today) - paid),
  };
}

/** Repaid only when all that is owed is confirmed: a payment alone is what the payer says. */
export function stateOf(ledger: Ledger, today: IsoDate): LedgerState {
  const { owed, confirmed, open, overdue } = standingOf(ledger, today);
  if (ledger.owed === null) return "uncounted";
  if (overdue > 0n) return "overdue";
  if (open > 0n) return "due";
  return confirmed >= owed ? "confirmed" : "unconfirmed";
}

/** The next day on which money is due: the first instalment that payments do not cover yet, else the deadline; null when all is paid. */
export function nextDue(ledger: Ledger, today: IsoDate): { readonly on: IsoDate; readonly amount: bigint } | null {
  const { open, paid } = standingOf(ledger, today);
  if (open === 0n) return null;
  let planned = 0n;
  for (const { on, amount } of [...ledger.instalments].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    if (on > ledger.dueOn) break;
    planned += amount;
    if (planned > paid) return { on, amount: least(open, planned - paid) };
  }
  return { on: ledger.dueOn, amount: open };
}

const NONE: Standing = { owed: 0n, paid: 0n, confirmed: 0n, unconfirmed: 0n, open: 0n, overdue: 0n };

/** Sums for each currency, by its code: amounts of two currencies are never added. */
export function totalsOf(ledgers: readonly Ledger[], today: IsoDate): ReadonlyMap<string, Standing> {
  const totals = new Map<string, Standing>();
  for (const ledger of [...ledgers].sort((a, b) => (a.currency < b.currency ? -1 : a.currency > b.currency ? 1 : 0))) {
    const one = standingOf(ledger, today);
    const before = totals.get(ledger.currency) ?? NONE;
    totals.set(ledger.currency, {
      owed: before.owed + one.owed,
      paid: before.paid + one.paid,
      confirmed: before.confirmed + one.confirmed,
      unconfirmed: before.unconfirmed + one.unconfirmed,
      open: before.open + one.open,
      overdue: before.overdue + one.overdue,
    });
  }
  return totals;
}
