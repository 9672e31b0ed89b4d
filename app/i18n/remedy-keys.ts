import type {
  AcceptedBy,
  ActionState,
  ConfirmingParty,
  CostBearer,
  DecisionState,
  EntryKind,
  Involvement,
  OwnPractice,
  PaymentWay,
  StepKind,
  StepResult,
  SupplierDecision,
} from "../../db/schema/remedy";
import type { LedgerState, Standing } from "../remedy/ledger";
import type { Move } from "../remedy/moves";
import type { BasisKind } from "../remedy/owed";
import type { ActionShape, FollowUpTab } from "../lib/follow-up-query";
import type { SupplierDecisionEvent } from "../services/remedy/decision-story.server";
import type { Key, Keys } from "./keys";

// Maps for keys that depend on a word of a closed list of the follow-up; their order is the order of a choice.

export const tabKey = {
  actions: "remedy.tab.actions",
  findings: "remedy.tab.findings",
  repayments: "remedy.tab.repayments",
  decisions: "remedy.tab.decisions",
} as const satisfies Keys<FollowUpTab>;

export const shapeKey = {
  list: "remedy.shape.list",
  board: "remedy.shape.board",
  calendar: "remedy.shape.calendar",
} as const satisfies Keys<ActionShape>;

export const actionStateKey = {
  planned: "remedy.state.planned",
  "under-way": "remedy.state.underWay",
  done: "remedy.state.done",
  verified: "remedy.state.verified",
  "not-achieved": "remedy.state.notAchieved",
} as const satisfies Keys<ActionState>;

/** What a button says that moves an action there. */
export const moveToKey = {
  planned: "remedy.state.planned",
  "under-way": "remedy.moveTo.underWay",
  done: "remedy.moveTo.done",
  verified: "remedy.moveTo.verified",
  "not-achieved": "remedy.moveTo.notAchieved",
} as const satisfies Keys<ActionState>;

export const involvementKey = {
  caused: "remedy.involvement.caused",
  contributed: "remedy.involvement.contributed",
  linked: "remedy.involvement.linked",
  unknown: "remedy.unknown",
} as const satisfies Keys<Involvement>;

export const practiceKey = {
  price: "remedy.practice.price",
  "lead-time": "remedy.practice.leadTime",
  "late-changes": "remedy.practice.lateChanges",
  "payment-terms": "remedy.practice.paymentTerms",
  subcontracting: "remedy.practice.subcontracting",
} as const satisfies Keys<OwnPractice>;

export const bearerKey = {
  supplier: "remedy.bearer.supplier",
  buyer: "remedy.bearer.buyer",
  shared: "remedy.bearer.shared",
  recruiter: "remedy.bearer.recruiter",
  other: "remedy.bearer.other",
  unknown: "remedy.unknown",
} as const satisfies Keys<CostBearer>;

export const moveKey = {
  ours: "remedy.move.ours",
  theirs: "remedy.move.theirs",
  nobody: "remedy.move.nobody",
} as const satisfies Keys<Move>;

export const stepKey = {
  state: "remedy.step.state",
  escalation: "remedy.step.escalation",
  "re-check": "remedy.step.reCheck",
  "reprisal-3": "remedy.step.reprisal3",
  "reprisal-12": "remedy.step.reprisal12",
  note: "remedy.step.note",
} as const satisfies Keys<StepKind>;

export const resultKey = {
  held: "remedy.result.held",
  "not-held": "remedy.result.notHeld",
  "none-told": "remedy.result.noneTold",
  signs: "remedy.result.signs",
  "not-possible": "remedy.result.notPossible",
} as const satisfies Keys<StepResult>;

export const ledgerStateKey = {
  uncounted: "remedy.ledgerState.uncounted",
  overdue: "remedy.ledgerState.overdue",
  due: "remedy.ledgerState.due",
  unconfirmed: "remedy.ledgerState.unconfirmed",
  confirmed: "remedy.ledgerState.confirmed",
} as const satisfies Keys<LedgerState>;

export const basisKey = {
  receipts: "remedy.basis.receipts",
  interviews: "remedy.basis.interviews",
  corridor: "remedy.basis.corridor",
} as const satisfies Keys<BasisKind>;

export const entryKey = {
  instalment: "remedy.entry.instalment",
  payment: "remedy.entry.payment",
  confirmation: "remedy.entry.confirmation",
} as const satisfies Keys<EntryKind>;

/** `wages` is offered, so that a plan which takes from wages is told why it is refused. */
export const wayKey = {
  bank: "remedy.way.bank",
  "mobile-money": "remedy.way.mobileMoney",
  cash: "remedy.way.cash",
  other: "remedy.way.other",
  wages: "remedy.way.wages",
} as const satisfies Keys<PaymentWay | "wages">;

export const partyKey = {
  union: "remedy.party.union",
  "worker-committee": "remedy.party.workerCommittee",
  ngo: "remedy.party.ngo",
  "legal-aid": "remedy.party.legalAid",
  authority: "remedy.party.authority",
  auditor: "remedy.party.auditor",
  buyer: "remedy.party.buyer",
  supplier: "remedy.party.supplier",
  recruiter: "remedy.party.recruiter",
} as const satisfies Keys<ConfirmingParty>;

export const acceptedByKey = {
  workers: "remedy.acceptedBy.workers",
  union: "remedy.acceptedBy.union",
  nobody: "remedy.acceptedBy.nobody",
} as const satisfies Keys<AcceptedBy>;

/** Why a confirmation does not count. */
export const notCountedKey = {
  party: "remedy.notCounted.party",
  accepted: "remedy.notCounted.accepted",
  private: "remedy.notCounted.private",
} as const;

export const supplierDecisionKey = {
  buy: "remedy.decision.buy",
  conditions: "remedy.decision.conditions",
  hold: "remedy.decision.hold",
  exit: "remedy.decision.exit",
} as const satisfies Keys<SupplierDecision>;

/** How the history of a supplier tells of a decision. */
export const supplierDecisionEventKey = {
  "supplier-decided": "remedy.decide.made",
  "supplier-proposed": "remedy.decide.proposed",
  "supplier-confirmed": "remedy.decide.confirmed",
  "supplier-refused": "remedy.decide.refused",
} as const satisfies Keys<SupplierDecisionEvent["kind"]>;

export const decisionStateKey = {
  proposed: "remedy.decisionState.proposed",
  "in-force": "remedy.decisionState.inForce",
  refused: "remedy.decisionState.refused",
  replaced: "remedy.decisionState.replaced",
} as const satisfies Keys<DecisionState>;

/** What a day of the calendar asks for. */
export const dueWhatKey = {
  work: "remedy.due.work",
  "reprisal-3": "remedy.step.reprisal3",
  "reprisal-12": "remedy.step.reprisal12",
  repayment: "remedy.due.repayment",
  review: "remedy.due.review",
} as const;

/** Parts of a sum, in the order of a table. */
export const amountKey = {
  owed: "remedy.col.owed",
  paid: "remedy.col.paid",
  confirmed: "remedy.col.confirmed",
  unconfirmed: "remedy.col.unconfirmed",
  open: "remedy.col.open",
  overdue: "remedy.col.overdue",
} as const satisfies Keys<keyof Standing>;

export const fileKey = {
  csv: "remedy.file.csv",
  xlsx: "remedy.file.xlsx",
  ics: "remedy.file.ics",
} as const;

/** What stands where a tab holds nothing yet. */
export const emptyTabKey = {
  actions: "remedy.empty.actions",
  findings: "remedy.empty.findings",
  repayments: "remedy.empty.repayments",
  decisions: "remedy.empty.decisions",
} as const satisfies Keys<FollowUpTab>;

export const REMEDY_FAULTS = {
  needed: "remedy.fault.needed",
  long: "remedy.fault.long",
  day: "remedy.fault.day",
  amount: "remedy.fault.amount",
  whole: "remedy.fault.whole",
  currency: "remedy.fault.currency",
  country: "remedy.fault.country",
  percent: "remedy.fault.percent",
} as const satisfies Readonly<Record<string, Key>>;
export type RemedyFault = keyof typeof REMEDY_FAULTS;
