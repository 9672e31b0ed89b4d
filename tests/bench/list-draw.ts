/** Chance that can be repeated: every draw is a function of the seed, a record's index and a stream number alone. */

/** FNV-1a over UTF-16 code units: any text as a 32-bit seed. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const stir = (bits: number): number => {
  let x = bits | 0;
  x = Math.imul(x ^ (x >>> 17), 0xed5ad4bb);
  x = Math.imul(x ^ (x >>> 11), 0xac4c1b51);
  x = Math.imul(x ^ (x >>> 15), 0x31848bab);
  return (x ^ (x >>> 14)) >>> 0;
};

/** One object, restarted for every record, so that a million records allocate none. */
export class Draw {
  private state = 0;

  /** Begins the sequence of (seed, index, stream). */
  start(seed: number, index: number, stream = 0): this {
    this.state = stir(seed + Math.imul(index, 0x9e3779b1) + Math.imul(stream, 0x85ebca77));
    return this;
  }

  /** 0 up to, not including, 1. */
  next(): number {
    this.state = (this.state + 0x9e3779b9) | 0;
    return stir(this.state) / 4294967296;
  }

  /** A whole number from 0 up to, not including, `below`. */
  whole(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(list.length)]!;
  }

  /** Log-normal: `median` × e^(spread × N(0,1)), the normal deviate as a sum of four uniform ones. */
  around(median: number, spread: number): number {
    const deviate = (this.next() + this.next() + this.next() + this.next() - 2) * 1.7320508;
    return median * Math.exp(spread * deviate);
  }
}

/** A one-to-one mapping of 0 … 2^24 − 1, so that no two records of a list share an invented name. */
export function scatter24(index: number, seed: number): number {
  let x = (index + (seed & 0xffffff)) & 0xffffff;
  for (let round = 0; round < 3; round++) {
    x = Math.imul(x, 0x5bd1e5) & 0xffffff; // odd, so the product mod 2^24 is one-to-one
    x ^= x >>> 11;
  }
  return x;
}

/** An index drawn in proportion to weights. */
export function weighted(weights: readonly number[]): (draw: Draw) => number {
  const cumulative: number[] = [];
  let sum = 0;
  for (const weight of weights) cumulative.push((sum += weight));
  return (draw) => {
    const at = draw.next() * sum;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (cumulative[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
