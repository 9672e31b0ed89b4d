/**
 * Readings: single answers that a person recorded, each with the day from which it is true and the instant it was recorded.
 * Which of them count at a moment, and how they stand beside what the list itself told. Pure.
 */
import { canonicalJson } from "../../db/canonical-json";
import { RECRUITMENT_KEYS, type Proof, type RecruitmentFacts, type WorkforceFacts } from "../../risk-models/facts";
import type { IsoDate, StatedInput } from "../../risk-models/types";
import { goodOf, isMaterialKey } from "./material-key";
import { statedInputs } from "./materials";
import { ANSWER_KEYS, inQuestionOrder, isWorkforceKey, subjectOf, type AnswerKey } from "./questions";

/** One answer with its proof, as a person gives it. `value` null: not known any more. */
export interface Answer {
  readonly what: AnswerKey;
  readonly value: unknown;
  readonly proof: Proof;
  readonly validFrom: IsoDate;
}

/** An answer that was recorded. */
export interface Reading extends Answer {
  readonly id: string;
  readonly recordedAt: Date;
  /** Came from workers, a union, an NGO or a hotline. */
  readonly isProtected: boolean;
  /** Null: not released for others. */
  readonly releasedAt: Date | null;
  readonly undoneAt: Date | null;
}

/** The readings known at the end of an instant: recorded by then, and not taken back by then. */
export const knownAt = <R extends Reading>(readings: readonly R[], instant: Date): R[] =>
  readings
    .filter(({ recordedAt, undoneAt }) => recordedAt <= instant && (undoneAt === null || undoneAt > instant))
    .map((one) => ({
      ...one,
      releasedAt: one.releasedAt !== null && one.releasedAt <= instant ? one.releasedAt : null,
    }));

/** The order of answers that were released in one instant: which was told first is told to nobody. */
function byWhatIsSaid(a: Answer, b: Answer): number {
  const [one, other] = [a, b].map(({ what, value, proof }) => canonicalJson([what, value ?? null, proof])) as [string, string]; // prettier-ignore
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The readings that may be shown outside: to members without the right to protected information, in the register and its
 * exports, to the supplier, to other buyers. It is asked for before anything is compared, so that a protected reading neither
 * adds to the outside view nor takes the place of an open one in it.
 *
 * Outside a protected reading was recorded on the day of its release, is true from that day, and stands where that day puts it:
 * when a witness spoke is told to nobody. The valid day too, because it decides which answer counts: by the day of the telling,
 * whether an open answer or the list stands before it would say on which side of their days somebody spoke.
 */
export function openReadings<R extends Omit<Reading, "id" | "undoneAt">>(readings: readonly R[]): R[] {
  const told = readings.flatMap((one) => {
    if (!one.isProtected) return [one];
    const { releasedAt } = one;
    return releasedAt === null
      ? []
      : [{ ...one, recordedAt: releasedAt, validFrom: releasedAt.toISOString().slice(0, 10) }];
  });
  return told.some(({ isProtected }) => isProtected)
    ? told.toSorted(
        (a, b) =>
          a.recordedAt.getTime() - b.recordedAt.getTime() ||
          Number(a.isProtected) - Number(b.isProtected) ||
          (a.isProtected ? byWhatIsSaid(a, b) : 0),
      )
    : told;
}

/**
 * Of each answer the one that counts: the later valid day; of the same day the one recorded later. Of two in one instant the
 * open one counts before one that was released, and which of two released ones does not hang on when they came.
 */
export function inForce<R extends Omit<Reading, "undoneAt" | "releasedAt">>(
  readings: readonly R[],
): ReadonlyMap<AnswerKey, R> {
  const newest = new Map<AnswerKey, R>();
  const isLater = (a: R, b: R) => {
    if (a.validFrom !== b.validFrom) return a.validFrom > b.validFrom;
    if (a.recordedAt.getTime() !== b.recordedAt.getTime()) return a.recordedAt > b.recordedAt;
    if (a.isProtected !== b.isProtected) return b.isProtected;
    return a.isProtected ? byWhatIsSaid(a, b) > 0 : a.id > b.id;
  };
  for (const one of readings) {
    const before = newest.get(one.what);
    if (!before || isLater(one, before)) newest.set(one.what, one);
  }
  return newest;
}

/** What is told of a supplier's recruitment and workers. */
export interface Told {
  readonly recruitment: RecruitmentFacts;
  readonly workforce: WorkforceFacts;
}

/** What a list tells, with the day of the list. */
export interface ListTold extends Told {
  readonly day: IsoDate;
}

export interface Together extends Told {
  /** Materials of which the origin is recorded; lists tell none. */
  readonly inputs: readonly StatedInput[];
  /** Facts of the list that a newer reading stands before. */
  readonly listReplaced: readonly AnswerKey[];
  /** Readings that the newer list stands before. */
  readonly readingsReplaced: readonly AnswerKey[];
}

const proofIn = ({ proof }: RecruitmentFacts, key: string): Proof =>
  typeof proof === "string" ? proof : (proof?.[key as keyof typeof proof] ?? "statement");

/**
 * What the list told and what people recorded, together: of facts about the same the newer valid day counts, a reading of the
 * list's own day before the list. A reading of which nothing is known any more takes the list's older word away too.
 */
export function together(list: ListTold, readings: readonly Omit<Reading, "undoneAt">[]): Together {
  const counting = inQuestionOrder([...inForce(readings).values()]);
  const inputs = counting.flatMap(({ what, value }) =>
    isMaterialKey(what) && value !== null ? statedInputs(goodOf(what), value) : [],
  );
  const recorded = counting.filter(({ what }) => !isMaterialKey(what));
  const newestDay = new Map<AnswerKey, IsoDate>();
  for (const { what, validFrom } of recorded) {
    const subject = subjectOf(what);
    const day = newestDay.get(subject);
    if (day === undefined || validFrom > day) newestDay.set(subject, validFrom);
  }
  const facts: Record<string, unknown> = {};
  const proofs: Partial<Record<string, Proof>> = {};
  const listReplaced: AnswerKey[] = [];
  const readingsReplaced: AnswerKey[] = [];
  const bySubjectOfList = new Set<AnswerKey>();
  for (const [name, value] of Object.entries({ ...list.recruitment, ...list.workforce })) {
    if (name === "proof" || value === undefined) continue;
    const key = name as AnswerKey;
    const day = newestDay.get(subjectOf(key));
    if (day !== undefined && day >= list.day) {
      listReplaced.push(key);
      continue;
    }
    bySubjectOfList.add(subjectOf(key));
    facts[key] = value;
    if (!isWorkforceKey(key)) proofs[key] = proofIn(list.recruitment, key);
  }
  for (const { what, value, proof } of recorded) {
    if (bySubjectOfList.has(subjectOf(what))) {
      readingsReplaced.push(what);
      continue;
    }
    if (value === null || value === undefined) continue;
    facts[what] = value;
    proofs[what] = proof;
  }
  const told =
    recorded.length === 0
      ? { recruitment: list.recruitment, workforce: list.workforce }
      : split(facts, proofs, list.recruitment.proof);
  return { ...told, inputs, listReplaced, readingsReplaced };
}

/**
 * The engine has a proof for each answer; worker groups stand on that of the debt they tell. One proof for all that the list
 * gave stays one while nothing else is told: the engine reads it for the workforce too.
 */
function split(
  facts: Readonly<Record<string, unknown>>,
  proofs: Readonly<Partial<Record<string, Proof>>>,
  ofList: RecruitmentFacts["proof"],
): Told {
  const recruitment: Record<string, unknown> = {};
  const workforce: Record<string, unknown> = {};
  // In one order, whoever told what first: the same facts are the same text in every list.
  for (const key of ANSWER_KEYS)
    if (facts[key] !== undefined) (isWorkforceKey(key) ? workforce : recruitment)[key] = facts[key];
  const proof: Partial<Record<string, Proof>> = {};
  for (const key of RECRUITMENT_KEYS) if (key in recruitment && proofs[key] !== undefined) proof[key] = proofs[key];
  if (recruitment["groups"] !== undefined && proof["debtMonthsOfPay"] === undefined && proofs["groups"])
    proof["debtMonthsOfPay"] = proofs["groups"];
  const all = Object.values(proof);
  if (typeof ofList === "string" && all.every((one) => one === ofList)) recruitment["proof"] = ofList;
  else if (all.some((one) => one !== "statement")) recruitment["proof"] = proof;
  return { recruitment: recruitment as RecruitmentFacts, workforce: workforce as WorkforceFacts };
}
