/** Suppliers, records, readings and totals of a pack against each other, and every score against the model inside. */
import { canonicalJson } from "../../db/canonical-json";
import { together, type Reading } from "../recruitment/readings";
import { isAnswerKey } from "../recruitment/questions";
import type { PackEngines } from "./check-model";
import type { Faults } from "./faults";
import { LISTS, DOCUMENTS, type Manifest } from "./format";
import { ListCounts } from "./list-counts";
import { recomputed, type PackedResult } from "./result";
import { ReadingRow, RecordRow, SupplierRow, type PackedFacts, type Totals } from "./rows";

type RecordedReading = Omit<Reading, "undoneAt" | "releasedAt">;

/** Numbers of a result by a name, so that the one that differs can be named. */
function partsOf(result: PackedResult): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [name, value] of Object.entries(result)) {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      for (const [inner, one] of Object.entries(value)) parts.set(`${name}.${inner}`, canonicalJson(one));
    else parts.set(name, canonicalJson(value));
  }
  return parts;
}

export class SupplierCheck {
  /** Suppliers whose score was computed again. */
  recomputed = 0;
  readonly counts = new ListCounts();
  #last = 0;
  readonly #numbers: number[] = [];
  readonly #ids = new Set<string>();
  #records = 0;
  /** Records of each supplier that the list of records has not shown yet; its first is in none. */
  readonly #open: number[] = [];
  /** By currency: amounts of records that were set aside. */
  readonly #setAside = new Map<string, bigint>();
  readonly #spend = new Map<string, { sum: bigint; credits: bigint }>();
  readonly #outcomes = { imported: 0, "set-aside": 0, "left-out": 0 };
  readonly #readings = new Map<number, RecordedReading[]>();

  constructor(
    private readonly manifest: Manifest,
    private readonly engines: PackEngines | null,
    private readonly faults: Faults,
  ) {}

  /** Readings come before suppliers. @returns it; null, with the fault noted, when it has not its shape. */
  reading(row: number, value: unknown): ReadingRow | null {
    const parsed = ReadingRow.safeParse(value);
    if (!parsed.success || !isAnswerKey(parsed.data.what)) {
      this.faults.add("row.shape", LISTS.readings, row);
      return null;
    }
    const { id, supplier, what, value: told, proof, validFrom, recordedAt, source } = parsed.data;
    const all = this.#readings.get(supplier) ?? [];
    all.push({
      id,
      what,
      value: told ?? null,
      proof,
      validFrom,
      recordedAt: new Date(recordedAt),
      isProtected: source === null,
    });
    this.#readings.set(supplier, all);
    return parsed.data;
  }

  /** @returns it; null, with the fault noted, when it has not its shape. */
  supplier(row: number, value: unknown): SupplierRow | null {
    const parsed = SupplierRow.safeParse(value);
    if (!parsed.success) {
      this.faults.add("row.shape", LISTS.suppliers, row);
      return null;
    }
    const supplier = parsed.data;
    const isTwice = this.#ids.size === this.#ids.add(supplier.id).size;
    if (isTwice || supplier.no <= this.#last) this.faults.add("row.order", LISTS.suppliers, row);
    this.#last = supplier.no;
    this.#numbers.push(supplier.no);
    this.counts.add(supplier);
    this.#records += supplier.records;
    this.#open.push(supplier.records - 1);
    for (const [currency, [sum, credits]] of Object.entries(supplier.spend)) {
      const so = this.#spend.get(currency) ?? { sum: 0n, credits: 0n };
      this.#spend.set(currency, { sum: so.sum + BigInt(sum), credits: so.credits + BigInt(credits) });
    }
    this.#checkFacts(row, supplier);
    this.#checkScore(row, supplier);
    return supplier;
  }

  record(row: number, value: unknown): void {
    const parsed = RecordRow.safeParse(value);
    if (!parsed.success) return this.faults.add("row.shape", LISTS.records, row);
    const { supplier, outcome, amount, currency } = parsed.data;
    this.#outcomes[outcome] += 1;
    const at = supplier === null ? null : this.#placeOf(supplier);
    if (at === null) {
      if (supplier !== null) this.faults.add("row.supplier", LISTS.records, row, { supplier });
    } else if (outcome === "imported") this.#open[at]! -= 1;
    if (outcome === "set-aside" && amount !== null)
      this.#setAside.set(currency ?? "", (this.#setAside.get(currency ?? "") ?? 0n) + BigInt(amount));
  }

  /** What the list told and what was recorded give the facts of the line. */
  #checkFacts(row: number, { no, told, facts }: SupplierRow): void {
    const readings = this.#readings.get(no) ?? [];
    this.#readings.delete(no);
    if (readings.length === 0 && told === undefined) return;
    const list = told ?? { recruitment: facts.recruitment, workforce: facts.workforce };
    const open = readings.map((one) => ({ ...one, releasedAt: null }));
    const both = together({ ...list, day: this.manifest.list.day }, open);
    const said = { recruitment: facts.recruitment, workforce: facts.workforce, inputs: facts.inputs ?? [] };
    const gives = { recruitment: both.recruitment, workforce: both.workforce, inputs: [...both.inputs] };
    if (canonicalJson(said) !== canonicalJson(gives)) this.faults.add("facts.differ", LISTS.suppliers, row);
  }

  #checkScore(row: number, { facts, result }: SupplierRow): void {
    if (this.engines === null) return;
    const asTold = { ...(facts as PackedFacts), asOf: this.manifest.list.day };
    let again: PackedResult;
    try {
      again = recomputed(this.engines.own, this.engines.released, asTold);
    } catch {
      return this.faults.add("score.differs", LISTS.suppliers, row, { part: "score", pack: "", model: "" });
    }
    this.recomputed += 1;
    const [said, gives] = [partsOf(result), partsOf(again)];
    for (const [part, model] of gives)
      if (said.get(part) !== model) {
        const values = { part, pack: said.get(part) ?? "", model };
        return this.faults.add("score.differs", LISTS.suppliers, row, values);
      }
  }

  /** Where a supplier stands in the list; null: nowhere. */
  #placeOf(no: number): number | null {
    let [low, high] = [0, this.#numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#numbers[middle]! < no) low = middle + 1;
      else high = middle;
    }
    return this.#numbers[low] === no ? low : null;
  }

  /** After all rows were given. @param withRecords the list of records could be read. */
  totals(totals: Totals | null, withRecords: boolean): void {
    if (totals === null) return this.faults.add("file.shape", DOCUMENTS.totals);
    const differ = (what: string, said: bigint | number | string, counted: bigint | number | string) => {
      if (String(said) !== String(counted))
        this.faults.add("totals.differ", DOCUMENTS.totals, null, {
          what,
          said: String(said),
          counted: String(counted),
        });
    };
    if (this.engines === null) this.faults.add("score.none", LISTS.suppliers);
    const { rows, suppliers, currencies } = totals;
    differ("suppliers", suppliers, this.#numbers.length);
    differ("manifest.suppliers", this.manifest.list.suppliers, this.#numbers.length);
    differ("rows.read", rows.read, rows.imported + rows.setAside + rows.leftOut);
    differ("rows.imported", rows.imported, this.#records);
    if (withRecords) {
      differ("records.imported", rows.imported, this.#numbers.length + this.#outcomes.imported);
      differ("records.set-aside", rows.setAside, this.#outcomes["set-aside"]);
      differ("records.left-out", rows.leftOut, this.#outcomes["left-out"]);
      for (const [at, left] of this.#open.entries())
        if (left !== 0) this.faults.add("row.records", LISTS.suppliers, at + 1, { left });
    }
    const named = new Set(currencies.map(({ currency }) => currency));
    for (const [currency, { sum }] of this.#spend) if (!named.has(currency)) differ(`${currency} counted`, 0, sum);
    for (const { currency, file, counted, creditNotes, setAside, rejected } of currencies) {
      const spend = this.#spend.get(currency) ?? { sum: 0n, credits: 0n };
      differ(`${currency} file`, file, BigInt(counted) + BigInt(setAside) + BigInt(rejected));
      differ(`${currency} counted`, counted, spend.sum);
      differ(`${currency} credit notes`, creditNotes, spend.credits);
      if (withRecords) differ(`${currency} set aside`, setAside, this.#setAside.get(currency) ?? 0n);
    }
  }
}
