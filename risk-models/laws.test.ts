import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createEngine } from "./engine";
import { CHANGE_IDS, explain, REASON_KEYS, whatWouldLower, withChange } from "./explain";
import { PROOF_LEVELS } from "./facts";
import type { RecruitmentFacts } from "./facts";
import { anyAnswers, anyContext, anyProof, anySupplier, engine, model, reference, sum, supplier } from "./test-kit";
import type { ShortFacts } from "./test-kit";

const RUNS = { numRuns: 600 };
const CLOSE = 1e-9;
const widthOf = (short: ShortFacts) => {
  const { possibleLow, possibleHigh } = engine.score(supplier(short));
  return possibleHigh - possibleLow;
};
const weaker = (proof: (typeof PROOF_LEVELS)[number]) => PROOF_LEVELS.slice(0, PROOF_LEVELS.indexOf(proof) + 1);

describe("the sum", () => {
  test("contributions sum to the score, indicator lines to the inherent score, and control lines to what controls take off", () => {
    fc.assert(
      fc.property(anySupplier, (facts) => {
        const found = engine.assess(facts);
        const points = (kind: string) =>
          sum(found.contributions.filter((line) => line.kind === kind).map((line) => line.points));
        expect(Math.abs(points("indicator") - found.inherent)).toBeLessThan(CLOSE);
        if (found.kind !== "scored") return;
        expect(Math.abs(points("control") - found.controls)).toBeLessThan(CLOSE);
        expect(Math.abs(sum(found.contributions.map((line) => line.points)) - found.residual)).toBeLessThan(CLOSE);
      }),
      RUNS,
    );
  });

  test("controls and only controls take points off", () => {
    fc.assert(
      fc.property(anySupplier, (facts) => {
        for (const line of engine.assess(facts).contributions)
          expect(line.kind === "control" ? line.points <= CLOSE : line.points >= -CLOSE).toBe(true);
      }),
      RUNS,
    );
  });

  test("every contribution names its source, its unit and a weight, and a measured one its year", () => {
    fc.assert(
      fc.property(anySupplier, (facts) => {
        for (const line of engine.assess(facts).contributions) {
          expect(line.source).not.toBe("");
          expect(line.unit).not.toBe("");
          if (line.basis === "measured" && line.indicator !== "sectorEvidence") expect(line.year).not.toBeNull();
          if (line.basis === "measured" && line.dimension === "country")
            expect(reference.sources[line.source]).toBeDefined();
        }
      }),
      RUNS,
    );
  });
});

describe("one result", () => {
  test("the quick result and the full assessment give the same numbers", () => {
    fc.assert(
      fc.property(anySupplier, (facts) => {
        const [full, quick] = [engine.assess(facts), engine.score(facts)];
        expect(quick).toMatchObject({
          kind: full.kind,
          level: full.level,
          score: full.residual,
          band: full.band,
          between: full.between,
          inherent: full.inherent,
          controls: full.controls,
          country: full.dimensions.country.score,
          sector: full.dimensions.sector.score,
          recruitment: full.dimensions.recruitment.score,
          plausibleLow: full.plausible[0],
          plausibleHigh: full.plausible[1],
          possibleLow: full.possible[0],
          possibleHigh: full.possible[1],
          likelihood: full.likelihood,
          priority: full.priority,
          severity: full.severity.level,
          state: full.state,
        });
      }),
      RUNS,
    );
  });

  test("order, batch and what was scored before do not matter", () => {
    fc.assert(
      fc.property(fc.array(anySupplier, { minLength: 2, maxLength: 12 }), (list) => {
        const fresh = createEngine(model, reference);
        const forward = list.map((facts) => fresh.score(facts));
        const backward = [...list].reverse().map((facts) => engine.score(facts));
        expect(backward.reverse()).toEqual(forward);
      }),
      { numRuns: 40 },
    );
  });

  test("the score is missing exactly when the level is listed or placed", () => {
    fc.assert(
      fc.property(anySupplier, (facts) => {
        const { level, score, kind, priority } = engine.score(facts);
        expect(score === null).toBe(level === "listed" || level === "placed");
        expect(kind === "scored").toBe(score !== null);
        expect(priority === null).toBe(score === null);
      }),
      RUNS,
    );
  });
});

describe("ranges", () => {
  test("the possible range holds the plausible one, which holds the score, all between 0 and 100", () => {
    fc.assert(
      fc.property(anySupplier, (facts) => {
        const r = engine.score(facts);
        const score = r.score ?? r.inherent + r.controls;
        expect(r.possibleLow).toBeGreaterThanOrEqual(-CLOSE);
        expect(r.possibleLow).toBeLessThanOrEqual(r.plausibleLow + CLOSE);
        if (r.score !== null) expect(r.plausibleLow).toBeLessThanOrEqual(score + CLOSE);
        expect(score).toBeLessThanOrEqual(r.plausibleHigh + CLOSE);
        expect(r.plausibleHigh).toBeLessThanOrEqual(r.possibleHigh + CLOSE);
        expect(r.possibleHigh).toBeLessThanOrEqual(100 + CLOSE);
      }),
      RUNS,
    );
  });

  test("one more recruitment answer never widens the possible range", () => {
    fc.assert(
      fc.property(anyContext, anyAnswers, anyProof, (context, answers, proof) => {
        let told: RecruitmentFacts = { proof };
        const once = new Set<string>();
        for (const [key, value] of Object.entries(answers)) {
          const question = QUESTION_OF[key] ?? key;
          if (value === undefined || once.has(question)) continue;
          once.add(question);
          const next: RecruitmentFacts = { ...told, [key]: value };
          expect(widthOf({ ...context, recruitment: next })).toBeLessThanOrEqual(
            widthOf({ ...context, recruitment: told }) + CLOSE,
          );
          told = next;
        }
      }),
      RUNS,
    );
  });

  test("learning the country, the sector or a better proof never widens the possible range", () => {
    fc.assert(
      fc.property(anyContext, anyAnswers, anyProof, (context, recruitment, proof) => {
        const facts = { ...context, recruitment: { ...recruitment, proof } };
        const nowhere = { ...facts, seat: undefined, placeOfWork: undefined, origin: undefined, goods: [] };
        expect(widthOf({ ...facts, goods: [] })).toBeLessThanOrEqual(widthOf(nowhere) + CLOSE);
        if (context.role !== "labour-provider") {
          const noSector = { ...facts, isic: undefined, goods: [] };
          expect(widthOf({ ...facts, goods: [] })).toBeLessThanOrEqual(widthOf(noSector) + CLOSE);
        }
        for (const worse of weaker(proof))
          expect(widthOf(facts)).toBeLessThanOrEqual(
            widthOf({ ...facts, recruitment: { ...recruitment, proof: worse } }) + CLOSE,
          );
      }),
      RUNS,
    );
  });
});

/** Answers to the same question: the law is about questions, a second answer to one may correct the first. */
const QUESTION_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      "workersRecruited",
      "employerCostTotalUsd",
      "workersRepaid",
      "amountRepaidUsd",
      "feesPaidByWorkers",
      "feePerWorkerUsd",
      "monthlyContractPayUsd",
      "feeMonthsOfPay",
      "debtMonthsOfPay",
      "corridorCostPerWorkerUsd",
      "employerPaysPolicy",
      "groups",
      "remediation",
    ].map((key) => [key, "debt"]),
  ),
  usesLabourAgents: "recruiter",
  passportRetention: "papersHeldBy",
};

describe("what is proposed", () => {
  test("changes come from the closed list, touch only recruitment practice, and lower the risk", () => {
    fc.assert(
      fc.property(anySupplier, (facts) => {
        for (const { change, lowers } of whatWouldLower(engine, facts)) {
          expect(CHANGE_IDS).toContain(change);
          expect(lowers).toBeGreaterThan(0);
          const { recruitment: after, ...restAfter } = withChange(facts, change);
          const { recruitment: before, ...restBefore } = facts;
          expect(restAfter).toEqual(restBefore);
          expect([after.recruitedFrom, after.workersRecruited]).toEqual([
            before.recruitedFrom,
            before.workersRecruited,
          ]);
        }
      }),
      RUNS,
    );
  });

  test("every reason has a key of the published list", () => {
    fc.assert(
      fc.property(anySupplier, (facts) => {
        for (const reason of explain(engine.assess(facts))) expect(REASON_KEYS).toContain(reason.key);
      }),
      RUNS,
    );
  });
});

describe("floors", () => {
  test("a score never lies under a floor that acts", () => {
    fc.assert(
      fc.property(anySupplier, (facts) => {
        const found = engine.assess(facts);
        for (const floor of found.floors)
          if (found.residual !== null) expect(found.residual).toBeGreaterThanOrEqual(floor.height);
      }),
      RUNS,
    );
  });
});
