/** Keys that depend on a word of a closed list, for the answers on recruitment. */
import type { ProtectedSource } from "../../db/schema/readings";
import type { PaperHolder, Proof, Recruiter } from "../../risk-models/facts";
import type { RemediationState } from "../../risk-models/types";
import type { Answered, QuestionId } from "../recruitment/questions";
import type { Key, Keys } from "./keys";

export const questionKey = {
  hires: "recruitment.q.hires",
  recruiter: "recruitment.q.recruiter",
  bill: "recruitment.q.bill",
  papers: "recruitment.q.papers",
  repaid: "recruitment.q.repaid",
  corridorCost: "recruitment.q.corridorCost",
  pay: "recruitment.q.pay",
  fees: "recruitment.q.fees",
  groups: "recruitment.q.groups",
  remediation: "recruitment.q.remediation",
  policy: "recruitment.q.policy",
  contract: "recruitment.q.contract",
  wages: "recruitment.q.wages",
  deposits: "recruitment.q.deposits",
  freedom: "recruitment.q.freedom",
  channel: "recruitment.q.channel",
  workforce: "recruitment.q.workforce",
} as const satisfies Keys<QuestionId>;

/** The question in full; the five core ones are those of the plan's next steps. */
export const questionTextKey = {
  hires: "plan.ask.recruited",
  recruiter: "plan.ask.recruiter",
  bill: "plan.ask.employerCost",
  papers: "plan.ask.papers",
  repaid: "plan.ask.repaid",
  corridorCost: "recruitment.ask.corridorCost",
  pay: "recruitment.ask.pay",
  fees: "recruitment.ask.fees",
  groups: "recruitment.ask.groups",
  remediation: "recruitment.ask.remediation",
  policy: "recruitment.ask.policy",
  contract: "recruitment.ask.contract",
  wages: "recruitment.ask.wages",
  deposits: "recruitment.ask.deposits",
  freedom: "recruitment.ask.freedom",
  channel: "recruitment.ask.channel",
  workforce: "recruitment.ask.workforce",
} as const satisfies Keys<QuestionId>;

export const proofKey = {
  none: "recruitment.proofLevel.none",
  statement: "recruitment.proofLevel.statement",
  policy: "recruitment.proofLevel.policy",
  invoices: "recruitment.proofLevel.invoices",
  interviews: "recruitment.proofLevel.interviews",
  "confirmed-repayment": "recruitment.proofLevel.confirmedRepayment",
} as const satisfies Keys<Proof>;

export const recruiterKey = {
  "own-staff": "answer.own-staff",
  "licensed-agent": "answer.licensed-agent",
  "sub-agent": "answer.sub-agent",
  unknown: "answer.unknown",
} as const satisfies Keys<Recruiter>;

export const papersKey = {
  worker: "answer.worker",
  employer: "answer.employer",
  agent: "answer.agent",
  unknown: "answer.unknown",
} as const satisfies Keys<PaperHolder>;

export const stageKey = {
  found: "recruitment.stage.found",
  disclosed: "recruitment.stage.disclosed",
  repaying: "recruitment.stage.repaying",
} as const;

export const repaymentStateKey = {
  none: "recruitment.state.none",
  found: "recruitment.state.found",
  disclosed: "recruitment.state.disclosed",
  "found-disclosed-repaying": "recruitment.state.repaying",
} as const satisfies Keys<RemediationState>;

export const answeredKey = {
  not: "recruitment.answered.not",
  partly: "recruitment.answered.partly",
  answered: "recruitment.answered.answered",
} as const satisfies Keys<Answered>;

export const protectedSourceKey = {
  workers: "recruitment.protected.from.workers",
  union: "recruitment.protected.from.union",
  ngo: "recruitment.protected.from.ngo",
  hotline: "recruitment.protected.from.hotline",
} as const satisfies Keys<ProtectedSource>;

export const FORM_FAULTS = {
  currency: "recruitment.form.currency",
  rate: "recruitment.form.rate",
  number: "recruitment.form.number",
  country: "recruitment.form.country",
  day: "recruitment.form.day",
  source: "recruitment.form.source",
  protectedSource: "recruitment.form.protectedSource",
  workers: "recruitment.form.workers",
  needed: "recruitment.form.needed",
  year: "recruitment.form.year",
} as const satisfies Readonly<Record<string, Key>>;
export type FormFault = keyof typeof FORM_FAULTS;
