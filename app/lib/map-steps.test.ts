import fc from "fast-check";
import { expect, test } from "vitest";
import { shadeOf, stepOf, stepsOf } from "./map-steps";

test("the classes are round numbers, and the smallest and the largest value have a shade of their own", () => {
  expect(stepsOf([1, 3, 30])).toEqual([1, 2, 5, 10, 20]);
  expect(stepsOf([1, 40, 1000])).toEqual([1, 5, 50, 200, 1000]);
  expect(stepsOf([7])).toEqual([5]);
  expect(stepsOf([0, -4])).toEqual([]);
});

test("every positive value has a class, a larger one never a lighter one, and there are at most five", () => {
  const amounts = fc.array(fc.double({ min: 0.01, max: 1e15, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(amounts, (values) => {
      const bounds = stepsOf(values);
      expect(bounds.length).toBeLessThanOrEqual(5);
      expect([...bounds].sort((a, b) => a - b)).toEqual(bounds);
      const steps = [...values].sort((a, b) => a - b).map((value) => stepOf(value, bounds));
      expect(steps).not.toContain(null);
      expect([...steps].sort((a, b) => a! - b!)).toEqual(steps);
    }),
  );
});

test("few classes are spread over all shades, and a single one is not the faintest", () => {
  expect([0, 1, 2, 3, 4].map((step) => shadeOf(step, 5))).toEqual([0, 1, 2, 3, 4]);
  expect([0, 1].map((step) => shadeOf(step, 2))).toEqual([0, 4]);
  expect(shadeOf(0, 1)).toBe(3);
});

test("what is zero or less has no shade", () => {
  expect(stepOf(0, stepsOf([5, 50]))).toBeNull();
  expect(stepOf(-12, stepsOf([5, 50]))).toBeNull();
});
