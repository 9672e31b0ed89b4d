import { inArray } from "drizzle-orm";
import type { Database } from "../../../db/database";
import { registerRow } from "../../../db/register-row";
import type { SummaryTally } from "../../../db/summary/tally";
import { bulkKey } from "../../../db/keys";
import type { Engine, SupplierFacts } from "../../../risk-models/types";
import type { SupplierAccumulator } from "../../imports/collapse";
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
import type { UnderstoodRows } from "./understood-rows.server";
import type { ListContext } from "../scoring/supplier-facts";
import { FLAG, NUMBER, WORD, type PackedPiece, type PieceReader } from "./rows/packed-piece";
import { sectorOfText } from "./rows/packed-sector";

/** What merging needs to know of the build it belongs to. */
export interface MergeInput {
  readonly workspaceNo: number;
  readonly generation: number;
  readonly list: ListContext;
  readonly engine: Engine;
  readonly tally: SummaryTally;
}

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
  /** Sector of the first row, -1 for none, and what is known of the supplier. */
  #sectorOf = new Int32Array(1024);
  #known = new Uint8Array(1024);
  /** Confidence of the rows that agree with the first one, where there are several. */
  readonly #weight = new Map<number, number>();
  readonly #later = new Map<number, Later>();
  readonly #sectors: SectorMatch[] = [];
  readonly #sectorNumbers = new Map<string, number>();
  /** Of the piece at hand: sector number by the place of its word, -2 where not yet asked. */
  #piece: PackedPiece | null = null;
  #sectorOfWord = new Int32Array(0);

  constructor(
    readonly db: Database,
    readonly input: MergeInput,
    readonly suppliers: SupplierAccumulator,
    readonly supplierNos: readonly number[],
    readonly understood: UnderstoodRows,
  ) {}

  /** Keeps what a supplier's first row said, as far as later rows may add to it. */
  first(index: number, row: PieceReader): void {
    while (index >= this.#known.length) this.reserve(this.#known.length * 2);
    this.#sectorOf[index] = this.#sectorNumber(row);
    this.#known[index] = knownOf(row);
  }

  /** Makes room for that many suppliers. */
  reserve(suppliers: number): void {
    if (suppliers <= this.#known.length) return;
    const sectorOf = new Int32Array(suppliers);
    sectorOf.set(this.#sectorOf);
    this.#sectorOf = sectorOf;
    const known = new Uint8Array(suppliers);
    known.set(this.#known);
    this.#known = known;
  }

  /** Takes a further row of a supplier. */
  further(index: number, row: PieceReader): void {
    const known = this.#known[index]!;
    const sector = this.#sectorNumber(row);
    if (sector >= 0) this.#vote(index, sector);
    const adds = knownOf(row) & ~known;
    if (adds === 0) return;
    const later = this.#laterOf(index);
    const line = lineObject(row.registerLine());
    later.facts = mergeFacts(later.facts, factsOfLine(line, this.input.list.asOf));
    later.city ||= own(line.city);
    later.address ||= own(line.address);
    later.registrationId ||= own(line.registrationId);
    if (adds & READINGS) later.readings = own(line.readings);
    this.#known[index] = known | adds;
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
        tallyLine(this.input.tally, line, -1);
        this.#finishLine(line, indexOfKey.get(line[AT.key] as number)!, mainCurrency);
        tallyLine(this.input.tally, line, 1);
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
    return rows.map((stored) => {
      const row = registerRow(stored);
      return REGISTER_COLUMNS.map((column) => row[column]);
    });
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

  #vote(index: number, sector: number): void {
    const { confidence } = this.#sectors[sector]!;
    const votes = this.#later.get(index)?.votes;
    if (!votes && sector === this.#sectorOf[index]) {
      this.#weight.set(index, this.#weightOf(index) + confidence);
      return;
    }
    const later = this.#laterOf(index);
    if (!later.votes) {
      later.votes = new Map();
      if (this.#sectorOf[index]! >= 0) later.votes.set(this.#sectorOf[index]!, this.#weightOf(index));
    }
    later.votes.set(sector, (later.votes.get(sector) ?? 0) + confidence);
  }

  #weightOf(index: number): number {
    return this.#weight.get(index) ?? this.#sectors[this.#sectorOf[index]!]!.confidence;
  }

  /** Number of the row's sector, -1 for none; each word of a piece is looked up once. */
  #sectorNumber(row: PieceReader): number {
    const { piece } = row;
    if (piece !== this.#piece) {
      this.#piece = piece;
      this.#sectorOfWord = new Int32Array(piece.words.length).fill(-2);
      this.#sectorOfWord[0] = -1;
    }
    const word = row.wordNumber(WORD.sector);
    const known = this.#sectorOfWord[word]!;
    if (known !== -2) return known;
    const text = piece.words[word]!;
    let number = this.#sectorNumbers.get(text);
    if (number === undefined) {
      number = this.#sectors.push(sectorOfText(text)) - 1;
      this.#sectorNumbers.set(text, number);
    }
    this.#sectorOfWord[word] = number;
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

/** Counts a line in, or out again before it is written over. */
export function tallyLine(tally: SummaryTally, line: readonly RegisterCell[], suppliers: 1 | -1): void {
  const [level, band, role] = [line[AT.level] as number, line[AT.band] as number | null, line[AT.role] as number];
  tally.add(level, band, role, line[AT.seat] as string | null, line[AT.isic] as string | null, suppliers);
}

const knownOf = (row: PieceReader): number => {
  const flags = row.number(NUMBER.flags);
  return (flags & FLAG.hasSeat ? SEAT : 0) | (flags & FLAG.hasReadings ? READINGS : 0);
};

/** A copy that does not keep the piece alive that the text was cut from. */
const own = (text: RegisterCell) => (text === null || text === "" ? "" : Buffer.from(String(text)).toString());
