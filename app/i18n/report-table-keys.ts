/** Keys of words that stand in tables of reports. */
import type { Key } from "./keys";

type Names = Readonly<Record<string, Key>>;

/** What can be stated of a supplier and is no field of a list by that name. */
export const statedKey = { goods: "reportRegister.stated.goods", inputs: "reportRegister.stated.inputs", parentFirm: "reportRegister.stated.parentFirm" } as const satisfies Names; // prettier-ignore

/** Sizes by the number of workers. */
export const sizeKey = {
  micro: "reportRegister.size.micro",
  small: "reportRegister.size.small",
  medium: "reportRegister.size.medium",
  large: "reportRegister.size.large",
} as const satisfies Names;

/** Early signs, by the field that asks. */
export const earlySignKey = {
  feesPaidByWorkers: "reportRegister.sign.fees",
  papersHeldBy: "reportRegister.sign.papers",
  depositsHeld: "reportRegister.sign.deposits",
  wagesWithheld: "reportRegister.sign.wages",
  freedomToLeave: "reportRegister.sign.leaving",
  debtMonthsOfPay: "reportRegister.sign.debt",
} as const satisfies Names;

export const recordKey = { finding: "reportRegister.record.finding", evidence: "reportRegister.record.evidence" } as const satisfies Names; // prettier-ignore

/** What is said in the terms of contracts. */
export const contractTermKey = {
  any: "reportStatement.term.any",
  employerPays: "reportStatement.term.employerPays",
  labourCostLine: "reportStatement.term.labourCostLine",
  subcontractors: "reportStatement.term.subcontractors",
  agencies: "reportStatement.term.agencies",
  auditAccess: "reportStatement.term.auditAccess",
} as const satisfies Names;

/** How far corrective actions can be measured, and what was seen. */
export const effectKey = {
  indicator: "reportStatement.effect.indicator",
  baseline: "reportStatement.effect.baseline",
  consulted: "reportStatement.effect.consulted",
  verified: "reportStatement.effect.verified",
  held: "reportStatement.effect.held",
} as const satisfies Names;

/** What stands where a supplier's reply would. */
export const replyKey = { waits: "reportRemediation.reply.waits", "not-asked": "reportRemediation.reply.notAsked" } as const satisfies Names; // prettier-ignore

/** What a memo says of a category besides its head. */
export const categoryMoreKey = { traits: "reportCategory.point.traits", measures: "reportCategory.point.measures" } as const satisfies Names; // prettier-ignore

/** What a memo says of the contract that came of it. */
export const contractFactKey = {
  contract: "reportTender.contract.contract",
  starts: "reportTender.contract.starts",
  ends: "reportTender.contract.ends",
  measures: "reportTender.contract.measures",
  clauses: "reportTender.contract.clauses",
  labourCostLine: "reportTender.contract.labourCostLine",
  employerPays: "reportTender.contract.employerPays",
  subcontractors: "reportTender.contract.subcontractors",
  agencies: "reportTender.contract.agencies",
  auditAccess: "reportTender.contract.auditAccess",
  termination: "reportTender.contract.termination",
} as const satisfies Names;

/** Periods of a request and what follows it. */
export const periodStepKey = {
  answer: "reportResponse.period.answer",
  closing: "reportResponse.period.closing",
  notice: "reportResponse.period.notice",
  further: "reportResponse.period.further",
  decision: "reportResponse.period.decision",
  obey: "reportResponse.period.obey",
  review: "reportResponse.period.review",
} as const satisfies Names;

/** How we know how long a period is. */
export const toldByKey = { secondary: "reportResponse.toldBy.secondary", memory: "reportResponse.toldBy.memory" } as const satisfies Names; // prettier-ignore

/** How long a period is, by its unit. */
export const periodLengthKey = { working: "reportResponse.length.working", months: "reportResponse.length.months" } as const satisfies Names; // prettier-ignore
