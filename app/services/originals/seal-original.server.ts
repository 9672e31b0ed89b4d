import { existsSync } from "node:fs";
import { open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { eq } from "drizzle-orm";
import { event } from "../../../db/audit-events";
import type { AnyScope, Database } from "../../../db/database";
import { findOriginal } from "../../../db/queries/kept";
import { summaryCounts } from "../../../db/queries/register";
import { emptyCells } from "../../files/empty-cells.server";
import { encryptFile, sha256OfEncrypted } from "../../files/encrypted-file.server";
import { instanceKey } from "../../files/instance-key.server";
import { syncFolder } from "../../files/sync-folder.server";
import type { TableText } from "../../files/types";
import { looksPersonal, personalCells, type PersonalCells } from "../../imports/personal-columns";
import type { Config } from "../../lib/config.server";
import { cellsToEmpty } from "./cells-to-empty";
import { findImport, type ImportRecord, type Inspection } from "../imports/import-record.server";

const DAY_MS = 24 * 60 * 60 * 1000;
const CLOSED: ReadonlySet<string> = new Set(["published", "undone", "discarded"]);

type Folder = Pick<Config, "dataDir" | "keepOriginalsDays">;

/**
 * Takes the plain original of a published or discarded import away. Where nothing must be taken out of it (no column of
 * persons or bank accounts, no person's number, no workbook), the file as received is the kept file and nothing is done.
 * Else the original is encrypted, read back and compared with what was received, and only then replaced by the kept
 * copy: the same records at the same places with those cells emptied; of a workbook, the sheet that was read.
 *
 * Each step is whole or not there, and comes after the one it relies on, so that a run that was killed is simply run
 * again. @throws Error when what lies on disk is not what was received; nothing has been taken away then.
 */
export async function sealOriginal(
  db: Database,
  scope: AnyScope,
  importId: string,
  folder: Folder,
  now: Date,
): Promise<void> {
  const seen = await findImport(db, scope, importId);
  if (!CLOSED.has(seen.state) || (await findOriginal(db, scope, seen.uploadId)) !== null) return;
  const personal = seen.inspection ? personalCells(seen.inspection.proposal) : null;
  const plain = path.join(folder.dataDir, seen.upload.storedPath);
  const takesOut = await mustTakeOut(db, scope, seen, personal, plain);
  if (takesOut) await encryptAndReplace(seen, personal, plain, folder);
  const bytes = takesOut ? await sizeOf(path.join(folder.dataDir, encryptedPath(seen))) : null;
  const deleteAfter = takesOut ? new Date(now.getTime() + folder.keepOriginalsDays * DAY_MS) : null;
  const emptied = takesOut && personal ? [...personal.headers] : [];
  const sealed = event("original.sealed", {
    importId,
    uploadId: seen.uploadId,
    sha256: seen.upload.sha256,
    encrypted: takesOut,
    emptied,
    deleteAfter: deleteAfter?.toISOString() ?? null,
  });
  const { originals, imports } = db.t;
  await db.commit(scope, sealed, (q) => [
    q.insert(originals).values({
      uploadId: seen.uploadId,
      workspaceNo: seen.workspaceNo,
      state: takesOut ? "encrypted" : "same",
      storedPath: takesOut ? encryptedPath(seen) : null,
      bytes,
      emptied,
      sealedAt: now,
      deleteAfter,
      deletedAt: null,
    }),
    ...(takesOut && seen.inspection && personal
      ? [
          q
            .update(imports)
            .set({ inspection: withoutPersonal(seen.inspection, personal) })
            .where(eq(imports.id, importId)),
        ]
      : []),
  ]);
}

/** Relative to the data folder. */
const encryptedPath = ({ workspaceNo, uploadId }: ImportRecord): string =>
  path.join("originals", String(workspaceNo), uploadId);

async function mustTakeOut(
  db: Database,
  scope: AnyScope,
  { inspection, generation, state }: ImportRecord,
  personal: PersonalCells | null,
  plain: string,
): Promise<boolean> {
  // What was never opened cannot be looked through. Of a workbook one sheet was read, and nobody knows what else it holds:
  // the table that was read is a file of its own there, as it is for a list with corrected rows.
  if (!inspection || !personal || personal.columns.length > 0) return true;
  if (path.resolve(inspection.file.table.path) !== path.resolve(plain)) return true;
  if (personal.registration === null) return false;
  // The rows of a list that was put away are swept, so nobody counts any more.
  if (generation === null || state === "discarded") return true;
  const issues = await summaryCounts(db, scope, generation, ["issue"]);
  return issues.some(({ key }) => key.endsWith(":registration.personal"));
}

async function encryptAndReplace(
  seen: ImportRecord,
  personal: PersonalCells | null,
  plain: string,
  folder: Folder,
): Promise<void> {
  const target = path.join(folder.dataDir, encryptedPath(seen));
  const key = await instanceKey(folder.dataDir);
  const wanted = seen.upload.sha256;
  // The encrypted file takes its name when it is complete, and the plain one is replaced after that: where it stands, the
  // plain one may be the kept copy already.
  if (!existsSync(target)) {
    const { sha256 } = await encryptFile(plain, target, key, seen.uploadId);
    if (sha256 !== wanted || (await sha256OfEncrypted(target, key, seen.uploadId)) !== wanted) {
      await rm(target, { force: true });
      throw new Error(`The file of upload ${seen.uploadId} is not the one that was received`);
    }
  } else if ((await sha256OfEncrypted(target, key, seen.uploadId)) !== wanted)
    throw new Error(`The encrypted original of upload ${seen.uploadId} does not hold what was received`);
  const table = seen.inspection?.file.table ?? null;
  if (table && personal && existsSync(table.path)) await replaceByCopy(table, seen.inspection!, personal);
  // Of a workbook the sheet's own file is the kept copy; of what was never opened there is none.
  const separate = table !== null && path.resolve(table.path) !== path.resolve(plain) ? table.path : null;
  if (table === null || separate !== null) await rm(plain, { force: true });
  await emptyFolder(path.join(folder.dataDir, "tables", seen.id), separate);
}

/** Takes away what else was written out of a workbook on the way: sheets that were looked at first, rows that were merged. */
async function emptyFolder(folder: string, but: string | null): Promise<void> {
  const files = await readdir(folder).catch(() => []);
  for (const file of files)
    if (but === null || path.join(folder, file) !== path.resolve(but))
      await rm(path.join(folder, file), { force: true });
}

async function replaceByCopy(table: TableText, { proposal }: Inspection, personal: PersonalCells): Promise<void> {
  const { columns, registration } = personal;
  if (columns.length === 0 && registration === null) return;
  const copy = `${table.path}.copy`;
  // A file that cannot be read to its end cannot be emptied either: then there is no kept copy.
  if (emptyCells(table, copy, cellsToEmpty(proposal, personal)) === null) await rm(table.path, { force: true });
  else await rename(copy, table.path);
  await syncFolder(path.dirname(table.path));
}

async function sizeOf(file: string): Promise<number> {
  const handle = await open(file, "r");
  try {
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}

/** What is kept of the opened file, without cells that are not kept. */
function withoutPersonal(inspection: Inspection, personal: PersonalCells): Inspection {
  const { file, proposal } = inspection;
  const out = new Set(personal.columns);
  const { registration } = personal;
  const isOut = (cell: string, column: number) =>
    out.has(column) || looksPersonal(cell) || (registration?.column === column && registration.isPersonal(cell));
  const blankFor = (cell: string, column: number) => (registration?.column === column ? "*".repeat(cell.length) : "");
  return {
    ...inspection,
    file: {
      ...file,
      sample: file.sample.map((record, i) =>
        i < proposal.firstDataRecord
          ? record
          : record.map((cell, column) => (isOut(cell, column) ? blankFor(cell, column) : cell)),
      ),
      oddRecords: file.oddRecords.map(({ line }) => ({ line, text: "" })),
    },
    proposal: {
      ...proposal,
      columns: proposal.columns.map((column) => ({
        ...column,
        samples: column.samples.filter((sample) => !isOut(sample, column.index)),
      })),
    },
  };
}
