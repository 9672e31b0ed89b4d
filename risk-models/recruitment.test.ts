import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PROOF_LEVELS } from "./facts";
import type { RecruitmentFacts } from "./facts";
import { anyAnswers, anyContext, anyProof, anySupplier, anyWorkforce, engine, model, supplier } from "./test-kit";
import type { ShortFacts } from "./test-kit";

const RUNS = { numRuns: 600 };
const CLOSE = 1e-9;
/** Score as if every level were scored, before floors: inherent plus controls. */
const underlying = (short: ShortFacts) => {
  const found = engine.score(supplier(short));
  return found.inherent + found.controls;
};
const weaker = (proof: (typeof PROOF_LEVELS)[number]) => PROOF_LEVELS.slice(0, PROOF_LEVELS.indexOf(proof) + 1);

describe("recruitment", () => {
  const everyKindOfWork = fc.constantFrom<ShortFacts>(
    { seat: "DE", isic: "78" },
    { seat: "PL", isic: "8121" },
    { seat: "SA", isic: "4100" },
    { seat: "TW", isic: "2610" },
    { seat: "AE", isic: "87" },
    { seat: "MY", isic: "1410", goods: ["Garments"], role: "maker" },
    { seat: "DE", role: "trader", goods: ["Cotton"] },
    { seat: "DK", isic: "6201" },
    { seat: "TR", isic: "2410", role: "maker" },
    { seat: "KG", isic: "N" },
    { seat: "US" },
  );
  /** Anything honest, with fees and debt up to the typical fee of the model. */
  const typical = fc.double({ min: 0, max: model.typicalFeeMonths.value, noNaN: true });
  const honest = fc.tuple(anyAnswers, typical, anyProof).map(([answers, months, proof]): RecruitmentFacts => {
    const { groups: _, feePerWorkerUsd: __, debtMonthsOfPay: ___, ...rest } = answers;
    return { ...rest, feesPaidByWorkers: "yes", feeMonthsOfPay: months, proof };
  });

  test("silence never ranks better than an honest disclosure up to the typical fee", () => {
    fc.assert(
      fc.property(everyKindOfWork, honest, (context, disclosed) => {
        expect(underlying({ ...context, recruitment: disclosed })).toBeLessThanOrEqual(underlying(context) + CLOSE);
      }),
      RUNS,
    );
  });

  test("bare denial never ranks better than an honest disclosure up to the typical fee with the same other answers", () => {
    fc.assert(
      fc.property(everyKindOfWork, typical, (context, months) => {
        const disclosed = { feesPaidByWorkers: "yes", feeMonthsOfPay: months } as const;
        expect(underlying({ ...context, recruitment: disclosed })).toBeLessThanOrEqual(
          underlying({ ...context, recruitment: { feesPaidByWorkers: "no" } }) + CLOSE,
        );
      }),
      RUNS,
    );
  });

  test("an amount far above the typical fee shows in every kind of work, unless the destination is known for more", () => {
    const noPublishedNorm = everyKindOfWork.filter(({ seat }) => model.destinationNorms[seat ?? ""] === undefined);
    fc.assert(
      fc.property(noPublishedNorm, fc.double({ min: 12, max: 40, noNaN: true }), (context, debtMonthsOfPay) => {
        expect(underlying({ ...context, recruitment: { debtMonthsOfPay } })).toBeGreaterThan(underlying(context));
      }),
      RUNS,
    );
  });

  test("saying unknown is the same as saying nothing", () => {
    fc.assert(
      fc.property(anyContext, (context) => {
        const unknown = {
          recruiter: "unknown",
          papersHeldBy: "unknown",
          feesPaidByWorkers: "unknown",
          freedomToLeave: "unknown",
        } as const;
        expect(underlying({ ...context, recruitment: unknown })).toBe(underlying(context));
      }),
      RUNS,
    );
  });

  test("all who are silent in one setting get the same recruitment score, whatever the governance of the country", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("DE", "RU", "KG", "BD", "MY", "US"),
        fc.constantFrom("78", "8121", "6201", "2410"),
        (seat, isic) => {
          expect(engine.score(supplier({ seat, isic })).recruitment).toBe(
            engine.score(supplier({ seat: "DK", isic })).recruitment,
          );
        },
      ),
    );
  });

  test("a fee of 0 dollars beside money that was repaid is no worse than a fee that was repaid", () => {
    const told = {
      feeMonthsOfPay: 5,
      workersRecruited: 10,
      amountRepaidUsd: 4000,
      proof: "confirmed-repayment",
    } as const;
    const score = (feePerWorkerUsd: number) =>
      underlying({ seat: "MY", isic: "2610", recruitment: { ...told, feePerWorkerUsd } });
    expect(score(0)).toBeLessThanOrEqual(score(1) + CLOSE);
    expect(score(400)).toBeLessThan(score(4000));
  });

  test("more fees, more months of debt and more interest never lower the score", () => {
    fc.assert(
      fc.property(
        anyContext,
        anyAnswers,
        anyProof,
        fc.double({ min: 0, max: 30, noNaN: true }),
        (context, answers, proof, more) => {
          const before = { ...answers, proof };
          const score = underlying({ ...context, recruitment: before });
          for (const key of ["feeMonthsOfPay", "debtMonthsOfPay", "feePerWorkerUsd"] as const) {
            const value = answers[key];
            if (value === undefined) continue;
            const after = { ...before, [key]: key === "feePerWorkerUsd" ? value + 400 * more : value + more };
            expect(underlying({ ...context, recruitment: after })).toBeGreaterThanOrEqual(score - CLOSE);
          }
          if (answers.groups) {
            const groups = answers.groups.map((group) =>
              group.interestUsd === undefined ? group : { ...group, interestUsd: group.interestUsd + 100 * more },
            );
            expect(underlying({ ...context, recruitment: { ...before, groups } })).toBeGreaterThanOrEqual(
              score - CLOSE,
            );
          }
        },
      ),
      RUNS,
    );
  });

  test("worse proof never lowers the score", () => {
    fc.assert(
      fc.property(anyContext, anyAnswers, anyProof, anyWorkforce, (context, answers, proof, workforce) => {
        const score = (level: (typeof PROOF_LEVELS)[number]) =>
          underlying({ ...context, workforce, recruitment: { ...answers, proof: level } });
        for (const worse of weaker(proof)) expect(score(worse)).toBeGreaterThanOrEqual(score(proof) - CLOSE);
      }),
      RUNS,
    );
  });

  test("a worse answer with the same proof never lowers the score", () => {
    const pairs = [
      ["papersHeldBy", "worker", "employer"],
      ["passportRetention", "no", "yes"],
      ["depositsHeld", "no", "yes"],
      ["wagesWithheld", "no", "yes"],
      ["freedomToLeave", "yes", "no"],
      ["contractInOwnLanguage", "yes", "no"],
      ["grievanceMechanism", "yes", "no"],
      ["recruiter", "own-staff", "licensed-agent"],
      ["recruiter", "licensed-agent", "sub-agent"],
      ["feesPaidByWorkers", "no", "yes"],
    ] as const;
    fc.assert(
      fc.property(
        anyContext,
        anyAnswers,
        anyProof,
        fc.constantFrom(...pairs),
        (context, answers, proof, [key, better, worse]) => {
          const score = (value: string) =>
            underlying({ ...context, recruitment: { ...answers, proof, [key]: value } as RecruitmentFacts });
          expect(score(worse)).toBeGreaterThanOrEqual(score(better) - CLOSE);
        },
      ),
      RUNS,
    );
  });

  test("proof of a kind never takes more off the dimension than its bound", () => {
    fc.assert(
      fc.property(anyContext, anyAnswers, anyProof, anyWorkforce, (context, answers, proof, workforce) => {
        const { recruitment } = engine.assess(
          supplier({ ...context, workforce, recruitment: { ...answers, proof } }),
        ).dimensions;
        expect(recruitment.residual).toBeGreaterThanOrEqual(recruitment.used * (1 - model.proof.bounds[proof]) - CLOSE);
      }),
      RUNS,
    );
  });

  test("composition alone raises nothing", () => {
    fc.assert(
      fc.property(anySupplier, anyWorkforce, (facts, workforce) => {
        const none = { ...facts, workforce: {} };
        const score = (one: typeof facts) => engine.score(one).inherent + engine.score(one).controls;
        expect(score({ ...facts, workforce })).toBeLessThanOrEqual(score(none) + CLOSE);
      }),
      RUNS,
    );
  });
});
