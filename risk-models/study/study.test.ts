import fc from "fast-check";
import { describe, expect, test } from "vitest";
import cases from "../models/2026.2/cases.json";
import { engine, model, reference, sum } from "../test-kit";
import { DIMENSIONS } from "../types";
import { aggregated, AGGREGATIONS, drawFactors, drawnModel, factorsOf, releasedFactors } from "./draws";
import { figuresOf } from "./figures";
import { knownCases, withoutPublisher, type ListedEntry } from "./known-cases";
import { CLOSED_ANSWERS, populationsOf } from "./populations";
import { Random } from "./random";
import { measurePopulation } from "./release";
import { reportOf } from "./report";
import { corrected, groupsOf, inTop, mean, quantiles, rankShares, topEdge, varianceBetween } from "./statistics";
import { runStudy, type StudyInput } from "./study";
import type { Cases } from "./worked-cases";

const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 60 });

/** Invented entries: companies are numbers. */
const listed: readonly ListedEntry[] = Array.from({ length: 40 }, (_, at) => ({
  company: `company-${at}`,
  country: "BR",
  division: ["41", "01", "14", "62", "78"][at % 5]!,
  authority: "Brazil Ministry of Labour and Employment",
}));

const few = new Set(["BR", "DE", "CN", "TM", "MY", "BD", "SA", "DK", "RU", "NO", "GB", "CH", "UZ", "PL", "PT"]);
const small: StudyInput = {
  model,
  reference: {
    ...reference,
    countries: Object.fromEntries(Object.entries(reference.countries).filter(([code]) => few.has(code))),
  },
  cases: cases as unknown as Cases,
  incomeGroups: { DE: "high", BD: "lower middle" },
  listed,
  customs: [
    { country: "CN", product: "Garments", isic: "14", goods: ["Garments"] },
    { country: "CN", product: "All Products", isic: null, goods: [] },
  ],
  leftOut: { "no sector": 3 },
  ordinary: { classification: ["01", "14", "41", "62", "64", "78", "85", "25"] },
  goodsEditions: [{ good: "Cotton", edition: 2022 }],
  seed: 7,
  draws: 60,
  resamples: 200,
  sample: 10,
  lawSuppliers: 100,
};
const head = {
  model: { id: model.id, sha256: "-", casesSha256: "-" },
  reference: { dataDate: model.dataDate, hash: "-" },
  plan: { sha256: "-" },
  settings: { draws: 60, seed: 7, resamples: 200, sample: 10, lawSuppliers: 100 },
};

describe("a small study", () => {
  const first = runStudy(small);

  test("gives the same bytes for the same seed, and other figures for another", () => {
    expect(JSON.stringify(runStudy(small))).toBe(JSON.stringify(first));
    const other = runStudy({ ...small, seed: 8 });
    expect(other.uncertainty.topFifth.stays).not.toBe(first.uncertainty.topFifth.stays);
  }, 60_000);

  test("says in words what it found, in figures too, and never more than a score means", () => {
    const report = { ...head, ...first };
    const text = reportOf(report);
    for (const words of ["Not tested", "does not hold", "no probability", "What the data cannot show"])
      expect(text).toContain(words);
    expect(text).not.toMatch(/undefined|NaN|\[object|compliant|cleared/);
    for (const svg of Object.values(figuresOf(report))) expect(svg).toMatch(/^<svg [^]*<\/svg>\n$/);
  });

  test("holds the cases of the released model and its laws", () => {
    expect(first.cases.worked.disagreements).toEqual([]);
    expect(first.cases.ordering.disagreements).toEqual([]);
    expect(first.laws.laws.filter((law) => law.broken > 0)).toEqual([]);
  });

  test("shares of importance with what is left sum to one, and ranks lie in their intervals", () => {
    const { groups, jointAndChance } = first.uncertainty.importance;
    const explained = sum(groups.map(({ share }) => share));
    expect(Math.max(1, explained)).toBeCloseTo(explained + jointAndChance, 9);
    for (const { low, median, high } of first.uncertainty.followed) {
      expect(low).toBeLessThanOrEqual(median);
      expect(median).toBeLessThanOrEqual(high);
    }
  });

  test("says not tested of the 2024 list until the full edition is loaded", () => {
    expect(first.forwardTest2024.tested).toBe(false);
    const goodsEditions = Array.from({ length: 204 }, (_, at) => ({ good: `good ${at}`, edition: 2024 }));
    expect(runStudy({ ...small, draws: 50, goodsEditions }).forwardTest2024.tested).toBe(true);
  });
});

describe("a draw", () => {
  test("has weights that sum to one, anchors in order and heights from 0 to 1", () => {
    for (let draw = 0; draw < 200; draw += 1) {
      const factors = drawFactors(model, new Random(1, `${draw}`));
      expect(factors).toHaveLength(factorsOf(model).length);
      const { model: drawn } = drawnModel(model, factors, new Random(2, `${draw}`));
      expect(sum(DIMENSIONS.map((id) => drawn.dimensions[id].weight))).toBeCloseTo(1, 9);
      for (const dimension of DIMENSIONS) {
        const own = drawn.indicators.filter((one) => one.dimension === dimension);
        expect(sum(own.map(({ weight }) => weight))).toBeCloseTo(1, 9);
      }
      for (const { anchors } of drawn.indicators)
        for (let at = 1; at < anchors.length; at += 1) expect(anchors[at]![0]).toBeGreaterThan(anchors[at - 1]![0]);
      for (const { value } of drawn.signs) expect(value).toBeLessThanOrEqual(1);
    }
  });

  test("that changes nothing is the released model", () => {
    const { model: drawn, aggregation } = drawnModel(model, releasedFactors(model), new Random(1, ""));
    expect(aggregation).toBe("power-mean-3");
    for (const [at, indicator] of drawn.indicators.entries()) {
      expect(indicator.weight).toBeCloseTo(model.indicators[at]!.weight, 12);
      expect(indicator.anchors).toEqual(model.indicators[at]!.anchors);
    }
    expect(drawn.signs).toEqual(model.signs);
    expect(drawn.workKinds).toEqual(model.workKinds);
    expect(drawn.referenceClasses).toEqual(model.referenceClasses);
  });

  test("puts equal dimensions together to the same value, and hides an extreme least with the power mean or the distance", () => {
    const weights = [0.3, 0.3, 0.4];
    for (const how of AGGREGATIONS) expect(aggregated(how, weights, [0.5, 0.5, 0.5])).toBeCloseTo(50, 9);
    const extreme = (how: (typeof AGGREGATIONS)[number]) => aggregated(how, [1 / 3, 1 / 3, 1 / 3], [0.1, 0.4, 0.95]);
    expect(extreme("power-mean-3")).toBeCloseTo(67.3, 0);
    expect(extreme("arithmetic")).toBeCloseTo(48.3, 1);
    expect(extreme("geometric-of-distance")).toBeGreaterThan(extreme("arithmetic"));
  });
});

describe("known cases", () => {
  const ask = (entries: readonly ListedEntry[], seed = 1) =>
    knownCases({
      model,
      reference,
      country: "BR",
      listed: entries,
      ordinary: small.ordinary,
      goodsList: (publisher) => publisher.startsWith("US Department of Labor"),
      resamples: 400,
      seed,
      asOf: model.dataDate,
    });

  test("the interval holds the lift, and a baseline that cannot tell companies apart has a lift of one", () => {
    for (const { ranking, lift, interval } of ask(listed).constructions[0]!.lifts) {
      expect(interval[0]!).toBeLessThanOrEqual(lift + 1e-9);
      expect(interval[1]!).toBeGreaterThanOrEqual(lift - 1e-9);
      if (ranking === "TIP tier alone") expect(lift).toBeCloseTo(1, 9);
    }
  });

  test("the order of the entries does not matter, and entries of one company count once", () => {
    expect(ask([...listed].reverse())).toEqual(ask(listed));
    const again = ask([...listed, ...listed]);
    expect(again.companies).toBe(40);
    expect(again.constructions).toEqual(ask(listed).constructions);
  });

  test("names no company", () => {
    expect(JSON.stringify(ask(listed))).not.toContain("company-");
  });

  test("inputs of a publisher go, and nothing else", () => {
    const none = withoutPublisher(reference, () => false);
    expect(none.reference).toEqual(reference);
    const off = withoutPublisher(reference, (publisher) => publisher.startsWith("US "));
    expect(off.switchedOff.inputs).toEqual(["listedGoods", "tipTier"]);
    expect(off.reference.countries["BR"]!.values["governance"]).toEqual(
      reference.countries["BR"]!.values["governance"],
    );
    expect(Object.values(off.reference.goods).every((good) => Object.keys(good.pairs).length === 0)).toBe(true);
  });
});

describe("release conditions", () => {
  test("shares of main effects sum to one, and the order of suppliers does not matter", () => {
    const [silent] = populationsOf(small.reference, model.dataDate, 1);
    const measure = (suppliers: (typeof silent & object)["suppliers"]) =>
      measurePopulation(engine, model, { name: "silent", suppliers }, () => null);
    const found = measure(silent!.suppliers);
    expect(sum(found.mainEffects.map(({ share }) => share))).toBeCloseTo(1, 9);
    const turned = measure([...silent!.suppliers].reverse());
    expect(turned.betweenCountries).toBeCloseTo(found.betweenCountries, 9);
    for (const [at, one] of turned.mainEffects.entries())
      expect(one.share).toBeCloseTo(found.mainEffects[at]!.share, 9);
  });

  test("answers are drawn from the closed lists alone", () => {
    const answering = populationsOf(small.reference, model.dataDate, 3)[1]!;
    for (const { recruitment } of answering.suppliers.slice(0, 300))
      for (const [key, words] of Object.entries(CLOSED_ANSWERS)) {
        const told = recruitment[key as keyof typeof CLOSED_ANSWERS];
        if (told !== undefined) expect(words).toContain(told);
      }
  });
});

describe("statistics", () => {
  test("ranks lie between 0 and 1, mean one half, and follow the values", () => {
    fc.assert(
      fc.property(values, (list) => {
        const ranks = rankShares(list);
        expect(mean(ranks)).toBeCloseTo(0.5, 9);
        for (let at = 1; at < list.length; at += 1)
          if (list[at]! > list[0]! + 1e-6) expect(ranks[at]!).toBeGreaterThan(ranks[0]!);
      }),
    );
  });

  test("the top fifth holds a fifth, ties shared", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 60 }), (list) => {
        const edge = topEdge(list);
        expect(mean(list.map((value) => inTop(value, edge)))).toBeCloseTo(0.2, 9);
      }),
    );
  });

  test("variance between groups is a share: 1 when the group says all, 0 when it says nothing", () => {
    expect(varianceBetween([0, 0, 1, 1], [1, 1, 5, 5])).toBe(1);
    expect(varianceBetween([0, 1, 0, 1], [1, 1, 5, 5])).toBe(0);
    expect(varianceBetween([0, 1], [3, 3])).toBe(0);
    fc.assert(
      fc.property(values, (list) => {
        const share = varianceBetween(groupsOf(list, 4), list);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1 + 1e-9);
        expect(corrected(share, list.length, 4)).toBeLessThanOrEqual(share + 1e-9);
      }),
    );
  });

  test("chance is even, the same for a seed, and another for another name", () => {
    const random = new Random(1, "a");
    const drawn = Array.from({ length: 20_000 }, () => random.next());
    expect(mean(drawn)).toBeCloseTo(0.5, 1);
    expect(quantiles(drawn, [0.05, 0.95]).map((value) => Math.round(value * 20))).toEqual([1, 19]);
    expect(new Random(1, "a").next()).toBe(drawn[0]);
    expect(new Random(1, "b").next()).not.toBe(drawn[0]);
    const sample = new Random(1, "s").sample([1, 2, 3, 4, 5], 3);
    expect(new Set(sample).size).toBe(3);
  });
});
