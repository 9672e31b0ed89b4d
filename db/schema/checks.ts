import type { ColumnKit } from "./kit.sqlite";

/** The law of a procedure, chosen by a person and never guessed. */
export const REGIMES = ["eu", "uk", "other"] as const;
export type Regime = (typeof REGIMES)[number];

export const STAGES = ["selection", "award", "contract"] as const;
export type Stage = (typeof STAGES)[number];

export const CHECK_STATES = ["open", "filed", "corrected"] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What can be noted in a check, in the order in which a check goes. */
export const ENTRY_KINDS = [
  "circle",
  "circle-left",
  "screened",
  "match-decided",
  "answer",
  "floor",
  "fact",
  "fact-put",
  "fact-answer",
  "decision",
  "decision-second",
] as const;
export type CheckEntryKind = (typeof ENTRY_KINDS)[number];

/**
 * Lots, their bidders, the checks of a bidder at a stage, and contracts. What is noted in a check or a contract is appended and
 * never changed, so that it can be read as it was on any day.
 */
export function checkTables(k: ColumnKit) {
  const lots = k.table(
    "lots",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** Of the procedure, as the buyer numbers it. */
      reference: k.text("reference").notNull(),
      name: k.text("name").notNull(),
      buyer: k.text("buyer").notNull(),
      /** What is bought, in words: questions have to do with it. */
      subject: k.text("subject").notNull(),
      cpv: k.text("cpv"),
      /** Decimal text; null: not stated. */
      value: k.text("value"),
      currency: k.text("currency"),
      regime: k.enumText("regime", REGIMES).notNull(),
      /** National rows that a person added to the regime: `de`, `fr`, … */
      national: k.json("national").notNull(),
      /** Name of the lawyer's checklist, where no regime of the catalogue fits. */
      checklist: k.text("checklist"),
      /** Of a category assessment; null: none is joined. */
      categoryId: k.text("category_id"),
      /** Stages whose checks are open for every bidder. */
      stages: k.json("stages").notNull(),
      openedBy: k.text("opened_by").notNull(),
      openedAt: k.instant("opened_at").notNull(),
      version: k.int("version").notNull().default(1),
    },
    (t) => [k.index("lots_by_workspace").on(t.workspaceNo, t.openedAt)],
  );

  const lotBidders = k.table(
    "lot_bidders",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      lotId: k.text("lot_id").notNull(),
      name: k.text("name").notNull(),
      country: k.text("country"),
      identifier: k.text("identifier"),
      /** The supplier of the workspace it is; null: none. */
      supplierNo: k.int("supplier_no"),
      addedBy: k.text("added_by").notNull(),
      addedAt: k.instant("added_at").notNull(),
    },
    (t) => [
      k.index("lot_bidders_by_lot").on(t.workspaceNo, t.lotId),
      k.index("lot_bidders_by_supplier").on(t.workspaceNo, t.supplierNo),
    ],
  );

  /** A question of the buyer's own, put to every bidder of the lot, with what ties it to the contract. */
  const lotQuestions = k.table(
    "lot_questions",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      lotId: k.text("lot_id").notNull(),
      stage: k.enumText("stage", STAGES).notNull(),
      text: k.text("text").notNull(),
      link: k.text("link").notNull(),
      askedBy: k.text("asked_by").notNull(),
      askedAt: k.instant("asked_at").notNull(),
    },
    (t) => [k.index("lot_questions_by_lot").on(t.workspaceNo, t.lotId)],
  );

  const vendorChecks = k.table(
    "vendor_checks",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      lotId: k.text("lot_id").notNull(),
      bidderId: k.text("bidder_id").notNull(),
      stage: k.enumText("stage", STAGES).notNull(),
      /** 1 for the first; a correction is the next. */
      revision: k.int("revision").notNull(),
      state: k.enumText("state", CHECK_STATES).notNull(),
      openedBy: k.text("opened_by").notNull(),
      openedAt: k.instant("opened_at").notNull(),
      /** The check it corrects, and why. */
      replaces: k.text("replaces"),
      correctionReason: k.text("correction_reason"),
      /** Filed: its number in the workspace, the frozen record and its SHA-256. */
      fileNo: k.int("file_no"),
      filedBy: k.text("filed_by"),
      filedAt: k.instant("filed_at"),
      /** What of the record is counted over all checks. Before the record: a column after it is read only together with it. */
      counted: k.json("counted"),
      record: k.json("record"),
      recordSha256: k.text("record_sha256"),
      version: k.int("version").notNull().default(1),
    },
    (t) => [
      k.uniqueIndex("vendor_checks_by_bidder").on(t.workspaceNo, t.bidderId, t.stage, t.revision),
      k.uniqueIndex("vendor_checks_by_number").on(t.workspaceNo, t.fileNo),
      k.index("vendor_checks_by_lot").on(t.workspaceNo, t.lotId),
    ],
  );

  const checkEntries = k.table(
    "check_entries",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      checkId: k.text("check_id").notNull(),
      kind: k.enumText("kind", ENTRY_KINDS).notNull(),
      contents: k.json("contents").notNull(),
      enteredBy: k.text("entered_by").notNull(),
      enteredAt: k.instant("entered_at").notNull(),
      /** 1, 2, 3 … in the check. */
      position: k.int("position").notNull(),
    },
    (t) => [k.uniqueIndex("check_entries_by_check").on(t.workspaceNo, t.checkId, t.position)],
  );

  return { lots, lotBidders, lotQuestions, vendorChecks, checkEntries };
}
