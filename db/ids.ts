import { randomFillSync } from "node:crypto";

/** Crockford's base 32, lower case: no i, l, o, u. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

const pool = Buffer.alloc(8192);
let used = pool.length;

function randomBytes(count: number): number {
  if (used + count > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const at = used;
  used += count;
  return at;
}

/** A new id for a row: 10 characters of time (milliseconds), 12 of chance; later ids sort after earlier ones. */
export function newId(now: Date): string {
  let time = now.getTime();
  let head = "";
  for (let i = 0; i < 10; i++) {
    head = ALPHABET[time % 32]! + head;
    time = Math.floor(time / 32);
  }
  const at = randomBytes(12);
  for (let i = 0; i < 12; i++) head += ALPHABET[pool[at + i]! & 31]!;
  return head;
}

const SUPPLIER_DIGITS = 7;
const SUPPLIER_CHANCE = 5;
const CODES = Uint8Array.from(ALPHABET, (letter) => letter.charCodeAt(0));
const letters = Buffer.alloc(SUPPLIER_DIGITS + SUPPLIER_CHANCE);
const SUPPLIER_ID = /^[0-9abcdefghjkmnpqrstvwxyz]{12}$/;

/**
 * A new public id for the supplier with this number: 7 characters that hold the number (so that it is found without an
 * index) and 5 of chance (so that ids of two installations do not meet). Ids of growing numbers sort in order.
 */
export function newSupplierId(no: number): string {
  let rest = no;
  for (let i = SUPPLIER_DIGITS - 1; i >= 0; i--) {
    letters[i] = CODES[rest % 32]!;
    rest = Math.floor(rest / 32);
  }
  if (rest > 0 || no < 0) throw new RangeError(`Supplier number ${no} does not fit an id`);
  const at = randomBytes(SUPPLIER_CHANCE);
  for (let i = 0; i < SUPPLIER_CHANCE; i++) letters[SUPPLIER_DIGITS + i] = CODES[pool[at + i]! & 31]!;
  // One text, not twelve: an import asks for a million of them.
  return letters.toString("latin1");
}

/** The number in a public supplier id; null when it is not the shape of one. The row's own id decides whether it exists. */
export function supplierNoOf(id: string): number | null {
  if (!SUPPLIER_ID.test(id)) return null;
  let no = 0;
  for (let i = 0; i < SUPPLIER_DIGITS; i++) no = no * 32 + ALPHABET.indexOf(id[i]!);
  return no;
}
