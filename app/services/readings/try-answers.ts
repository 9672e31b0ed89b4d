/** What answers do to a result, question by question, before anything is kept. Pure. */
import type { RiskModel } from "../../../risk-models";
import type { Proof } from "../../../risk-models/facts";
import type { Assessment, Engine, IsoDate } from "../../../risk-models/types";
import { questionOf, QUESTION_IDS, type QuestionId } from "../../recruitment/questions";
import { inForce, type Reading } from "../../recruitment/readings";
import type { NewAnswer } from "./record-readings.server";
import { internalView, type AssessmentView, type Supplier } from "./views-of-supplier";

/** A result in the numbers that a person compares. */
export type Standing = Pick<
  Assessment,
  "level" | "band" | "between" | "plausible" | "likelihood" | "priority" | "state" | "caseForAction"
> & {
  /** Null: not enough evidence. */
  readonly score: number | null;
  readonly severity: Assessment["severity"]["level"];
  /** Share of the facts about the supplier itself that are known. */
  readonly known: number;
};

export const standingOf = (assessment: Assessment): Standing => {
  const { level, band, between, plausible, likelihood, priority, state, caseForAction } = assessment;
  return {
    level,
    band,
    between,
    plausible,
    likelihood,
    priority,
    state,
    caseForAction,
    score: assessment.residual,
    severity: assessment.severity.level,
    known: assessment.coverage.supplier,
  };
};

/** One question's answer, and the result with it and all before it. */
export interface Step {
  readonly question: QuestionId;
  readonly after: Standing;
  /** The best proof given, and the largest share of the setting's value it can take off. */
  readonly proof: Proof;
  readonly bound: number;
}

export interface Tried {
  readonly before: Standing;
  readonly steps: readonly Step[];
  /** With all answers. */
  readonly view: AssessmentView;
  /** Questions with an answer that a newer reading, or a newer list, stands before. */
  readonly overtaken: readonly QuestionId[];
}

/** Answers as if they were recorded a moment from now: after everything that is recorded already. */
const drafts = (answers: readonly NewAnswer[], now: Date): Reading[] =>
  answers.map((one, at) => ({
    ...one,
    id: `~${at}`,
    recordedAt: now,
    isProtected: false,
    releasedAt: null,
    undoneAt: null,
  }));

/** The result before and after some answers at once. @param readings as for `tryAnswers`. */
export function tryAtOnce(
  engine: Engine,
  supplier: Supplier,
  readings: readonly Reading[],
  answers: readonly NewAnswer[],
  now: Date,
  asOf: IsoDate,
): { readonly before: Standing; readonly after: Standing } {
  const standing = (some: readonly Reading[]) => standingOf(internalView(engine, supplier, some, asOf).assessment);
  return { before: standing(readings), after: standing([...readings, ...drafts(answers, now)]) };
}

/**
 * The result before, after each question in their order, and with all answers. Each step stands on the ones before it, so
 * that their differences add up.
 * @param readings in force, of the view that is asked for: outside or internal.
 */
export function tryAnswers(
  engine: Engine,
  model: RiskModel,
  supplier: Supplier,
  readings: readonly Reading[],
  answers: readonly NewAnswer[],
  now: Date,
  asOf: IsoDate,
): Tried {
  const drafted = drafts(answers, now);
  const withThese = (some: readonly Reading[]) => internalView(engine, supplier, [...readings, ...some], asOf);
  const told: Reading[] = [];
  const steps: Step[] = [];
  let view = withThese([]);
  const before = standingOf(view.assessment);
  for (const question of QUESTION_IDS) {
    const own = drafted.filter(({ what }) => questionOf(what) === question);
    if (own.length === 0) continue;
    told.push(...own);
    view = withThese(told);
    const bounds = own.map(({ proof }) => model.proof.bounds[proof]);
    const bound = Math.max(...bounds);
    steps.push({ question, after: standingOf(view.assessment), proof: own[bounds.indexOf(bound)]!.proof, bound });
  }
  const counting = inForce([...readings, ...drafted]);
  const overtaken = drafted.flatMap(({ id, what }) =>
    counting.get(what)?.id === id && !view.told.readingsReplaced.includes(what) ? [] : (questionOf(what) ?? []),
  );
  return { before, steps, view, overtaken: [...new Set(overtaken)] };
}
