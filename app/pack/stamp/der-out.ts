/** Writes DER: what a question to a time-stamping service is made of. */
import { TAG } from "./der";

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** A value of a tag whose content are these bytes, one behind the other. */
export function tagged(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = joined(contents);
  const bytes: number[] = [];
  for (let rest = content.length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  const length = content.length < 0x80 ? [content.length] : [0x80 + bytes.length, ...bytes];
  return joined([Uint8Array.of(tag, ...length), content]);
}

export const sequence = (...values: readonly Uint8Array[]): Uint8Array => tagged(TAG.sequence, ...values);

/** A whole number from 0, of its bytes. */
export function integer(bytes: Uint8Array): Uint8Array {
  const from = bytes.findIndex((byte) => byte !== 0);
  const least = from < 0 ? Uint8Array.of(0) : bytes.subarray(from);
  return tagged(TAG.integer, ...(least[0]! >= 0x80 ? [Uint8Array.of(0)] : []), least);
}

/** @param dotted such as 2.16.840.1.101.3.4.2.1 */
export function oid(dotted: string): Uint8Array {
  const [top = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = [40 * top + second, ...rest].flatMap((part) => {
    const groups = [part % 128];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      groups.unshift(0x80 + (left % 128));
    return groups;
  });
  return tagged(TAG.oid, Uint8Array.from(bytes));
}

export const NULL = Uint8Array.of(0x05, 0x00);
export const TRUE = Uint8Array.of(TAG.boolean, 1, 0xff);
