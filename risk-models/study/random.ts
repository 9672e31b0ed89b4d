/** Chance that is the same every time: a stream a name and seed. No clock, no `Math.random`. */

/** A stream of numbers from 0 to below 1 (sfc32, seeded by an FNV-1a hash of `seed` and `name`). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  constructor(seed: number | string, name: string) {
    const text = `${seed}\u0001${name}`;
    const hash = (start: number) => {
      let h = start;
      for (let at = 0; at < text.length; at += 1) h = Math.imul(h ^ text.charCodeAt(at), 16_777_619);
      return h | 0;
    };
    [this.#a, this.#b, this.#c] = [hash(0x811c9dc5), hash(0x1b873593), hash(0x2545f491)];
    for (let round = 0; round < 15; round += 1) this.next();
  }

  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** Even between the two. */
  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** Even on the log scale. */
  factor(low: number, high: number): number {
    return Math.exp(this.between(Math.log(low), Math.log(high)));
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** One of them, each as likely. */
  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)]!;
  }

  /** `count` of them without replacement, in the order they stand in. */
  sample<T>(of: readonly T[], count: number): T[] {
    const places = of.map((_, at) => at);
    for (let at = 0; at < Math.min(count, places.length); at += 1) {
      const other = at + this.below(places.length - at);
      [places[at], places[other]] = [places[other]!, places[at]!];
    }
    return places
      .slice(0, count)
      .sort((a, b) => a - b)
      .map((at) => of[at]!);
  }
}
