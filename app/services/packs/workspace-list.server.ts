import { existsSync } from "node:fs";
import type { AnyScope, Database } from "../../../db/database";
import { findOriginal } from "../../../db/queries/kept";
import { controlTotals, type Generation } from "../../../db/queries/register";
import type { Config } from "../../lib/config.server";
import { Problem } from "../../lib/problem";
import { findImport } from "../imports/import-record.server";
import { listNumbered, shownList } from "../imports/shown-list.server";
import { sealOriginal } from "../originals/seal-original.server";
import type { Totals } from "../../pack/rows";
import { issueRows, recordRows } from "./list-rows.server";
import type { PackedList } from "./pack-parts.server";
import { mappingOf } from "./packed-file.server";
import type { PackedGeneration } from "./report-list.server";

/**
 * A list as a pack takes it: the one that is shown, or the one that a report rests on. Its original is put away first where that has not happened yet, so that what
 * must not stay is not in the kept file. @throws Problem `register.none` (404) before the first list is published,
 * `pack.kept-gone` (410). @param of left out: the list that is shown.
 */
export async function listToPack(
  db: Database,
  scope: AnyScope,
  folder: Pick<Config, "dataDir" | "keepOriginalsDays">,
  now: Date,
  of: PackedGeneration | null = null,
): Promise<PackedList> {
  const shown = of === null ? await shownList(db, scope) : await listNumbered(db, scope, of.no);
  if (!shown) throw new Problem("register.none", "There is no published list yet. Upload one first.", {}, 404);
  const { generation, day } = shown;
  await sealOriginal(db, scope, shown.source.id, folder, now);
  const record = await findImport(db, scope, shown.source.id);
  const { inspection, summary, settings, upload } = record;
  if (!inspection || !summary) throw new Error(`Import ${record.id} has no list`);
  const original = await findOriginal(db, scope, record.uploadId);
  const { table } = inspection.file;
  if (original !== null && !existsSync(table.path))
    throw new Problem(
      "pack.kept-gone",
      "The kept copy of the list is not in the data folder any more, so that nobody could check the list in a pack. Bring it back from a backup, or upload the list again.",
      {},
      410,
    );
  return {
    generation: generation.no,
    importId: record.id,
    fileName: upload.fileName,
    sha256: upload.sha256,
    bytes: upload.bytes,
    day,
    until: of?.until ?? null,
    modelId: generation.modelId,
    dataDate: generation.dataDate,
    dataHash: generation.dataHash,
    totals: {
      kind: summary.kind,
      // What was read of the file is counted anew of a list that is not the last one built of it.
      rows: of === null || of.until === null ? summary.rows : await rowsRead(db, scope, generation),
      suppliers: generation.suppliers,
      currencies: (await controlTotals(db, scope, generation.no)).map((one) => ({
        currency: one.currency,
        file: one.fileTotal,
        counted: one.counted,
        creditNotes: one.creditNotes,
        setAside: one.setAside,
        rejected: one.rejected,
      })),
    },
    mapping: mappingOf(inspection.file, inspection.proposal, settings),
    kept:
      original !== null
        ? { path: table.path, cut: original.state !== "same", emptied: original.emptied as readonly string[] }
        : null,
  };
}

/** Records of a list by what became of them. Repaired are those of which something was told and that count. */
async function rowsRead(db: Database, scope: AnyScope, { no, suppliers }: Generation): Promise<Totals["rows"]> {
  const counts = { imported: suppliers, "set-aside": 0, "left-out": 0 };
  for await (const page of recordRows(db, scope, no)) for (const { outcome } of page) counts[outcome] += 1;
  const repaired = new Set<unknown>();
  for await (const page of issueRows(db, scope, no))
    for (const { record, outcome } of page as { readonly record: unknown; readonly outcome: unknown }[])
      if (outcome === "imported") repaired.add(record);
  const { imported, "set-aside": setAside, "left-out": leftOut } = counts;
  return { read: imported + setAside + leftOut, imported, repaired: repaired.size, setAside, leftOut };
}
