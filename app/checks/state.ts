/** A check as its entries leave it: a fold, so that the check of any day is the fold of the entries up to it. Pure. */
import type { CheckCandidate, CheckEntry, DecisionEntry, EntryContents, ScreenedEntry, Signature } from "./entries";
import type { FloorInput } from "./floor";
import type { Result } from "./words";
import { STEPS, stepsFor, type Step, type StepId, type StepsFor } from "./steps";

export interface Firm extends Signature {
  readonly firm: EntryContents["circle"];
  /** The last comparison with the lists in force; null: not compared. */
  readonly screened: (ScreenedEntry & Signature) | null;
}
export interface DecidedCandidate extends CheckCandidate {
  readonly firmId: string;
  /** Null: nobody has decided. */
  readonly decided: (EntryContents["match-decided"] & Signature) | null;
}
export interface Answer extends Signature {
  readonly result: Result;
  readonly proof: string;
  readonly reference: string;
  readonly sourceOn: string | null;
}
export interface Fact extends Signature {
  readonly fact: EntryContents["fact"];
  readonly put: (EntryContents["fact-put"] & Signature) | null;
  readonly answer: (EntryContents["fact-answer"] & Signature) | null;
}
export interface Decision extends Signature {
  readonly decision: DecisionEntry;
  readonly second: (EntryContents["decision-second"] & Signature) | null;
}
export interface CheckStatus {
  readonly firms: readonly Firm[];
  readonly left: readonly (EntryContents["circle-left"] & Signature & { readonly name: string })[];
  readonly candidates: readonly DecidedCandidate[];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly floor: ({ readonly input: FloorInput } & Signature) | null;
  readonly facts: readonly Fact[];
  readonly decisions: readonly Decision[];
}

const signature = ({ by, at }: Signature): Signature => ({ by, at });

export function checkStatus(entries: readonly CheckEntry[]): CheckStatus {
  const firms = new Map<string, Firm>();
  const left: (EntryContents["circle-left"] & Signature & { name: string })[] = [];
  const pairs = new Map<string, EntryContents["match-decided"] & Signature>();
  const answers: Record<string, Answer> = {};
  const facts = new Map<string, Fact>();
  const decisions = new Map<string, Decision>();
  let floor: CheckStatus["floor"] = null;
  for (const entry of entries) {
    const signed = signature(entry);
    switch (entry.kind) {
      case "circle":
        firms.set(entry.contents.firmId, { firm: entry.contents, screened: null, ...signed });
        break;
      case "circle-left": {
        const gone = firms.get(entry.contents.firmId);
        if (gone) left.push({ ...entry.contents, ...signed, name: gone.firm.name });
        firms.delete(entry.contents.firmId);
        break;
      }
      case "screened": {
        const firm = firms.get(entry.contents.firmId);
        if (firm) firms.set(entry.contents.firmId, { ...firm, screened: { ...entry.contents, ...signed } });
        break;
      }
      case "match-decided":
        pairs.set(entry.contents.candidateId, { ...entry.contents, ...signed });
        break;
      case "answer": {
        const { steps, ...answer } = entry.contents;
        for (const step of steps) answers[step] = { ...answer, ...signed };
        break;
      }
      case "floor":
        floor = { input: entry.contents, ...signed };
        break;
      case "fact":
        facts.set(entry.contents.factId, { fact: entry.contents, put: null, answer: null, ...signed });
        break;
      case "fact-put":
      case "fact-answer": {
        const fact = facts.get(entry.contents.factId);
        if (!fact) break;
        const said = { ...entry.contents, ...signed };
        facts.set(entry.contents.factId, "putOn" in said ? { ...fact, put: said } : { ...fact, answer: said });
        break;
      }
      case "decision":
        decisions.set(entry.contents.decisionId, { decision: entry.contents, second: null, ...signed });
        break;
      case "decision-second": {
        const decision = decisions.get(entry.contents.decisionId);
        if (decision)
          decisions.set(entry.contents.decisionId, { ...decision, second: { ...entry.contents, ...signed } });
      }
    }
  }
  const circle = [...firms.values()];
  return {
    firms: circle,
    left,
    candidates: circle.flatMap(({ firm, screened }) =>
      (screened?.candidates ?? []).map((one) => ({
        ...one,
        firmId: firm.firmId,
        decided: pairs.get(one.candidateId) ?? null,
      })),
    ),
    answers,
    floor,
    facts: [...facts.values()],
    decisions: [...decisions.values()],
  };
}

/** A question of the lot's own, as a step of every check of its stage. */
export const questionStep = (questionId: string): string => `question:${questionId}`;

/** Grounds of steps in which something was found. */
export const groundsFound = (status: CheckStatus): readonly string[] => [
  ...new Set(
    Object.entries(status.answers).flatMap(([id, { result }]) =>
      result === "found" && id in STEPS ? (STEPS[id as StepId] as Step).grounds : [],
    ),
  ),
];

/** The steps that are asked of a check as it stands, questions of the buyer's own after those of the law. */
export function stepsAsked(
  procedure: StepsFor,
  status: CheckStatus,
  questionIds: readonly string[],
): readonly string[] {
  const kinds = new Set(status.firms.map(({ firm }) => firm.kind));
  const asked = {
    always: true,
    subcontractors: kinds.has("subcontractor"),
    "others-relied-on": kinds.has("group") || kinds.has("consortium"),
    "ground-found": groundsFound(status).length > 0,
  };
  return [...stepsFor(procedure).filter((id) => asked[(STEPS[id] as Step).asked]), ...questionIds.map(questionStep)];
}

/** Why a check cannot be filed yet; empty when it can. */
export const TO_DO = ["screening", "lists-changed", "matches", "steps", "decision", "second"] as const;
export type ToDo = (typeof TO_DO)[number];

/** The decision a check can be filed on: the last one, when it ends the check and has the second member it needs. */
export function lastDecision(status: CheckStatus): Decision | null {
  return status.decisions.findLast(({ second }) => second?.agreed !== false) ?? null;
}

export interface Completion {
  readonly answered: number;
  readonly asked: number;
  readonly toDo: readonly ToDo[];
}

/** @param listsHash of the lists in force now. */
export function completionOf(asked: readonly string[], status: CheckStatus, listsHash: string): Completion {
  const last = lastDecision(status);
  const answered = asked.filter((id) => status.answers[id] !== undefined).length;
  const isDue: Readonly<Record<ToDo, boolean>> = {
    screening: status.firms.some(({ screened }) => screened === null),
    "lists-changed": status.firms.some(({ screened }) => screened !== null && screened.listsHash !== listsHash),
    matches: status.candidates.some(({ decided }) => decided === null),
    steps: answered < asked.length,
    decision: last === null || last.decision.kind === "ask",
    second: last?.decision.kind === "exclude" && last.second === null,
  };
  return { answered, asked: asked.length, toDo: TO_DO.filter((one) => isDue[one]) };
}
