/** The frozen record of a check: everything it rests on, with who and when, and nothing undecided. Pure. */
import type { Lot, LotBidder, LotQuestion, VendorCheck } from "../../db/queries/checks";
import type { Regime, Stage } from "../../db/schema/checks";
import type { EffectIn } from "../screening/types";
import type { DecisionEntry, EntryContents, ScreenedList } from "./entries";
import { GROUNDS, type GroundId } from "./grounds";
import { labourCostFloor, type FloorAnswer, type FloorInput } from "./floor";
import { questionStep, type CheckStatus } from "./state";
import type { Result } from "./words";
import { STEPS, type Confidence, type Step, type StepId } from "./steps";

/** Who did it and when, as text. */
export interface Signed {
  readonly by: string;
  readonly at: string;
}

export interface RecordedMatch extends Signed {
  readonly list: ScreenedList;
  readonly entry: string;
  readonly ground: string;
  /** What the listing does, where it was made. */
  readonly effects: readonly EffectIn[];
  readonly reason: string;
}

export interface RecordedFirm extends Signed {
  readonly kind: EntryContents["circle"]["kind"];
  readonly name: string;
  readonly country: string | null;
  readonly identifier: string | null;
  readonly compared: (Signed & { readonly lists: readonly ScreenedList[] }) | null;
  /** Those that a person found to be one firm. */
  readonly matches: readonly RecordedMatch[];
  /** Pairs that were looked at and are not told: not this firm, or not to be told. */
  readonly otherPairs: number;
}

export interface RecordedStep {
  readonly id: string;
  /** Null for a question of the buyer's own. */
  readonly law: { readonly article: string; readonly commitments: readonly string[]; readonly confidence: Confidence } | null; // prettier-ignore
  readonly question: { readonly text: string; readonly link: string } | null;
  readonly answer: (Signed & { readonly result: Result; readonly proof: string; readonly reference: string; readonly sourceOn: string | null }) | null; // prettier-ignore
}

export interface RecordedFact extends Signed {
  readonly factId: string;
  readonly text: string;
  readonly source: string;
  readonly sourceOn: string | null;
  readonly put: (Signed & { readonly putOn: string; readonly how: string }) | null;
  readonly answer: (Signed & { readonly answered: boolean; readonly answer: string; readonly on: string }) | null;
}

export interface FrozenCheck {
  readonly format: 1;
  readonly fileNo: number | null;
  readonly filed: Signed | null;
  readonly revision: number;
  readonly replaces: string | null;
  readonly correctionReason: string | null;
  readonly stage: Stage;
  readonly lot: {
    readonly reference: string;
    readonly name: string;
    readonly buyer: string;
    readonly subject: string;
    readonly cpv: string | null;
    readonly value: string | null;
    readonly currency: string | null;
    readonly regime: Regime;
    readonly national: readonly string[];
    readonly checklist: string | null;
  };
  readonly bidder: string;
  readonly circle: readonly RecordedFirm[];
  readonly left: readonly (Signed & { readonly name: string; readonly reason: string })[];
  readonly steps: readonly RecordedStep[];
  readonly floor: (Signed & { readonly input: FloorInput; readonly answer: FloorAnswer }) | null;
  readonly facts: readonly RecordedFact[];
  readonly decisions: readonly (Signed & DecisionEntry & { readonly second: (Signed & { readonly agreed: boolean; readonly note: string }) | null })[]; // prettier-ignore
}

export interface RecordParts {
  readonly check: Pick<VendorCheck, "stage" | "revision" | "replaces" | "correctionReason">;
  readonly lot: Omit<Lot, "national" | "stages"> & { readonly national: readonly string[] };
  readonly bidder: LotBidder;
  readonly questions: readonly LotQuestion[];
  readonly status: CheckStatus;
  readonly asked: readonly string[];
  readonly nameOf: (userId: string) => string;
  /** Null while it is not filed. */
  readonly filed: { readonly fileNo: number; readonly by: string; readonly at: Date } | null;
}

export function frozenCheck({ check, lot, bidder, questions, status, asked, nameOf, filed }: RecordParts): FrozenCheck {
  const signed = ({ by, at }: { readonly by: string; readonly at: Date }): Signed => ({
    by: nameOf(by),
    at: at.toISOString(),
  });
  const { reference, name, buyer, subject, cpv, value, currency, regime, national, checklist } = lot;
  return {
    format: 1,
    fileNo: filed?.fileNo ?? null,
    filed: filed && signed(filed),
    revision: check.revision,
    replaces: check.replaces,
    correctionReason: check.correctionReason,
    stage: check.stage,
    lot: { reference, name, buyer, subject, cpv, value, currency, regime, national, checklist },
    bidder: bidder.name,
    circle: status.firms.map(({ firm, screened, ...added }) => {
      const pairs = status.candidates.filter(({ firmId }) => firmId === firm.firmId);
      return {
        kind: firm.kind,
        name: firm.name,
        country: firm.country,
        identifier: firm.identifier,
        ...signed(added),
        compared: screened && { ...signed(screened), lists: screened.lists },
        matches: pairs.flatMap(({ list, entry, decided }) =>
          decided?.decision === "match"
            ? [{ ...signed(decided), list, entry: entry.name, ground: entry.ground, effects: entry.effects, reason: decided.reason }] // prettier-ignore
            : [],
        ),
        otherPairs: pairs.filter(({ decided }) => decided !== null && decided.decision !== "match").length,
      };
    }),
    left: status.left.map((one) => ({ name: one.name, reason: one.reason, ...signed(one) })),
    steps: asked.map((id) => recordedStep(id, status, questions, signed)),
    floor: status.floor && {
      ...signed(status.floor),
      input: status.floor.input,
      answer: labourCostFloor(status.floor.input),
    },
    facts: status.facts
      .filter(({ fact }) => fact.status === "established")
      .map(({ fact, put, answer, ...noted }) => ({
        factId: fact.factId,
        text: fact.text,
        source: fact.source,
        sourceOn: fact.sourceOn,
        ...signed(noted),
        put: put && { putOn: put.putOn, how: put.how, ...signed(put) },
        answer: answer && { answered: answer.answered, answer: answer.answer, on: answer.on, ...signed(answer) },
      })),
    decisions: status.decisions.map(({ decision, second, ...made }) => ({
      ...decision,
      ...signed(made),
      second: second && { agreed: second.agreed, note: second.note, ...signed(second) },
    })),
  };
}

function recordedStep(
  id: string,
  status: CheckStatus,
  questions: readonly LotQuestion[],
  signed: (of: { readonly by: string; readonly at: Date }) => Signed,
): RecordedStep {
  const law = (STEPS as Readonly<Record<string, Step>>)[id];
  const own = questions.find((one) => questionStep(one.id) === id);
  const answer = status.answers[id];
  return {
    id,
    law: law ? { article: law.article, commitments: law.commitments, confidence: law.confidence } : null,
    question: own ? { text: own.text, link: own.link } : null,
    answer: answer
      ? { result: answer.result, proof: answer.proof, reference: answer.reference, sourceOn: answer.sourceOn, ...signed(answer) } // prettier-ignore
      : null,
  };
}

/** What of a filed record is counted over all checks: kept beside it, so that counting reads no record. */
export interface CountedOfCheck {
  /** The difference between what the price leaves for the hours and what they cost, in units of the currency; null: not worked out. */
  readonly floor: { readonly gap: number; readonly currency: string | null } | null;
  /** What came of the question whether the bidder takes steps against trafficking; null: not asked. */
  readonly preventive: Result | null;
}
const PREVENTIVE: StepId = "osce0617";

export function countedOfCheck({ floor, steps }: Pick<FrozenCheck, "floor" | "steps">): CountedOfCheck {
  const answer = floor?.answer.floor;
  return {
    floor: floor && answer ? { gap: answer.gap, currency: floor.input.currency } : null,
    preventive: steps.find(({ id }) => id === PREVENTIVE)?.answer?.result ?? null,
  };
}

/** Has the step to do with convictions? Their data are kept in the check alone, for no longer than they may exclude. */
export const isOfConviction = (step: string): boolean =>
  (STEPS as Readonly<Record<string, Step>>)[step]?.grounds.some((ground) => GROUNDS[ground as GroundId].mandatory) ?? false; // prettier-ignore

/** What the bidder may inspect: its own record without facts that were not put to it, and without how many pairs were looked at. */
export function bidderFile(record: FrozenCheck): FrozenCheck {
  const facts = record.facts.filter(({ put }) => put !== null);
  const hidden = new Set(record.facts.flatMap(({ factId, put }) => (put === null ? [factId] : [])));
  return {
    ...record,
    facts,
    circle: record.circle.map((firm) => ({ ...firm, otherPairs: 0 })),
    // A proposal that a second member did not agree to is no decision about the bidder.
    decisions: record.decisions
      .filter(({ kind, second }) => kind !== "exclude" || second?.agreed === true)
      .map((one) => ({ ...one, because: one.because.filter((id) => !hidden.has(id)) })),
  };
}
