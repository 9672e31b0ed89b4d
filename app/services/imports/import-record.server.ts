import { and, eq } from "drizzle-orm";
import type { AnyScope, Database, Queries, Step } from "../../../db/database";
import { findImport as storedImport } from "../../../db/queries/imports";
import type { ImportState } from "../../../db/schema/codes";
import type { InspectedFile } from "../../files/types";
import type { LedgerLine } from "../../imports/ledger-difference";
import type { MappingProposal } from "../../imports/types";
import { isProblem, Problem } from "../../lib/problem";
import type { BuildCounts } from "./build-generation.server";
import type { ListDifference } from "./compare-generations.server";
import { ImportSettings } from "./settings";

/** What is kept of an opened file. */
export interface Inspection {
  readonly file: InspectedFile;
  readonly proposal: MappingProposal;
  /** The file holds corrected rows; the table is the list they are of, with those rows in it. */
  readonly correction?: CorrectionOf;
}

/** Which list a file of corrected rows was put together with. */
export interface CorrectionOf {
  readonly importId: string;
  readonly fileName: string;
  /** Rows of the list that the corrected ones took the place of. */
  readonly replaced: number;
  readonly added: number;
  /** Rows of the whole, blank ones among them. */
  readonly rows: number;
}

/** Amounts as decimal text of ten-thousandths, since JSON has no whole numbers of that size. */
export interface StoredTotals {
  readonly currency: string;
  readonly file: string;
  readonly counted: string;
  readonly creditNotes: string;
  readonly setAside: string;
  readonly rejected: string;
}

/** What was counted when a list was built. */
export interface StoredSummary extends Omit<BuildCounts, "totals"> {
  readonly totals: readonly StoredTotals[];
  readonly levels: Readonly<Record<string, number>>;
  readonly bands: Readonly<Record<string, number>>;
  readonly difference: ListDifference;
  /** The generation that was published when the difference was counted; null when there was none. */
  readonly comparedWith: number | null;
  readonly model: { readonly id: string; readonly dataDate: string; readonly dataHash: string };
  /** Ids of the decisions about groups, payees and texts that it was built with. Absent: built before there were any. */
  readonly decisions?: readonly string[] | undefined;
  /** Mark of the recorded answers it was built with, see `readingsMark`. Absent: none. */
  readonly readings?: string | undefined;
  /** The general ledger's totals beside those of the file, as they stood when the list was published. */
  readonly ledger?: readonly LedgerLine[];
}

export interface StoredProblem {
  readonly code: string;
  readonly message: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** An import as its services see it. */
export interface ImportRecord {
  readonly id: string;
  readonly workspaceNo: number;
  readonly state: ImportState;
  readonly settings: ImportSettings;
  readonly inspection: Inspection | null;
  readonly generation: number | null;
  readonly previousGeneration: number | null;
  readonly summary: StoredSummary | null;
  readonly problem: StoredProblem | null;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly version: number;
  readonly uploadId: string;
  readonly upload: {
    readonly fileName: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly storedPath: string;
  };
}

/** @throws Problem `import.not-found` (404) for an id of another workspace as for one that never was. */
export async function findImport(db: Database, scope: AnyScope, importId: string): Promise<ImportRecord> {
  const record = await storedImport(db, scope, importId);
  if (!record) throw new Problem("import.not-found", "There is no such import in this workspace.", {}, 404);
  return {
    id: record.id,
    workspaceNo: record.workspaceNo,
    state: record.state,
    settings: ImportSettings.parse(record.settings ?? {}),
    inspection: record.inspection as Inspection | null,
    generation: record.generation,
    previousGeneration: record.previousGeneration,
    summary: record.summary as StoredSummary | null,
    problem: record.problem as StoredProblem | null,
    createdAt: record.createdAt,
    publishedAt: record.publishedAt,
    version: record.version,
    uploadId: record.uploadId,
    upload: record.upload,
  };
}

type ImportChange = Partial<{
  state: ImportState;
  settings: ImportSettings;
  inspection: Inspection | null;
  generation: number | null;
  previousGeneration: number | null;
  summary: StoredSummary | null;
  problem: StoredProblem | null;
  publishedAt: Date | null;
}>;

/** The write that changes an import as it was read; refused (StaleWriteError) when someone changed it since. */
export function changeImport(db: Database, q: Queries, seen: ImportRecord, change: ImportChange, now: Date): Step {
  const { imports } = db.t;
  return {
    write: q
      .update(imports)
      .set({ ...change, updatedAt: now, version: seen.version + 1 })
      .where(and(eq(imports.id, seen.id), eq(imports.version, seen.version))),
    rows: 1,
  };
}

/** An error as kept with an import; what is not a Problem is a fault of the program and says so. */
export function storedProblem(error: unknown): StoredProblem {
  if (isProblem(error)) return { code: error.code, message: error.message, values: error.values };
  return {
    code: "import.unexpected",
    message:
      "Candour met an error it did not expect while it read this file. The file is kept: try again, or tell whoever runs this server.",
    values: {},
  };
}
