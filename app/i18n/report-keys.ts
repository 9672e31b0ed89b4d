import type { ReportState, ReportStep } from "../../db/schema/reports";
import type { Reference, SignRole } from "../reports/model";
import type { SubjectKind } from "../reports/template";
import type { Keys } from "./keys";

export const reportStateKey = {
  draft: "reports.state.draft",
  review: "reports.state.review",
  approved: "reports.state.approved",
  published: "reports.state.published",
} as const satisfies Keys<ReportState>;

export const reportStepKey = {
  started: "reports.step.started",
  submitted: "reports.step.submitted",
  returned: "reports.step.returned",
  approved: "reports.step.approved",
  published: "reports.step.published",
} as const satisfies Keys<ReportStep>;

export const signRoleKey = {
  author: "reports.signRole.author",
  reviewer: "reports.signRole.reviewer",
  approver: "reports.signRole.approver",
  board: "reports.signRole.board",
  director: "reports.signRole.director",
  legal: "reports.signRole.legal",
  supplier: "reports.signRole.supplier",
  "worker-representative": "reports.signRole.workers",
  verifier: "reports.signRole.verifier",
  "internal-audit": "reports.signRole.internalAudit",
  "external-audit": "reports.signRole.externalAudit",
} as const satisfies Keys<SignRole>;

export const referenceKey = {
  finding: "reports.reference.finding",
  action: "reports.reference.action",
  repayment: "reports.reference.repayment",
  evidence: "reports.reference.evidence",
  category: "reports.reference.category",
  check: "reports.reference.check",
  contract: "reports.reference.contract",
  import: "reports.reference.import",
} as const satisfies Keys<Exclude<Reference["kind"], "cited">>;

export const reportFileKey = {
  pdf: "reports.file.pdf",
  xlsx: "reports.file.xlsx",
  csv: "reports.file.csv",
  json: "reports.file.json",
} as const satisfies Keys<"pdf" | "xlsx" | "csv" | "json">;

/** What is said where there is nothing a report could be about. */
export const noSubjectKey = {
  category: "reports.subjectNone.category",
  check: "reports.subjectNone.check",
  supplier: "reports.subjectNone.supplier",
} as const satisfies Keys<Exclude<SubjectKind, "workspace" | "product">>;

/** Names of what a check's record says, line by line. */
export const checkFactKey = {
  bidder: "reports.checkFact.bidder",
  buyer: "reports.checkFact.buyer",
  reference: "reports.checkFact.reference",
  name: "reports.checkFact.name",
  subject: "reports.checkFact.subject",
  cpv: "reports.checkFact.cpv",
  value: "reports.checkFact.value",
  regime: "reports.checkFact.regime",
  stage: "reports.checkFact.stage",
  fileNo: "reports.checkFact.fileNo",
  filed: "reports.checkFact.filed",
  price: "reports.checkFact.price",
  hours: "reports.checkFact.hours",
  wage: "reports.checkFact.wage",
  onCosts: "reports.checkFact.onCosts",
  wageSource: "reports.checkFact.wageSource",
  labourCost: "reports.checkFact.labourCost",
  left: "reports.checkFact.left",
  gap: "reports.checkFact.gap",
  who: "reports.checkFact.who",
  ground: "reports.checkFact.ground",
  court: "reports.checkFact.court",
  convictionOn: "reports.checkFact.convictionOn",
  proof: "reports.checkFact.proof",
  hearingOn: "reports.checkFact.hearingOn",
  hearingAnswer: "reports.checkFact.hearingAnswer",
  cleaning: "reports.checkFact.cleaning",
  proportionality: "reports.checkFact.proportionality",
  endsOn: "reports.checkFact.endsOn",
} as const;
