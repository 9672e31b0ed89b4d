import type { ColumnKit } from "./kit.sqlite";

/** What can be told of the buyer's own ways of buying. `withdrawn`: an entry does not count any more. */
export const BUYING_KINDS = ["contract", "floor", "orders", "payments", "training", "owner", "withdrawn"] as const;
export type BuyingKind = (typeof BUYING_KINDS)[number];

/** What no other record holds of how a buyer buys; rows are appended and never changed. */
export function demandTables(k: ColumnKit) {
  const buyingEntries = k.table(
    "buying_entries",
    {
      id: k.text("id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      kind: k.enumText("kind", BUYING_KINDS).notNull(),
      /** The contract it is about; null: none. */
      contractId: k.text("contract_id"),
      /** As `app/demand/entries.ts` has it for the kind. */
      contents: k.json("contents").notNull(),
      enteredBy: k.text("entered_by").notNull(),
      enteredAt: k.instant("entered_at").notNull(),
    },
    (t) => [k.index("buying_entries_by_workspace").on(t.workspaceNo, t.enteredAt)],
  );

  return { buyingEntries };
}
