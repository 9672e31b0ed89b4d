/** Punctuality from the two days of every line of a ledger: when payment was due, and when it was paid. Pure. */
import { readDate, type DateOrder } from "../imports/dates";
import { median } from "./median";

export interface PaymentDays {
  /** `YYYY-MM-DD`. */
  readonly due: string;
  /** Null: not paid. */
  readonly paid: string | null;
}

export interface ReadLedger {
  readonly lines: readonly PaymentDays[];
  /** Lines in which a day could not be read. */
  readonly unread: number;
}

/** More lines than a pasted ledger has. */
export const MOST_LINES = 20_000;

/**
 * Lines of a ledger as copied from a spreadsheet: the day due, then the day paid (empty: not paid), parted by a tab, a
 * semicolon, a bar or a comma. A first line without any day is a heading.
 */
export function readLedger(text: string, order: DateOrder): ReadLedger {
  const lines: PaymentDays[] = [];
  let unread = 0;
  const given = text.split(/\r?\n/u).filter((line) => line.trim() !== "");
  given.forEach((line, at) => {
    const [dueText = "", paidText = ""] = line.split(/[\t;|]|,(?=\s*\d|\s*$)/u).map((part) => part.trim());
    const [due, paid] = [readDate(dueText, order), paidText === "" ? null : readDate(paidText, order)];
    if (due !== "" && paid !== "") lines.push({ due, paid });
    else if (at > 0 || /\d/u.test(line)) unread++;
  });
  return { lines, unread };
}

export interface Punctuality {
  readonly from: string;
  readonly to: string;
  readonly due: number;
  readonly onTime: number;
  readonly unpaid: number;
  readonly medianLate: number | null;
}

const DAY_MS = 86_400_000;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/**
 * What was due by `today`, and how much of it was paid by its day. An invoice that is not paid is late from the day after it
 * was due; what is due later is in no number, paid already or not: who pays early would count, and who does not would not.
 * Null: nothing was due.
 */
export function punctuality(given: readonly PaymentDays[], today: string): Punctuality | null {
  // A day to come is a plan, not a payment.
  const lines = given.map(({ due, paid }) => ({ due, paid: paid !== null && paid <= today ? paid : null }));
  const due = lines.filter((line) => line.due < today || (line.due === today && line.paid !== null));
  if (due.length === 0) return null;
  const days = due.map((line) => line.due).sort();
  const late = due.flatMap(({ due: on, paid }) => (paid !== null && paid > on ? [daysBetween(on, paid)] : []));
  return {
    from: days[0]!,
    to: days.at(-1)!,
    due: due.length,
    onTime: due.filter(({ due: on, paid }) => paid !== null && paid <= on).length,
    unpaid: due.filter(({ paid }) => paid === null).length,
    medianLate: median(late),
  };
}
