/**
 * Why something happened to a row: closed lists. The sentence for people is `ISSUE_TEXTS` in `issue-texts.ts` (English and
 * Russian), which the catalogues carry under `issue.<code>`; the comments below say when each code is given.
 */

/** A cell or row was put right or could not be used, and the row went on. */
export const REPAIR_CODES = [
  /** Outer, doubled, no-break or zero-width spaces removed. */
  "cell.spaces",
  /** A line break or tab inside the cell became a space. */
  "cell.line-break",
  /** The cell held a word for "nothing" (`-`, `N/A`, `k.A.`, `无` …) and is read as empty. */
  "cell.empty-word",
  /** UTF-8 read once as an 8-bit encoding ("MARÃ‰CHAL") was read again. */
  "cell.double-encoded",
  /** A trailing comma or semicolon, or a quote mark without its partner, removed. */
  "cell.stray-mark",
  /** Text pasted from a chatbot; the cell is read as empty. */
  "cell.chatbot-text",
  /** A spreadsheet error word (`#REF!` …) is read as empty. */
  "cell.spreadsheet-error",
  /** The record has fewer cells than the header: the missing ones are unknown. */
  "row.missing-cells",
  /** The record has more cells than the header and the surplus could not be placed: it was ignored. */
  "row.extra-cells",
  /** A text cell had been cut at an unquoted delimiter and was joined again. */
  "row.rejoined",
  /** The amount was written another way than the rest of the list (other decimal mark, currency sign, apostrophe …). */
  "amount.format",
  /** `(12.00)` or `12.00-` read as a negative amount. */
  "amount.negative-form",
  /** More than four decimals: rounded to a ten-thousandth. */
  "amount.rounded",
  /** The amount could not be read: unknown, not zero. */
  "amount.unreadable",
  /** The amount is larger than can be kept exactly: unknown. */
  "amount.too-large",
  /** The currency cell is not a currency this program knows. */
  "currency.unknown",
  /** A number (workers, months, dollars) could not be read: unknown. */
  "number.unreadable",
  /** A range ("250-300"): the middle, rounded down, was taken. */
  "number.range",
  /** "ca. 250", "250+", "250 workers": the number was taken. */
  "number.approximate",
  /** A share written another way than the rest of its column (71 %, 0,71). */
  "share.format",
  /** A share outside 0 to 100 %: unknown. */
  "share.out-of-range",
  /** A number of migrant, agency or women workers without a usable number of workers: the share is unknown. */
  "share.no-total",
  /** The date could not be read: unknown. */
  "date.unreadable",
  /** Only month and year were given: the first of the month was taken. */
  "date.month-only",
  /** The answer is not one of the words for yes, no or unknown, or not one of the listed choices: unknown. */
  "answer.unreadable",
  /** A sum of money in recruitment that is not in US dollars or does not say its currency: not used, nothing is converted. */
  "money.not-usd",
  /** A code was written with a prefix, apostrophe, dots or `.0`: cleaned. */
  "code.format",
  /** A code had lost its leading zero. */
  "code.leading-zero",
  /** The number is a personal tax or identity number: it is not stored. */
  "registration.personal",
  /** A spreadsheet turned the identifier into a rounded number (6.31E+11): it is not used. */
  "registration.rounded",
  /** None of the countries written could be read as a country. */
  "country.unreadable",
] as const;
export type RepairCode = (typeof REPAIR_CODES)[number];

/** The row is kept and counted, and never scored. */
export const SET_ASIDE_REASONS = [
  /** A private person: a title before a name, an individual entrepreneur, a personal tax number. */
  "natural-person",
  /** The name was blacked out by the publisher ("REDACTED PERSONAL DATA"). */
  "redacted",
  "tax-authority",
  /** A council, municipality, ministry or other part of the state as payee. */
  "public-body",
  "court",
  "police",
  "pension-fund",
  /** Pay, wages, staff expenses. */
  "payroll",
  "refund",
  "grant",
  /** A word in place of a name: VARIOUS, UNKNOWN, ONE-TIME VENDOR. */
  "placeholder-name",
  /** The list itself gives the payee the role of one who sells nothing. */
  "stated-not-a-seller",
  /** A person decided that this payee, or this group of payments, is no purchase. */
  "decided-not-a-seller",
] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** Reasons for which a payee may be a seller after all; a word in place of a name, or a blacked-out one, names nobody. */
export const BRINGABLE_REASONS = [
  "natural-person",
  "tax-authority",
  "public-body",
  "court",
  "police",
  "pension-fund",
  "payroll",
  "refund",
  "grant",
  "stated-not-a-seller",
] as const satisfies readonly SetAsideReason[];
export type BringableReason = (typeof BRINGABLE_REASONS)[number];
const bringable: ReadonlySet<string> = new Set(BRINGABLE_REASONS);
export const isBringable = (code: string): code is BringableReason => bringable.has(code);

/** The row is not a supplier's row. */
export const LEFT_OUT_REASONS = [
  /** The name is empty. */
  "no-name",
  /** Nothing stands in the record. */
  "blank-record",
  /** The header once more. */
  "repeated-header",
  /** The sum of the list. */
  "total-row",
  /** Every cell equals those of an earlier record; in lists only, equal payments are payments. */
  "duplicate-row",
  /** A chatbot's sentence in place of a record. */
  "chatbot-text",
  /** A note, source line or example in place of a record. */
  "note-row",
  /** More cells than columns, and no reading of them fits. */
  "unreadable-record",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

export type IssueCode = RepairCode | SetAsideReason | LeftOutReason;

const setAside: ReadonlySet<string> = new Set(SET_ASIDE_REASONS);
const leftOut: ReadonlySet<string> = new Set(LEFT_OUT_REASONS);
export const isSetAsideReason = (code: string): code is SetAsideReason => setAside.has(code);
export const isLeftOutReason = (code: string): code is LeftOutReason => leftOut.has(code);
