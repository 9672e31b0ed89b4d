import type { ColumnKit } from "./kit.sqlite";

export const PLAN_STATES = ["draft", "accepted", "replaced"] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** Where a supplier stands in a plan: `out` was taken out by a person, `added` came to a plan that was accepted already. */
export const PLAN_PARTS = ["chosen", "drawn", "reserve", "out", "added"] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** What became of a follow-up. */
export const PLAN_OUTCOMES = ["not-started", "asked", "answered", "agreed", "remedied", "stopped"] as const;
export type PlanOutcome = (typeof PLAN_OUTCOMES)[number];

/** Whom to follow up, decided once a year or so: a draft, then the dated record. */
export function planTables(k: ColumnKit) {
  const plans = k.table(
    "plans",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** `draft` or `accepted`, of which a workspace has one each; a replaced plan's own id. */
      place: k.text("place").notNull(),
      state: k.enumText("state", PLAN_STATES).notNull(),
      /** The list it chooses from, and what scored it. */
      generation: k.int("generation").notNull(),
      fileName: k.text("file_name").notNull(),
      fileSha256: k.text("file_sha256").notNull(),
      modelId: k.text("model_id").notNull(),
      dataDate: k.text("data_date").notNull(),
      capacity: k.int("capacity").notNull(),
      /** What the draws were made with: the same seed gives the same draw. */
      seed: k.text("seed").notNull(),
      /** What was counted when it was drawn up: ties, who waits and why, what to find out. */
      summary: k.json("summary").notNull(),
      note: k.text("note"),
      createdBy: k.text("created_by").notNull(),
      createdAt: k.instant("created_at").notNull(),
      acceptedBy: k.text("accepted_by"),
      acceptedAt: k.instant("accepted_at"),
      /** SHA-256 over what was accepted, as the audit event has it. */
      recordSha256: k.text("record_sha256"),
      version: k.int("version").notNull().default(1),
    },
    (t) => [k.uniqueIndex("plans_by_place").on(t.workspaceNo, t.place)],
  );

  /** A supplier in a plan, with what was known of it that day, so that the record stays readable. */
  const planEntries = k.table(
    "plan_entries",
    {
      planId: k
        .text("plan_id")
        .notNull()
        .references(() => plans.id),
      supplierNo: k.int("supplier_no").notNull(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** Public id of the supplier. */
      supplierId: k.text("supplier_id").notNull(),
      name: k.text("name").notNull(),
      part: k.enumText("part", PLAN_PARTS).notNull(),
      /** 1, 2, 3 … through all the parts. */
      position: k.int("position").notNull(),
      /** Severity, likelihood, score, range, level, role, seat. */
      standing: k.json("standing").notNull(),
      /** Keys of the reasons, the strongest first. */
      reasons: k.json("reasons").notNull(),
      nextStep: k.json("next_step").notNull(),
      actionKind: k.text("action_kind").notNull(),
      movedFrom: k.text("moved_from"),
      movedBy: k.text("moved_by"),
      movedAt: k.instant("moved_at"),
      movedReason: k.text("moved_reason"),
      /** Taken in after the plan was accepted: what was accepted stays beside it as it was. */
      addedBy: k.text("added_by"),
      addedAt: k.instant("added_at"),
      addedReason: k.text("added_reason"),
      /** The day by which the next step is to be taken, `YYYY-MM-DD`, as a person says; null: none was set. */
      dueOn: k.text("due_on"),
      outcome: k.enumText("outcome", PLAN_OUTCOMES).notNull().default("not-started"),
      /** The day it became so, `YYYY-MM-DD`, as the person says. */
      outcomeOn: k.text("outcome_on"),
      outcomeNote: k.text("outcome_note"),
      outcomeBy: k.text("outcome_by"),
      outcomeAt: k.instant("outcome_at"),
    },
    (t) => [
      k.primaryKey({ columns: [t.planId, t.supplierNo] }),
      k.index("plan_entries_by_supplier").on(t.workspaceNo, t.supplierNo),
    ],
  );

  return { plans, planEntries };
}
