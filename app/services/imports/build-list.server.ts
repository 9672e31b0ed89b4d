import type { AnyScope, Database } from "../../../db/database";
import { markGenerationReady } from "../../../db/queries/generations";
import { findGeneration } from "../../../db/queries/register";
import type { CurrencyTotals } from "../../imports/control-totals";
import type { Understanding } from "../../groups/decision";
import { assessorFor, dayOf, type Assessor, type RiskData } from "../scoring/assessor.server";
import { buildGeneration, type BuildInput, type Built } from "./build-generation.server";
import type { ImportRecord, Inspection, StoredSummary, StoredTotals } from "./import-record.server";
import { rowSetupOf } from "./read-list.server";

/** A list on its way into a generation: the import it is of, what it is judged with, what was decided about it. */
export interface ListInWork {
  readonly record: ImportRecord & { readonly inspection: Inspection };
  readonly assessor: Assessor;
  readonly understanding: Understanding;
  /** Null: what this version brings. */
  readonly data: RiskData | null;
}

/**
 * An import as its list is built, with reference data kept from before or, new, those this version brings. Asked for before the file
 * was opened, it is a fault of the program.
 */
export function listInWork(
  record: ImportRecord,
  understanding: Understanding,
  data: RiskData | null = null,
): ListInWork {
  const { inspection } = record;
  if (!inspection) throw new Error(`Import ${record.id} was not inspected`);
  const assessor = assessorFor(dayOf(record.createdAt), record.settings.model, data);
  return { record: { ...record, inspection }, assessor, understanding, data };
}

/** Reads, checks, resolves and scores the whole file into a generation, with its control totals. */
export async function writeList(
  db: Database,
  generation: number,
  { record, assessor, understanding, data }: ListInWork,
  hooks: Pick<BuildInput, "repeated" | "onProgress" | "cancelled">,
): Promise<Built> {
  const { file, proposal } = record.inspection;
  const built = await buildGeneration(db, {
    workspaceNo: record.workspaceNo,
    generation,
    rows: rowSetupOf({ inspected: file, proposal }, record.settings, dayOf(record.createdAt), understanding, data),
    engine: assessor.engine,
    ...hooks,
  });
  const totals = db.bulk.writer("controlTotals", [
    "generation",
    "currency",
    "fileTotal",
    "counted",
    "creditNotes",
    "setAside",
    "rejected",
  ]);
  for (const t of built.counts.totals.map(storedTotals))
    totals.add([generation, t.currency, t.file, t.counted, t.creditNotes, t.setAside, t.rejected]);
  await db.bulk.flush([totals]);
  return built;
}

/**
 * Counts a written list, says that it may be shown, and gives what is kept of it beside its import.
 * @throws Error when the workspace has no such list.
 */
export async function countList(
  db: Database,
  scope: AnyScope,
  generation: number,
  { assessor: { engine, dataHash, dataDate }, understanding }: ListInWork,
  { counts, tally, applied }: Built,
  compared: Pick<StoredSummary, "difference" | "comparedWith">,
): Promise<StoredSummary> {
  if (!(await findGeneration(db, scope, generation))) throw new Error(`The workspace has no list ${generation}`);
  const counted = await db.summary.count(generation, tally);
  await markGenerationReady(db, scope, generation, { suppliers: counts.suppliers, records: counts.rows.read });
  const of = (kind: string) => Object.fromEntries(counted.filter((c) => c.kind === kind).map((c) => [c.key, c.count]));
  return {
    ...counts,
    totals: counts.totals.map(storedTotals),
    levels: of("level"),
    bands: of("band"),
    ...compared,
    model: { id: engine.model, dataDate, dataHash },
    decisions: understanding.decisions.map(({ id }) => id),
    readings: applied.mark,
  };
}

/** Totals of one currency as kept: exact decimal text. */
function storedTotals(total: CurrencyTotals): StoredTotals {
  return {
    currency: total.currency,
    file: String(total.file.net),
    counted: String(total.counted.net),
    creditNotes: String(total.counted.credits),
    setAside: String(total.setAside.net),
    rejected: String(total.rejected.net),
  };
}
