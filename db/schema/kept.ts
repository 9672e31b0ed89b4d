import { DIFFERENCE_KINDS, ORIGINAL_STATES } from "./codes";
import type { ColumnKit } from "./kit.sqlite";

/** What is kept of an upload beside its rows: the original, how its columns were read, how it differs from the list before. */
export function keptTables(k: ColumnKit) {
  /** One row an upload, written once its plain original is gone. */
  const originals = k.table(
    "originals",
    {
      uploadId: k.text("upload_id").primaryKey(),
      workspaceNo: k.int("workspace_no").notNull(),
      state: k.enumText("state", ORIGINAL_STATES).notNull(),
      /** The encrypted file, relative to the data folder; null in state `same`. */
      storedPath: k.text("stored_path"),
      /** Of the encrypted file. */
      bytes: k.int("bytes"),
      /** `string[]`: the columns whose cells were emptied in the kept copy, as the header names them. */
      emptied: k.json("emptied").notNull(),
      sealedAt: k.instant("sealed_at").notNull(),
      deleteAfter: k.instant("delete_after"),
      deletedAt: k.instant("deleted_at"),
    },
    (t) => [k.index("originals_by_end").on(t.state, t.deleteAfter)],
  );

  /** How a header set was read last time in a workspace. */
  const importMappings = k.table(
    "import_mappings",
    {
      workspaceNo: k.int("workspace_no").notNull(),
      /** SHA-256 of the normalised headers in alphabetical order, hex. */
      headerHash: k.text("header_hash").notNull(),
      /** `string[]`, as the file wrote them. */
      headers: k.json("headers").notNull(),
      /** A `RememberedReading`. */
      settings: k.json("settings").notNull(),
      /** The import it was chosen for. */
      importId: k.text("import_id").notNull(),
      updatedAt: k.instant("updated_at").notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.workspaceNo, t.headerHash] })],
  );

  /** The first suppliers of each kind of difference, in the order of supplier numbers, for the preview. */
  const listDifferences = k.table(
    "list_differences",
    {
      generation: k.int("generation").notNull(),
      kind: k.enumText("kind", DIFFERENCE_KINDS).notNull(),
      /** 0, 1, 2 … within the kind. */
      position: k.int("position").notNull(),
      supplierNo: k.int("supplier_no").notNull(),
      name: k.text("name").notNull(),
      /** The name before, where it differs. */
      oldName: k.text("old_name"),
      /** Columns of the register that differ, joined by "|"; null unless the kind is `changed`. */
      columns: k.text("columns"),
    },
    (t) => [k.primaryKey({ columns: [t.generation, t.kind, t.position] })],
  );

  return { originals, importMappings, listDifferences };
}
