import { SEVERITIES } from "../../risk-models/types";
import type { ColumnKit } from "./kit.sqlite";
import { PROTECTED_SOURCES } from "./readings";

/**
 * Who says what a finding says. `told-in-confidence`: a protected finding that was released at group level; from whom it came
 * stays protected.
 */
export const OPEN_FINDING_SOURCES = [
  "authority",
  "court",
  "audit",
  "visit",
  "press",
  "supplier",
  "told-in-confidence",
] as const;
export type OpenFindingSource = (typeof OPEN_FINDING_SOURCES)[number];

export const FINDING_STATUSES = ["alleged", "under-review", "substantiated", "rejected"] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** What can be recorded about a finding after it was recorded. */
export const FINDING_STEP_KINDS = [
  "status",
  /** The model's way out: the authority has closed its case; of a protected finding, the remedy was verified. */
  "closed",
  "reply-asked",
  "reply-not-asked",
  "reply",
  "class",
] as const;

/** Who may be shown a record outside the workspace, the most open first. What is protected stands in tables of its own. */
export const ACCESS_CLASSES = ["public", "internal", "confidential"] as const;
export type AccessClass = (typeof ACCESS_CLASSES)[number];

/** A finding as it was recorded, with where it stands now; the words of a record are never changed. */
const findingColumns = <const S extends readonly [string, ...string[]]>(k: ColumnKit, sources: S) => ({
  id: k.text("id").primaryKey(),
  workspaceNo: k.int("workspace_no").notNull(),
  supplierNo: k.int("supplier_no").notNull(),
  source: k.enumText("source", sources).notNull(),
  /** Which authority, which paper, which visit: with case number or address where there is one. */
  saidBy: k.text("said_by").notNull(),
  /** The day of the source: from when it is known to be so, `YYYY-MM-DD`. */
  foundOn: k.text("found_on").notNull(),
  site: k.text("site"),
  product: k.text("product"),
  /** `IloIndicatorId[]`. */
  indicators: k.json("indicators").notNull(),
  severity: k.enumText("severity", SEVERITIES).notNull(),
  /** What was found, about groups and never about a person. */
  summary: k.text("summary").notNull(),
  status: k.enumText("status", FINDING_STATUSES).notNull(),
  /** The step that waits for a second member; null: none does. */
  waitingStepId: k.text("waiting_step_id"),
  recordedBy: k.text("recorded_by").notNull(),
  recordedAt: k.instant("recorded_at").notNull(),
  /** It should not have been recorded: taken back with a reason, never deleted. */
  undoneBy: k.text("undone_by"),
  undoneAt: k.instant("undone_at"),
  undoneReason: k.text("undone_reason"),
  version: k.int("version").notNull().default(1),
});

/** What happened with a finding, row by row. Never changed but to mark it confirmed, refused or taken back. */
const stepColumns = (k: ColumnKit) => ({
  id: k.text("id").primaryKey(),
  workspaceNo: k.int("workspace_no").notNull(),
  findingId: k.text("finding_id").notNull(),
  kind: k.enumText("kind", FINDING_STEP_KINDS).notNull(),
  /** Of kind `status`. */
  status: k.enumText("status", FINDING_STATUSES),
  /** Of kind `class`. */
  accessClass: k.enumText("access_class", ACCESS_CLASSES),
  /** The reason, what was asked, or what was replied. */
  text: k.text("text").notNull(),
  /** Of kind `reply-asked`: until when the supplier may answer, `YYYY-MM-DD`. */
  answerBy: k.text("answer_by"),
  /** The day from which it is so, `YYYY-MM-DD`. */
  validOn: k.text("valid_on").notNull(),
  recordedBy: k.text("recorded_by").notNull(),
  recordedAt: k.instant("recorded_at").notNull(),
  /** A settlement counts from here: the second member, or the same person in a workspace with nobody else. */
  confirmedBy: k.text("confirmed_by"),
  confirmedAt: k.instant("confirmed_at"),
  /** Refused by a second member, or taken back by whoever proposed it. */
  undoneBy: k.text("undone_by"),
  undoneAt: k.instant("undone_at"),
  undoneReason: k.text("undone_reason"),
});

/** What people follow up: docs/decisions/0023. Confirmed grounds of a floor stand in `floor_findings`. */
export function findingTables(k: ColumnKit) {
  const findings = k.table(
    "findings",
    {
      ...findingColumns(k, OPEN_FINDING_SOURCES),
      accessClass: k.enumText("access_class", ACCESS_CLASSES).notNull(),
      /** The finding of `floor_findings` that came from it. */
      floorFindingId: k.text("floor_finding_id"),
    },
    (t) => [
      k.index("findings_by_supplier").on(t.workspaceNo, t.supplierNo),
      k.index("findings_by_day").on(t.workspaceNo, t.recordedAt),
      k.index("findings_by_id").on(t.workspaceNo, t.id),
    ],
  );

  const findingSteps = k.table("finding_steps", stepColumns(k), (t) => [
    k.index("finding_steps_by_finding").on(t.workspaceNo, t.findingId),
  ]);

  /** Told by workers, unions, NGOs or hotlines. No query of open findings reads this table. */
  const protectedFindings = k.table(
    "protected_findings",
    {
      ...findingColumns(k, PROTECTED_SOURCES),
      /** The open finding that a release made of it. */
      releasedAs: k.text("released_as"),
    },
    (t) => [
      k.index("protected_findings_by_supplier").on(t.workspaceNo, t.supplierNo),
      k.index("protected_findings_by_day").on(t.workspaceNo, t.recordedAt),
    ],
  );

  const protectedFindingSteps = k.table(
    "protected_finding_steps",
    {
      ...stepColumns(k),
      /** Of a status `substantiated`: `IclsSignId[]`, what the evidence shows of both sides of the ICLS guidelines. */
      signs: k.json("signs"),
    },
    (t) => [k.index("protected_finding_steps_by_finding").on(t.workspaceNo, t.findingId)],
  );

  return { findings, findingSteps, protectedFindings, protectedFindingSteps };
}
