/**
 * Severity (gravity, workers exposed, irremediability: UNGP 14, each may be unknown) and the priority it gives with the
 * likelihood: severity first (UNGP 24). Spend and leverage are not arguments.
 */
import { DEPOSITS, FREEDOM, GRIEVANCE, PAPERS, WAGES } from "./answers";
import type { Answers } from "./answers";
import type { RiskModel } from "./model-file";
import type { Likelihood, Priority, RemediationState, Severity, SeverityLevel, SupplierFacts } from "./types";

const STEPS: readonly SeverityLevel[] = ["moderate", "serious", "severe", "critical"];
/** A told answer above this fraction is a bad practice admitted or found. */
const BAD = 0.5;

/** Workers the signs bear on: those recruited, else the headcount times its largest exposed share; null when unknown. */
export function workersExposed({ recruitment, workforce }: SupplierFacts): number | null {
  if (recruitment.workersRecruited !== undefined) return recruitment.workersRecruited;
  const { workers, migrantShare, agencyShare } = workforce;
  if (workers === undefined || (migrantShare === undefined && agencyShare === undefined)) return null;
  return Math.round(workers * Math.max(migrantShare ?? 0, agencyShare ?? 0));
}

/** Signs of involuntariness and of threat told together (ICLS 2018): a case for action, no points. */
export const signsForAction = (answers: Answers): boolean =>
  answers.value[FREEDOM]! > BAD &&
  (answers.value[PAPERS]! > BAD || answers.value[WAGES]! > BAD || answers.value[DEPOSITS]! > BAD);

export function severityOf(model: RiskModel, facts: SupplierFacts, answers: Answers, floorBits: number): SeverityLevel {
  const gravity = gravityOf(model, facts, answers, floorBits);
  if (gravity === "unknown" || gravity === "critical") return gravity;
  const exposed = workersExposed(facts);
  return exposed !== null && exposed >= model.severity.manyWorkers ? STEPS[STEPS.indexOf(gravity) + 1]! : gravity;
}

/** Bits 0 to 3 are findings and State-imposed programmes, bit 4 the listed pair (order of `FLOORS`). */
export function gravityOf(model: RiskModel, facts: SupplierFacts, answers: Answers, floorBits: number): SeverityLevel {
  if ((floorBits & 0b1111) !== 0 || signsForAction(answers)) return "critical";
  const { value } = answers;
  if (value[PAPERS]! > BAD || value[WAGES]! > BAD || value[FREEDOM]! > BAD) return "severe";
  if (answers.months >= model.severity.severeMonths || (floorBits & 0b10000) !== 0) return "severe";
  if (value[DEPOSITS]! > BAD || value[0]! > 0) return "serious";
  for (let input = 0; input < GRIEVANCE; input += 1) if (value[input]! < 0) return "unknown";
  return "moderate";
}

export function severityDetail(model: RiskModel, facts: SupplierFacts, answers: Answers, floorBits: number): Severity {
  const { value } = answers;
  const hard = value[PAPERS]! > BAD || value[FREEDOM]! > BAD || (floorBits & 0b1000) !== 0;
  return {
    level: severityOf(model, facts, answers, floorBits),
    gravity: gravityOf(model, facts, answers, floorBits),
    workersExposed: workersExposed(facts),
    irremediability: hard ? "hard-to-remedy" : value[0]! > 0 ? "remediable" : "unknown",
  };
}

export function likelihoodOf(model: RiskModel, score: number | null): Likelihood {
  if (score === null) return "unknown";
  const { from } = model.likelihood;
  if (score >= from["very-likely"]) return "very-likely";
  if (score >= from.likely) return "likely";
  return score >= from.possible ? "possible" : "less-likely";
}

export const priorityOf = (model: RiskModel, severity: SeverityLevel, likelihood: Likelihood): Priority | null =>
  likelihood === "unknown" ? null : model.priority.table[severity][likelihood];

export function stateOf(facts: SupplierFacts): RemediationState {
  const { remediation, workersRepaid, amountRepaidUsd, feesPaidByWorkers, feePerWorkerUsd, feeMonthsOfPay } =
    facts.recruitment;
  const repaying = (workersRepaid ?? 0) > 0 || (amountRepaidUsd ?? 0) > 0;
  const disclosed = feesPaidByWorkers === "yes" || (feePerWorkerUsd ?? 0) > 0 || (feeMonthsOfPay ?? 0) > 0;
  if (remediation === "repaying" || repaying) return "found-disclosed-repaying";
  if (remediation === "disclosed" || disclosed) return "disclosed";
  return remediation === "found" ? "found" : "none";
}
