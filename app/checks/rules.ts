/** Whether an entry may be noted in a check as it stands. Pure. */
import type { IsoDate } from "../../risk-models/types";
import { PROTECTED_SOURCES } from "../recruitment/protected-sources";
import { decisionFaults, type DecisionFault, type Procedure } from "./decide";
import type { EntryContents, ENTRY_SHAPES } from "./entries";
import { lastDecision, type CheckStatus } from "./state";

export const ENTRY_FAULTS = [
  "firm-bidder",
  "firm-known",
  "firm-unknown",
  "pair-unknown",
  "step-unknown",
  "day-to-come",
  "fact-protected",
  "fact-unknown",
  "fact-under-review",
  "fact-not-put",
  "answer-early",
  "second-unknown",
  "same-person",
] as const;
export type EntryFault = (typeof ENTRY_FAULTS)[number] | DecisionFault;

/** What a person writes. */
export type WrittenKind = keyof typeof ENTRY_SHAPES;
export type WrittenEntry = { readonly [K in WrittenKind]: { readonly kind: K; readonly contents: EntryContents[K] } }[WrittenKind]; // prettier-ignore

export interface Context extends Procedure {
  readonly status: CheckStatus;
  readonly asked: readonly string[];
  /** Who writes. */
  readonly by: string;
}

const isToCome = (today: IsoDate, ...days: readonly (IsoDate | null)[]): boolean =>
  days.some((day) => day !== null && day > today);

/** In the order of the form; empty when the entry may be noted. */
export function entryFaults(entry: WrittenEntry, context: Context): readonly EntryFault[] {
  const { status, today } = context;
  const firmIds = status.firms.map(({ firm }) => firm.firmId);
  const factOf = (id: string) => status.facts.find(({ fact }) => fact.factId === id);
  switch (entry.kind) {
    case "circle":
      // The bidder itself stands in every circle from the beginning.
      if (entry.contents.kind === "bidder") return ["firm-bidder"];
      return firmIds.includes(entry.contents.firmId) ? ["firm-known"] : [];
    case "circle-left": {
      const firm = status.firms.find((one) => one.firm.firmId === entry.contents.firmId);
      if (!firm) return ["firm-unknown"];
      return firm.firm.kind === "bidder" ? ["firm-bidder"] : [];
    }
    case "match-decided":
      return status.candidates.some((one) => one.candidateId === entry.contents.candidateId) ? [] : ["pair-unknown"];
    case "answer":
      if (entry.contents.steps.some((step) => !context.asked.includes(step))) return ["step-unknown"];
      return isToCome(today, entry.contents.sourceOn) ? ["day-to-come"] : [];
    case "floor":
      return isToCome(today, entry.contents.wageSourceOn) ? ["day-to-come"] : [];
    case "fact":
      if ((PROTECTED_SOURCES as readonly string[]).includes(entry.contents.origin)) return ["fact-protected"];
      return isToCome(today, entry.contents.sourceOn) ? ["day-to-come"] : [];
    case "fact-put": {
      const known = factOf(entry.contents.factId);
      if (!known) return ["fact-unknown"];
      if (known.fact.status === "under-review") return ["fact-under-review"];
      return isToCome(today, entry.contents.putOn) ? ["day-to-come"] : [];
    }
    case "fact-answer": {
      const known = factOf(entry.contents.factId);
      if (!known) return ["fact-unknown"];
      if (!known.put) return ["fact-not-put"];
      if (entry.contents.on < known.put.putOn) return ["answer-early"];
      return isToCome(today, entry.contents.on) ? ["day-to-come"] : [];
    }
    case "decision":
      return decisionFaults(entry.contents, status, context);
    case "decision-second": {
      const last = lastDecision(status);
      const waits = last?.decision.decisionId === entry.contents.decisionId && last.decision.kind === "exclude";
      if (!last || !waits || last.second !== null) return ["second-unknown"];
      return last.by === context.by ? ["same-person"] : [];
    }
  }
}
