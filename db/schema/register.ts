import { SUMMARY_KINDS } from "./codes";
import type { ColumnKit } from "./kit.sqlite";

/**
 * The supplier register. `suppliers` is who exists; everything else belongs to one generation and is written by the
 * bulk port. Bulk tables have one key, `generation * 2^32 + n` (see `bulkKey`), and no secondary index, so that a load
 * appends and a generation is one range of the table.
 */
export function registerTables(k: ColumnKit) {
  const suppliers = k.table(
    "suppliers",
    {
      /** Given by the importer, counting up over the whole installation. */
      no: k.int("no").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      /** Public id; the number is readable from it (`supplierNoOf`), so it needs no index. */
      id: k.text("id").notNull(),
      /** Which identity the supplier is known by: place in the `IDENTITY_KINDS` of whoever imports, the strongest first. */
      keyKind: k.int("key_kind").notNull(),
      /** The identity's hash in two parts, each a whole number below 2^53. */
      keyHi: k.int("key_hi").notNull(),
      keyLo: k.int("key_lo").notNull(),
      bornGeneration: k.int("born_generation").notNull(),
    },
    (t) => [k.index("suppliers_by_workspace").on(t.workspaceNo)],
  );

  /** One line a supplier a generation. Facts are cleaned text or null when unknown; codes are in `codes.ts`. */
  const registerRows = k.table("register_rows", {
    /** `bulkKey(generation, supplierNo)`. */
    key: k.int("key").primaryKey(),
    workspaceNo: k.int("workspace_no").notNull(),
    generation: k.int("generation").notNull(),
    supplierNo: k.int("supplier_no").notNull(),
    name: k.text("name").notNull(),
    /** Normalised: for order and search. */
    nameKey: k.text("name_key").notNull(),
    /** ISO 3166-1 alpha-2. */
    seat: k.text("seat"),
    /** Place in ROLE_CODES. */
    role: k.int("role").notNull(),
    isic: k.text("isic"),
    /** Compact JSON `{ currency: [sum, credit notes] }`, ten-thousandths. */
    amounts: k.text("amounts"),
    /** Sum in the list's main currency, in whole units of it: for order only. */
    spendMain: k.real("spend_main"),
    rowCount: k.int("row_count").notNull(),
    /** Place in LEVEL_CODES. */
    level: k.int("level").notNull(),
    score: k.real("score"),
    /** Place in BAND_CODES. */
    band: k.int("band"),
    /** The plausible range. */
    rangeLow: k.real("range_low"),
    rangeHigh: k.real("range_high"),
    severity: k.int("severity"),
    likelihood: k.int("likelihood"),
    /** Higher = look first. */
    priority: k.int("priority").notNull(),
    /** What no statement looks into, packed: see `register-details.ts`. */
    details: k.bytes("details").notNull(),
  });

  /** Every record that is not the first of a supplier, and those set aside or left out. */
  const sourceRows = k.table("source_rows", {
    /** `bulkKey(generation, recordNo)`. */
    key: k.int("key").primaryKey(),
    line: k.int("line").notNull(),
    byteOffset: k.int("byte_offset").notNull(),
    byteLength: k.int("byte_length").notNull(),
    /** Place in OUTCOME_CODES. */
    outcome: k.int("outcome").notNull(),
    /** `bulkKey(generation, supplierNo)`; null when the record counts for no supplier. */
    supplierKey: k.int("supplier_key"),
    /** Ten-thousandths of the currency unit. */
    amount: k.int("amount"),
    currency: k.text("currency"),
    date: k.text("date"),
  });

  /** Which source rows a supplier has, written after publish: their record numbers in the order of the file. */
  const sourceLists = k.table(
    "source_lists",
    {
      /** `bulkKey(generation, supplierNo)`. */
      supplierKey: k.int("supplier_key").notNull(),
      /** 0, 1, 2 …, each but the last of SOURCES_PER_LIST records. */
      part: k.int("part").notNull(),
      /** Record numbers joined by spaces. */
      records: k.text("records").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.supplierKey, t.part] })],
  );

  /** What was repaired, set aside or left out, in the order of the records. */
  const rowIssues = k.table("row_issues", {
    /** `bulkKey(generation, issueNo)`; issueNo counts 0, 1, 2 … in the order of the file. */
    key: k.int("key").primaryKey(),
    recordNo: k.int("record_no").notNull(),
    line: k.int("line").notNull(),
    outcome: k.int("outcome").notNull(),
    code: k.text("code").notNull(),
    field: k.text("field"),
    found: k.text("found").notNull(),
  });

  /** Per currency, exact ten-thousandths as decimal text: file total = counted + set aside + rejected. */
  const controlTotals = k.table(
    "control_totals",
    {
      generation: k.int("generation").notNull(),
      /** ISO 4217; "" when the file does not say. */
      currency: k.text("currency").notNull(),
      fileTotal: k.text("file_total").notNull(),
      counted: k.text("counted").notNull(),
      /** The part of `counted` that is credit notes (zero or negative). */
      creditNotes: k.text("credit_notes").notNull(),
      setAside: k.text("set_aside").notNull(),
      rejected: k.text("rejected").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.generation, t.currency] })],
  );

  /** Counted once, when a generation is ready; dashboards and filters read these, never a million rows. */
  const summaryCounts = k.table(
    "summary_counts",
    {
      generation: k.int("generation").notNull(),
      kind: k.enumText("kind", SUMMARY_KINDS).notNull(),
      /** "" stands for unknown. */
      key: k.text("key").notNull(),
      count: k.int("count").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.generation, t.kind, t.key] })],
  );

  /** A supplier whose identity changed between two uploads, to be confirmed by a person. */
  const renameProposals = k.table(
    "rename_proposals",
    {
      generation: k.int("generation").notNull(),
      newSupplierNo: k.int("new_supplier_no").notNull(),
      oldSupplierNo: k.int("old_supplier_no").notNull(),
      reason: k.text("reason").notNull(),
      decision: k.enumText("decision", ["confirmed", "declined"]),
      decidedBy: k.text("decided_by"),
      decidedAt: k.instant("decided_at"),
    },
    (t) => [k.primaryKey({ columns: [t.generation, t.newSupplierNo, t.oldSupplierNo] })],
  );

  /**
   * The orders in which a published generation is paged, one narrow line a supplier and order, written after publish.
   * A page is one range of the key; what is filtered by stands beside it, packed, so that a filtered page reads narrow
   * lines only.
   */
  const registerPages = k.table("register_pages", {
    /** `pageSlot(generation, sort, position)`. */
    slot: k.int("slot").primaryKey(),
    supplierNo: k.int("supplier_no").notNull(),
    /** `traitsOf` the supplier: what it is filtered by. */
    traits: k.int("traits").notNull().default(0),
  });

  return {
    suppliers,
    registerRows,
    sourceRows,
    sourceLists,
    rowIssues,
    controlTotals,
    summaryCounts,
    renameProposals,
    registerPages,
  };
}
