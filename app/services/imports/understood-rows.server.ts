import { inArray } from "drizzle-orm";
import type { Database } from "../../../db/database";
import { bulkKey } from "../../../db/keys";
import type { Outcome } from "../../../db/schema/codes";
import type { SupplierFacts } from "../../../risk-models/types";
import { DecidedVotes } from "../../groups/decided-votes";
import type { Understanding } from "../../groups/decision";
import { GroupTotals, type PayeePart } from "../../groups/group-totals";
import { lookupOf, NONE, notSellerOf, withDecisions, type UnderstandingLookup } from "../../groups/understanding";
import { TEXT_KINDS, UnresolvedTexts } from "../../groups/unresolved-texts";
import type { SupplierAccumulator } from "../../imports/collapse";
import type { SetAsideReason } from "../../imports/codes";
import { roleOf } from "../scoring/supplier-facts";
import { FLAG, NUMBER, WORD, type PieceReader } from "./rows/packed-piece";
import { DECIDED_NOT_A_SELLER, UnderstoodReader } from "./rows/packed-understanding";

/** Payees a page offers to decide about one by one. */
const MOST_PAYEES = 1_000;
const KEYS_AT_A_TIME = 500;

const GROUP_COLUMNS = [
  "generation", "no", "key", "kind", "label", "suppliers", "rows", "amounts", "knownRows", "knownAmounts", "asideRows", "asideAmounts", "asideReasons", "guess", "guessRows", "samples",
] as const; // prettier-ignore
const PAYEE_COLUMNS = ["generation", "no", "key", "name", "supplierNo", "parts"] as const;
const TEXT_COLUMNS = ["generation", "no", "kind", "key", "text", "rows", "amounts"] as const;

interface Payee {
  readonly key: string;
  readonly name: string;
  readonly supplierNo: number | null;
  readonly parts: readonly PayeePart[];
}

/**
 * What people decided, at work while a list is built: it stands in the packed rows, is remembered for suppliers with several
 * rows, and every group, payee and unknown text is counted for the page where the next decisions are made.
 */
export class UnderstoodRows {
  readonly #lookup: UnderstandingLookup | null;
  readonly #votes: DecidedVotes | null;
  readonly #totals = new GroupTotals();
  readonly #texts = new UnresolvedTexts();
  readonly #reader = new UnderstoodReader();

  /** @param understanding null: nobody decides about this list, and nothing is counted for it. */
  constructor(readonly understanding: Understanding | null) {
    this.#lookup = lookupOf(understanding);
    this.#votes = this.#lookup ? new DecidedVotes(this.#lookup) : null;
  }

  /** Counts a row; `supplier` is its place in the list, -1 for a row that counts for none. */
  count(row: PieceReader, outcome: Outcome, supplier: number): void {
    if (outcome === "left-out" || this.understanding === null) return;
    const { amount } = row;
    const currency = row.word(WORD.currency);
    for (const kind of TEXT_KINDS) {
      const text = this.#reader.unresolved(row, kind);
      if (text !== null) this.#texts.add(text, amount, currency);
    }
    const group = this.#reader.group(row);
    const reason = outcome === "set-aside" ? row.word(WORD.reason) : "";
    if (outcome === "set-aside" && reason !== DECIDED_NOT_A_SELLER) {
      this.#totals.addAside(group, reason as SetAsideReason, amount, currency);
      return;
    }
    const decided = this.#reader.decided(row);
    if (supplier >= 0) this.#votes?.add(supplier, decided, amount);
    this.#totals.add({
      group,
      known: (row.number(NUMBER.flags) & FLAG.sectorKnown) !== 0,
      guess: row.word(WORD.guess) || null,
      payee: row,
      amount,
      currency,
      supplier,
      payeeDecided: decided.length > 0 && this.#lookup!.all[decided[0]!]!.item.scope === "payee",
      hideName: decided.length > 0 && notSellerOf(this.#lookup!, decided) === "natural-persons",
    });
  }

  /** Does a decision say something about a supplier? */
  isDecided(supplier: number): boolean {
    return this.#votes !== null && this.#votes.of(supplier).length > 0;
  }

  /** A supplier's facts from all its rows, with the decisions about them put over. */
  decide(supplier: number, facts: SupplierFacts, namesSites: boolean): SupplierFacts {
    const decided = this.#votes?.of(supplier) ?? NONE;
    if (decided.length === 0) return facts;
    return withDecisions(this.#lookup!, decided, facts, (isic) => roleOf("unknown", isic, namesSites));
  }

  /** Writes what was counted. Call it once, after the register lines. */
  async write(
    db: Database,
    generation: number,
    suppliers: SupplierAccumulator,
    supplierNos: readonly number[],
    mainCurrency: string,
  ): Promise<void> {
    if (this.understanding === null) return;
    const groups = db.bulk.writer("generationGroups", GROUP_COLUMNS);
    for (const { no, group, suppliers: payees, open, known, aside, guess, samples } of this.#totals.totals())
      groups.add([
        generation,
        no,
        group.key,
        group.kind,
        group.label,
        payees,
        open.rows,
        JSON.stringify(open.amounts),
        known.rows,
        JSON.stringify(known.amounts),
        aside.rows,
        JSON.stringify(aside.amounts),
        JSON.stringify(aside.reasons),
        guess?.isic ?? null,
        guess?.rows ?? 0,
        JSON.stringify(samples),
      ]);
    const payees = db.bulk.writer("generationPayees", PAYEE_COLUMNS);
    (await this.#payees(db, generation, suppliers, supplierNos, mainCurrency)).forEach(
      ({ key, name, supplierNo, parts }, no) =>
        payees.add([generation, no, key, name, supplierNo, JSON.stringify(parts)]),
    );
    const texts = db.bulk.writer("generationUnresolved", TEXT_COLUMNS);
    this.#texts
      .totals()
      .forEach(({ kind, key, text, rows, amounts }, no) =>
        texts.add([generation, no, kind, key, text, rows, JSON.stringify(amounts)]),
      );
    await db.bulk.flush([groups, payees, texts]);
    await this.#writeDecided(db, generation, supplierNos);
  }

  async #writeDecided(db: Database, generation: number, supplierNos: readonly number[]): Promise<void> {
    if (this.#votes === null) return;
    const writer = db.bulk.writer("decidedSuppliers", ["key", "decisions"]);
    for (const index of this.#votes.suppliers()) {
      const ids = this.#votes.of(index).map((at) => this.#lookup!.all[at]!.item.id);
      if (writer.add([bulkKey(generation, supplierNos[index]!), ids.join(",")])) await db.bulk.flush([writer]);
    }
    await db.bulk.flush([writer]);
  }

  /** Payees decided about, then those with most spend (without amounts: most rows). */
  async #payees(
    db: Database,
    generation: number,
    suppliers: SupplierAccumulator,
    supplierNos: readonly number[],
    mainCurrency: string,
  ): Promise<Payee[]> {
    const decided = this.#totals.decidedPayees().map((payee) => ({ ...payee, supplierNo: null }));
    const isDecided = new Set(decided.map(({ key }) => key));
    const largest = largestOf(suppliers, mainCurrency);
    const names = new Map<number, { name: string; nameKey: string }>();
    const { registerRows } = db.t;
    for (let at = 0; at < largest.length; at += KEYS_AT_A_TIME) {
      const keys = largest.slice(at, at + KEYS_AT_A_TIME).map((index) => bulkKey(generation, supplierNos[index]!));
      for (const { supplierNo, name, nameKey } of await db.q
        .select({ supplierNo: registerRows.supplierNo, name: registerRows.name, nameKey: registerRows.nameKey })
        .from(registerRows)
        .where(inArray(registerRows.key, keys)))
        names.set(supplierNo, { name, nameKey });
    }
    const others = largest.flatMap((index): Payee[] => {
      const supplierNo = supplierNos[index]!;
      const named = names.get(supplierNo);
      if (!named || isDecided.has(named.nameKey)) return [];
      const amounts = Object.fromEntries(
        suppliers.amountsOf(index).map((sum) => [sum.currency, String(sum.purchases + sum.credits)]),
      );
      const parts = this.#totals.partsOf(index, suppliers.rowsOf(index), amounts);
      return [{ key: named.nameKey, name: named.name, supplierNo, parts }];
    });
    return [...decided, ...others];
  }
}

/** Suppliers of the list with most spend in its main currency, largest first. */
function largestOf(suppliers: SupplierAccumulator, mainCurrency: string): number[] {
  let kept: { index: number; spend: number; rows: number }[] = [];
  const order = (a: (typeof kept)[number], b: (typeof kept)[number]) =>
    b.spend - a.spend || b.rows - a.rows || a.index - b.index;
  const cut = () => {
    kept = kept.sort(order).slice(0, MOST_PAYEES);
  };
  for (let index = 0; index < suppliers.size; index++) {
    const rows = suppliers.rowsOf(index);
    if (rows === 0) continue;
    const main = suppliers.amountsOf(index).find(({ currency }) => currency === mainCurrency);
    kept.push({ index, spend: main ? Number(main.purchases + main.credits) : 0, rows });
    if (kept.length > 8 * MOST_PAYEES) cut();
  }
  cut();
  return kept.map(({ index }) => index);
}
