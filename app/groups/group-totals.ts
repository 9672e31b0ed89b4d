/**
 * What each group of a list adds up to, counted while the list is read. Rows that a decision sets aside count in their group as
 * if it had not been made, so that the page can show at once what a decision or its undoing settles.
 */
import type { SetAsideReason } from "../imports/codes";
import { Hash64, PairSet } from "../imports/hash";
import { detached } from "../resolve/memo";
import { noDescription, type RowGroup } from "./group-key";
import { Money } from "./money";

/** Groups kept apart; the rows of all further ones are counted together in one that says so. */
export const MOST_GROUPS = 20_000;
/** Payees whose parts in several groups are kept; beyond them a payee is counted in its first group only. */
const MOST_PARTS = 200_000;
const MOST_GUESSES = 50;
const SAMPLES = 5;

/** A part of a group or of a payee: whether the list itself says what is bought is the difference between `known` and not. */
export interface Part {
  readonly rows: number;
  readonly amounts: Readonly<Record<string, string>>;
}

export interface GroupTotal {
  readonly no: number;
  readonly group: RowGroup;
  readonly suppliers: number;
  /** Rows of sellers whose sector the list does not state. */
  readonly open: Part;
  /** Rows of sellers whose sector the list states by a code, or a decision about their text. */
  readonly known: Part;
  /** Rows set aside when they were checked, with the reasons. */
  readonly aside: Part & { readonly reasons: Readonly<Partial<Record<SetAsideReason, number>>> };
  /** What most rows were read as without any decision: ISIC code and how many rows. */
  readonly guess: { readonly isic: string; readonly rows: number } | null;
  /** Payees with the largest payments; never of rows set aside. */
  readonly samples: readonly string[];
}

/** A payee's rows in one group. */
export interface PayeePart extends Part {
  readonly group: number;
  readonly known: boolean;
}

/** A row as it is counted. */
export interface CountedRow {
  readonly group: RowGroup;
  readonly known: boolean;
  /** ISIC as the resolver read it, without any decision. */
  readonly guess: string | null;
  /** Asked only where it is needed. */
  readonly payee: { readonly name: string; readonly nameKey: string };
  readonly amount: number | null;
  readonly currency: string;
  /** Place of the supplier in the list; -1 when a decision sets the row aside. */
  readonly supplier: number;
  /** A decision about this payee is in force. */
  readonly payeeDecided: boolean;
  /** Never shown as an example: the payee was set aside as a natural person. */
  readonly hideName: boolean;
}

class Counted {
  rows = 0;
  readonly money = new Money();
  add(amount: number | null, currency: string): void {
    this.rows++;
    if (amount !== null) this.money.add(currency, amount);
  }
  get part(): Part {
    return { rows: this.rows, amounts: this.money.amounts };
  }
}

class Group {
  readonly open = new Counted();
  readonly known = new Counted();
  readonly aside = new Counted();
  readonly reasons: Partial<Record<SetAsideReason, number>> = {};
  readonly guesses = new Map<string, { rows: number }>();
  suppliers = 0;
  #samples: { name: string; amount: number }[] = [];
  constructor(
    readonly no: number,
    readonly group: RowGroup,
  ) {}

  sample(payee: CountedRow["payee"], amount: number): void {
    const kept = this.#samples;
    const lowest = kept.length === SAMPLES ? kept[SAMPLES - 1]!.amount : -Infinity;
    if (amount <= lowest) return;
    const { name } = payee;
    const same = kept.find((one) => one.name === name);
    if (same && same.amount >= amount) return;
    if (same) same.amount = amount;
    else kept.push({ name: detached(name), amount });
    kept.sort((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1));
    if (kept.length > SAMPLES) kept.pop();
  }

  get total(): GroupTotal {
    let guess: GroupTotal["guess"] = null;
    for (const [isic, { rows }] of this.guesses)
      if (!guess || rows > guess.rows || (rows === guess.rows && isic < guess.isic)) guess = { isic, rows };
    return {
      no: this.no,
      group: this.group,
      suppliers: this.suppliers,
      open: this.open.part,
      known: this.known.part,
      aside: { ...this.aside.part, reasons: this.reasons },
      guess,
      samples: this.#samples.map(({ name }) => name),
    };
  }
}

const OTHER: RowGroup = { key: "other", kind: "other", label: "" };
/** Cells of a supplier: a group, and whether the list states the sector. */
const cellOf = (group: number, known: boolean) => group * 2 + (known ? 1 : 0);
const CELLS = (MOST_GROUPS + 2) * 2;

export class GroupTotals {
  readonly #groups = new Map<string, Group>();
  /** Groups by the object they were last named with: rows share these. */
  readonly #named = new Map<RowGroup, Group>();
  readonly #list: Group[] = [];
  /** First cell of each supplier, plus 1; 0 when it has no row yet. */
  #first = new Int32Array(1024);
  /** What a supplier has in further cells, by `supplier * CELLS + cell`. */
  readonly #further = new Map<number, Counted>();
  /** Further cells of a supplier. */
  readonly #furtherCells = new Map<number, number[]>();
  readonly #decided = new Map<string, { name: string; readonly cells: Map<number, Counted> }>();
  readonly #asideOnes = new PairSet();
  readonly #hash = new Hash64();

  /** Takes a row of a payee who sells, or would without the decisions in force. */
  add(row: CountedRow): void {
    const group = this.#groupOf(row.group);
    const { amount, currency, known } = row;
    (known ? group.known : group.open).add(amount, currency);
    if (row.guess !== null && !known) {
      const guess = group.guesses.get(row.guess);
      if (guess) guess.rows++;
      else if (group.guesses.size < MOST_GUESSES) group.guesses.set(row.guess, { rows: 1 });
    }
    if (!row.hideName) group.sample(row.payee, amount ?? 0);
    const cell = cellOf(group.no, known);
    if (row.payeeDecided) this.#countDecided(row, cell);
    if (row.supplier >= 0) this.#countSupplier(row.supplier, group, cell, amount, currency);
    else if (this.#isNewAside(group.no, row.payee.nameKey)) group.suppliers++;
  }

  /** Takes a row that the check itself set aside. */
  addAside(rowGroup: RowGroup, reason: SetAsideReason, amount: number | null, currency: string): void {
    const group = this.#groupOf(rowGroup);
    group.aside.add(amount, currency);
    group.reasons[reason] = (group.reasons[reason] ?? 0) + 1;
  }

  /** All groups, in the order in which they were met. */
  totals(): GroupTotal[] {
    return this.#list.map((group) => group.total);
  }

  /** Payees about whom a decision is in force, with their parts. */
  decidedPayees(): { readonly key: string; readonly name: string; readonly parts: readonly PayeePart[] }[] {
    return [...this.#decided].map(([key, { name, cells }]) => ({ key, name, parts: partsOf(cells) }));
  }

  /**
   * The parts of one supplier. What it has outside its first cell was counted; the rest of its rows and amounts lies in the first.
   * @param rows all its rows; @param amounts all its amounts, as `Part.amounts`.
   */
  partsOf(supplier: number, rows: number, amounts: Readonly<Record<string, string>>): readonly PayeePart[] {
    const first = (this.#first[supplier] ?? 0) - 1;
    if (first < 0) return [];
    const further = (this.#furtherCells.get(supplier) ?? []).map(
      (cell) => [cell, this.#further.get(supplier * CELLS + cell)!] as const,
    );
    const rest: Record<string, bigint> = Object.fromEntries(
      Object.entries(amounts).map(([currency, amount]) => [currency, BigInt(amount)]),
    );
    let restRows = rows;
    for (const [, counted] of further) {
      restRows -= counted.rows;
      for (const [currency, amount] of Object.entries(counted.money.amounts))
        rest[currency] = (rest[currency] ?? 0n) - BigInt(amount);
    }
    const ofFirst: PayeePart = {
      group: first >> 1,
      known: (first & 1) === 1,
      rows: restRows,
      amounts: Object.fromEntries(Object.entries(rest).map(([currency, amount]) => [currency, String(amount)])),
    };
    return [ofFirst, ...partsOf(new Map(further))];
  }

  #groupOf(group: RowGroup): Group {
    let found = this.#named.get(group);
    if (found) return found;
    found = this.#groupOfKey(group);
    if (this.#named.size >= MOST_GROUPS) this.#named.clear();
    this.#named.set(group, found);
    return found;
  }

  #groupOfKey(group: RowGroup): Group {
    let found = this.#groups.get(group.key);
    if (found) return found;
    const full = this.#groups.size >= MOST_GROUPS && group.key !== noDescription.key;
    if (full) {
      found = this.#groups.get(OTHER.key);
      if (found) return found;
      group = OTHER;
    }
    found = new Group(this.#list.length, group);
    this.#list.push(found);
    this.#groups.set(group.key, found);
    return found;
  }

  #countDecided({ payee: { nameKey, name }, amount, currency, hideName }: CountedRow, cell: number): void {
    let payee = this.#decided.get(nameKey);
    if (!payee)
      this.#decided.set(detached(nameKey), (payee = { name: hideName ? "" : detached(name), cells: new Map() }));
    let counted = payee.cells.get(cell);
    if (!counted) payee.cells.set(cell, (counted = new Counted()));
    counted.add(amount, currency);
  }

  #countSupplier(supplier: number, group: Group, cell: number, amount: number | null, currency: string): void {
    if (supplier >= this.#first.length) {
      const longer = new Int32Array(Math.ceil(Math.max(supplier + 1, this.#first.length * 1.5)));
      longer.set(this.#first);
      this.#first = longer;
    }
    const first = this.#first[supplier]! - 1;
    if (first < 0) {
      this.#first[supplier] = cell + 1;
      group.suppliers++;
      return;
    }
    if (first === cell) return;
    const key = supplier * CELLS + cell;
    let counted = this.#further.get(key);
    if (!counted) {
      if (this.#further.size >= MOST_PARTS) return;
      this.#further.set(key, (counted = new Counted()));
      const cells = this.#furtherCells.get(supplier) ?? [];
      if (first >> 1 !== group.no && !cells.some((one) => one >> 1 === group.no)) group.suppliers++;
      this.#furtherCells.set(supplier, [...cells, cell]);
    }
    counted.add(amount, currency);
  }

  #isNewAside(group: number, nameKey: string): boolean {
    this.#hash.start(group);
    this.#hash.text(nameKey);
    this.#hash.end();
    return this.#asideOnes.add(this.#hash.hi, this.#hash.lo);
  }
}

const partsOf = (cells: ReadonlyMap<number, Counted>): PayeePart[] =>
  [...cells].map(([cell, counted]) => ({ group: cell >> 1, known: (cell & 1) === 1, ...counted.part }));
