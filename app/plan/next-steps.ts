/**
 * What to do next about a supplier, by its role and the kind of its work. The texts stand in the catalogues; the rows named
 * here are those of `commitments` and `forced-labour-indicators` of the reference data, and a test holds that each exists.
 * Which question comes first is judgement; unions and bodies of fair recruitment know better.
 */
import type { IloIndicatorId } from "../../risk-models/ilo-indicators";
import type { SupplierRole, WorkKind } from "../../risk-models/types";

export const STEPS = [
  "labour-provider",
  "labour-heavy-on-premises",
  "labour-heavy-elsewhere",
  "other-service",
  "state-imposed",
  "listed-good",
  "trader-origin",
  "production",
  "unknown",
] as const;
export type StepId = (typeof STEPS)[number];

/** Version of the catalogue below, kept with every entry of a plan. */
export const STEPS_VERSION = 1;

/** The five core questions on recruitment, in their order: five minutes for a supplier that wants to answer. */
const FIVE_QUESTIONS = ["recruited", "recruiter", "employerCost", "papers", "repaid"] as const;

export const ASKS = [
  ...FIVE_QUESTIONS,
  "siteAndShifts",
  "whereDone",
  "subcontractors",
  "hoursAndPay",
  "origin",
  "makers",
  "purchasePapers",
  "inputs",
  "whatSold",
  "whereBased",
] as const;
export type AskId = (typeof ASKS)[number];

export const CLAUSES = ["employerPays", "freeToLeave", "namedAgents", "traceability", "answers"] as const;
export type ClauseId = (typeof CLAUSES)[number];

export const INVOLVED = ["union", "worksCouncil", "contractManager", "sectorInitiative", "procurementLawyer"] as const;
export type InvolvedId = (typeof INVOLVED)[number];

export interface NextStep {
  /** First things first. */
  readonly asks: readonly AskId[];
  readonly clauses: readonly ClauseId[];
  readonly involve: readonly InvolvedId[];
  /** Ids of rows of the commitments table that back it. */
  readonly commitments: readonly CommitmentId[];
  /** Ids of the ILO's indicators that the answers bear on. */
  readonly indicators: readonly IloIndicatorId[];
}

export const COMMITMENTS = [
  "ILO-FR-01",
  "ILO-FR-02",
  "ILO-P29-04",
  "OSCE-0807-01",
  "OSCE-0807-02",
  "OSCE-0617-02",
  "OSCE-MG18-03",
  "OSCE-PROC-01",
  "OSCE-PROC-02",
  "UN-GP-05",
  "UN-GP-08",
  "EU-FLR-01",
  "EU-FLR-04",
  "EU-CSDDD-06",
  "EU-PPD-20",
  "EU-PPD-21",
  "US-FAR-02",
  "US-UFLPA-01",
] as const;
export type CommitmentId = (typeof COMMITMENTS)[number];

export const NEXT_STEPS: Readonly<Record<StepId, NextStep>> = {
  "labour-provider": {
    asks: [...FIVE_QUESTIONS, "subcontractors"],
    clauses: ["employerPays", "freeToLeave", "namedAgents"],
    involve: ["union", "worksCouncil", "procurementLawyer"],
    commitments: ["ILO-FR-01", "ILO-FR-02", "OSCE-0807-02", "OSCE-MG18-03", "US-FAR-02"],
    indicators: ["ILO-09", "ILO-07", "ILO-02", "ILO-08", "ILO-01"],
  },
  "labour-heavy-on-premises": {
    asks: [...FIVE_QUESTIONS, "subcontractors", "siteAndShifts"],
    clauses: ["employerPays", "freeToLeave", "namedAgents"],
    involve: ["contractManager", "worksCouncil", "union", "procurementLawyer"],
    commitments: ["ILO-FR-01", "OSCE-0807-01", "OSCE-PROC-01", "EU-PPD-20", "EU-PPD-21"],
    indicators: ["ILO-09", "ILO-07", "ILO-08", "ILO-11", "ILO-06"],
  },
  "labour-heavy-elsewhere": {
    asks: [...FIVE_QUESTIONS, "whereDone", "subcontractors"],
    clauses: ["employerPays", "freeToLeave", "namedAgents"],
    involve: ["union", "sectorInitiative", "procurementLawyer"],
    commitments: ["ILO-FR-01", "ILO-FR-02", "OSCE-0807-01", "OSCE-PROC-01", "EU-PPD-20"],
    indicators: ["ILO-09", "ILO-07", "ILO-08", "ILO-10", "ILO-11"],
  },
  "other-service": {
    asks: ["subcontractors", "whereDone", "recruiter", "hoursAndPay"],
    clauses: ["answers", "namedAgents"],
    involve: ["contractManager", "procurementLawyer"],
    commitments: ["EU-CSDDD-06", "EU-PPD-21", "OSCE-PROC-02", "UN-GP-08"],
    indicators: ["ILO-02", "ILO-08", "ILO-11"],
  },
  "state-imposed": {
    // Where the State imposes the work, answers of a supplier about its workers prove nothing: the goods are traced.
    asks: ["origin", "inputs", "purchasePapers", "makers"],
    clauses: ["traceability"],
    involve: ["sectorInitiative", "procurementLawyer"],
    commitments: ["EU-FLR-01", "EU-FLR-04", "US-UFLPA-01", "UN-GP-08", "UN-GP-05"],
    indicators: ["ILO-06", "ILO-01", "ILO-03"],
  },
  "listed-good": {
    asks: ["inputs", "makers", "recruited", "recruiter", "papers", "repaid"],
    clauses: ["traceability", "employerPays", "freeToLeave"],
    involve: ["sectorInitiative", "union", "procurementLawyer"],
    commitments: ["EU-FLR-01", "ILO-P29-04", "OSCE-0617-02", "UN-GP-05", "ILO-FR-01"],
    indicators: ["ILO-09", "ILO-03", "ILO-04", "ILO-08", "ILO-10"],
  },
  "trader-origin": {
    asks: ["origin", "makers", "purchasePapers", "inputs"],
    clauses: ["traceability", "answers"],
    involve: ["sectorInitiative", "procurementLawyer"],
    commitments: ["EU-FLR-01", "OSCE-0617-02", "ILO-P29-04", "OSCE-PROC-02"],
    indicators: ["ILO-01", "ILO-03", "ILO-09"],
  },
  production: {
    asks: ["recruited", "recruiter", "papers", "hoursAndPay", "inputs"],
    clauses: ["employerPays", "freeToLeave", "traceability"],
    involve: ["union", "sectorInitiative", "procurementLawyer"],
    commitments: ["ILO-FR-01", "ILO-FR-02", "UN-GP-05", "OSCE-0617-02"],
    indicators: ["ILO-09", "ILO-07", "ILO-08", "ILO-11"],
  },
  unknown: {
    asks: ["whatSold", "whereBased", "whereDone", "recruiter"],
    clauses: ["answers"],
    involve: ["contractManager"],
    commitments: ["EU-CSDDD-06", "UN-GP-08", "OSCE-PROC-02"],
    indicators: ["ILO-01", "ILO-02"],
  },
};

export interface StepFacts {
  readonly role: SupplierRole;
  readonly work: WorkKind;
  /** The floor for State-imposed programmes holds: a region, or a good and its origin. */
  readonly stateImposed: boolean;
  /** A good it sells, or its sector makes, is listed with forced labour somewhere. */
  readonly listedGood: boolean;
  /** The origin of the goods is stated or derived. */
  readonly originKnown: boolean;
}

/** Which next step fits: State-imposed work, labour, goods whose origin is open, listed goods, then the rest. */
export function nextStepFor({ role, work, stateImposed, listedGood, originKnown }: StepFacts): StepId {
  if (stateImposed) return "state-imposed";
  if (role === "labour-provider" || work === "labour-provider") return "labour-provider";
  if (work === "labour-heavy-service")
    return role === "service-on-our-premises" ? "labour-heavy-on-premises" : "labour-heavy-elsewhere";
  if ((role === "trader" || role === "agent") && !originKnown) return "trader-origin";
  if (listedGood) return "listed-good";
  if (role === "service-on-our-premises" || role === "service-elsewhere") return "other-service";
  if (role !== "unknown" || work === "labour-intensive-production" || work === "other-production") return "production";
  return work === "other-service" ? "other-service" : "unknown";
}
