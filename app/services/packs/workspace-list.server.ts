import { existsSync } from "node:fs";
import type { AnyScope, Database } from "../../../db/database";
import { findOriginal } from "../../../db/queries/kept";
import { controlTotals } from "../../../db/queries/register";
import type { Config } from "../../lib/config.server";
import { Problem } from "../../lib/problem";
import { findImport } from "../imports/import-record.server";
import { shownList } from "../imports/shown-list.server";
import { sealOriginal } from "../originals/seal-original.server";
import type { PackedList } from "./pack-parts.server";
import { mappingOf } from "./packed-file.server";

/**
 * The list that is shown, as a pack takes it. Its original is put away first where that has not happened yet, so that what
 * must not stay is not in the kept file. @throws Problem `register.none` (404) before the first list is published,
 * `pack.kept-gone` (410).
 */
export async function listToPack(
  db: Database,
  scope: AnyScope,
  folder: Pick<Config, "dataDir" | "keepOriginalsDays">,
  now: Date,
): Promise<PackedList> {
  const shown = await shownList(db, scope);
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
    modelId: generation.modelId,
    dataDate: generation.dataDate,
    dataHash: generation.dataHash,
    totals: {
      kind: summary.kind,
      rows: summary.rows,
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
