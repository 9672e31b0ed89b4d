/** What a decision about a bidder needs before it may be kept. Pure. */
import type { IsoDate } from "../../risk-models/types";
import type { Regime } from "../../db/schema/checks";
import type { Cleaning, DecisionEntry, Exclusion } from "./entries";
import { GROUNDS, groundsFor, latestEnd, type Ground } from "./grounds";
import { groundsFound, type CheckStatus } from "./state";
import { STEPS, type Step } from "./steps";

/** What is missing or wrong; each has its sentence. */
export const DECISION_FAULTS = [
  "reasons",
  "terms",
  "because-unknown",
  "because-not-known",
  "because-not-put",
  "because-under-review",
  "mandatory-found",
  "exclusion-missing",
  "ground-foreign",
  "ground-not-found",
  "conviction",
  "event",
  "provision",
  "proof",
  "hearing",
  "hearing-answer",
  "cleaning",
  "proportionality",
  "end",
  "end-past",
  "end-late",
  "not-exclusion",
] as const;
export type DecisionFault = (typeof DECISION_FAULTS)[number];

export interface Procedure {
  readonly regime: Regime;
  readonly national: readonly string[];
  readonly today: IsoDate;
}

/** All of its parts were looked at, or nothing was offered and that is said. */
const isConsidered = ({ offered, compensation, clarification, measures, assessment }: Cleaning): boolean =>
  assessment !== "" && (!offered || (compensation !== "" && clarification !== "" && measures !== ""));

/** In the order of the form; empty when the decision may be kept. */
export function decisionFaults(made: DecisionEntry, status: CheckStatus, procedure: Procedure): DecisionFault[] {
  const faults: DecisionFault[] = [...becauseFaults(made, status)];
  const found = groundsFound(status);
  const isAdmission = made.kind === "admit" || made.kind === "conditions";
  const anythingFound = Object.values(status.answers).some(({ result }) => result === "found");
  if (made.reasons === "" && (made.kind !== "admit" || anythingFound)) faults.push("reasons");
  if (made.terms === "" && made.kind !== "admit" && made.kind !== "exclude") faults.push("terms");
  const mandatory = found.some((id) => (GROUNDS as Readonly<Record<string, Ground>>)[id]?.mandatory);
  if (isAdmission && mandatory && made.derogation === "" && !(made.cleaning?.offered && isConsidered(made.cleaning)))
    faults.push("mandatory-found");
  if (made.kind !== "exclude") return made.exclusion === null ? faults : [...faults, "not-exclusion"];
  if (made.exclusion === null) return [...faults, "exclusion-missing"];
  return [...faults, ...exclusionFaults(made, made.exclusion, status, procedure)];
}

/** What a decision rests on was found, or was put to the bidder; silence and "not known" support nothing. */
function becauseFaults({ because }: DecisionEntry, { answers, facts }: CheckStatus): DecisionFault[] {
  const faults = because.map((id): DecisionFault | null => {
    const answer = answers[id];
    if (answer) return answer.result === "found" ? null : "because-not-known";
    const fact = facts.find((one) => one.fact.factId === id);
    if (!fact) return "because-unknown";
    if (fact.fact.status === "under-review") return "because-under-review";
    return fact.put && fact.answer ? null : "because-not-put";
  });
  return [...new Set(faults.filter((fault) => fault !== null))];
}

function exclusionFaults(
  { because }: DecisionEntry,
  given: Exclusion,
  status: CheckStatus,
  { regime, national, today }: Procedure,
): DecisionFault[] {
  const ground: Ground = GROUNDS[given.ground];
  const faults: DecisionFault[] = [];
  const say = (fault: DecisionFault, isWrong: boolean) => isWrong && faults.push(fault);
  say("ground-foreign", !groundsFor(regime, national).includes(given.ground));
  // The ground has to come from a step of its own in which something was found, and the decision has to name it.
  const support = because.filter((id) => status.answers[id]?.result === "found");
  say("ground-not-found", !support.some((id) => (STEPS as Readonly<Record<string, Step>>)[id]?.grounds.includes(given.ground))); // prettier-ignore
  const runsFromConviction = "years" in ground.limit && ground.limit.from === "conviction";
  const needsConviction = ground.mandatory || runsFromConviction;
  say(
    "conviction",
    needsConviction && (given.court === "" || given.convictionOn === null || given.convictionOn > today),
  );
  say("event", "years" in ground.limit && ground.limit.from === "event" && (given.eventOn === null || given.eventOn > today)); // prettier-ignore
  say("provision", "within" in ground.limit && ground.limit.within === "named-provision" && given.provision === "");
  say("proof", given.proof === "");
  say("hearing", given.hearingOn === null || given.hearingOn > today);
  say("hearing-answer", isUnanswered(given, today));
  say("cleaning", !isConsidered(given.cleaning));
  say("proportionality", given.proportionality === "");
  if (given.endsOn === null) return [...faults, "end"];
  const latest = latestEnd(given.ground, given);
  say("end-past", given.endsOn <= today);
  say("end-late", latest !== null && given.endsOn > latest);
  return faults;
}

/** Neither an answer with its day, nor a day until which the bidder could answer and did not. */
const isUnanswered = ({ hearingOn, answeredOn }: Exclusion, today: IsoDate): boolean =>
  answeredOn === null || answeredOn > today || (hearingOn !== null && answeredOn < hearingOn);
