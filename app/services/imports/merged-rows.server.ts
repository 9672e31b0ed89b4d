import { inArray } from "drizzle-orm";
import type { Database } from "../../../db/database";
import { bulkKey } from "../../../db/keys";
import type { SupplierFacts } from "../../../risk-models/types";
import type { SupplierAccumulator } from "../../imports/collapse";
import type { CheckedRow } from "../../imports/types";
import type { SectorMatch } from "../../resolve/types";
import {
  AT,
  factsOfLine,
  lineObject,
  putResolved,
  putScore,
  REGISTER_COLUMNS,
  type RegisterCell,
} from "../scoring/register-line";
import type { BuildInput } from "./build-generation.server";
import type { UnderstoodRows } from "./understood-rows.server";

/** Facts a supplier's first row left blank and a later row gave. */
interface Later {
  /** Sector number → summed confidence of the rows that say so; made when a second sector appears. */
  votes: Map<number, number> | null;
  facts: SupplierFacts | null;
  city: string;
  address: string;
  registrationId: string;
  readings: string | null;
}

const KEYS_AT_A_TIME = 4000;
const SEAT = 1;
const READINGS = 2;

/**
 * Suppliers with more than one row. The first row's line is written at once; what the others add (sums, sector by the votes
 * of all rows, facts the first left blank) is written over it at the end. Only suppliers that need it are held in memory.
 */
export class MergedRows {
  /** Sector of the first row, and the confidence of rows that agree with it. */
  readonly #sectorOf: number[] = [];
  readonly #weight: number[] = [];
  readonly #known: number[] = [];
  readonly #later = new Map<number, Later>();
  readonly #sectors: SectorMatch[] = [];
  readonly #sectorNumbers = new Map<string, number>();
  readonly #sectorCache = new Map<SectorMatch, number>();

  constructor(
    readonly db: Database,
    readonly input: BuildInput,
    readonly suppliers: SupplierAccumulator,
    readonly supplierNos: readonly number[],
    readonly understood: UnderstoodRows,
  ) {}

  /** Keeps what a supplier's first row said, as far as later rows may add to it. */
  first(index: number, facts: SupplierFacts, sector: SectorMatch | null): void {
    // Suppliers of earlier lists stand before: keep the arrays dense.
    while (this.#known.length <= index) this.#push(-1, 0, 0);
    this.#sectorOf[index] = sector ? this.#sectorNumber(sector) : -1;
    this.#weight[index] = sector ? sector.confidence : 0;
    this.#known[index] = (facts.seat.country !== null ? SEAT : 0) | (hasReadings(facts) ? READINGS : 0);
  }

  #push(sector: number, weight: number, known: number): void {
    this.#sectorOf.push(sector);
    this.#weight.push(weight);
    this.#known.push(known);
  }

  /** Takes a further row of a supplier. */
  further(index: number, row: CheckedRow, facts: SupplierFacts, sector: SectorMatch | null): void {
    const known = this.#known[index]!;
    if (sector) this.#vote(index, sector);
    const addsSeat = !(known & SEAT) && facts.seat.country !== null;
    const addsReadings = !(known & READINGS) && hasReadings(facts);
    if (!addsSeat && !addsReadings) return;
    const later = this.#laterOf(index);
    later.facts = mergeFacts(later.facts, facts);
    later.city ||= own(row.city);
    later.address ||= own(row.address);
    later.registrationId ||= own(row.registrationId);
    if (addsReadings) later.readings = JSON.stringify({ r: facts.recruitment, w: facts.workforce });
    this.#known[index] = known | (addsSeat ? SEAT : 0) | (addsReadings ? READINGS : 0);
  }

  /** Writes over the lines of suppliers that have more than one row. */
  async write(mainCurrency: string): Promise<void> {
    const keys: number[] = [];
    const indexOfKey = new Map<number, number>();
    for (let index = 0; index < this.suppliers.size; index++) {
      if (this.suppliers.rowsOf(index) < 2) continue;
      const key = bulkKey(this.input.generation, this.supplierNos[index]!);
      keys.push(key);
      indexOfKey.set(key, index);
    }
    keys.sort((a, b) => a - b);
    const writer = this.db.bulk.writer("registerRows", REGISTER_COLUMNS);
    const { registerRows } = this.db.t;
    for (let at = 0; at < keys.length; at += KEYS_AT_A_TIME) {
      const some = keys.slice(at, at + KEYS_AT_A_TIME);
      for (const line of await this.#linesOf(some)) {
        this.#finishLine(line, indexOfKey.get(line[AT.key] as number)!, mainCurrency);
        writer.add(line);
      }
      await this.db.bulk.flush([writer], {
        before: (q) => [q.delete(registerRows).where(inArray(registerRows.key, some))],
      });
    }
  }

  /** Lines by their keys (in order): read as one range where the keys lie close together. */
  async #linesOf(keys: readonly number[]): Promise<RegisterCell[][]> {
    const [first, last] = [keys[0]!, keys.at(-1)!];
    const lines: RegisterCell[][] = [];
    if (last - first < keys.length * 4) {
      const wanted = new Set(keys);
      for await (const chunk of this.db.bulk.scan("registerRows", REGISTER_COLUMNS, [first, last]))
        for (const line of chunk) if (wanted.has(line[AT.key] as number)) lines.push(line);
      return lines;
    }
    const { registerRows } = this.db.t;
    const rows = await this.db.q
      .select()
      .from(registerRows)
      .where(inArray(registerRows.key, [...keys]));
    return rows.map((row) => REGISTER_COLUMNS.map((column) => row[column]));
  }

  #finishLine(line: RegisterCell[], index: number, mainCurrency: string): void {
    const rows = this.suppliers.rowsOf(index);
    const amounts = this.suppliers.amountsOf(index);
    line[AT.rowCount] = rows;
    if (amounts.length > 0) {
      line[AT.amounts] =
        `{${amounts.map((a) => `${JSON.stringify(a.currency)}:["${a.purchases + a.credits}","${a.credits}"]`).join(",")}}`;
      const main = amounts.find((amount) => amount.currency === mainCurrency);
      line[AT.spendMain] = main ? Number(main.purchases + main.credits) / 10_000 : null;
    }
    const later = this.#later.get(index);
    const sector = this.#elected(index, later);
    if (!later?.facts && sector === null && !this.understood.isDecided(index)) return;
    const { asOf, namesSites } = this.input.list;
    const before = factsOfLine(lineObject(line), asOf);
    const given = later?.facts ?? null;
    const together: SupplierFacts = {
      ...before,
      seat: before.seat.country === null && given ? given.seat : before.seat,
      placeOfWork: before.placeOfWork.country === null && given ? given.placeOfWork : before.placeOfWork,
      origin: before.origin.country === null && given ? given.origin : before.origin,
      recruitment: later?.readings && given ? given.recruitment : before.recruitment,
      workforce: later?.readings && given ? given.workforce : before.workforce,
      ...(sector && {
        sector: {
          isic: sector.isic,
          basis: sector.how === "text" ? "derived" : "stated",
          confidence: sector.confidence,
        },
        goods: sector.goods,
        role: before.role === "unknown" && sector.isic.startsWith("78") ? "labour-provider" : before.role,
      }),
    };
    line[AT.city] ??= later?.city || null;
    line[AT.address] ??= later?.address || null;
    line[AT.registrationId] ??= later?.registrationId || null;
    if (later?.readings) line[AT.readings] = later.readings;
    const facts = this.understood.decide(index, together, namesSites);
    putResolved(line, facts);
    putScore(line, this.input.engine.score(facts));
  }

  /** The sector most rows stand for; a tie goes to the smaller code, so that the order of rows does not matter. */
  #elected(index: number, later: Later | undefined): SectorMatch | null {
    if (!later?.votes) return null;
    let best = -1;
    let weight = -1;
    for (const [sector, votes] of later.votes) {
      const tie = Math.abs(votes - weight) < 1e-9;
      if (tie ? this.#sectors[sector]!.isic < this.#sectors[best]!.isic : votes > weight) {
        best = sector;
        weight = votes;
      }
    }
    return best === this.#sectorOf[index] ? null : this.#sectors[best]!;
  }

  #vote(index: number, sector: SectorMatch): void {
    const number = this.#sectorNumber(sector);
    const votes = this.#later.get(index)?.votes;
    if (!votes && number === this.#sectorOf[index]) {
      this.#weight[index]! += sector.confidence;
      return;
    }
    const later = this.#laterOf(index);
    if (!later.votes) {
      later.votes = new Map();
      if (this.#sectorOf[index]! >= 0) later.votes.set(this.#sectorOf[index]!, this.#weight[index]!);
    }
    later.votes.set(number, (later.votes.get(number) ?? 0) + sector.confidence);
  }

  #sectorNumber(sector: SectorMatch): number {
    let number = this.#sectorCache.get(sector);
    if (number !== undefined) return number;
    const name = `${sector.isic}|${sector.how}|${sector.confidence}|${sector.goods.join("|")}`;
    number = this.#sectorNumbers.get(name);
    if (number === undefined) {
      number = this.#sectors.push(sector) - 1;
      this.#sectorNumbers.set(name, number);
    }
    if (this.#sectorCache.size > 50_000) this.#sectorCache.clear();
    this.#sectorCache.set(sector, number);
    return number;
  }

  #laterOf(index: number): Later {
    let later = this.#later.get(index);
    if (!later) {
      later = { votes: null, facts: null, city: "", address: "", registrationId: "", readings: null };
      this.#later.set(index, later);
    }
    return later;
  }
}

/** A mapped key without an answer is there and undefined. */
const saysSomething = (facts: object): boolean => {
  for (const key in facts) if ((facts as Record<string, unknown>)[key] !== undefined) return true;
  return false;
};

const hasReadings = ({ recruitment, workforce }: SupplierFacts): boolean =>
  saysSomething(recruitment) || saysSomething(workforce);

function mergeFacts(first: SupplierFacts | null, next: SupplierFacts): SupplierFacts {
  if (!first) return next;
  return {
    ...first,
    seat: first.seat.country === null ? next.seat : first.seat,
    recruitment: hasReadings(first) ? first.recruitment : next.recruitment,
    workforce: hasReadings(first) ? first.workforce : next.workforce,
  };
}

/** A copy that does not keep the chunk of the file alive that the text was cut from. */
const own = (text: string) => (text === "" ? "" : Buffer.from(text).toString());
