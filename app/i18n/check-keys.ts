/** Keys that depend on a word of a closed list, for lots, checks of bidders and their steps. */
import type { CheckState, Regime, Stage } from "../../db/schema/checks";
import type { DecisionKind, FactOrigin, FirmKind, PairDecision, Result } from "../checks/words";
import type { FloorPart } from "../checks/floor";
import type { ToDo } from "../checks/state";
import { isStepId, type Confidence, type National } from "../checks/steps";
import type { TFunction } from "i18next";
import type { Keys } from "./keys";

export const regimeKey = {
  eu: "checks.regime.eu",
  uk: "checks.regime.uk",
  other: "checks.regime.other",
} as const satisfies Keys<Regime>;

export const nationalKey = {
  de: "checks.national.de",
  fr: "checks.national.fr",
  no: "checks.national.no",
  nhs: "checks.national.nhs",
} as const satisfies Keys<National>;

export const stageKey = {
  selection: "checks.stage.selection",
  award: "checks.stage.award",
  contract: "checks.stage.contract",
} as const satisfies Keys<Stage>;

export const checkStateKey = {
  open: "checks.state.open",
  filed: "checks.state.filed",
  corrected: "checks.state.corrected",
} as const satisfies Keys<CheckState>;

export const confidenceKey = {
  text: "checks.confidence.text",
  secondary: "checks.confidence.secondary",
  "part-memory": "checks.confidence.partMemory",
  memory: "checks.confidence.memory",
} as const satisfies Keys<Confidence>;

export const resultKey = {
  done: "checks.result.done",
  found: "checks.result.found",
  "not-known": "checks.result.notKnown",
  "not-applicable": "checks.result.notApplicable",
} as const satisfies Keys<Result>;

export const resultHintKey = {
  done: "checks.resultHint.done",
  found: "checks.resultHint.found",
  "not-known": "checks.resultHint.notKnown",
  "not-applicable": "checks.resultHint.notApplicable",
} as const satisfies Keys<Result>;

export const firmKindKey = {
  bidder: "checks.firm.bidder",
  group: "checks.firm.group",
  consortium: "checks.firm.consortium",
  subcontractor: "checks.firm.subcontractor",
} as const satisfies Keys<FirmKind>;

export const pairDecisionKey = {
  match: "checks.pair.match",
  "not-match": "checks.pair.notMatch",
  "cannot-tell": "checks.pair.cannotTell",
} as const satisfies Keys<PairDecision>;

export const originKey = {
  authority: "checks.origin.authority",
  register: "checks.origin.register",
  "own-records": "checks.origin.ownRecords",
  press: "checks.origin.press",
  "another-bidder": "checks.origin.anotherBidder",
  workers: "checks.origin.workers",
  union: "checks.origin.union",
  ngo: "checks.origin.ngo",
  hotline: "checks.origin.hotline",
} as const satisfies Keys<FactOrigin>;

export const decisionKindKey = {
  admit: "checks.decision.admit",
  conditions: "checks.decision.conditions",
  ask: "checks.decision.ask",
  replace: "checks.decision.replace",
  exclude: "checks.decision.exclude",
} as const satisfies Keys<DecisionKind>;

export const decisionKindHintKey = {
  admit: "checks.decisionHint.admit",
  conditions: "checks.decisionHint.conditions",
  ask: "checks.decisionHint.ask",
  replace: "checks.decisionHint.replace",
  exclude: "checks.decisionHint.exclude",
} as const satisfies Keys<DecisionKind>;

export const floorPartKey = {
  price: "checks.floor.price",
  currency: "checks.floor.currency",
  hours: "checks.floor.hours",
  hourlyWage: "checks.floor.hourlyWage",
  onCosts: "checks.floor.onCosts",
  otherDirectCosts: "checks.floor.otherDirectCosts",
  subcontracted: "checks.floor.subcontracted",
  wageBasis: "checks.floor.wageBasis",
  wageSource: "checks.floor.wageSource",
  wageSourceOn: "checks.floor.wageSourceOn",
} as const satisfies Keys<FloorPart>;

export const toDoKey = {
  screening: "problem.check.to-do.screening",
  "lists-changed": "problem.check.to-do.lists-changed",
  matches: "problem.check.to-do.matches",
  steps: "problem.check.to-do.steps",
  decision: "problem.check.to-do.decision",
  second: "problem.check.to-do.second",
} as const satisfies Keys<ToDo>;

/** The name of a step; a question of the buyer's own is its own name. */
export const stepName = (t: TFunction, id: string, question: string | undefined): string =>
  isStepId(id) ? t(`checkStep.${id}.name`) : (question ?? id);
