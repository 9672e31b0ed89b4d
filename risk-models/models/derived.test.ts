/** Weights of a workspace's own: their limits, their ids, and what they may not change. */
import { expect, test } from "vitest";
import { createEngine, derivedFaults, derivedId, derivedModel, engineOf, modelById, MODELS, percentsOf } from "..";
import { DIMENSIONS } from "../types";
import { reference, supplier } from "../test-kit";

const base = MODELS.at(-1)!;
const every = [...Array(101).keys()].flatMap((country) =>
  [...Array(101 - country).keys()].map((sector) => ({ country, sector, recruitment: 100 - country - sector })),
);
const inLimits = every.filter((percents) => derivedFaults(base, percents).length === 0);

test("a weight may move by a quarter of the released one and no further; the released weights are no model of one's own", () => {
  expect(inLimits.length).toBeGreaterThan(50);
  for (const percents of every) {
    const near = DIMENSIONS.every((name) => {
      const released = base.dimensions[name].weight * 100;
      return Math.abs(percents[name] - released) <= released / 4 + 1e-9;
    });
    const isReleased = DIMENSIONS.every((name) => percents[name] === percentsOf(base)[name]);
    expect(inLimits.includes(percents), JSON.stringify(percents)).toBe(near && !isReleased);
  }
  expect(derivedFaults(base, { country: 40, sector: 25, recruitment: 36 })).toEqual([{ kind: "sum", total: 101 }]);
  expect(derivedFaults(base, { country: 40.5, sector: 25, recruitment: 34.5 }).map(({ kind }) => kind)).toContain(
    "limit",
  );
});

test("the id says the whole model; a model is found by its one id only; nothing but the three weights differs", () => {
  for (const percents of inLimits) {
    const id = derivedId(base, percents);
    const found = modelById(id)!;
    expect(found).toEqual(derivedModel(base, percents));
    expect(percentsOf(found)).toEqual(percents);
    const { id: _own, dimensions: _weights, ...rest } = found;
    const { id: _base, dimensions: _released, ...released } = base;
    expect(rest).toEqual(released);
  }
  const wrong = ["~36-28-36", "~60-20-20", "~40-25-36", "~040-25-35", "~40-25", "~40-25-35+without-tip", "~40,0-25-35"];
  for (const end of wrong) expect(modelById(`${base.id}${end}`), end).toBeNull();
  expect(modelById("2025.9~40-25-35")).toBeNull();
  expect(() => derivedModel(base, { country: 60, sector: 20, recruitment: 20 })).toThrow(RangeError);
});

test("beside every result of a derived model stands that of the released one", () => {
  const derived = engineOf(modelById(`${base.id}~40-25-35`)!, reference);
  const released = createEngine(base, reference);
  const facts = [
    supplier({ seat: "TH", role: "maker", isic: "1020" }),
    supplier({ seat: "NO", isic: "6201", recruitment: { feesPaidByWorkers: "yes", feeMonthsOfPay: 4 } }),
    supplier({}),
  ];
  for (const one of facts) {
    const { score, band, between } = released.score(one);
    const beside = { model: base.id, score, band, between };
    expect(derived.score(one).released).toEqual(beside);
    expect(derived.assess(one).released).toEqual(beside);
    expect(released.score(one).released).toBeUndefined();
  }
  expect(derived.score(facts[0]!).score).not.toBe(released.score(facts[0]!).score);
  expect(derived.score(facts[0]!).floorBits).toBe(released.score(facts[0]!).floorBits);
});
