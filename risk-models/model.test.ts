import { describe, expect, test } from "vitest";
import { createEngine } from "./engine";
import { variantModel, RiskModel } from "./model-file";
import { checkModel, correlation, inputCorrelations, LARGEST_CORRELATION } from "./model-checks";
import { modelInForce, MODELS } from "./models/registry";
import raw from "./models/2026.2/model.json";
import { computeReferenceClasses } from "./reference-classes";
import { engine, model, reference, supplier } from "./test-kit";

/** A copy of the released file with one thing changed. */
const broken = (change: (file: RiskModel) => void): RiskModel => {
  const copy = structuredClone(model);
  change(copy);
  return copy;
};
const failuresOf = (change: (file: RiskModel) => void) => checkModel(broken(change), reference).join("\n");

describe("release checks", () => {
  test("the released model passes all of them", () => {
    expect(checkModel(model, reference)).toEqual([]);
  });

  test("an unknown key in the file is refused", () => {
    expect(RiskModel.safeParse({ ...raw, surprise: 1 }).success).toBe(false);
  });

  test("weights that do not sum to one are found", () => {
    expect(failuresOf((file) => (file.dimensions.country.weight = 0.4))).toContain("weights of the dimensions sum");
    expect(failuresOf((file) => (file.indicators[0]!.weight += 0.01))).toContain("weights of country sum");
  });

  test("anchors out of order or against their direction are found", () => {
    expect(failuresOf((file) => file.indicators[0]!.anchors.reverse())).toContain("not in rising order");
    expect(failuresOf((file) => (file.indicators[0]!.direction = "higher-is-more-risk"))).toContain(
      "against its direction",
    );
  });

  test("a source no table has is found", () => {
    expect(failuresOf((file) => file.indicators[0]!.sources.push("S-NOWHERE"))).toContain("S-NOWHERE");
  });

  test("an id in two of context, practice and finding is found", () => {
    expect(failuresOf((file) => (file.practices[0]!.id = "governance"))).toContain(
      "governance stands in context and in practice",
    );
  });

  test("a proof that takes off more than the method allows is found", () => {
    expect(failuresOf((file) => (file.proof.bounds.statement = 0.3))).toContain("statement takes off more");
  });

  test("silence that ranks better than the typical disclosed fee is found", () => {
    expect(
      failuresOf((file) => (file.workKinds["labour-provider"].silent = { median: 0.4, p10: 0.1, p90: 0.9 })),
    ).toContain("Silence in labour-provider ranks better than the typical disclosed fee");
  });

  test("a usual answer below the typical fee is found", () => {
    expect(failuresOf((file) => (file.disclosure!.usual = 0.6))).toContain("lies below the typical fee");
  });

  test("importances that do not sum to one are found", () => {
    expect(failuresOf((file) => (file.dimensions.country.importance = 0.3))).toContain("importances");
  });

  test("reference classes that the tables do not give are found", () => {
    expect(failuresOf((file) => (file.referenceClasses["governance"]!.all.median = 0.1))).toContain(
      "reference classes",
    );
  });

  test("the reference classes in the file are those the tables give", () => {
    expect(computeReferenceClasses(model, reference)).toEqual(model.referenceClasses);
  });

  test("no two inputs of a dimension correlate above the limit, and a copy of an input is found", () => {
    for (const { r } of inputCorrelations(model, reference))
      expect(Math.abs(r)).toBeLessThanOrEqual(LARGEST_CORRELATION);
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3], [6, 4, 2])).toBeCloseTo(-1, 12);
  });

  test("every height says why it is so and who would know better", () => {
    const entries = [
      ...model.floors,
      ...model.signs,
      ...Object.values(model.workKinds),
      model.bands,
      model.proof,
      model.priority,
    ];
    for (const entry of entries) expect([entry.why.length > 0, entry.whoKnowsBetter.length > 0]).toEqual([true, true]);
  });
});

describe("release conditions", () => {
  test("a labour provider with unknown recruitment is never in the lowest band in any country", () => {
    for (const seat of Object.keys(reference.countries)) {
      const { band, between, plausibleLow } = engine.score(supplier({ seat, role: "labour-provider" }));
      expect([seat, band === "low" || between?.[0] === "low", plausibleLow >= model.bands.raised]).toEqual([
        seat,
        false,
        true,
      ]);
    }
  });

  test("every region of the world has suppliers at the top: a labour provider outranks an office anywhere", () => {
    const worst = Math.max(
      ...Object.keys(reference.countries).map((seat) => engine.score(supplier({ seat, isic: "6201" })).score!),
    );
    const best = Math.min(
      ...Object.keys(reference.countries).map((seat) => engine.score(supplier({ seat, isic: "78" })).score!),
    );
    expect(best).toBeGreaterThan(worst);
  });
});

describe("versions", () => {
  test("the newest model whose day has come is in force", () => {
    const later = { ...model, id: "2027.1", effectiveFrom: "2027-02-01" };
    expect(modelInForce([...MODELS, later], "2026-11-26").id).toBe("2026.1");
    expect(modelInForce([...MODELS, later], "2027-01-31").id).toBe("2026.2");
    expect(modelInForce([...MODELS, later], "2027-02-01").id).toBe("2027.1");
  });

  test("a day before the first model is an error that names the day", () => {
    expect(() => modelInForce(MODELS, "2020-01-01")).toThrow("2020-01-01");
  });

  test("the variant without the TIP tier gives it no points and keeps its sum", () => {
    const without = createEngine(variantModel(model, "without-tip"), reference).assess(
      supplier({ seat: "RU", isic: "6201" }),
    );
    const line = without.contributions.find((one) => one.indicator === "tipTier");
    expect(line?.points).toBe(0);
    expect(without.contributions.reduce((all, one) => all + one.points, 0)).toBeCloseTo(without.residual ?? -1, 9);
  });
});
