/**
 * What is asked of a supplier about recruitment: five questions first, then what goes deeper. Each question gives one or more
 * facts of the engine (`risk-models/facts.ts`) and has one proof and one day for all of them. Pure.
 */
import { RECRUITMENT_KEYS, WorkforceFacts, type RecruitmentFacts } from "../../risk-models/facts";
import { isMaterialKey, type MaterialKey } from "./material-key";
import { materialPlaces } from "./materials";

/**
 * A fact that can be recorded: the engine's recruitment answers, worker groups, the state of repayment, the workforce, and of
 * each material where it comes from.
 */
export type AnswerKey = Exclude<keyof RecruitmentFacts, "proof"> | keyof WorkforceFacts | MaterialKey;

const WORKFORCE_KEYS = Object.keys(WorkforceFacts.shape) as (keyof WorkforceFacts)[];
export const isWorkforceKey = (key: string): key is keyof WorkforceFacts =>
  (WORKFORCE_KEYS as readonly string[]).includes(key);

/** Every fact that can be recorded, but for materials, which are as many as there are goods. */
export const ANSWER_KEYS: readonly AnswerKey[] = [...RECRUITMENT_KEYS, "groups", "remediation", ...WORKFORCE_KEYS];
export const isAnswerKey = (key: string): key is AnswerKey =>
  isMaterialKey(key) || (ANSWER_KEYS as readonly string[]).includes(key);

/** The five questions of the core set, in their order. */
export const CORE_QUESTIONS = ["hires", "recruiter", "bill", "papers", "repaid"] as const;
export const FURTHER_QUESTIONS = [
  "corridorCost",
  "pay",
  "fees",
  "groups",
  "remediation",
  "policy",
  "contract",
  "wages",
  "deposits",
  "freedom",
  "channel",
  "workforce",
] as const;
export const QUESTION_IDS = [...CORE_QUESTIONS, ...FURTHER_QUESTIONS] as const;
export type CoreQuestion = (typeof CORE_QUESTIONS)[number];
export type QuestionId = (typeof QUESTION_IDS)[number];

/** The facts a question gives. */
export const KEYS_OF = {
  hires: ["workersRecruited", "recruitedFrom"],
  recruiter: ["recruiter", "recruiterLicenceNumber"],
  bill: ["employerCostTotalUsd"],
  papers: ["papersHeldBy"],
  repaid: ["workersRepaid", "amountRepaidUsd"],
  corridorCost: ["corridorCostPerWorkerUsd", "corridorCostSource"],
  pay: ["monthlyContractPayUsd"],
  fees: ["feesPaidByWorkers", "feePerWorkerUsd"],
  groups: ["groups"],
  remediation: ["remediation"],
  policy: ["employerPaysPolicy"],
  contract: ["contractInOwnLanguage"],
  wages: ["wagesWithheld"],
  deposits: ["depositsHeld"],
  freedom: ["freedomToLeave"],
  channel: ["grievanceMechanism"],
  workforce: ["workers", "migrantShare", "agencyShare", "womenShare", "youngShare"],
} as const satisfies Record<QuestionId, readonly AnswerKey[]>;

const place = (key: AnswerKey) => (isMaterialKey(key) ? ANSWER_KEYS.length : ANSWER_KEYS.indexOf(key));
/** Answers in the order in which they are asked for; materials last, by name. */
export const inQuestionOrder = <A extends { readonly what: AnswerKey }>(answers: readonly A[]): A[] =>
  answers.toSorted((a, b) => place(a.what) - place(b.what) || (a.what < b.what ? -1 : a.what > b.what ? 1 : 0));

/** The countries that the value of an answer names. */
export function countriesOfAnswer(what: AnswerKey, value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (isMaterialKey(what)) return materialPlaces(value).map(({ country }) => country);
  return what === "recruitedFrom" ? (value as readonly string[]) : [];
}

/** The question that gives a fact; null for those only a list tells. */
export const questionOf = (key: AnswerKey): QuestionId | null =>
  QUESTION_IDS.find((id) => (KEYS_OF[id] as readonly AnswerKey[]).includes(key)) ?? null;

/**
 * Facts that say the same in other words, as lists have them: an answer to one replaces the other when it is newer, so that
 * an old "yes" under another name does not stay beside it.
 */
const SAME_AS: Readonly<Partial<Record<AnswerKey, AnswerKey>>> = {
  passportRetention: "papersHeldBy",
  usesLabourAgents: "recruiter",
};
/** What a fact is about: equal for facts of which the newer one counts. */
export const subjectOf = (key: AnswerKey): AnswerKey => SAME_AS[key] ?? key;

/** How far the five questions are answered. */
export const ANSWERED = ["not", "partly", "answered"] as const;
export type Answered = (typeof ANSWERED)[number];

/** Which of the five are answered: "unknown" is no answer, and who recruited nobody has nothing to say of recruiters or bills. */
export function coreAnswered(facts: RecruitmentFacts): Readonly<Record<CoreQuestion, boolean>> {
  const { workersRecruited, recruitedFrom, recruiter, employerCostTotalUsd, papersHeldBy } = facts;
  const nobody = workersRecruited === 0;
  const known = (word: string | undefined) => word !== undefined && word !== "unknown";
  return {
    hires: nobody || (workersRecruited !== undefined && recruitedFrom !== undefined),
    recruiter: nobody || known(recruiter) || known(facts.usesLabourAgents),
    bill: nobody || employerCostTotalUsd !== undefined,
    papers: known(papersHeldBy) || known(facts.passportRetention),
    repaid: nobody || facts.workersRepaid !== undefined || facts.amountRepaidUsd !== undefined,
  };
}

export function answeredOf(facts: RecruitmentFacts): Answered {
  const answers = Object.values(coreAnswered(facts));
  if (answers.every(Boolean)) return "answered";
  return answers.some(Boolean) ? "partly" : "not";
}
