/**
 * A fast 64-bit hash of text, as two unsigned 32-bit halves, in the manner of MurmurHash3: two lanes with different odd
 * multipliers over the UTF-16 code units, crossed at the end with Murmur's finaliser. It is stable: the same text gives the
 * same halves on every machine and in every release (a test holds known values), because identities of suppliers are stored.
 * It is not for secrets. With n different texts the chance of any clash is about n² / 2⁶⁵: 3 in 100 million for a million.
 */
export class Hash64 {
  /** Unsigned 32-bit halves, valid after `end()`. */
  hi = 0;
  lo = 0;
  private a = 0;
  private b = 0;

  /** Begins anew; texts hashed under different seeds do not meet. */
  start(seed: number): void {
    this.a = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
    this.b = Math.imul(seed ^ 0x7f4a7c15, 0xc2b2ae35);
  }

  /** Adds a text and its end, so that ("ab", "c") and ("a", "bc") differ. */
  text(text: string): void {
    let a = this.a;
    let b = this.b;
    const { length } = text;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ unit, 0x85ebca77);
      b ^= b >>> 13;
    }
    this.a = Math.imul(a ^ 0x10000, 0xc2b2ae3d);
    this.b = Math.imul(b ^ 0x10000, 0x27d4eb2f);
  }

  /** Adds `length` bytes, given as 32-bit words from `first` on; the bytes that fill up the last word must be 0. */
  bytes(words: Uint32Array, length: number, first = 0): void {
    let a = this.a;
    let b = this.b;
    const end = first + ((length + 3) >>> 2);
    for (let i = first; i < end; i++) {
      const word = words[i]!;
      a = Math.imul(a ^ word, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ word, 0x85ebca77);
      b ^= b >>> 13;
    }
    this.a = Math.imul(a ^ length, 0xc2b2ae3d);
    this.b = Math.imul(b ^ length, 0x27d4eb2f);
  }

  /**
   * Adds the letters and digits of a text without case, accents, spaces and punctuation, and its end. `fold` is called only for
   * text beyond ASCII and must return such a folded text (spaces and all other characters may remain).
   */
  folded(text: string, fold: (text: string) => string): void {
    let a = this.a;
    let b = this.b;
    for (let i = 0; i < text.length; i++) {
      let unit = text.charCodeAt(i);
      if (unit >= 128) {
        this.text(fold(text).replaceAll(" ", ""));
        return;
      }
      if (unit >= 65 && unit <= 90) unit += 32;
      else if (!((unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57))) continue;
      a = Math.imul(a ^ unit, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ unit, 0x85ebca77);
      b ^= b >>> 13;
    }
    this.a = Math.imul(a ^ 0x10000, 0xc2b2ae3d);
    this.b = Math.imul(b ^ 0x10000, 0x27d4eb2f);
  }

  /** Adds the bytes `[from, to)` and their end. */
  byteRange(bytes: Uint8Array, from: number, to: number): void {
    let a = this.a;
    let b = this.b;
    for (let i = from; i < to; i++) {
      const byte = bytes[i]!;
      a = Math.imul(a ^ byte, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ byte, 0x85ebca77);
      b ^= b >>> 13;
    }
    this.a = Math.imul(a ^ 0x10000, 0xc2b2ae3d);
    this.b = Math.imul(b ^ 0x10000, 0x27d4eb2f);
  }

  /** Adds the ASCII text `bytes[from, to)`, white space single and inside, as `text(distinctNameKey(…))` would. */
  caseFoldedBytes(bytes: Uint8Array, from: number, to: number): void {
    let a = this.a;
    let b = this.b;
    for (let i = from; i < to; i++) {
      let unit = bytes[i]!;
      if (unit >= 65 && unit <= 90) unit += 32;
      a = Math.imul(a ^ unit, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ unit, 0x85ebca77);
      b ^= b >>> 13;
    }
    this.a = Math.imul(a ^ 0x10000, 0xc2b2ae3d);
    this.b = Math.imul(b ^ 0x10000, 0x27d4eb2f);
  }

  end(): void {
    const a = this.a;
    const b = this.b;
    this.hi = mix(a ^ (b >>> 16) ^ Math.imul(b, 0x9e3779b1));
    this.lo = mix(b ^ (a >>> 16) ^ Math.imul(a, 0x85ebca6b));
  }
}

/** Murmur3's finaliser: every input bit reaches every output bit. */
function mix(h: number): number {
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A set of 64-bit values in open addressing: 8 bytes a slot, at most 0.7 full. */
export class PairSet {
  size = 0;
  private mask: number;
  /** The halves of a value stand side by side: one look at memory. */
  private slots: Uint32Array;
  private hasZero = false;

  constructor(expected = 512) {
    const capacity = capacityFor(expected);
    this.mask = capacity - 1;
    this.slots = new Uint32Array(capacity * 2);
  }

  /** True when the pair was not yet in the set. */
  add(hi: number, lo: number): boolean {
    if (hi === 0 && lo === 0) {
      if (this.hasZero) return false;
      this.hasZero = true;
      this.size++;
      return true;
    }
    if (this.size >= (this.mask + 1) * 0.7) this.resize((this.mask + 1) * 2);
    const { slots, mask } = this;
    let slot = (lo & mask) * 2;
    for (;;) {
      const h = slots[slot]!;
      const l = slots[slot + 1]!;
      if (h === 0 && l === 0) break;
      if (h === hi && l === lo) return false;
      slot = (slot + 2) & (mask * 2 + 1);
    }
    slots[slot] = hi;
    slots[slot + 1] = lo;
    this.size++;
    return true;
  }

  /** Makes room for that many values. */
  reserve(expected: number): void {
    const capacity = capacityFor(expected);
    if (capacity > this.mask + 1) this.resize(capacity);
  }

  private resize(capacity: number): void {
    const before = this.slots;
    const mask = capacity - 1;
    const slots = new Uint32Array(capacity * 2);
    for (let i = 0; i < before.length; i += 2) {
      const hi = before[i]!;
      const lo = before[i + 1]!;
      if (hi === 0 && lo === 0) continue;
      let slot = (lo & mask) * 2;
      while (slots[slot] !== 0 || slots[slot + 1] !== 0) slot = (slot + 2) & (mask * 2 + 1);
      slots[slot] = hi;
      slots[slot + 1] = lo;
    }
    this.mask = mask;
    this.slots = slots;
  }
}

/** Numbers 64-bit values as they come, in open addressing: 12 bytes a slot, at most 0.7 full. */
export class PairIndex {
  size = 0;
  private mask = 1023;
  /** The halves of a value and its number + 1 stand side by side; 0 is free. */
  private slots = new Uint32Array(3 * 1024);

  /** The number of the value, a new one when it is new (then it equals the old `size`). */
  indexOf(hi: number, lo: number): number {
    const { slots, mask } = this;
    for (let slot = lo & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot * 3 + 2]!;
      if (number === 0) {
        slots[slot * 3] = hi;
        slots[slot * 3 + 1] = lo;
        slots[slot * 3 + 2] = ++this.size;
        if (this.size > (mask + 1) * 0.7) this.resize();
        return this.size - 1;
      }
      if (slots[slot * 3] === hi && slots[slot * 3 + 1] === lo) return number - 1;
    }
  }

  private resize(): void {
    const before = this.slots;
    const mask = (this.mask = this.mask * 2 + 1);
    const slots = (this.slots = new Uint32Array(3 * (mask + 1)));
    for (let from = 0; from < before.length; from += 3) {
      if (before[from + 2] === 0) continue;
      let slot = before[from + 1]! & mask;
      while (slots[slot * 3 + 2] !== 0) slot = (slot + 1) & mask;
      slots.set(before.subarray(from, from + 3), slot * 3);
    }
  }
}

function capacityFor(expected: number): number {
  let capacity = 1024;
  while (capacity * 0.7 < expected) capacity *= 2;
  return capacity;
}
