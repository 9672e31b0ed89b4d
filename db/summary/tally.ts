import type { Outcome } from "../schema/codes";

/** Suppliers alike in all that a summary counts by. Codes are places in the lists of `codes.ts`. */
export interface SupplierGroup {
  readonly level: number;
  readonly band: number | null;
  readonly role: number;
  readonly seat: string | null;
  /** First two characters of the ISIC code. */
  readonly isic: string | null;
  suppliers: number;
}

const NO_BAND = 7;

/** Counts the lines of a generation while they are written, so that nobody reads a million of them to count. */
export class SummaryTally {
  readonly #groups = new Map<number, SupplierGroup>();
  readonly #seats = new Map<string | null, number>();
  readonly #sectors = new Map<string | null, number>();
  readonly #issues = new Map<string, { outcome: Outcome; code: string; count: number }>();

  /** @param suppliers 1 for a line that is written, -1 for one that is written over. */
  add(level: number, band: number | null, role: number, seat: string | null, isic: string | null, suppliers = 1): void {
    const division = isic === null ? null : isic.length > 2 ? isic.substring(0, 2) : isic;
    const place = numberIn(this.#seats, seat) * 4096 + numberIn(this.#sectors, division);
    const key = ((place * 16 + role) * 8 + (band ?? NO_BAND)) * 4 + level;
    const group = this.#groups.get(key);
    if (group) group.suppliers += suppliers;
    else this.#groups.set(key, { level, band, role, seat, isic: division, suppliers });
  }

  addIssue(outcome: Outcome, code: string): void {
    const key = `${outcome}:${code}`;
    const issue = this.#issues.get(key);
    if (issue) issue.count++;
    else this.#issues.set(key, { outcome, code, count: 1 });
  }

  get groups(): SupplierGroup[] {
    return [...this.#groups.values()].filter(({ suppliers }) => suppliers > 0);
  }

  get issues(): { readonly outcome: Outcome; readonly code: string; readonly count: number }[] {
    return [...this.#issues.values()];
  }
}

function numberIn(numbers: Map<string | null, number>, word: string | null): number {
  let number = numbers.get(word);
  if (number === undefined) numbers.set(word, (number = numbers.size));
  return number;
}
