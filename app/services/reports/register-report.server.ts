import type { AnyScope, Database } from "../../../db/database";
import { summaryCounts, type Generation, type RegisterLine } from "../../../db/queries/register";
import { topSuppliers } from "../../../db/queries/top-suppliers";
import { BAND_CODES, LEVEL_CODES, wordOf } from "../../../db/schema/codes";
import { modelById } from "../../../risk-models";
import { BANDS, LEVELS } from "../../../risk-models/types";
import { csvText } from "../../files/csv-writer.server";
import {
  MOST_TOP_ROWS,
  registerReport,
  type RegisterFacts,
  type RegisterReport,
  type ReportRow,
} from "../../reports/register-report";
import { EXPORT_COLUMNS, EXPORT_HEADERS } from "../register/register-export.server";
import { reasonsOfLine } from "../scoring/register-line";
import { sectorNames, sourcesOfModel } from "./report-sources.server";

/** What the caller knows of the list; the register itself says the rest. */
export type ReportContext = Pick<RegisterFacts, "workspace" | "list" | "made" | "rows" | "totals"> & {
  /** Suppliers in the table, at most. */
  readonly rowsShown: number;
  /** Hashes of the files that hold every supplier; asked for only where the table does not. */
  readonly full: () => Promise<RegisterFacts["full"]>;
};

export interface ReportWithRows {
  readonly report: RegisterReport;
  /** The rows of the report's table with every column of the register, as CSV. */
  readonly csv: string;
}

/** The report of one generation. @throws Error when its model is not one of this version's. */
export async function reportOfRegister(
  db: Database,
  scope: AnyScope,
  generation: Generation,
  { rowsShown, full, ...context }: ReportContext,
): Promise<ReportWithRows> {
  const model = modelById(generation.modelId);
  if (!model) throw new Error(`There is no risk model ${generation.modelId}`);
  const counts = await summaryCounts(db, scope, generation.no, ["level", "band", "seat", "isic"]);
  const countOf = (kind: string, key: string) =>
    counts.find((count) => count.kind === kind && count.key === key)?.count ?? 0;
  const { suppliers } = generation;
  const top = await topSuppliers(db, scope, generation.no, Math.min(rowsShown, MOST_TOP_ROWS));
  const nameOf = sectorNames();
  const report = registerReport({
    ...context,
    model: { id: generation.modelId, dataDate: generation.dataDate, dataHash: generation.dataHash },
    suppliers,
    levels: Object.fromEntries(LEVELS.map((level) => [level, countOf("level", level)])) as RegisterReport["levels"],
    bands: Object.fromEntries(BANDS.map((band) => [band, countOf("band", band)])) as RegisterFacts["bands"],
    known: { country: suppliers - countOf("seat", ""), sector: suppliers - countOf("isic", "") },
    top: top.map((line) => rowOf(line, nameOf)),
    full: top.length < suppliers ? await full() : [],
    sources: sourcesOfModel(model),
  });
  return { report, csv: csvOf(top) };
}

function rowOf(line: RegisterLine, nameOf: (isic: string | null) => string | null): ReportRow {
  const { name, supplierNumber, seat, isic, product, level, score, band, rangeLow, rangeHigh, priority } = line;
  return {
    name,
    supplierNumber,
    country: seat,
    isic,
    sector: nameOf(isic),
    product,
    level: wordOf(LEVEL_CODES, level),
    score,
    released: line.releasedScore,
    band: wordOf(BAND_CODES, band),
    plausible: rangeLow === null || rangeHigh === null ? null : [rangeLow, rangeHigh],
    coverage: { context: line.coverageContext ?? 0, supplier: line.coverageSupplier ?? 0 },
    // Stored the other way round, so that an index is read from its end.
    priority: priority === 0 ? null : 5 - priority,
    reasons: reasonsOfLine(line.reasons),
  };
}

function csvOf(lines: readonly RegisterLine[]): string {
  const records = [EXPORT_HEADERS, ...lines.map((line) => EXPORT_COLUMNS.map((column) => column.from(line)))];
  return csvText(records);
}
