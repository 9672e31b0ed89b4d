/** Question 6 of a study: the laws of the model over seeded suppliers. The same laws run as property tests with every change. */
import { createEngine } from "../engine";
import { PROOF_LEVELS } from "../facts";
import type { RiskModel } from "../model-file";
import type { RiskReference } from "../reference-types";
import { WORK_KINDS } from "../types";
import type { RecruitmentFacts, SupplierFacts } from "../types";
import { Random } from "./random";
import { supplierOf } from "./suppliers";

const CLOSE = 1e-9;
const MOST_MONTHS = 12;
const MOST_DOLLARS = 5000;
const ELSEWHERE = { silenceElsewhere: 0, bareDenialElsewhere: 0, admitted: 0 };
/** A division of each kind of work. */
const EXAMPLES: Readonly<Record<(typeof WORK_KINDS)[number], string>> = {
  "labour-provider": "78",
  "labour-heavy-service": "81",
  "labour-intensive-production": "14",
  "other-production": "24",
  "other-service": "62",
  unknown: "N",
};

/** Counts of suppliers tried and of violations, law by law. `suppliers` carry answers. */
export function checkLaws(
  model: RiskModel,
  reference: RiskReference,
  suppliers: readonly SupplierFacts[],
  seed: number,
) {
  const engine = createEngine(model, reference);
  const random = new Random(seed, "laws");
  const scoreOf = (facts: SupplierFacts) => engine.score(facts).score ?? 0;
  const beforeFloors = (facts: SupplierFacts) => {
    const { inherent, controls } = engine.score(facts);
    return inherent + controls;
  };
  const telling = (facts: SupplierFacts, recruitment: RecruitmentFacts) => ({ ...facts, recruitment });
  const laws = { moreDebt: 0, weakerProof: 0, order: 0, silence: 0, bareDenial: 0, moreDollars: 0, ...ELSEWHERE };
  let normTried = 0;

  for (const facts of suppliers) {
    const own = facts.recruitment;
    const more = random.between(0.1, MOST_MONTHS);
    const fee = telling(facts, { ...own, feeMonthsOfPay: own.feeMonthsOfPay ?? 0 });
    const fees = telling(facts, { ...own, feeMonthsOfPay: (own.feeMonthsOfPay ?? 0) + more });
    const debt = telling(fee, { ...fee.recruitment, debtMonthsOfPay: more });
    if (scoreOf(fees) < scoreOf(fee) - CLOSE || scoreOf(debt) < scoreOf(fee) - CLOSE) laws.moreDebt += 1;

    const proof = typeof own.proof === "string" ? PROOF_LEVELS.indexOf(own.proof) : 0;
    const worse = PROOF_LEVELS.slice(0, proof).some(
      (weaker) => beforeFloors(telling(facts, { ...own, proof: weaker })) < beforeFloors(facts) - CLOSE,
    );
    if (worse) laws.weakerProof += 1;

    // Added after the plan: a property test met a counterexample among answers that contradict each other.
    const repaid = { workersRecruited: 1 + random.below(50), amountRepaidUsd: random.between(1, MOST_DOLLARS) };
    const free = telling(facts, { ...fee.recruitment, ...repaid, feePerWorkerUsd: 0 });
    const paid = telling(facts, { ...free.recruitment, feePerWorkerUsd: random.between(1, MOST_DOLLARS) });
    if (beforeFloors(paid) < beforeFloors(free) - CLOSE) laws.moreDollars += 1;

    const { workKind } = engine.score(facts);
    const months = random.between(0, model.typicalFeeMonths.value);
    const disclosed = beforeFloors(telling(facts, { feesPaidByWorkers: "yes", feeMonthsOfPay: months }));
    const silence = beforeFloors(telling(facts, {})) < disclosed - CLOSE ? 1 : 0;
    const denial = beforeFloors(telling(facts, { feesPaidByWorkers: "no" })) < disclosed - CLOSE ? 1 : 0;
    if (model.workKinds[workKind].feesAreTheNorm) {
      normTried += 1;
      laws.silence += silence;
      laws.bareDenial += denial;
    } else {
      laws.silenceElsewhere += silence;
      laws.bareDenialElsewhere += denial;
    }
    // Everything bad that can be told short of more than the typical fee, against saying nothing.
    const { feeMonthsOfPay: _, ...practices } = own;
    const admitted = beforeFloors(telling(facts, { ...practices, feesPaidByWorkers: "yes", feeMonthsOfPay: months }));
    if (beforeFloors(telling(facts, {})) < admitted - CLOSE) laws.admitted += 1;
  }
  const forward = suppliers.map(scoreOf);
  const fresh = createEngine(model, reference);
  for (let at = suppliers.length - 1; at >= 0; at -= 1)
    if ((fresh.score(suppliers[at]!).score ?? 0) !== forward[at]) laws.order += 1;

  return {
    suppliers: suppliers.length,
    laws: [
      { law: "more months of fees or debt never lower the score", tried: suppliers.length, broken: laws.moreDebt },
      { law: "a weaker proof never lowers it", tried: suppliers.length, broken: laws.weakerProof },
      { law: "order and batch do not matter", tried: suppliers.length, broken: laws.order },
      {
        law: "where worker-paid fees are the norm, silence never ranks better than a fee up to the typical one, told",
        tried: normTried,
        broken: laws.silence,
      },
      { law: "nor does bare denial", tried: normTried, broken: laws.bareDenial },
      {
        law: "nor does silence in any other work",
        tried: suppliers.length - normTried,
        broken: laws.silenceElsewhere,
      },
      {
        law: "nor does bare denial in any other work",
        tried: suppliers.length - normTried,
        broken: laws.bareDenialElsewhere,
      },
      {
        law: "nor does silence against any practices told beside such a fee",
        tried: suppliers.length,
        broken: laws.admitted,
      },
      {
        law: "more dollars of fees never lower it, from none on and with a repayment told (added after the plan)",
        tried: suppliers.length,
        broken: laws.moreDollars,
      },
    ],
    typicalFeeMonths: model.typicalFeeMonths.value,
    disclosure: disclosureCosts(model, reference),
  };
}

/** For each kind of work: from how many months of fees on (steps of a tenth) telling them scores higher than silence, and than denial. */
function disclosureCosts(model: RiskModel, reference: RiskReference) {
  const engine = createEngine(model, reference);
  const valueOf = (isic: string, recruitment: RecruitmentFacts) =>
    engine.assess(supplierOf({ seat: "DK", isic, recruitment }, model.dataDate)).dimensions.recruitment.residual;
  return WORK_KINDS.map((kind) => {
    const isic = EXAMPLES[kind];
    const from = (other: RecruitmentFacts): number | null => {
      for (let tenth = 1; tenth <= 10 * MOST_MONTHS; tenth += 1) {
        const told = valueOf(isic, { feesPaidByWorkers: "yes", feeMonthsOfPay: tenth / 10 });
        if (told > valueOf(isic, other) + CLOSE) return tenth / 10;
      }
      return null;
    };
    return {
      kind,
      example: isic,
      feesAreTheNorm: model.workKinds[kind].feesAreTheNorm,
      costsMoreThanSilenceFrom: from({}),
      costsMoreThanDenialFrom: from({ feesPaidByWorkers: "no" }),
    };
  });
}
