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
const MOST_SECTORS = 4096;

/** Counts the lines of a generation while they are written, so that nobody reads a million of them to count. */
export class SummaryTally {
  readonly #groups = new Map<number, SupplierGroup>();
  readonly #seats = new Numbered();
  readonly #sectors = new Numbered();
  readonly #issues = new Map<string, { outcome: Outcome; code: string; count: number }>();

  /** @param suppliers 1 for a line that is written, -1 for one that is written over. */
  add(level: number, band: number | null, role: number, seat: string | null, isic: string | null, suppliers = 1): void {
    this.addNumbered(level, band, role, this.seatNumber(seat), this.sectorNumber(isic), suppliers);
  }

  /** `add` for who asked for the numbers of seat and sector once and has many lines of them. */
  addNumbered(level: number, band: number | null, role: number, seat: number, sector: number, suppliers = 1): void {
    const key = (((seat * MOST_SECTORS + sector) * 16 + role) * 8 + (band ?? NO_BAND)) * 4 + level;
    const group = this.#groups.get(key);
    if (group) group.suppliers += suppliers;
    else
      this.#groups.set(key, {
        level,
        band,
        role,
        seat: this.#seats.words[seat]!,
        isic: this.#sectors.words[sector]!,
        suppliers,
      });
  }

  seatNumber(seat: string | null): number {
    return this.#seats.of(seat);
  }

  /** @param isic of any depth; its first two characters are what is counted. */
  sectorNumber(isic: string | null): number {
    return this.#sectors.of(isic === null ? null : isic.length > 2 ? isic.substring(0, 2) : isic);
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

/** Words numbered as they come. */
class Numbered {
  readonly words: (string | null)[] = [];
  readonly #numbers = new Map<string | null, number>();

  of(word: string | null): number {
    let number = this.#numbers.get(word);
    if (number === undefined) this.#numbers.set(word, (number = this.words.push(word) - 1));
    return number;
  }
}
