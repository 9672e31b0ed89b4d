import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { isSignature, openBytes, sealBytes, signature } from "./sealed-bytes.server";

const aKey = (first: number) => ({ key: randomBytes(32), id: Buffer.alloc(8, first) });
const [ours, theirs] = [aKey(1), aKey(2)];
const secret = Buffer.from("a secret of twenty b");

test("what was sealed opens for whose it is, and only there", () => {
  const sealed = sealBytes(ours, "second step", "ann", secret);
  expect(sealed.includes(secret)).toBe(false);
  expect(openBytes(ours, "second step", "ann", sealed)).toEqual(secret);
  expect(openBytes(ours, "second step", "ben", sealed)).toBeNull();
  expect(openBytes(ours, "another use", "ann", sealed)).toBeNull();
  expect(openBytes(theirs, "second step", "ann", sealed)).toBeNull();
});

test("one changed bit, or a piece cut off, opens nothing", () => {
  const sealed = sealBytes(ours, "second step", "ann", secret);
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(openBytes(ours, "second step", "ann", changed)).toBeNull();
    expect(openBytes(ours, "second step", "ann", sealed.subarray(0, at))).toBeNull();
  }
});

test("a signature holds for its parts, its purpose and this installation alone", () => {
  const signed = signature(ours, "device", ["ann", "laptop"]);
  expect(isSignature(ours, "device", ["ann", "laptop"], signed)).toBe(true);
  expect(isSignature(ours, "device", ["annlaptop", ""], signed)).toBe(false);
  expect(isSignature(ours, "step", ["ann", "laptop"], signed)).toBe(false);
  expect(isSignature(theirs, "device", ["ann", "laptop"], signed)).toBe(false);
  expect(isSignature(ours, "device", ["ann", "laptop"], "")).toBe(false);
});
