import { expect, test } from "vitest";
import { roundedPart } from "./rounded-part";

test("a part of a whole in per cents is rounded to the nearest, and a half goes up", () => {
  expect(roundedPart(90_000n, 1_540_741n, 100)).toBe(6); // 5.84
  expect(roundedPart("5", "1000", 100)).toBe(1); // 0.5
  expect(roundedPart("49", "10000", 100)).toBe(0);
  expect(roundedPart("1", "3", 10_000)).toBe(3333);
  expect(roundedPart(0n, 5n, 100)).toBe(0);
});

test("a part of credit notes is negative, and sums beyond what a number holds stay exact", () => {
  expect(roundedPart(-26n, 1000n, 100)).toBe(-3);
  expect(roundedPart(-25n, 1000n, 100)).toBe(-2);
  expect(roundedPart(10n ** 24n - 1n, 10n ** 24n, 100)).toBe(100);
});
