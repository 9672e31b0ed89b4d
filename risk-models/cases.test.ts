import { describe, expect, test } from "vitest";
import cases from "./models/2026.1/cases.json";
import { engine, model, supplier } from "./test-kit";
import type { ShortFacts } from "./test-kit";

const short = (facts: unknown) => facts as ShortFacts;

describe("worked cases", () => {
  test("there are at least fifteen, for this model", () => {
    expect(cases.model).toBe(model.id);
    expect(cases.worked.length).toBeGreaterThanOrEqual(15);
  });

  test.each(cases.worked.map((one) => [one.id, one.title, one] as const))(
    "%s %s",
    (_id, _title, { facts, expect: wanted }) => {
      const found = engine.assess(supplier(short(facts)));
      expect(found.level).toBe(wanted.level);
      expect(found.floors.map((floor) => floor.id)).toEqual(wanted.floors);
      expect(found.dimensions.country.score).toBeCloseTo(wanted.country, 5);
      expect(found.dimensions.sector.score).toBeCloseTo(wanted.sector, 5);
      expect(found.dimensions.recruitment.score).toBeCloseTo(wanted.recruitment, 5);
      expect(found.inherent).toBeCloseTo(wanted.inherent, 5);
      expect(found.controls).toBeCloseTo(wanted.controls, 5);
      expect(found.residual).toBeCloseTo(wanted.score, 5);
    },
  );
});

describe("ordering cases", () => {
  test("there are at least forty", () => {
    expect(cases.ordering.length).toBeGreaterThanOrEqual(40);
  });

  // A disagreement is printed by its own name and stays red until the model or the case is argued about; it is not tuned away.
  test.each(cases.ordering.map((one) => [one.id, one.because, one] as const))(
    "%s %s",
    (_id, _because, { higher, lower }) => {
      const [above, below] = [engine.score(supplier(short(higher))), engine.score(supplier(short(lower)))];
      expect(above.score).not.toBeNull();
      expect(below.score).not.toBeNull();
      expect(above.score!).toBeGreaterThanOrEqual(below.score! - 1e-9);
    },
  );
});
