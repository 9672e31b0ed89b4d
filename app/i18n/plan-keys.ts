import type { PlanOutcome, PlanPart } from "../../db/schema/plans";
import type { IloIndicatorId } from "../../risk-models/ilo-indicators";
import type { SeverityLevel } from "../../risk-models/types";
import type { ActionKind } from "../plan/action-kind";
import type { Gap } from "../plan/gaps";
import type { AskId, ClauseId, CommitmentId, InvolvedId, StepId } from "../plan/next-steps";
import type { Why } from "../plan/order";
import type { Key, Keys } from "./keys";

// Maps for keys of the plan that depend on a word of a closed list.

export const partKey = {
  chosen: "plan.part.chosen",
  drawn: "plan.part.drawn",
  reserve: "plan.part.reserve",
  out: "plan.part.out",
  added: "plan.part.added",
} as const satisfies Keys<PlanPart>;

const partNoteKey = {
  chosen: "plan.partNote.chosen",
  drawn: "plan.partNote.drawn",
  reserve: "plan.partNote.reserve",
  out: "plan.partNote.out",
  added: "plan.partNote.added",
} as const satisfies Keys<PlanPart>;

/** How those in a part came there; where severity tells nobody apart, it is not said to have put anybody first. */
export const partNoteOf = (part: PlanPart, bySeverity: boolean): Key =>
  part === "chosen" && !bySeverity ? "plan.partNote.chosenLikely" : partNoteKey[part];

export const outcomeStateKey = {
  "not-started": "plan.outcome.notStarted",
  asked: "plan.outcome.asked",
  answered: "plan.outcome.answered",
  agreed: "plan.outcome.agreed",
  remedied: "plan.outcome.remedied",
  stopped: "plan.outcome.stopped",
} as const satisfies Keys<PlanOutcome>;

/** States of a follow-up, in the order in which they come. */
export const OUTCOME_STATES = Object.keys(outcomeStateKey) as readonly PlanOutcome[];

export const whyKey = {
  "lower-severity": "plan.waiting.whyText.lowerSeverity",
  "less-likely": "plan.waiting.whyText.lessLikely",
  "lower-score": "plan.waiting.whyText.lowerScore",
  "not-drawn": "plan.waiting.whyText.notDrawn",
  "no-score": "plan.waiting.whyText.noScore",
} as const satisfies Keys<Why>;

/** Serious and unknown are one step of the order. */
export const severityStepKey = {
  critical: "plan.severityStep.critical",
  severe: "plan.severityStep.severe",
  serious: "plan.severityStep.serious",
  unknown: "plan.severityStep.serious",
  moderate: "plan.severityStep.moderate",
} as const satisfies Keys<SeverityLevel>;

export const gapKey = {
  product: "plan.gap.product",
  seat: "plan.gap.seat",
  origin: "plan.gap.origin",
  placeOfWork: "plan.gap.placeOfWork",
  recruiter: "plan.gap.recruiter",
  workersRecruited: "plan.gap.workersRecruited",
  employerCost: "plan.gap.employerCost",
  papers: "plan.gap.papers",
  repaid: "plan.gap.repaid",
  workers: "plan.gap.workers",
} as const satisfies Keys<Gap>;

export const actionKindKey = {
  alone: "plan.kind.alone",
  "with-buyers": "plan.kind.withBuyers",
  "sector-body": "plan.kind.sectorBody",
  open: "plan.kind.open",
} as const satisfies Keys<ActionKind>;

export const actionKindNoteKey = {
  alone: "plan.kindNote.alone",
  "with-buyers": "plan.kindNote.withBuyers",
  "sector-body": "plan.kindNote.sectorBody",
  open: "plan.kindNote.open",
} as const satisfies Keys<ActionKind>;

export const stepKey = {
  "labour-provider": "plan.step.labourProvider",
  "labour-heavy-on-premises": "plan.step.labourHeavyOnPremises",
  "labour-heavy-elsewhere": "plan.step.labourHeavyElsewhere",
  "other-service": "plan.step.otherService",
  "state-imposed": "plan.step.stateImposed",
  "listed-good": "plan.step.listedGood",
  "trader-origin": "plan.step.traderOrigin",
  production: "plan.step.production",
  unknown: "plan.step.unknown",
} as const satisfies Keys<StepId>;

export const askKey = {
  recruited: "plan.ask.recruited",
  recruiter: "plan.ask.recruiter",
  employerCost: "plan.ask.employerCost",
  papers: "plan.ask.papers",
  repaid: "plan.ask.repaid",
  siteAndShifts: "plan.ask.siteAndShifts",
  whereDone: "plan.ask.whereDone",
  subcontractors: "plan.ask.subcontractors",
  hoursAndPay: "plan.ask.hoursAndPay",
  origin: "plan.ask.origin",
  makers: "plan.ask.makers",
  purchasePapers: "plan.ask.purchasePapers",
  inputs: "plan.ask.inputs",
  whatSold: "plan.ask.whatSold",
  whereBased: "plan.ask.whereBased",
} as const satisfies Keys<AskId>;

export const clauseKey = {
  employerPays: "plan.clause.employerPays",
  freeToLeave: "plan.clause.freeToLeave",
  namedAgents: "plan.clause.namedAgents",
  traceability: "plan.clause.traceability",
  answers: "plan.clause.answers",
} as const satisfies Keys<ClauseId>;

export const involveKey = {
  union: "plan.involve.union",
  worksCouncil: "plan.involve.worksCouncil",
  contractManager: "plan.involve.contractManager",
  sectorInitiative: "plan.involve.sectorInitiative",
  procurementLawyer: "plan.involve.procurementLawyer",
} as const satisfies Keys<InvolvedId>;

export const commitmentKey = {
  "ILO-FR-01": "plan.commitment.ilofr01",
  "ILO-FR-02": "plan.commitment.ilofr02",
  "ILO-P29-04": "plan.commitment.ilop2904",
  "OSCE-0807-01": "plan.commitment.osce080701",
  "OSCE-0807-02": "plan.commitment.osce080702",
  "OSCE-0617-02": "plan.commitment.osce061702",
  "OSCE-MG18-03": "plan.commitment.oscemg1803",
  "OSCE-PROC-01": "plan.commitment.osceproc01",
  "OSCE-PROC-02": "plan.commitment.osceproc02",
  "UN-GP-05": "plan.commitment.ungp05",
  "UN-GP-08": "plan.commitment.ungp08",
  "EU-FLR-01": "plan.commitment.euflr01",
  "EU-FLR-04": "plan.commitment.euflr04",
  "EU-CSDDD-06": "plan.commitment.eucsddd06",
  "EU-PPD-20": "plan.commitment.euppd20",
  "EU-PPD-21": "plan.commitment.euppd21",
  "US-FAR-02": "plan.commitment.usfar02",
  "US-UFLPA-01": "plan.commitment.usuflpa01",
} as const satisfies Keys<CommitmentId>;

export const indicatorKey = {
  "ILO-01": "plan.indicator.ilo01",
  "ILO-02": "plan.indicator.ilo02",
  "ILO-03": "plan.indicator.ilo03",
  "ILO-04": "plan.indicator.ilo04",
  "ILO-05": "plan.indicator.ilo05",
  "ILO-06": "plan.indicator.ilo06",
  "ILO-07": "plan.indicator.ilo07",
  "ILO-08": "plan.indicator.ilo08",
  "ILO-09": "plan.indicator.ilo09",
  "ILO-10": "plan.indicator.ilo10",
  "ILO-11": "plan.indicator.ilo11",
} as const satisfies Keys<IloIndicatorId>;

const confidences: Readonly<Record<string, Key>> = {
  "text or official page read": "plan.confidence.read",
  "secondary account": "plan.confidence.secondary",
  "from memory": "plan.confidence.memory",
  "secondary account; part from memory": "plan.confidence.secondaryMemory",
  "text or official page read; part from memory": "plan.confidence.readMemory",
};

/** How a row of the commitments table was checked; null for a word this version does not know, to be shown as it stands. */
export const confidenceKey = (confidence: string): Key | null => confidences[confidence] ?? null;

const bound: Readonly<Record<string, Key>> = {
  company: "plan.binds.company",
  government: "plan.binds.government",
  "contracting authority": "plan.binds.authority",
  all: "plan.binds.all",
};

/** Whom a row of the commitments table binds; null for a word this version does not know. */
export const bindsKey = (binds: string): Key | null => bound[binds] ?? null;
