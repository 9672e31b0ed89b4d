/**
 * Reads DER (ITU-T X.690), strictly: one spelling of each length and number, nothing behind the end. What time-stamping services
 * and certificates use of it, and no more: no indefinite lengths, no tags above 30.
 */
import { hex } from "../hashing";

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Tag `[no]` of a context, over other values or over bytes. */
export const context = (no: number, isOverValues = true): number => (isOverValues ? 0xa0 : 0x80) + no;

/** The bytes are no DER, or another value than was expected. */
export class DerError extends Error {
  override readonly name = "DerError";
}

/** A value with its bytes as they stand. */
export interface Der {
  readonly tag: number;
  /** With tag and length. */
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
}

const broken = (why: string): DerError => new DerError(why);

/** The value that begins at `at`. @throws DerError */
function valueAt(bytes: Uint8Array, at: number): Der {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw broken("cut off");
  if ((tag & 0x1f) === 0x1f) throw broken("a tag above 30");
  let [from, length] = [at + 2, first];
  if (first >= 0x80) {
    const count = first - 0x80;
    if (count < 1 || count > 3) throw broken("a length that is not told, or too long");
    length = 0;
    for (let n = 0; n < count; n++) length = length * 256 + (bytes[from + n] ?? 0);
    if (length < 0x80 || length < 256 ** (count - 1)) throw broken("a length in more bytes than it needs");
    from += count;
  }
  if (from + length > bytes.length) throw broken("cut off");
  return { tag, bytes: bytes.subarray(at, from + length), content: bytes.subarray(from, from + length) };
}

/** The one value that the bytes are. @throws DerError when they are none, or something stands behind it. */
export function readDer(bytes: Uint8Array, tag: number): Der {
  const value = valueAt(bytes, 0);
  if (value.tag !== tag) throw broken("another value");
  if (value.bytes.length !== bytes.length) throw broken("bytes behind the end");
  return value;
}

/** The values inside a value, in their order. */
export class Inside {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor({ content }: Pick<Der, "content">) {
    this.#bytes = content;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** The next value, whatever it is. @throws DerError when there is none. */
  any(): Der {
    const value = valueAt(this.#bytes, this.#at);
    this.#at += value.bytes.length;
    return value;
  }

  /** The next value. @throws DerError when it has another tag. */
  next(tag: number): Der {
    const value = this.any();
    if (value.tag !== tag) throw broken("another value");
    return value;
  }

  /** The next value when it has this tag; null, and nothing is taken, when it has another or there is none. */
  maybe(tag: number): Der | null {
    return this.#bytes[this.#at] === tag ? this.any() : null;
  }

  /** @throws DerError when something is left. */
  end(): void {
    if (!this.isAtEnd) throw broken("more values than there may be");
  }
}

/** All values inside a value. */
export function valuesIn(value: Pick<Der, "content">): Der[] {
  const inside = new Inside(value);
  const values: Der[] = [];
  while (!inside.isAtEnd) values.push(inside.any());
  return values;
}

/** The one value inside a value, as an explicit tag has it. @throws DerError when it has another tag, or is not alone. */
export const onlyIn = (value: Pick<Der, "content">, tag: number): Der => readDer(value.content, tag);

/** The bytes of a whole number. @throws DerError when it is in more bytes than it needs. */
export function integerBytes({ content }: Pick<Der, "content">): Uint8Array {
  const [first, second] = content;
  if (first === undefined) throw broken("a number without bytes");
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
    throw broken("a number in more bytes than it needs");
  return content;
}

/** A whole number from 0 to 2^31 - 1. @throws DerError when it is another. */
export function smallInteger(value: Pick<Der, "content">): number {
  const bytes = integerBytes(value);
  if (bytes.length > 4 || bytes[0]! >= 0x80) throw broken("a number that is too large");
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** An object identifier with dots. @throws DerError */
export function oidOf({ content }: Pick<Der, "content">): string {
  const parts: number[] = [];
  let part = 0;
  let isOpen = false;
  for (const byte of content) {
    if (!isOpen && byte === 0x80) throw broken("an identifier in more bytes than it needs");
    part = part * 128 + (byte & 0x7f);
    if (part > Number.MAX_SAFE_INTEGER) throw broken("an identifier that is too large");
    isOpen = byte >= 0x80;
    if (isOpen) continue;
    parts.push(part);
    part = 0;
  }
  const [first, ...rest] = parts;
  if (first === undefined || isOpen) throw broken("cut off");
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - 40 * top, ...rest].join(".");
}

/** @throws DerError when it is neither true nor false in the one spelling of DER. */
export function booleanOf({ content }: Pick<Der, "content">): boolean {
  const text = hex(content);
  if (text !== "00" && text !== "ff") throw broken("neither true nor false");
  return text === "ff";
}

/** Bits that fill whole bytes. @throws DerError when they do not. */
export function wholeBits({ content }: Pick<Der, "content">): Uint8Array {
  if (content[0] !== 0) throw broken("bits that fill no whole bytes");
  return content.subarray(1);
}

/** Whether a named bit is set; the first is 0. */
export function bitIsSet({ content }: Pick<Der, "content">, bit: number): boolean {
  return (((content[1 + (bit >> 3)] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
}

const GENERALIZED = 0x18;
const UTC = 0x17;
const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** A moment in milliseconds since 1970, parts of a millisecond left out. @throws DerError when it is none, or in another zone than UTC. */
export function timeOf({ tag, content }: Der): number {
  const told = text(content);
  // RFC 5280, section 4.1.2.5.1: two digits below 50 are of this century.
  const whole = tag === GENERALIZED ? told : tag === UTC ? `${Number(told.slice(0, 2)) < 50 ? 20 : 19}${told}` : "";
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d*[1-9]))?Z$/u.exec(whole);
  if (!parts || (tag === UTC && parts[7] !== undefined)) throw broken("no moment");
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number, number, number, number, number, number,
  ]; // prettier-ignore
  const thousandths = Number((parts[7] ?? "").slice(0, 3).padEnd(3, "0"));
  const time = Date.UTC(year, month - 1, day, hour, minute, second, thousandths);
  if (new Date(time).toISOString().replaceAll(/\D/gu, "").slice(0, 14) !== parts.slice(1, 7).join(""))
    throw broken("no moment");
  return time;
}
