/**
 * From the recruitment answers of one supplier to one value per input: how bad what was told is, how far its proof may take
 * points off, and whether it counts as told. Arrays are in the order of `RECRUITMENT_INPUTS` and are reused between calls.
 */
import type { Proof, RecruitmentFacts, RecruitmentKey, WorkerGroup, WorkforceFacts } from "./facts";
import { indicatorOf } from "./model-file";
import type { RiskModel } from "./model-file";
import { normalise } from "./normalise";
import type { RiskReference } from "./reference-types";
import type { Iso2 } from "./types";

export const RECRUITMENT_INPUTS = [
  "debt",
  "recruiter",
  "papers",
  "deposits",
  "wages",
  "freedom",
  "contract",
  "grievance",
  "exposedWorkers",
] as const;
export const DEBT = 0;
export const RECRUITER = 1;
export const PAPERS = 2;
export const DEPOSITS = 3;
export const WAGES = 4;
export const FREEDOM = 5;
export const CONTRACT = 6;
export const GRIEVANCE = 7;
export const EXPOSED = 8;
export const INPUTS = RECRUITMENT_INPUTS.length;

/** A group smaller than this is not shown on its own (method: worst group of five or more workers). */
export const SMALLEST_GROUP = 5;

export interface Answers {
  /** How bad what was told is, 0 to 1; -1 when nothing was told. For `exposedWorkers` the share. */
  readonly value: Float64Array;
  /** Largest share the proof may take off. */
  readonly bound: Float64Array;
  /** 1 when the answer counts as a fact: told, with proof of at least a statement. */
  readonly told: Uint8Array;
  /** The value of `debt` if all repayment claimed were true: the best that is possible. */
  claimedDebt: number;
  /** Months of pay used, net of proven repayment; -1 when none was told. */
  months: number;
  /** Index of the group the months came from, -1 when not from a group. */
  group: number;
  /** Origins were named and no table has data on any of their corridors. */
  noStructuralData: boolean;
}

export interface CostGap {
  readonly lowUsd: number;
  readonly highUsd: number;
  readonly employerPaidPerHireUsd: number;
  readonly source: string;
}

const proofOf = (facts: RecruitmentFacts, key: RecruitmentKey): Proof =>
  typeof facts.proof === "string" ? facts.proof : (facts.proof?.[key] ?? "statement");

const repaying = (facts: RecruitmentFacts): boolean =>
  (facts.amountRepaidUsd ?? 0) > 0 || (facts.workersRepaid ?? 0) > 0;

const NUMERIC = /^\d+(\.\d+)?$/;

export function answersReader(model: RiskModel, reference: RiskReference) {
  const debtAnchors = indicatorOf(model, "debt").anchors;
  const typical = normalise(debtAnchors, model.typicalFeeMonths.value);
  const bounds = model.proof.bounds;
  const table = (id: string): Readonly<Record<string, number>> => indicatorOf(model, id).answers ?? {};
  const [recruiter, papers, deposits, wages, freedom, contract, grievance] = [
    table("recruiter"),
    table("papers"),
    table("deposits"),
    table("wages"),
    table("freedom"),
    table("contract"),
    table("grievance"),
  ];
  const { womenCountAs, youngCountAs } = model.composition;

  const answers: Answers = {
    value: new Float64Array(INPUTS),
    bound: new Float64Array(INPUTS),
    told: new Uint8Array(INPUTS),
    claimedDebt: -1,
    months: -1,
    group: -1,
    noStructuralData: false,
  };

  const tell = (input: number, value: number | undefined, proof: Proof) => {
    if (value === undefined) return;
    if (value > answers.value[input]!) answers.value[input] = value;
    back(input, proof);
  };
  /** Proof of an answer; the strongest counts. */
  const back = (input: number, proof: Proof) => {
    if (bounds[proof] > answers.bound[input]!) answers.bound[input] = bounds[proof];
    if (proof !== "none") answers.told[input] = 1;
  };

  const corridorKnown = new Map<string, boolean>();
  const hasCorridor = (origin: Iso2, destination: Iso2 | null): boolean => {
    const key = origin + (destination ?? "");
    let known = corridorKnown.get(key);
    if (known === undefined) {
      known =
        reference.corridors.some(
          (row) =>
            (row.origin === origin && (row.destination === null || row.destination === destination)) ||
            (row.origin === null && row.destination !== null && row.destination === destination),
        ) || reference.feeRules.some((rule) => rule.country === origin || rule.country === destination);
      corridorKnown.set(key, known);
    }
    return known;
  };

  /** US dollars a worker of the group paid or still owes, net of proven repayment; null when nothing was told. */
  const groupDebt = (group: WorkerGroup, repaidBound: number): number | null => {
    const { costsPaidUsd, interestUsd, wageAdvancesUsd, depositsHeldUsd } = group;
    if ((costsPaidUsd ?? interestUsd ?? wageAdvancesUsd ?? depositsHeldUsd) === undefined) return null;
    const owed = (costsPaidUsd ?? 0) + (interestUsd ?? 0) + (wageAdvancesUsd ?? 0) + (depositsHeldUsd ?? 0);
    return Math.max(0, owed - repaidBound * (group.repaidUsd ?? 0));
  };

  /**
   * Share of what was paid that is repaid as far as told; by money where both are known, else by heads. The more was paid, the
   * smaller the share of one amount, down to a fee of 0: there any amount is all of it.
   */
  const repaidShare = (facts: RecruitmentFacts): number => {
    const { amountRepaidUsd, workersRepaid, workersRecruited, feePerWorkerUsd } = facts;
    if (!workersRecruited) return 0;
    if (amountRepaidUsd !== undefined && feePerWorkerUsd !== undefined && (feePerWorkerUsd > 0 || amountRepaidUsd > 0))
      return Math.min(1, amountRepaidUsd / (feePerWorkerUsd * workersRecruited));
    return workersRepaid === undefined ? 0 : Math.min(1, workersRepaid / workersRecruited);
  };

  const costGap = (facts: RecruitmentFacts, destination: Iso2 | null): CostGap | null => {
    const { employerCostTotalUsd, workersRecruited, corridorCostPerWorkerUsd } = facts;
    if (employerCostTotalUsd === undefined || !workersRecruited) return null;
    const paid = employerCostTotalUsd / workersRecruited;
    let low = Infinity;
    let high = 0;
    let source = "";
    if (corridorCostPerWorkerUsd !== undefined) {
      low = corridorCostPerWorkerUsd * (1 - model.corridorGap.userCostSpan);
      high = corridorCostPerWorkerUsd * (1 + model.corridorGap.userCostSpan);
      source = facts.corridorCostSource ?? "entered by the user";
    } else {
      for (const row of reference.corridors) {
        if (row.unit !== "USD" || !NUMERIC.test(row.value) || row.destination !== destination || row.origin === null)
          continue;
        if (!facts.recruitedFrom?.includes(row.origin)) continue;
        low = Math.min(low, Number(row.value));
        high = Math.max(high, Number(row.value));
        source = source === "" ? row.source : `${source};${row.source}`;
      }
    }
    if (low === Infinity) return null;
    return { lowUsd: Math.max(0, low - paid), highUsd: Math.max(0, high - paid), employerPaidPerHireUsd: paid, source };
  };

  /**
   * How bad the fees and debt told are when repayment counts by `credit` (0 to 1), -1 when nothing was told. Months come
   * first; without pay an amount counts at most as the typical fee, and so does an admission without an amount.
   */
  const debtValue = (facts: RecruitmentFacts, credit: number, repaid: number): number => {
    const { feePerWorkerUsd, feeMonthsOfPay, debtMonthsOfPay, monthlyContractPayUsd: pay } = facts;
    const left = 1 - credit * repaid;
    let months = feeMonthsOfPay === undefined ? -1 : feeMonthsOfPay * left;
    // What is still owed is told after repayment.
    if (debtMonthsOfPay !== undefined && debtMonthsOfPay > months) months = debtMonthsOfPay;
    let withoutPay = -1;
    if (feePerWorkerUsd !== undefined) {
      if (pay !== undefined) months = Math.max(months, (feePerWorkerUsd * left) / pay);
      else withoutPay = feePerWorkerUsd > 0 ? typical * left : 0;
    }
    answers.group = -1;
    if (facts.groups)
      for (let index = 0; index < facts.groups.length; index += 1) {
        const group = facts.groups[index]!;
        const owed = group.workers < SMALLEST_GROUP ? null : groupDebt(group, credit);
        if (owed === null) continue;
        const groupPay = group.monthlyContractPayUsd ?? pay;
        if (groupPay === undefined) withoutPay = Math.max(withoutPay, owed > 0 ? typical : 0);
        else if (owed / groupPay > months) {
          months = owed / groupPay;
          answers.group = index;
        }
      }
    answers.months = months;
    if (months >= 0) return Math.max(normalise(debtAnchors, months), withoutPay);
    if (withoutPay >= 0) return withoutPay;
    return facts.feesPaidByWorkers === "yes" || facts.remediation !== undefined || repaying(facts)
      ? typical * left
      : -1;
  };

  const readDebt = (facts: RecruitmentFacts, destination: Iso2 | null) => {
    const { feesPaidByWorkers, monthlyContractPayUsd: pay } = facts;
    const repaidProof = proofOf(facts, facts.amountRepaidUsd !== undefined ? "amountRepaidUsd" : "workersRepaid");
    const repaid = repaidShare(facts);
    const claimed = debtValue(facts, 1, repaid);
    const value = repaid === 0 && facts.groups === undefined ? claimed : debtValue(facts, bounds[repaidProof], repaid);
    if (value >= 0) answers.value[DEBT] = value;
    answers.claimedDebt = claimed;
    if (facts.feeMonthsOfPay !== undefined) back(DEBT, proofOf(facts, "feeMonthsOfPay"));
    if (facts.feePerWorkerUsd !== undefined) back(DEBT, proofOf(facts, "feePerWorkerUsd"));
    if (facts.debtMonthsOfPay !== undefined || (facts.groups && value >= 0))
      back(DEBT, proofOf(facts, "debtMonthsOfPay"));
    if (feesPaidByWorkers === "yes" || feesPaidByWorkers === "no") tell(DEBT, 0, proofOf(facts, "feesPaidByWorkers"));
    if (facts.employerPaysPolicy === "yes") tell(DEBT, 0, proofOf(facts, "employerPaysPolicy"));
    if (repaying(facts)) tell(DEBT, 0, repaidProof);
    if (facts.remediation !== undefined) tell(DEBT, 0, typeof facts.proof === "string" ? facts.proof : "statement");
    if (facts.employerCostTotalUsd !== undefined && pay !== undefined) {
      const gap = costGap(facts, destination);
      if (gap) {
        // An estimate, never a finding: it counts at most as the typical fee, and yields to proof of who paid.
        back(DEBT, proofOf(facts, "employerCostTotalUsd"));
        const estimate = normalise(debtAnchors, (gap.lowUsd + gap.highUsd) / 2 / pay);
        const most = Math.min(typical, 1 - answers.bound[DEBT]!);
        answers.value[DEBT] = Math.max(answers.value[DEBT]!, Math.min(most, estimate));
      }
    }
  };

  /** False where `readDebt` has nothing to read. */
  const tellsOfDebt = (facts: RecruitmentFacts): boolean =>
    facts.feesPaidByWorkers !== undefined ||
    facts.feePerWorkerUsd !== undefined ||
    facts.feeMonthsOfPay !== undefined ||
    facts.debtMonthsOfPay !== undefined ||
    facts.employerPaysPolicy !== undefined ||
    facts.groups !== undefined ||
    facts.remediation !== undefined ||
    facts.amountRepaidUsd !== undefined ||
    facts.workersRepaid !== undefined ||
    facts.employerCostTotalUsd !== undefined;

  const plain = (
    input: number,
    key: RecruitmentKey,
    facts: RecruitmentFacts,
    given: "yes" | "no" | "unknown" | undefined,
    heights: Readonly<Record<string, number>>,
  ) => {
    if (given === "yes" || given === "no") tell(input, heights[given], proofOf(facts, key));
  };

  const read = (facts: RecruitmentFacts, workforce: WorkforceFacts, destination: Iso2 | null): Answers => {
    for (let input = 0; input < INPUTS; input += 1) {
      answers.value[input] = -1;
      answers.bound[input] = 0;
      answers.told[input] = 0;
    }
    answers.claimedDebt = -1;
    answers.months = -1;
    answers.group = -1;
    if (tellsOfDebt(facts)) readDebt(facts, destination);
    if (facts.recruiter !== undefined && facts.recruiter !== "unknown")
      tell(RECRUITER, recruiter![facts.recruiter], proofOf(facts, "recruiter"));
    if (facts.usesLabourAgents !== undefined && facts.usesLabourAgents !== "unknown")
      tell(
        RECRUITER,
        recruiter![facts.usesLabourAgents === "yes" ? "agents" : "no-agents"],
        proofOf(facts, "usesLabourAgents"),
      );
    if (facts.papersHeldBy !== undefined && facts.papersHeldBy !== "unknown")
      tell(PAPERS, papers![facts.papersHeldBy], proofOf(facts, "papersHeldBy"));
    if (facts.passportRetention !== undefined && facts.passportRetention !== "unknown")
      tell(
        PAPERS,
        papers![facts.passportRetention === "yes" ? "retained" : "not-retained"],
        proofOf(facts, "passportRetention"),
      );
    plain(DEPOSITS, "depositsHeld", facts, facts.depositsHeld, deposits!);
    plain(WAGES, "wagesWithheld", facts, facts.wagesWithheld, wages!);
    plain(FREEDOM, "freedomToLeave", facts, facts.freedomToLeave, freedom!);
    plain(CONTRACT, "contractInOwnLanguage", facts, facts.contractInOwnLanguage, contract!);
    plain(GRIEVANCE, "grievanceMechanism", facts, facts.grievanceMechanism, grievance!);

    const { migrantShare, agencyShare, womenShare, youngShare } = workforce;
    if (migrantShare !== undefined || agencyShare !== undefined) {
      answers.value[EXPOSED] = Math.max(
        migrantShare ?? 0,
        agencyShare ?? 0,
        womenCountAs * (womenShare ?? 0),
        youngCountAs * (youngShare ?? 0),
      );
      back(EXPOSED, typeof facts.proof === "string" ? facts.proof : "statement");
    }
    answers.noStructuralData =
      facts.recruitedFrom !== undefined &&
      facts.recruitedFrom.length > 0 &&
      !facts.recruitedFrom.some((origin) => hasCorridor(origin, destination));
    return answers;
  };

  return { read, costGap };
}
