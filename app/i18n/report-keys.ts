import type { RecordLink } from "../demand/measures";
import type { ReportState, ReportStep } from "../../db/schema/reports";
import type { ANSWER_CARRIES, AnswerPart, Purpose, refusalOf } from "../reports/espd-questions";
import type { ClaimKind } from "../reports/claim-words";
import type { Reference, ReportType, SignRole } from "../reports/model";
import type { RestDays } from "../reports/working-days";
import type { CHAIN_POSITIONS } from "../reports/templates/response";
import type { Blank, SubjectKind } from "../reports/template";
import type { Key, Keys } from "./keys";

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

/** Who may sign in a role where nobody has. */
export const signWhoKey = {
  author: "reportSigners.who.author",
  reviewer: "reportSigners.who.checker",
  approver: "reportSigners.who.approver",
  board: "reportSigners.who.speaker",
  director: "reportSigners.who.speaker",
  legal: "reportSigners.who.legal",
  supplier: "reportSigners.onPaper",
  "worker-representative": "reportSigners.onPaper",
  verifier: "reportSigners.who.checker",
  "internal-audit": "reportSigners.who.auditor",
  "external-audit": "reportSigners.who.auditor",
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

/** Of which records a measure of the demand side is counted. */
export const recordKindKey = {
  contract: "reportDemand.records.contract",
  check: "reportDemand.records.check",
  finding: "reportDemand.records.finding",
  repayment: "reportDemand.records.repayment",
  entry: "reportDemand.records.entry",
} as const satisfies Keys<RecordLink["kind"]>;

/** What print says where a cell is empty. */
export const blankKey = {
  yet: "reports.blank.yet",
  none: "reports.blank.none",
  nobody: "reports.blank.nobody",
  dash: "reports.blank.dash",
} as const satisfies Keys<Blank>;

/** Why nothing is told of a point. */
export const untoldKey = {
  records: "reports.untold.records",
  list: "reports.untold.list",
  before: "reports.untold.before",
  kept: "reports.untold.kept",
} as const;

export const reportFileKey = {
  pdf: "reports.file.pdf",
  xlsx: "reports.file.xlsx",
  csv: "reports.file.csv",
  json: "reports.file.json",
  register: "reports.file.register",
} as const satisfies Keys<"pdf" | "xlsx" | "csv" | "json" | "register">;

/** What is said where there is nothing a report could be about. */
export const noSubjectKey = {
  category: "reports.subjectNone.category",
  check: "reports.subjectNone.check",
  supplier: "reports.subjectNone.supplier",
} as const satisfies Keys<Exclude<SubjectKind, "workspace" | "product">>;

/** What a report waits for. */
export const waitingReportsKey = {
  approve: "reports.waiting.approve",
  publish: "reports.waiting.publish",
  returned: "reports.waiting.returned",
} as const;

/** Where such a record is made. */
export const toSubjectKey = {
  category: "reports.toSubject.category",
  check: "reports.toSubject.check",
  supplier: "reports.toSubject.supplier",
} as const satisfies Keys<keyof typeof noSubjectKey>;

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
  conviction: "reports.checkFact.conviction",
  hearingOn: "reports.checkFact.hearingOn",
  hearingAnswer: "reports.checkFact.hearingAnswer",
  cleaning: "reports.checkFact.cleaning",
  proportionality: "reports.checkFact.proportionality",
  endsOn: "reports.checkFact.endsOn",
} as const;

/** Buttons on the page of a record that start a report about it. */
export const startFromKey = {
  "tender-check": "reports.startFrom.tender",
  espd: "reports.startFrom.espd",
  category: "reports.startFrom.category",
} as const;

/** That the record a report is about is corrected. */
export const correctedSubjectKey = {
  check: "reports.subjectCorrected.check",
  category: "reports.subjectCorrected.category",
} as const;

/** Risks of a supplier in a folder, and that nothing was done about them. */
export const riskToldKey = {
  finding: "reportResponse.risk.finding",
  high: "reportResponse.risk.high",
  none: "reportResponse.risk.none",
} as const;

/** What a second member said to a decision of a check. */
export const secondMemberKey = {
  agreed: "reports.secondMember.agreed",
  refused: "reports.secondMember.refused",
  waits: "reports.secondMember.waits",
  none: "reports.secondMember.none",
} as const;

/** Names of what a filed assessment of a category states, line by line. */
export const categoryFactKey = {
  title: "reportCategory.fact.title",
  number: "reportCategory.fact.number",
  filed: "reportCategory.fact.filed",
  corrects: "reportCategory.fact.corrects",
  codes: "category.record.codes",
  origins: "category.record.origins",
  places: "category.record.places",
  buyer: "category.record.buyer",
  regime: "category.record.regime",
  model: "category.record.model",
  dataDate: "category.record.dataDate",
  dataHash: "category.record.dataHash",
  hash: "category.record.hash",
} as const satisfies Readonly<Record<string, Key>>;

/** Sums of workers in a log of remedies. */
export const workersTotalKey = {
  affected: "reportRemediation.total.affected",
  remedied: "reportRemediation.total.remedied",
} as const satisfies Readonly<Record<string, Key>>;

/** Names of what stands at the head of a questionnaire. */
export const espdFactKey = {
  bidder: "reports.checkFact.bidder",
  buyer: "reports.checkFact.buyer",
  reference: "reports.checkFact.reference",
  employees: "reportEspd.entered.employees",
  asker: "reportEspd.entered.asker",
  answerBy: "reportEspd.entered.answerBy",
  version: "reportEspd.fact.version",
} as const satisfies Readonly<Record<string, Key>>;

export const espdPurposeKey = {
  contract: "reportEspd.choice.purpose.contract",
  law: "reportEspd.choice.purpose.law",
  reporting: "reportEspd.choice.purpose.reporting",
} as const satisfies Keys<Purpose>;

export const espdRefusalKey = {
  may: "reportEspd.refusal.may",
  "may-if-small": "reportEspd.refusal.mayIfSmall",
  "no-cap": "reportEspd.refusal.noCap",
} as const satisfies Keys<NonNullable<ReturnType<typeof refusalOf>>>;

export const espdHoldsKey = {
  "yes-no": "reportEspd.holds.yesNo",
  "conviction-day": "reportEspd.holds.convictionDay",
  reason: "reportEspd.holds.reason",
  person: "reportEspd.holds.person",
  length: "reportEspd.holds.length",
  "self-cleaning": "reportEspd.holds.selfCleaning",
  description: "reportEspd.holds.description",
  share: "reportEspd.holds.share",
  names: "reportEspd.holds.names",
  roles: "reportEspd.holds.roles",
  identifiers: "reportEspd.holds.identifiers",
  evidence: "reportEspd.holds.evidence",
} as const satisfies Keys<AnswerPart>;

export const espdCarriesKey = {
  "answered-on": "reportEspd.carries.answeredOn",
  "answered-by": "reportEspd.carries.answeredBy",
  basis: "reportEspd.carries.basis",
  proof: "reportEspd.carries.proof",
} as const satisfies Keys<(typeof ANSWER_CARRIES)[number]>;

/** Names of what is entered for a response to an authority, and of its clock. */
export const responseFactKey = {
  requestedOn: "reportResponse.entered.requestedOn",
  receivedOn: "reportResponse.entered.receivedOn",
  dueOn: "reportResponse.entered.dueOn",
  calendarOf: "reportResponse.entered.calendarOf",
  restDays: "reportResponse.entered.restDays",
  holidays: "reportResponse.fact.holidays",
  given: "reportResponse.fact.given",
  usualEnd: "reportResponse.fact.usualEnd",
  left: "reportResponse.fact.left",
  today: "reportResponse.fact.today",
} as const satisfies Readonly<Record<string, Key>>;

export const chainPositionKey = {
  maker: "reportResponse.choice.position.maker",
  importer: "reportResponse.choice.position.importer",
  distributor: "reportResponse.choice.position.distributor",
  platform: "reportResponse.choice.position.platform",
  exporter: "reportResponse.choice.position.exporter",
} as const satisfies Keys<(typeof CHAIN_POSITIONS)[number]>;

export const restDaysKey = {
  "sat-sun": "reportResponse.choice.restDays.sat-sun",
  "fri-sat": "reportResponse.choice.restDays.fri-sat",
  sun: "reportResponse.choice.restDays.sun",
} as const satisfies Keys<RestDays>;

/** What is not known of suppliers besides the gaps of the list; the first four stand in folders frozen before they were counted as gaps. */
export const unknownOfKey = {
  seat: "reportResponse.unknownOf.seat",
  placeOfWork: "reportResponse.unknownOf.placeOfWork",
  origin: "reportResponse.unknownOf.origin",
  sector: "reportResponse.unknownOf.sector",
  score: "reportResponse.unknownOf.score",
  answer: "reportResponse.unknownOf.answer",
} as const satisfies Readonly<Record<string, Key>>;

/** What was done on a day. */
export const doneKey = {
  finding: "reportResponse.did.finding",
  action: "reportResponse.did.action",
  verified: "reportResponse.did.verified",
  "step-state": "reportResponse.did.stepState",
  "step-escalation": "reportResponse.did.stepEscalation",
  "step-re-check": "reportResponse.did.stepReCheck",
  "step-reprisal-3": "reportResponse.did.stepReprisal3",
  "step-reprisal-12": "reportResponse.did.stepReprisal12",
  "step-note": "reportResponse.did.stepNote",
  decision: "reportResponse.did.decision",
  payment: "reportResponse.did.payment",
  confirmation: "reportResponse.did.confirmation",
  answers: "reportResponse.did.answers",
} as const satisfies Readonly<Record<string, Key>>;

/** What was read of a list, and what became of it. */
export const rowCountKey = {
  read: "reportRegister.rows.read",
  imported: "reportRegister.rows.imported",
  repaired: "reportRegister.rows.repaired",
  setAside: "reportRegister.rows.setAside",
  leftOut: "reportRegister.rows.leftOut",
} as const satisfies Readonly<Record<string, Key>>;

export const fileFactKey = {
  name: "reportRegister.file.name",
  rows: "reportRegister.file.rows",
  bytes: "reportRegister.file.bytes",
  sha256: "reportRegister.file.sha256",
} as const satisfies Readonly<Record<string, Key>>;

/** What is left out of a count, as its state at the end of the period cannot be told. */
export const leftOutKey = {
  actions: "reports.leftOut.actions",
  groups: "reports.leftOut.groups",
  decisions: "reports.leftOut.decisions",
  told: "reports.leftOut.told",
  matches: "reports.leftOut.matches",
} as const satisfies Readonly<Record<string, Key>>;

export const listChangeKey = {
  new: "reportRegister.change.new",
  gone: "reportRegister.change.gone",
  changed: "reportRegister.change.changed",
  unchanged: "reportRegister.change.unchanged",
  renamed: "reportRegister.change.renamed",
} as const satisfies Readonly<Record<string, Key>>;

/** Why words of an author are shown to them again. */
export const claimKey = {
  compliance: "reports.claim.compliance",
  noRisk: "reports.claim.noRisk",
  free: "reports.claim.free",
  found: "reports.claim.found",
  person: "reports.claim.person",
} as const satisfies Keys<ClaimKind>;

/** How long a report of a type is kept besides its years. */
export const keepRuleKey = {
  register: "reports.keepRule.register",
  statement: "reports.keepRule.statement",
  category: "reports.keepRule.category",
  "tender-check": "reports.keepRule.tender",
  espd: "reports.keepRule.espd",
  remediation: "reports.keepRule.remediation",
  demand: "reports.keepRule.demand",
  response: "reports.keepRule.response",
} as const satisfies Keys<ReportType>;
