import fc from "fast-check";
import { expect, test } from "vitest";
import { cube, plausibleEnd, powerMean, shapley } from "./aggregate";
import { normalise, quantile } from "./normalise";

const cubes = fc.tuple(...Array.from({ length: 3 }, () => fc.double({ min: 0, max: 1, noNaN: true }))) as fc.Arbitrary<
  [number, number, number]
>;

test("the closed form of the Shapley values equals the average over all six orders", () => {
  fc.assert(
    fc.property(cubes, (x) => {
      const worth = (members: readonly number[]) => Math.cbrt(members.reduce((all, member) => all + x[member]!, 0));
      const orders = [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
      ];
      const average = [0, 0, 0];
      for (const order of orders)
        order.forEach((member, place) => {
          average[member]! += (worth(order.slice(0, place + 1)) - worth(order.slice(0, place))) / 6;
        });
      shapley(...x).forEach((points, member) => expect(points).toBeCloseTo(average[member]!, 12));
    }),
  );
});

test("the three Shapley values sum to the power mean", () => {
  fc.assert(
    fc.property(cubes, (x) => {
      const [a, b, c] = shapley(...x);
      expect(a + b + c).toBeCloseTo(powerMean(...x), 12);
    }),
  );
});

test("an extreme is not hidden: 10, 40 and 95 in equal parts give more than their arithmetic mean and far more than 34", () => {
  const third = 1 / 3;
  const mean = 100 * powerMean(cube(third, 0.1), cube(third, 0.4), cube(third, 0.95));
  expect(mean).toBeGreaterThan((10 + 40 + 95) / 3);
  expect(mean).toBeCloseTo(67.5, 1);
});

test("a plausible end lies between the value and all three ends at once", () => {
  fc.assert(
    fc.property(cubes, cubes, (x, y) => {
      const value = powerMean(...x);
      const low = x.map((one, index) => Math.min(one, y[index]!)) as [number, number, number];
      const high = x.map((one, index) => Math.max(one, y[index]!)) as [number, number, number];
      const [below, above] = [plausibleEnd(...x, ...low, value), plausibleEnd(...x, ...high, value)];
      expect(below).toBeGreaterThanOrEqual(powerMean(...low) - 1e-12);
      expect(below).toBeLessThanOrEqual(value + 1e-12);
      expect(above).toBeGreaterThanOrEqual(value - 1e-12);
      expect(above).toBeLessThanOrEqual(powerMean(...high) + 1e-12);
    }),
  );
});

test("anchors are met exactly, lines join them, and the ends are flat", () => {
  const anchors = [
    [0, 0],
    [1, 0.3],
    [3, 0.55],
  ] as const;
  expect([-1, 0, 0.5, 1, 2, 3, 99].map((raw) => Math.round(1e9 * normalise(anchors, raw)) / 1e9)).toEqual([
    0, 0, 0.15, 0.3, 0.425, 0.55, 0.55,
  ]);
});

test("quantiles interpolate between sorted values", () => {
  expect([0, 0.1, 0.5, 1].map((share) => quantile([1, 2, 3, 4], share))).toEqual([1, 1.3, 2.5, 4]);
  expect(() => quantile([], 0.5)).toThrow("at least one value");
});
