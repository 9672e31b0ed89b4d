import { sealLines } from "./seal-anew";
import { GONE } from "./seals";

const DIGEST = 32;

/** The last seal of a row. */
export interface LastSeal {
  readonly seq: number;
  /** `GONE`: its event took the row away. */
  readonly digest: string;
  /** Null: erased, though nothing later sealed the row. */
  readonly salt: string | null;
}

/**
 * The last seal of every row a chain tells of. A million rows take some 150 MB: digests and salts lie in buffers, not in
 * strings that hold on to the text they were cut from.
 */
export class SealFold {
  readonly #places = new Map<string, number>();
  #digests = Buffer.alloc(DIGEST * 1024);
  #seqs = new Float64Array(1024);
  #seen = new Uint8Array(1024);
  readonly #tables = new Set<string>();
  readonly #salts = new Map<number, string>();

  /** @param only tables whose rows are wanted; null: all. */
  constructor(private readonly only: readonly string[] | null = null) {}

  /** Takes in an event's seals. Events come in their order. */
  add(seq: number, salt: string | null, lines: string): void {
    if (lines === "") return;
    if (salt !== null) this.#salts.set(seq, salt);
    for (const { table, key, digest } of sealLines(lines)) {
      if (this.only !== null && !this.only.includes(table)) continue;
      const name = `${table}\t${key}`;
      let place = this.#places.get(name);
      if (place === undefined) {
        place = this.#places.size;
        this.#tables.add(table);
        this.#places.set(Buffer.from(name).toString(), place);
        if (place === this.#seqs.length) this.#grow();
      }
      this.#seqs[place] = seq;
      this.#digests.fill(0, place * DIGEST, (place + 1) * DIGEST);
      if (digest !== GONE) this.#digests.write(digest, place * DIGEST, DIGEST, "base64url");
    }
  }

  #grow(): void {
    const length = this.#seqs.length * 2;
    const [seqs, seen] = [new Float64Array(length), new Uint8Array(length)];
    seqs.set(this.#seqs);
    seen.set(this.#seen);
    const digests = Buffer.alloc(DIGEST * length);
    this.#digests.copy(digests);
    [this.#seqs, this.#seen, this.#digests] = [seqs, seen, digests];
  }

  #at(place: number): LastSeal {
    const seq = this.#seqs[place]!;
    const digest = this.#digests.subarray(place * DIGEST, (place + 1) * DIGEST);
    return {
      seq,
      digest: digest.every((byte) => byte === 0) ? GONE : digest.toString("base64url"),
      salt: this.#salts.get(seq) ?? null,
    };
  }

  /** The row's last seal, noting that the row was met; null when no event tells of it. */
  meet(table: string, key: string): LastSeal | null {
    const place = this.#places.get(`${table}\t${key}`);
    if (place === undefined) return null;
    this.#seen[place] = 1;
    return this.#at(place);
  }

  /** The row's last seal, without noting anything. */
  get(table: string, key: string): LastSeal | null {
    const place = this.#places.get(`${table}\t${key}`);
    return place === undefined ? null : this.#at(place);
  }

  /** Rows that should be there and were not met. */
  *unmet(): Generator<{ table: string; key: string; seal: LastSeal }> {
    for (const [name, place] of this.#places) {
      if (this.#seen[place]) continue;
      const seal = this.#at(place);
      const tab = name.indexOf("\t");
      if (seal.digest !== GONE) yield { table: name.slice(0, tab), key: name.slice(tab + 1), seal };
    }
  }

  /** Does any event tell of a row of this table? */
  tellsOf(table: string): boolean {
    return this.#tables.has(table);
  }
}
