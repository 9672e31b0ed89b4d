/** What is noted in a check, one shape a kind. An entry is never changed: what comes later counts. Pure. */
import { z } from "zod";
import type { CheckEntryKind } from "../../db/schema/checks";
import type { MatchAnswer } from "../matching/types";
import type { ListEntry } from "../screening/types";
import { FloorInput } from "./floor";
import { GROUND_IDS } from "./grounds";
import { DECISIONS, FACT_ORIGINS, FACT_STATUS, FIRM_KINDS, PAIR_DECISIONS, RESULTS } from "./words";

const short = z.string().trim().max(300);
const long = z.string().trim().max(4000);
const day = z.iso.date();
const id = z.string().regex(/^[\w:-]{1,60}$/u);

export const CircleEntry = z.strictObject({
  firmId: id,
  kind: z.enum(FIRM_KINDS),
  name: short.min(1),
  country: z.string().regex(/^[A-Z]{2}$/u).nullable(), // prettier-ignore
  identifier: short.min(1).nullable(),
  /** Public id of the supplier of the workspace that it is. */
  supplierId: z.string().max(20).nullable(),
});

export interface ScreenedList {
  readonly listId: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly date: string;
  readonly readOn: string;
  readonly outOfDate: boolean;
}

/** A firm of the circle and an entry of a list that may be one. */
export interface CheckCandidate {
  readonly candidateId: string;
  readonly list: ScreenedList;
  readonly entry: ListEntry;
  readonly answer: MatchAnswer;
}

/** Written by the comparison alone. */
export interface ScreenedEntry {
  readonly firmId: string;
  /** Of the lists compared with: what tells that others are in force now. */
  readonly listsHash: string;
  readonly lists: readonly ScreenedList[];
  readonly party: { readonly name: string; readonly country: string | null; readonly ids: Readonly<Record<string, string>> }; // prettier-ignore
  readonly candidates: readonly CheckCandidate[];
}

export const MatchEntry = z.strictObject({
  candidateId: id,
  decision: z.enum(PAIR_DECISIONS),
  reason: long.min(1),
});

/** What was found for one step, or for several at once where nothing was. `done`: nothing found in the sources named. */
export const AnswerEntry = z
  .strictObject({
    steps: z.array(id).min(1).max(60),
    result: z.enum(RESULTS),
    /** The sources looked at; for what does not apply, the reason why. */
    proof: long,
    reference: short,
    /** The day on which the sources were looked at. */
    sourceOn: day.nullable(),
  })
  .refine(({ result, proof }) => result === "not-known" || proof !== "", "the source or the reason is missing")
  .refine(({ result, sourceOn }) => (result !== "done" && result !== "found") || sourceOn !== null, "no day");

export const FactEntry = z.strictObject({
  factId: id,
  text: long.min(1),
  source: short.min(1),
  sourceOn: day.nullable(),
  origin: z.enum(FACT_ORIGINS),
  status: z.enum(FACT_STATUS),
});
export const FactPutEntry = z.strictObject({ factId: id, putOn: day, how: short.min(1) });
export const FactAnswerEntry = z
  .strictObject({ factId: id, answered: z.boolean(), answer: long, on: day })
  .refine(({ answered, answer }) => !answered || answer !== "", "the answer is missing");

/** What a bidder showed of its own putting right, and what the buyer makes of it. */
export const Cleaning = z.strictObject({
  offered: z.boolean(),
  compensation: long,
  clarification: long,
  measures: long,
  /** Seriousness, responsibility taken, time passed: as the regime has it. */
  assessment: long,
});
export type Cleaning = z.infer<typeof Cleaning>;

export const Exclusion = z.strictObject({
  ground: z.enum(GROUND_IDS),
  court: short,
  convictionOn: day.nullable(),
  eventOn: day.nullable(),
  setByJudgment: day.nullable(),
  /** The provision that sets the end, where the catalogue holds no period. */
  provision: short,
  proof: long,
  hearingOn: day.nullable(),
  /** What the bidder said; "" with `answeredOn`: it said nothing until that day. */
  hearingAnswer: long,
  answeredOn: day.nullable(),
  proportionality: long,
  endsOn: day.nullable(),
  cleaning: Cleaning,
});
export type Exclusion = z.infer<typeof Exclusion>;

export const DecisionEntry = z.strictObject({
  decisionId: id,
  kind: z.enum(DECISIONS),
  reasons: long,
  /** Steps in which something was found, and facts put to the bidder, that the decision rests on. */
  because: z.array(id).max(60),
  /** Conditions, what is asked, or which firms are to be replaced and by when. */
  terms: long,
  /** Overriding reasons of public interest, where the law lets a buyer go on in spite of a mandatory ground. */
  derogation: long,
  cleaning: Cleaning.nullable(),
  exclusion: Exclusion.nullable(),
});
export type DecisionEntry = z.infer<typeof DecisionEntry>;

export const SecondEntry = z.strictObject({ decisionId: id, agreed: z.boolean(), note: long });

export interface EntryContents {
  readonly circle: z.infer<typeof CircleEntry>;
  readonly "circle-left": { readonly firmId: string; readonly reason: string };
  readonly screened: ScreenedEntry;
  readonly "match-decided": z.infer<typeof MatchEntry>;
  readonly answer: z.infer<typeof AnswerEntry>;
  readonly floor: FloorInput;
  readonly fact: z.infer<typeof FactEntry>;
  readonly "fact-put": z.infer<typeof FactPutEntry>;
  readonly "fact-answer": z.infer<typeof FactAnswerEntry>;
  readonly decision: DecisionEntry;
  readonly "decision-second": z.infer<typeof SecondEntry>;
}

/** The parts of a form, for those kinds that a person writes. */
export const ENTRY_SHAPES = {
  circle: CircleEntry,
  "circle-left": z.strictObject({ firmId: id, reason: short.min(1) }),
  "match-decided": MatchEntry,
  answer: AnswerEntry,
  floor: FloorInput,
  fact: FactEntry,
  "fact-put": FactPutEntry,
  "fact-answer": FactAnswerEntry,
  decision: DecisionEntry,
  "decision-second": SecondEntry,
} as const satisfies Partial<Record<CheckEntryKind, z.ZodType>>;

export interface Signature {
  readonly by: string;
  readonly at: Date;
}

/** An entry as it is read: contents by their kind, who and when. */
export type CheckEntry = {
  readonly [K in CheckEntryKind]: { readonly kind: K; readonly contents: EntryContents[K] } & Signature;
}[CheckEntryKind];
