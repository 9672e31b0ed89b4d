import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arithmeticReader, type Arithmetic } from "./arithmetic";
import type { Equation } from "./equation";
import cases from "./models/2026.2/cases.json";
import { MODEL_IDS, modelOrVariant } from "./models/registry";
import { anySupplier, engine, model, reference, supplier, type ShortFacts } from "./test-kit";
import { printed, valueOf } from "./test-calculator";

const arithmetic = arithmeticReader(model, reference);

const equationsOf = (found: Arithmetic): Equation[] =>
  [
    ...[found.country, found.sector].flatMap(({ lines, value }) => [...lines.map((line) => line.onAnchors), value]),
    ...found.recruitment.lines.flatMap((line) => [line.onAnchors, line.readAs, line.inherent, line.residual]),
    found.recruitment.norm?.normalised ?? null,
    found.recruitment.norm?.setting ?? null,
    found.recruitment.inherent,
    found.recruitment.residual,
    found.inherent,
    found.afterControls,
    found.arithmeticMean,
    found.floor?.equation ?? null,
    ...found.coalitions.map(({ equation }) => equation),
    ...Object.values(found.shapley),
    ...found.lines.map(({ equation }) => equation),
  ].filter((equation): equation is Equation => equation !== null);

/** How far a result may lie from what the printed figures give. */
const near = ({ digits }: Equation["result"]) => (digits === 2 ? 0.02 : 0.0002);

const holds = (found: Arithmetic) => {
  for (const { left, result } of equationsOf(found)) {
    const text = printed(left);
    expect(Math.abs(valueOf(text) - Number(printed([result]))), `${text} = ${printed([result])}`).toBeLessThanOrEqual(
      near(result),
    );
  }
};

describe("the arithmetic written out", () => {
  test.each(cases.worked.map((one) => [one.id, one.title, one.facts as ShortFacts] as const))(
    "a calculator gets every figure of %s %s from the printed ones before it",
    (_id, _title, facts) => {
      const found = arithmetic(supplier(facts));
      expect(equationsOf(found).length).toBeGreaterThan(30);
      holds(found);
    },
  );

  test("every equation holds for any supplier, and its results are the engine's numbers", () => {
    fc.assert(
      fc.property(anySupplier, (facts) => {
        const found = arithmetic(facts);
        holds(found);
        const { assessment } = found;
        expect(assessment).toEqual(engine.assess(facts));
        expect(found.inherent.result.value).toBeCloseTo(assessment.inherent, 9);
        expect(found.afterControls.result.value).toBeCloseTo(assessment.inherent + assessment.controls, 9);
        const score = found.floor?.equation.result.value ?? found.afterControls.result.value;
        if (assessment.residual !== null) expect(score).toBeCloseTo(assessment.residual, 9);
        const sum = found.lines.reduce((all, { equation }) => all + equation.result.value, 0);
        expect(sum).toBeCloseTo(assessment.residual ?? assessment.inherent, 9);
      }),
      { numRuns: 300 },
    );
  });

  test("every released model and variant can be written out", () => {
    for (const id of MODEL_IDS) {
      const read = arithmeticReader(modelOrVariant(id)!, reference);
      holds(read(supplier({ seat: "BD", isic: "1410", goods: ["Garments"], recruitment: { feeMonthsOfPay: 2 } })));
    }
  });
});

test("the calculator of the tests knows its arithmetic", () => {
  expect(valueOf("100 × (0.3 × 0.5³ + 0.7 × 0.5³)^(1/3)")).toBeCloseTo(50, 9);
  expect(valueOf("2 − (1 − 3) × 4 ÷ 8")).toBe(3);
  expect(valueOf("max(0.4; min(1; 0.9 ÷ 0.9)) + -1")).toBe(0);
});
