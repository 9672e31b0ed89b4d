/** What is noted of a contract, one shape a kind, and the contract as its entries leave it. Pure. */
import { z } from "zod";
import type { ContractEntryKind } from "../../db/schema/contracts";
import { CHANGES, MEASURE_IDS } from "./words";

const short = z.string().trim().max(300);
const long = z.string().trim().max(4000);
const said = long.min(1);
const day = z.iso.date();
const id = z.string().regex(/^[\w-]{1,60}$/u);

export const Terms = z.strictObject({
  measures: z.array(z.enum(MEASURE_IDS)).max(20),
  /** Where the clauses stand, or their words. */
  clauses: long,
  /** The line of the price that pays for labour, and the floor it may not fall under. */
  labourCostLine: long,
  /** That the employer pays for recruitment, as it was agreed. */
  employerPays: long,
  subcontractors: long,
  agencies: long,
  auditAccess: long,
});

/** What ending the contract does to those who work for it: every part has to be said. */
export const Termination = z.strictObject({
  /** The day on which it ends. */
  on: day,
  reason: said,
  /** Who works for it and how many. */
  workers: said,
  wagesDue: said,
  tried: said,
  notice: said,
  informed: said,
  /** What is done so that they do not bear it. */
  measures: said,
});
export type Termination = z.infer<typeof Termination>;

export const CONTRACT_SHAPES = {
  terms: Terms,
  review: z.strictObject({ reviewId: id, on: day, what: short.min(1) }),
  "review-done": z.strictObject({ reviewId: id, on: day, result: said }),
  change: z.strictObject({ on: day, what: z.enum(CHANGES), text: said, workers: said }),
  termination: Termination,
} as const satisfies Record<ContractEntryKind, z.ZodType>;

export type ContractContents = { readonly [K in ContractEntryKind]: z.infer<(typeof CONTRACT_SHAPES)[K]> };
export type NewContractEntry = { readonly [K in ContractEntryKind]: { readonly kind: K; readonly contents: ContractContents[K] } }[ContractEntryKind]; // prettier-ignore

export interface Signature {
  readonly by: string;
  readonly at: Date;
}
export type ContractEntry = NewContractEntry & Signature;

export interface Review extends Signature {
  readonly planned: ContractContents["review"];
  readonly done: (ContractContents["review-done"] & Signature) | null;
}

export interface ContractStatus {
  readonly terms: (ContractContents["terms"] & Signature) | null;
  /** In the order of their days. */
  readonly reviews: readonly Review[];
  readonly changes: readonly (ContractContents["change"] & Signature)[];
  readonly termination: (Termination & Signature) | null;
}

export function contractStatus(entries: readonly ContractEntry[]): ContractStatus {
  const reviews = new Map<string, Review>();
  const changes: (ContractContents["change"] & Signature)[] = [];
  let terms: ContractStatus["terms"] = null;
  let termination: ContractStatus["termination"] = null;
  for (const entry of entries) {
    const { by, at } = entry;
    if (entry.kind === "terms") terms = { ...entry.contents, by, at };
    else if (entry.kind === "change") changes.push({ ...entry.contents, by, at });
    else if (entry.kind === "termination") termination = { ...entry.contents, by, at };
    else if (entry.kind === "review")
      reviews.set(entry.contents.reviewId, { planned: entry.contents, done: null, by, at });
    else {
      const review = reviews.get(entry.contents.reviewId);
      if (review) reviews.set(entry.contents.reviewId, { ...review, done: { ...entry.contents, by, at } });
    }
  }
  return {
    terms,
    reviews: [...reviews.values()].sort((a, b) => (a.planned.on < b.planned.on ? -1 : 1)),
    changes,
    termination,
  };
}

export const CONTRACT_FAULTS = ["ended", "review-unknown", "review-done", "day-to-come"] as const;
export type ContractFault = (typeof CONTRACT_FAULTS)[number];

/** Why an entry may not be noted; null when it may. @param today `YYYY-MM-DD`. */
export function contractFault(entry: NewContractEntry, status: ContractStatus, today: string): ContractFault | null {
  if (status.termination !== null && entry.kind !== "review-done") return "ended";
  if (entry.kind === "review-done") {
    const review = status.reviews.find(({ planned }) => planned.reviewId === entry.contents.reviewId);
    if (!review) return "review-unknown";
    if (review.done) return "review-done";
  }
  const happened = entry.kind === "review-done" || entry.kind === "change";
  return happened && entry.contents.on > today ? "day-to-come" : null;
}
