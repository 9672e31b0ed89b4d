/** Facts of actions, of groups of the repayment ledger and of decisions, for tests: whole and plain, to be changed where a test is about it. */
import type { ActionFacts } from "../app/services/remedy/action-record.server";
import type { SupplierDecisionFacts } from "../app/services/remedy/decide-supplier.server";
import type { GroupFacts } from "../app/services/remedy/group-record.server";

export const anAction = (ownerId: string, change: Partial<ActionFacts> = {}): ActionFacts => ({
  severity: "severe",
  title: "Pay back recruitment fees",
  rootCause: "Agents charged workers",
  practices: ["price"],
  practicesNote: "",
  involvement: "contributed",
  ownerId,
  supplierOwner: "Head of personnel",
  startOn: "2026-02-01",
  dueOn: "2026-05-01",
  cost: null,
  costCurrency: null,
  costBorneBy: "supplier",
  indicator: "Workers repaid",
  baseline: "0",
  target: "40",
  consultation: "",
  evidence: "",
  ...change,
});

export const aGroup = (change: Partial<GroupFacts> = {}): GroupFacts => ({
  label: "Packers hired in 2024",
  origin: "KG",
  destination: "TR",
  recruiter: "Agency of licence 12",
  workers: 40,
  left: 0,
  currency: "EUR",
  receipts: "90000000",
  receiptsWorkers: 10,
  interviews: null,
  interviewsWorkers: null,
  corridor: null,
  corridorSource: "",
  interestPercent: null,
  interestFrom: null,
  interestTo: null,
  interestSource: "",
  borneBy: "supplier",
  dueOn: "2026-05-31",
  note: "",
  ...change,
});

export const aDecision = (ownerId: string, change: Partial<SupplierDecisionFacts> = {}): SupplierDecisionFacts => ({
  decision: "exit",
  reason: "No progress for a year",
  conditions: "",
  harm: "Forty workers lose their work and their claim",
  tried: "Three plans, a visit, a joint letter of buyers",
  wagesDue: "36,000 EUR of fees",
  notice: "Six months",
  banLaw: "",
  banArticle: "",
  ownerId,
  decidedOn: "2026-03-01",
  nextReviewOn: "2026-06-01",
  ...change,
});
