import path from "node:path";
import type { Database, Scope } from "../../../db/database";
import { supplierSourceRows, type RegisterLine } from "../../../db/queries/register";
import { explain, whatWouldLower, whatWouldNarrow, type Ask, type Change, type Reason } from "../../../risk-models";
import type { Assessment, SupplierFacts } from "../../../risk-models/types";
import { readRecordAt } from "../../files/read-records.server";
import type { Inspection } from "../imports/import-record.server";
import { engineOfList } from "../scoring/kept-data.server";
import { factsOfLine } from "../scoring/register-line";
import { existsSync } from "node:fs";
import { decidedFacts, type DecidedFacts } from "./decided-facts.server";
import { shownSupplier } from "./shown-supplier.server";

/** One record of the file a supplier came from, as it was. */
export interface SourceRecord {
  /** Line, or row of the sheet. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface SupplierView {
  readonly line: RegisterLine;
  readonly facts: SupplierFacts;
  /** Which decision gave a fact. */
  readonly decided: DecidedFacts;
  readonly assessment: Assessment;
  /** SHA-256 of the reference data behind it. */
  readonly dataHash: string;
  /** Day of the newest of them. */
  readonly dataDate: string;
  /** Largest first; a floor that lifts the score stands before all. */
  readonly reasons: readonly Reason[];
  /** What to ask for first: the three answers that would narrow the range most. */
  readonly narrowing: readonly Ask[];
  /** What the supplier could change: from the closed list of practices and remedies only. */
  readonly changes: readonly Change[];
  readonly source: {
    readonly fileName: string;
    readonly sha256: string;
    readonly numbering: "line" | "row";
    readonly headers: readonly string[];
    readonly records: readonly SourceRecord[];
    /** Records in all; more than are shown when long. */
    readonly total: number;
  };
}

const SHOWN_RECORDS = 25;

/**
 * Everything a supplier's page says, recomputed from what is stored. Columns of persons, bank accounts and the buyer are not
 * shown. @throws Problem `supplier.not-found` (404) when the list that is shown has no such supplier.
 */
export async function supplierView(db: Database, scope: Scope, supplierId: string): Promise<SupplierView> {
  const { shown, line } = await shownSupplier(db, scope, supplierId);
  const { source, day: asOf } = shown;
  const { no: generation } = shown.generation;
  const engine = await engineOfList(db, asOf, shown.generation);
  const facts = factsOfLine(line, asOf);
  const assessment = engine.assess(facts);
  return {
    line,
    facts,
    decided: await decidedFacts(db, scope, generation, { supplierNo: line.supplierNo, isic: facts.sector.isic }),
    assessment,
    dataHash: shown.generation.dataHash,
    dataDate: shown.generation.dataDate,
    reasons: explain(assessment),
    narrowing: whatWouldNarrow(engine, facts),
    changes: whatWouldLower(engine, facts),
    source: {
      fileName: source.upload.fileName,
      sha256: source.upload.sha256,
      ...(await recordsOf(db, scope, generation, line, source.inspection)),
    },
  };
}

async function recordsOf(db: Database, scope: Scope, generation: number, line: RegisterLine, stored: unknown) {
  const { file, proposal } = stored as Inspection;
  const shown = proposal.columns.filter((column) => column.excluded === null);
  const none = {
    numbering: file.table.numbering,
    headers: shown.map((column) => column.header),
    records: [],
    total: line.rowCount,
  };
  if (!existsSync(path.resolve(file.table.path))) return none;
  const further = await supplierSourceRows(db, scope, generation, line.supplierNo, { limit: SHOWN_RECORDS - 1 });
  const records = [line, ...further.rows].map(({ line: number, byteOffset, byteLength }): SourceRecord => {
    const cells = readRecordAt(file.table, byteOffset, byteLength);
    return { line: number, cells: shown.map((column) => cells[column.index] ?? "") };
  });
  return { ...none, records };
}
