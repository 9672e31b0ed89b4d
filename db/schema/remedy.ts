import { SEVERITIES } from "../../risk-models/types";
import type { ColumnKit } from "./kit.sqlite";

/** How far a corrective action has come; `done` is what the supplier says, `verified` what a second person here saw. */
export const ACTION_STATES = ["planned", "under-way", "done", "verified", "not-achieved"] as const;
export type ActionState = (typeof ACTION_STATES)[number];
/** How the buyer is involved in the harm: UN Guiding Principles 13 and 19. */
export const INVOLVEMENTS = ["caused", "contributed", "linked", "unknown"] as const;
export type Involvement = (typeof INVOLVEMENTS)[number];
/** The buyer's own ways of buying that can be part of a root cause. */
export const OWN_PRACTICES = ["price", "lead-time", "late-changes", "payment-terms", "subcontracting"] as const;
export type OwnPractice = (typeof OWN_PRACTICES)[number];
/** Who bears the cost of an action or of a repayment. */
export const COST_BEARERS = ["supplier", "buyer", "shared", "recruiter", "other", "unknown"] as const;
export type CostBearer = (typeof COST_BEARERS)[number];
/** What is noted under an action, never changed afterwards. */
export const STEP_KINDS = ["state", "escalation", "re-check", "reprisal-3", "reprisal-12", "note"] as const;
export type StepKind = (typeof STEP_KINDS)[number];
/** What a re-check or a look for reprisals came to. */
export const STEP_RESULTS = ["held", "not-held", "signs", "none-told", "not-possible"] as const;
export type StepResult = (typeof STEP_RESULTS)[number];

export const ENTRY_KINDS = ["instalment", "payment", "confirmation"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
/** How money reached workers. What is taken from wages is no repayment, so that it has no word here. */
export const PAYMENT_WAYS = ["bank", "mobile-money", "cash", "other"] as const;
export type PaymentWay = (typeof PAYMENT_WAYS)[number];
/** Who says that workers have the money: a kind of party, never a person. */
export const CONFIRMING_PARTIES = [
  "union",
  "worker-committee",
  "ngo",
  "legal-aid",
  "authority",
  "auditor",
  "buyer",
  "supplier",
  "recruiter",
] as const;
export type ConfirmingParty = (typeof CONFIRMING_PARTIES)[number];
/** Who accepted that party for it. */
export const ACCEPTED_BY = ["workers", "union", "nobody"] as const;
export type AcceptedBy = (typeof ACCEPTED_BY)[number];

export const SUPPLIER_DECISIONS = ["buy", "conditions", "hold", "exit"] as const;
export type SupplierDecision = (typeof SUPPLIER_DECISIONS)[number];
export const DECISION_STATES = ["proposed", "in-force", "refused", "replaced"] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** What is done until workers are repaid: docs/decisions/0026. Amounts are text: whole ten-thousandths of a currency unit. */
export function remedyTables(k: ColumnKit) {
  const ofSupplier = () => ({
    workspaceNo: k.int("workspace_no").notNull(),
    supplierNo: k.int("supplier_no").notNull(),
    /** Public id and name of the supplier on the day it was recorded. */
    supplierId: k.text("supplier_id").notNull(),
    supplierName: k.text("supplier_name").notNull(),
  });

  const correctiveActions = k.table(
    "corrective_actions",
    {
      id: k.text("id").primaryKey(),
      ...ofSupplier(),
      /** The finding it hangs on; null: directly on the supplier. */
      findingId: k.text("finding_id"),
      severity: k.enumText("severity", SEVERITIES).notNull(),
      title: k.text("title").notNull(),
      rootCause: k.text("root_cause").notNull(),
      /** Words of OWN_PRACTICES. */
      practices: k.json("practices").notNull(),
      practicesNote: k.text("practices_note").notNull(),
      involvement: k.enumText("involvement", INVOLVEMENTS).notNull(),
      ownerId: k.text("owner_id").notNull(),
      /** A function at the supplier, not a person's name. */
      supplierOwner: k.text("supplier_owner").notNull(),
      startOn: k.text("start_on"),
      dueOn: k.text("due_on"),
      doneOn: k.text("done_on"),
      cost: k.text("cost"),
      costCurrency: k.text("cost_currency"),
      costBorneBy: k.enumText("cost_borne_by", COST_BEARERS).notNull(),
      indicator: k.text("indicator").notNull(),
      baseline: k.text("baseline").notNull(),
      target: k.text("target").notNull(),
      consultation: k.text("consultation").notNull(),
      /** Ids of evidence, or words that say where it is kept. */
      evidence: k.text("evidence").notNull(),
      state: k.enumText("state", ACTION_STATES).notNull().default("planned"),
      /** Who said that it is done, or that it failed. */
      stateBy: k.text("state_by").notNull(),
      stateAt: k.instant("state_at").notNull(),
      verifiedBy: k.text("verified_by"),
      verifiedAt: k.instant("verified_at"),
      verifiedHow: k.text("verified_how"),
      /** The owner verified it, for there was nobody else. */
      selfVerified: k.bool("self_verified").notNull().default(false),
      recordedBy: k.text("recorded_by").notNull(),
      recordedAt: k.instant("recorded_at").notNull(),
      version: k.int("version").notNull().default(1),
    },
    (t) => [k.index("corrective_actions_by_supplier").on(t.workspaceNo, t.supplierNo)],
  );

  const actionSteps = k.table(
    "action_steps",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      actionId: k.text("action_id").notNull(),
      kind: k.enumText("kind", STEP_KINDS).notNull(),
      on: k.text("on_day").notNull(),
      /** Of `state`: the word of ACTION_STATES it became; else of STEP_RESULTS; null for an escalation or a note. */
      result: k.text("result"),
      text: k.text("text").notNull(),
      recordedBy: k.text("recorded_by").notNull(),
      recordedAt: k.instant("recorded_at").notNull(),
    },
    (t) => [k.index("action_steps_by_action").on(t.workspaceNo, t.actionId)],
  );

  /** Workers of one corridor and one recruiter at one supplier, and what they are owed. */
  const repaymentGroups = k.table(
    "repayment_groups",
    {
      id: k.text("id").primaryKey(),
      ...ofSupplier(),
      actionId: k.text("action_id"),
      /** What kind of workers, in words that name nobody. */
      label: k.text("label").notNull(),
      /** ISO 3166-1 alpha-2: where they were recruited, and where they work. */
      origin: k.text("origin").notNull(),
      destination: k.text("destination").notNull(),
      /** The recruiting firm or its licence number; "" when nobody knows. */
      recruiter: k.text("recruiter").notNull(),
      /** All of them, those who have left among them. */
      workers: k.int("workers").notNull(),
      left: k.int("workers_left").notNull(),
      currency: k.text("currency").notNull(),
      /** What receipts show in all, and of how many workers they are; likewise what workers told. */
      receipts: k.text("receipts"),
      receiptsWorkers: k.int("receipts_workers"),
      interviews: k.text("interviews"),
      interviewsWorkers: k.int("interviews_workers"),
      /** The median of the corridor a worker, in this currency, with where it is from. */
      corridor: k.text("corridor"),
      corridorSource: k.text("corridor_source").notNull(),
      /** Simple interest: percent a year as a decimal, from which day to which, and who says so. */
      interestPercent: k.text("interest_percent"),
      interestFrom: k.text("interest_from"),
      interestTo: k.text("interest_to"),
      interestSource: k.text("interest_source").notNull(),
      /** The highest of the three with the interest, and which of them it was; null while none is known. */
      owed: k.text("owed"),
      basis: k.text("basis"),
      borneBy: k.enumText("borne_by", COST_BEARERS).notNull(),
      dueOn: k.text("due_on").notNull(),
      note: k.text("note").notNull(),
      recordedBy: k.text("recorded_by").notNull(),
      recordedAt: k.instant("recorded_at").notNull(),
      version: k.int("version").notNull().default(1),
    },
    (t) => [k.index("repayment_groups_by_supplier").on(t.workspaceNo, t.supplierNo)],
  );

  /** Instalments, payments and confirmations; an entry is only ever marked withdrawn. */
  const repaymentEntries = k.table(
    "repayment_entries",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      groupId: k.text("group_id").notNull(),
      kind: k.enumText("kind", ENTRY_KINDS).notNull(),
      /** The day an instalment is due, money was paid, or it was confirmed. */
      on: k.text("on_day").notNull(),
      /** In the currency of the group. */
      amount: k.text("amount").notNull(),
      way: k.enumText("way", PAYMENT_WAYS),
      party: k.enumText("party", CONFIRMING_PARTIES),
      acceptedBy: k.enumText("accepted_by", ACCEPTED_BY),
      inPrivate: k.bool("in_private"),
      /** Ids of evidence, or words that say where it is kept. */
      proof: k.text("proof").notNull(),
      recordedBy: k.text("recorded_by").notNull(),
      recordedAt: k.instant("recorded_at").notNull(),
      withdrawnBy: k.text("withdrawn_by"),
      withdrawnAt: k.instant("withdrawn_at"),
      withdrawnReason: k.text("withdrawn_reason"),
    },
    (t) => [k.index("repayment_entries_by_group").on(t.workspaceNo, t.groupId)],
  );

  /** Buy, buy with conditions, hold, exit: a dated decision about a supplier. */
  const supplierDecisions = k.table(
    "supplier_decisions",
    {
      id: k.text("id").primaryKey(),
      ...ofSupplier(),
      decision: k.enumText("decision", SUPPLIER_DECISIONS).notNull(),
      state: k.enumText("state", DECISION_STATES).notNull(),
      reason: k.text("reason").notNull(),
      conditions: k.text("conditions").notNull(),
      /** What leaving does to workers, what was tried, what they are owed in wages, how long notice is. */
      harm: k.text("harm").notNull(),
      tried: k.text("tried").notNull(),
      wagesDue: k.text("wages_due").notNull(),
      notice: k.text("notice").notNull(),
      /** The law and its article, where a ban leaves no choice; "" else. */
      banLaw: k.text("ban_law").notNull(),
      banArticle: k.text("ban_article").notNull(),
      /** What the ledger said that day, a currency a line. */
      repaymentsDue: k.json("repayments_due").notNull(),
      ownerId: k.text("owner_id").notNull(),
      decidedOn: k.text("decided_on").notNull(),
      nextReviewOn: k.text("next_review_on").notNull(),
      proposedBy: k.text("proposed_by").notNull(),
      proposedAt: k.instant("proposed_at").notNull(),
      confirmedBy: k.text("confirmed_by"),
      confirmedAt: k.instant("confirmed_at"),
      selfConfirmed: k.bool("self_confirmed").notNull().default(false),
      /** Why a proposal was refused. */
      refusedReason: k.text("refused_reason"),
      version: k.int("version").notNull().default(1),
    },
    (t) => [k.index("supplier_decisions_by_supplier").on(t.workspaceNo, t.supplierNo)],
  );

  return { correctiveActions, actionSteps, repaymentGroups, repaymentEntries, supplierDecisions };
}
