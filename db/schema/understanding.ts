import type { ColumnKit } from "./kit.sqlite";

/** What people said about groups of rows, payees and texts, and what each list's groups add up to. */
export function understandingTables(k: ColumnKit) {
  /** A row is never changed but to mark it undone. Of two in force about the same thing the later one counts. */
  const understandingDecisions = k.table(
    "understanding_decisions",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      scope: k.enumText("scope", ["group", "payee", "text-country", "text-sector", "text-currency"]).notNull(),
      /** Normalised text that a person can read: `account:planned repairs`, a name, a text. */
      key: k.text("key").notNull(),
      /** What it was called when it was decided. */
      label: k.text("label").notNull(),
      /** Parsed by `Decision`. */
      decision: k.json("decision").notNull(),
      /** The same for decisions that were made at once, about several payees; null: made alone. */
      batch: k.text("batch"),
      decidedBy: k.text("decided_by").notNull(),
      decidedAt: k.instant("decided_at").notNull(),
      undoneAt: k.instant("undone_at"),
      undoneBy: k.text("undone_by"),
    },
    (t) => [k.index("understanding_decisions_by_key").on(t.workspaceNo, t.scope, t.key)],
  );

  /**
   * One line a group of a generation. Amounts are JSON `{ currency: whole ten-thousandths as text }`; the rows of a group are
   * open (nobody said what is bought), known (the list states it) or set aside by the check.
   */
  const generationGroups = k.table(
    "generation_groups",
    {
      generation: k.int("generation").notNull(),
      /** 0, 1, 2 … in the order of the file. */
      no: k.int("no").notNull(),
      key: k.text("key").notNull(),
      kind: k.text("kind").notNull(),
      label: k.text("label").notNull(),
      suppliers: k.int("suppliers").notNull(),
      rows: k.int("rows").notNull(),
      amounts: k.text("amounts").notNull(),
      knownRows: k.int("known_rows").notNull(),
      knownAmounts: k.text("known_amounts").notNull(),
      asideRows: k.int("aside_rows").notNull(),
      asideAmounts: k.text("aside_amounts").notNull(),
      /** JSON: reason → rows. */
      asideReasons: k.text("aside_reasons").notNull(),
      /** ISIC that most open rows were read as, and how many. */
      guess: k.text("guess"),
      guessRows: k.int("guess_rows").notNull(),
      /** JSON: names of payees with the largest payments. */
      samples: k.text("samples").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.generation, t.no] })],
  );

  /** The payees with most spend, and those decided about, with what each has in which group. */
  const generationPayees = k.table(
    "generation_payees",
    {
      generation: k.int("generation").notNull(),
      no: k.int("no").notNull(),
      /** `nameKey` of the payee. */
      key: k.text("key").notNull(),
      name: k.text("name").notNull(),
      /** Null when its rows are set aside by a decision. */
      supplierNo: k.int("supplier_no"),
      /** JSON: `PayeePart[]`. */
      parts: k.text("parts").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.generation, t.no] })],
  );

  /** Texts of a generation that no table knows. */
  const generationUnresolved = k.table(
    "generation_unresolved",
    {
      generation: k.int("generation").notNull(),
      no: k.int("no").notNull(),
      kind: k.text("kind").notNull(),
      key: k.text("key").notNull(),
      /** As first found. */
      text: k.text("text").notNull(),
      rows: k.int("rows").notNull(),
      amounts: k.text("amounts").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.generation, t.no] })],
  );

  /** Suppliers whose facts a decision gave. */
  const decidedSuppliers = k.table("decided_suppliers", {
    /** `bulkKey(generation, supplierNo)`. */
    key: k.int("key").primaryKey(),
    /** Ids of the decisions, strongest first, joined by ",". */
    decisions: k.text("decisions").notNull(),
  });

  return { understandingDecisions, generationGroups, generationPayees, generationUnresolved, decidedSuppliers };
}
