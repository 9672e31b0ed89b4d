import type { Judgement } from "../../db/schema/commitments";
import type { Because, EvidenceKind, NoRecord } from "../commitments/evidence-rules";
import type { LeftOut } from "../commitments/select";
import type { MeasureId } from "../contracts/words";
import { measureKey } from "./contract-keys";
import type { Keys, Key } from "./keys";

// Maps for keys of evidence and judgements that depend on a word of a closed list.

export const judgementKey = {
  met: "dutyEvidence.judge.wordOf.met",
  partly: "dutyEvidence.judge.wordOf.partly",
  "not-met": "dutyEvidence.judge.wordOf.notMet",
  "not-bound": "dutyEvidence.judge.wordOf.notBound",
  undecided: "dutyEvidence.judge.wordOf.undecided",
} as const satisfies Keys<Judgement>;

/** The words of the list, in the order in which they are offered. */
export const JUDGEMENT_WORDS = Object.keys(judgementKey) as readonly Judgement[];

export const becauseKey = {
  riskFound: "dutyEvidence.because.riskFound",
  namesCompared: "dutyEvidence.because.namesCompared",
  alertsKept: "dutyEvidence.because.alertsKept",
  harmMended: "dutyEvidence.because.harmMended",
  workersRepaid: "dutyEvidence.because.workersRepaid",
  decidedWithWorkers: "dutyEvidence.because.decidedWithWorkers",
  recruitmentAsked: "dutyEvidence.because.recruitmentAsked",
  originAsked: "dutyEvidence.because.originAsked",
  documentsKept: "dutyEvidence.because.documentsKept",
  beforeNotice: "dutyEvidence.because.beforeNotice",
  bidderChecked: "dutyEvidence.because.bidderChecked",
  priceChecked: "dutyEvidence.because.priceChecked",
  agreed: "dutyEvidence.because.agreed",
  lookedAfter: "dutyEvidence.because.lookedAfter",
  peopleTrained: "dutyEvidence.because.peopleTrained",
  buyingCounted: "dutyEvidence.because.buyingCounted",
  buyingFactsTold: "dutyEvidence.because.buyingFactsTold",
  accountPublished: "dutyEvidence.because.accountPublished",
  toldInReports: "dutyEvidence.because.toldInReports",
} as const satisfies Keys<Because>;

export const noRecordKey = {
  elsewhere: "dutyEvidence.noRecord.elsewhere",
  scope: "dutyEvidence.noRecord.scope",
  authority: "dutyEvidence.noRecord.authority",
  notReleased: "dutyEvidence.noRecord.notReleased",
} as const satisfies Keys<NoRecord>;

export const leftOutKey = {
  elsewhere: "dutyEvidence.leftOut.elsewhere",
  "other-body": "dutyEvidence.leftOut.otherBody",
  "too-small": "dutyEvidence.leftOut.tooSmall",
  "goods-only": "dutyEvidence.leftOut.goodsOnly",
  "other-sector": "dutyEvidence.leftOut.otherSector",
} as const satisfies Keys<LeftOut>;

const CLAUSES = {
  clauseLabourLaw: "labourLaw",
  clausePerformance: "performance",
  clauseSubcontractors: "subcontractors",
  clauseFeeBan: "feeBan",
  clauseComplaints: "complaints",
  clauseZeroTolerance: "zeroTolerance",
  clauseMonitoring: "monitoring",
} as const satisfies Readonly<Record<string, MeasureId>>;
type ClauseKind = keyof typeof CLAUSES;

const kindKey = {
  list: "dutyEvidence.kind.list",
  plan: "dutyEvidence.kind.plan",
  screening: "dutyEvidence.kind.screening",
  match: "dutyEvidence.kind.match",
  recruitment: "dutyEvidence.kind.recruitment",
  origin: "dutyEvidence.kind.origin",
  finding: "dutyEvidence.kind.finding",
  assessed: "dutyEvidence.kind.assessed",
  reply: "dutyEvidence.kind.reply",
  action: "dutyEvidence.kind.action",
  verified: "dutyEvidence.kind.verified",
  repayment: "dutyEvidence.kind.repayment",
  confirmed: "dutyEvidence.kind.confirmed",
  decision: "dutyEvidence.kind.decision",
  document: "dutyEvidence.kind.document",
  category: "dutyEvidence.kind.category",
  check: "dutyEvidence.kind.check",
  floor: "dutyEvidence.kind.floor",
  contract: "dutyEvidence.kind.contract",
  review: "dutyEvidence.kind.review",
  training: "dutyEvidence.kind.training",
  trainingBuyers: "dutyEvidence.kind.trainingBuyers",
  orders: "dutyEvidence.kind.orders",
  payments: "dutyEvidence.kind.payments",
  buyingFacts: "dutyEvidence.kind.buyingFacts",
  statement: "dutyEvidence.kind.statement",
  statementUk: "dutyEvidence.kind.statementUk",
  report: "dutyEvidence.kind.report",
} as const satisfies Keys<Exclude<EvidenceKind, ClauseKind>>;

/** What a kind of record is called; the clause of a contract by its own name. */
export function kindText(t: (key: Key) => string, kind: EvidenceKind): string {
  if (!(kind in CLAUSES)) return t(kindKey[kind as keyof typeof kindKey]);
  const say = t as unknown as (key: Key, values: Readonly<Record<string, string>>) => string;
  return say("dutyEvidence.kind.clause", { what: t(measureKey[CLAUSES[kind as ClauseKind]]) });
}
