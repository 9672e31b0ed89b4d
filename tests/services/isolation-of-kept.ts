/** What is kept of an upload, for the test that one workspace never sees another: a place's rows, and what is asked of them. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { buffer, text } from "node:stream/consumers";
import type { InspectedFile } from "../../app/files/types";
import { normaliseHeader } from "../../app/imports/header-text";
import type { MappingProposal } from "../../app/imports/types";
import { takeProposal } from "../../app/services/imports/choose-settings.server";
import { exportCorrections } from "../../app/services/imports/export-corrections.server";
import { exportDifferences } from "../../app/services/imports/list-differences.server";
import { mergeCorrection } from "../../app/services/imports/merge-correction.server";
import { publishGeneration } from "../../app/services/imports/publish-import.server";
import { headerHash, readAsLastTime } from "../../app/services/imports/remember-reading.server";
import { defaultSettings } from "../../app/services/imports/settings";
import { stateLedgerTotals } from "../../app/services/imports/state-ledger-totals.server";
import { downloadOriginal } from "../../app/services/originals/download-original.server";
import { sealOriginal } from "../../app/services/originals/seal-original.server";
import { event } from "../../db/audit-events";
import type { Database, Scope } from "../../db/database";
import * as kept from "../../db/queries/kept";
import { A_DAY, aFolder, aGeneration, scopeOf, type AWorkspace } from "../builders";

export interface KeptPlace {
  /** An upload whose original was sealed. */
  readonly sealedId: string;
  /** A list with headers of this workspace alone, which were read before. */
  readonly known: { readonly file: InspectedFile; readonly proposal: MappingProposal };
}

interface Asked extends KeptPlace {
  readonly generation: number;
  readonly importId: string;
  readonly waiting: { readonly importId: string; readonly generation: number };
}
type Ask = (scope: Scope, of: Asked) => Promise<unknown>;

/** What a page reads of an import besides its numbers. */
export const inspectionOf = (file: string) => ({
  file: {
    table: { path: file, encoding: "utf-8", delimiter: ",", skipBytes: 0, numbering: "line" },
    sample: [["Supplier name"], ["Mill"]],
  },
  proposal: { columns: [], mapping: { name: 0 }, headerRecord: 0, firstDataRecord: 1, numberFormat: { decimal: "." } },
});

/** Rows of the workspace, marked with `word`. */
export async function aKeptPlace(
  db: Database,
  workspace: AWorkspace,
  word: string,
  importId: string,
): Promise<KeptPlace> {
  const sealed = await aGeneration(db, workspace, { published: false, fileName: `sealed ${word}.csv` });
  const header = `Supplier ${word}`;
  const known = {
    file: { sample: [[header], ["Mill"]] } as unknown as InspectedFile,
    proposal: { headerRecord: 0, columns: [{ header, index: 0 }] } as unknown as MappingProposal,
  };
  const { originals, importMappings } = db.t;
  const asSealed = event("original.sealed", {
    importId: sealed.importId,
    uploadId: sealed.uploadId,
    sha256: "0",
    encrypted: false,
    emptied: [word],
    deleteAfter: null,
  });
  await db.commit(scopeOf(workspace), asSealed, (q) => [
    q.insert(originals).values({
      uploadId: sealed.uploadId,
      workspaceNo: workspace.no,
      state: "same",
      emptied: [word],
      sealedAt: A_DAY,
    }),
    q.insert(importMappings).values({
      workspaceNo: workspace.no,
      headerHash: headerHash(known.proposal)!,
      headers: [header],
      settings: {
        ...defaultSettings(),
        mapping: { name: { header: normaliseHeader(header), nth: 0 } },
        product: word,
      },
      importId,
      updatedAt: A_DAY,
    }),
  ]);
  return { sealedId: sealed.uploadId, known };
}

/** What is asked, with the scope of one and the ids of the other. */
export const keptReads = (db: () => Database): Readonly<Record<string, Ask>> => ({
  "db/queries/kept.ts findOriginal": (scope, of) => kept.findOriginal(db(), scope, of.sealedId),
  "db/queries/kept.ts rememberedMapping": (scope, of) =>
    kept.rememberedMapping(db(), scope, headerHash(of.known.proposal)!),
  "db/queries/kept.ts listDifferences": (scope, of) => kept.listDifferences(db(), scope, of.generation, "new"),
  "app/services/imports/remember-reading.server.ts readAsLastTime": (scope, of) =>
    readAsLastTime(db(), scope, of.known.file, of.known.proposal, defaultSettings()),
  "app/services/imports/merge-correction.server.ts mergeCorrection": async (scope, of) => {
    const out = aFolder();
    try {
      const file = path.join(out.path, "rows.csv");
      writeFileSync(file, `Candour: line (${of.importId})\n2\n`);
      const table = { path: file, encoding: "utf-8", delimiter: ",", skipBytes: 0, numbering: "line" } as const;
      const sample = [[`Candour: line (${of.importId})`], ["2"]];
      const merged = await mergeCorrection(
        db(),
        scope,
        { table, sample } as unknown as InspectedFile,
        defaultSettings(),
        out.path,
      );
      return merged?.correction;
    } finally {
      out.remove();
    }
  },
  "app/services/imports/export-corrections.server.ts exportCorrections": async (scope, of) => {
    const say = () => "";
    const words = { sheet: "Rows", line: "", why: "", advice: "", surplus: "", explain: say, advise: say };
    const { fileName, stream } = await exportCorrections(db(), scope, of.importId, words);
    return [fileName, (await buffer(stream)).length];
  },
  "app/services/imports/list-differences.server.ts exportDifferences": async (scope, of) =>
    text((await exportDifferences(db(), scope, of.importId, null)).stream),
});

/** What changes something: with the scope of another it changes nothing of theirs. */
export const keptChanges = (db: () => Database, dataDir: string): Readonly<Record<string, Ask>> => ({
  "app/services/imports/choose-settings.server.ts takeProposal": (scope, of) =>
    takeProposal(db(), scope, of.waiting.importId, A_DAY),
  "app/services/imports/publish-import.server.ts publishGeneration": (scope, of) =>
    db().commitPlain((q) => [publishGeneration(db(), q, scope, of.waiting.generation)]),
  "app/services/imports/state-ledger-totals.server.ts stateLedgerTotals": (scope, of) =>
    stateLedgerTotals(db(), scope, of.waiting.importId, { EUR: "1" }, A_DAY),
  "app/services/originals/seal-original.server.ts sealOriginal": (scope, of) =>
    sealOriginal(db(), scope, of.importId, { dataDir: dataDir, keepOriginalsDays: 30 }, A_DAY),
  "app/services/originals/download-original.server.ts downloadOriginal": async (scope, of) =>
    text((await downloadOriginal(db(), scope, of.importId, dataDir)).stream),
});
