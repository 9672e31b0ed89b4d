import { Hash64, PairIndex } from "../../../imports/hash";
import type { RecordScan } from "../../../imports/record-scan";
import type { CheckedRow, Mapping } from "../../../imports/types";
import { CACHE_LIMIT } from "../../../resolve/memo";
import type { Resolver, SectorMatch } from "../../../resolve/types";
import { sectorOf } from "../../scoring/supplier-facts";

/** Fields that `sectorOf` reads. */
const FIELDS = ["isic", "nace", "hs", "cpv", "product", "sector", "accountName", "accountCode"] as const;
const SEED = 23;

/**
 * The sector of one row after the other, remembered by a 64-bit hash of the bytes of the cells it is read from: a few thousand
 * combinations of product and codes stand in a list of a million rows, and looking them up by their texts costs ten times as much.
 */
export class SeenSectors {
  readonly #columns: Int32Array;
  readonly #hash = new Hash64();
  #known = new PairIndex();
  #sectors: (SectorMatch | null)[] = [];

  constructor(
    mapping: Mapping,
    readonly resolver: Resolver,
    readonly limit = CACHE_LIMIT,
  ) {
    this.#columns = Int32Array.from(FIELDS.flatMap((field) => mapping[field] ?? []));
  }

  /** @param scan of the record that `row` was made of. */
  of(row: CheckedRow, scan: RecordScan): SectorMatch | null {
    const hash = this.#hash;
    hash.start(SEED);
    if (!scan.cellsInto(this.#columns, hash)) return sectorOf(row, this.resolver);
    hash.end();
    const known = this.#known.size;
    const index = this.#known.indexOf(hash.hi, hash.lo);
    if (index < known) return this.#sectors[index]!;
    const sector = sectorOf(row, this.resolver);
    if (known < this.limit) this.#sectors.push(sector);
    else {
      this.#known = new PairIndex();
      this.#sectors = [];
    }
    return sector;
  }
}
