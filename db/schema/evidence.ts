import { ACCESS_CLASSES } from "./findings";
import type { ColumnKit } from "./kit.sqlite";

/** What a file is by its content; its name says nothing. */
export const EVIDENCE_KINDS = [
  "pdf",
  "png",
  "jpeg",
  "webp",
  "docx",
  "xlsx",
  "pptx",
  "odt",
  "ods",
  "csv",
  "text",
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** How strong a document is, the strongest first. */
export const EVIDENCE_STRENGTHS = ["primary", "third-party", "self-declared", "inferred"] as const;
export type EvidenceStrength = (typeof EVIDENCE_STRENGTHS)[number];

/** What a document can be evidence for, beside its supplier. */
export const EVIDENCE_FOR = ["finding", "action", "repayment"] as const;
export type EvidenceFor = (typeof EVIDENCE_FOR)[number];

/** What may be entered for a country, for people in danger. */
export const CONTACT_KINDS = ["hotline", "inspectorate", "referral"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** A document, encrypted in the data folder. Never changed but to mark it taken back; its file stays. */
const documentColumns = (k: ColumnKit) => ({
  id: k.text("id").primaryKey(),
  workspaceNo: k.int("workspace_no").notNull(),
  supplierNo: k.int("supplier_no").notNull(),
  fileName: k.text("file_name").notNull(),
  kind: k.enumText("kind", EVIDENCE_KINDS).notNull(),
  /** Of the file as it was received. */
  bytes: k.int("bytes").notNull(),
  /** Of the file as it was received, hex. */
  sha256: k.text("sha256").notNull(),
  /** The encrypted file, relative to the data folder. */
  storedPath: k.text("stored_path").notNull(),
  shows: k.text("shows").notNull(),
  issuer: k.text("issuer").notNull(),
  /** `YYYY-MM-DD`; null when not known. */
  issuedOn: k.text("issued_on"),
  /** Last day on which it holds, `YYYY-MM-DD`; null when it does not end. */
  expiresOn: k.text("expires_on"),
  strength: k.enumText("strength", EVIDENCE_STRENGTHS).notNull(),
  /** Tier of the supply chain it is about, 1 and more; null when not known. */
  tier: k.int("tier"),
  site: k.text("site"),
  product: k.text("product"),
  recordedBy: k.text("recorded_by").notNull(),
  recordedAt: k.instant("recorded_at").notNull(),
  undoneBy: k.text("undone_by"),
  undoneAt: k.instant("undone_at"),
  undoneReason: k.text("undone_reason"),
});

/** Documents kept as evidence, what they back, and what stops messages to a supplier: docs/decisions/0023. */
export function evidenceTables(k: ColumnKit) {
  const evidence = k.table(
    "evidence",
    { ...documentColumns(k), accessClass: k.enumText("access_class", ACCESS_CLASSES).notNull() },
    (t) => [
      k.index("evidence_by_supplier").on(t.workspaceNo, t.supplierNo),
      k.index("evidence_by_hash").on(t.workspaceNo, t.sha256),
      k.index("evidence_by_id").on(t.workspaceNo, t.id),
    ],
  );

  /** A document that backs one protected finding and nothing else. No query of open documents reads this table. */
  const protectedEvidence = k.table(
    "protected_evidence",
    { ...documentColumns(k), findingId: k.text("finding_id").notNull() },
    (t) => [
      k.index("protected_evidence_by_finding").on(t.workspaceNo, t.findingId),
      k.index("protected_evidence_by_id").on(t.workspaceNo, t.id),
    ],
  );

  /** What a document backs. */
  const evidenceUses = k.table(
    "evidence_uses",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      evidenceId: k.text("evidence_id").notNull(),
      usedFor: k.enumText("used_for", EVIDENCE_FOR).notNull(),
      /** Id of the finding, the action or the repayment. */
      usedForId: k.text("used_for_id").notNull(),
      recordedBy: k.text("recorded_by").notNull(),
      recordedAt: k.instant("recorded_at").notNull(),
    },
    (t) => [
      k.uniqueIndex("evidence_uses_by_pair").on(t.workspaceNo, t.usedFor, t.usedForId, t.evidenceId),
      k.index("evidence_uses_by_evidence").on(t.workspaceNo, t.evidenceId),
    ],
  );

  /** Somebody may be in danger: nobody writes to the supplier until the hold is lifted. It says nothing of anyone. */
  const supplierHolds = k.table(
    "supplier_holds",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      supplierNo: k.int("supplier_no").notNull(),
      placedBy: k.text("placed_by").notNull(),
      placedAt: k.instant("placed_at").notNull(),
      /** Why it may be lifted, and who asks for it; null: nobody does. */
      liftReason: k.text("lift_reason"),
      liftAskedBy: k.text("lift_asked_by"),
      liftAskedAt: k.instant("lift_asked_at"),
      liftedBy: k.text("lifted_by"),
      liftedAt: k.instant("lifted_at"),
    },
    (t) => [k.index("supplier_holds_by_supplier").on(t.workspaceNo, t.supplierNo)],
  );

  /** Where people in danger find help in a country, as the workspace entered it with its source. */
  const dangerContacts = k.table(
    "danger_contacts",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** ISO 3166-1 alpha-2. */
      country: k.text("country").notNull(),
      kind: k.enumText("kind", CONTACT_KINDS).notNull(),
      name: k.text("name").notNull(),
      /** A number, an address, opening hours: of the body, never of a person. */
      contact: k.text("contact").notNull(),
      source: k.text("source").notNull(),
      /** The day the source was looked at, `YYYY-MM-DD`. */
      checkedOn: k.text("checked_on").notNull(),
      addedBy: k.text("added_by").notNull(),
      addedAt: k.instant("added_at").notNull(),
      withdrawnBy: k.text("withdrawn_by"),
      withdrawnAt: k.instant("withdrawn_at"),
    },
    (t) => [k.index("danger_contacts_by_country").on(t.workspaceNo, t.country)],
  );

  return { evidence, protectedEvidence, evidenceUses, supplierHolds, dangerContacts };
}
