import type { ColumnKit } from "./kit.sqlite";

/** What can be noted of a contract. */
export const CONTRACT_ENTRY_KINDS = ["terms", "review", "review-done", "change", "termination"] as const;
export type ContractEntryKind = (typeof CONTRACT_ENTRY_KINDS)[number];

/** Contracts that came of a procedure, or of no procedure. What is noted of one is appended and never changed. */
export function contractTables(k: ColumnKit) {
  const contracts = k.table(
    "contracts",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      reference: k.text("reference").notNull(),
      title: k.text("title").notNull(),
      contractor: k.text("contractor").notNull(),
      /** The supplier of the workspace that the contractor is; null: none. */
      supplierNo: k.int("supplier_no"),
      /** The filed check it came of; null: none. */
      checkId: k.text("check_id"),
      /** `YYYY-MM-DD`; null: no end was agreed. */
      startsOn: k.text("starts_on").notNull(),
      endsOn: k.text("ends_on"),
      recordedBy: k.text("recorded_by").notNull(),
      recordedAt: k.instant("recorded_at").notNull(),
      version: k.int("version").notNull().default(1),
    },
    (t) => [
      k.index("contracts_by_workspace").on(t.workspaceNo, t.recordedAt),
      k.index("contracts_by_supplier").on(t.workspaceNo, t.supplierNo),
    ],
  );

  const contractEntries = k.table(
    "contract_entries",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      contractId: k.text("contract_id").notNull(),
      kind: k.enumText("kind", CONTRACT_ENTRY_KINDS).notNull(),
      contents: k.json("contents").notNull(),
      enteredBy: k.text("entered_by").notNull(),
      enteredAt: k.instant("entered_at").notNull(),
      /** 1, 2, 3 … in the contract. */
      position: k.int("position").notNull(),
    },
    (t) => [k.uniqueIndex("contract_entries_by_contract").on(t.workspaceNo, t.contractId, t.position)],
  );

  return { contracts, contractEntries };
}
