import fc from "fast-check";
import { expect, test } from "vitest";
import { amountOfParts, amountParts } from "./amount-parts";

const LIMIT = 9n * 10n ** 30n;

test("a sum of any size comes back exactly, and each of its parts is a number that holds it exactly", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -LIMIT, max: LIMIT }), (amount) => {
      const { low, high } = amountParts(amount);
      expect(Number.isSafeInteger(low) && Number.isSafeInteger(high)).toBe(true);
      expect(amountOfParts(low, high)).toBe(amount);
    }),
  );
});

test("a sum past 2^53 that a number would round keeps its last digit", () => {
  const amount = 9_007_199_254_740_993n;
  expect(BigInt(Number(amount))).not.toBe(amount);
  const { low, high } = amountParts(amount);
  expect([low, high]).toEqual([7_199_254_740_993, 9]);
  expect(amountOfParts(low, high)).toBe(amount);
});
