import type { Database } from "../../../db/database";
import { bulkRange } from "../../../db/keys";
import type { LinesThen } from "../../../db/orders";
import { BAND_CODES, BASIS_CODES, LEVEL_CODES, ROLE_CODES, wordOf } from "../../../db/schema/codes";
import { FLOORS, LIKELIHOODS, SEVERITIES } from "../../../risk-models/types";
import { reasonsOfLine, regionOfLine, type RegisterColumn } from "../scoring/register-line";

/** A cell of the register as exported: numbers stay numbers. */
export type ExportCell = string | number | null;
/** What the columns read: all of `READ`, or of a page's line what the table shows. */
type Stored = Partial<Record<RegisterColumn, string | number | null>>;

interface ExportColumn {
  readonly header: string;
  readonly width: number;
  readonly from: (line: Stored) => ExportCell;
}

const text = (column: RegisterColumn, header: string, width: number): ExportColumn => ({
  header,
  width,
  from: (line) => line[column] ?? null,
});
const basis = (
  column: "seatBasis" | "placeOfWorkBasis" | "originBasis" | "sectorBasis",
  header: string,
): ExportColumn => ({
  header,
  width: 12,
  from: (line) => wordOf(BASIS_CODES, line[column] as number),
});

/** Amounts as "EUR 1234.5; GBP 20": exact decimals of what is kept in ten-thousandths. */
export function amountsText(stored: string | number | null): string | null {
  if (stored === null) return null;
  const amounts = JSON.parse(String(stored)) as Record<string, [sum: string, creditNotes: string]>;
  return Object.entries(amounts)
    .map(([currency, [sum]]) => `${currency ? `${currency} ` : ""}${decimalOf(sum)}`)
    .join("; ");
}

/** Ten-thousandths as a plain decimal: "12345000" is "1234.5". */
export function decimalOf(tenThousandths: string): string {
  const negative = tenThousandths.startsWith("-");
  const digits = tenThousandths.replace("-", "").padStart(5, "0");
  const fraction = digits.slice(-4).replace(/0+$/, "");
  return `${negative ? "-" : ""}${digits.slice(0, -4)}${fraction ? `.${fraction}` : ""}`;
}

const floorsText = (bits: number) => FLOORS.filter((_floor, bit) => bits & (1 << bit)).join("; ");

/** The register's columns, in the order of the file. Headers are fixed English names, so that files can be read by programs. */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  text("name", "name", 34),
  text("supplierNumber", "supplier_number", 14),
  text("registrationId", "registration_id", 16),
  text("seat", "seat", 6),
  basis("seatBasis", "seat_basis"),
  text("placeOfWork", "place_of_work", 8),
  basis("placeOfWorkBasis", "place_of_work_basis"),
  text("origin", "origin", 6),
  basis("originBasis", "origin_basis"),
  {
    header: "region",
    width: 8,
    from: (line) => {
      const region = line.region as string | null;
      return regionOfLine(region, "origin") ?? regionOfLine(region, "placeOfWork") ?? regionOfLine(region, "seat");
    },
  },
  { header: "role", width: 16, from: (line) => wordOf(ROLE_CODES, line.role as number) },
  text("city", "city", 16),
  text("address", "address", 28),
  text("isic", "isic", 6),
  basis("sectorBasis", "sector_basis"),
  text("sectorConfidence", "sector_confidence", 8),
  {
    header: "goods",
    width: 18,
    from: (line) => (line.goods === null ? null : String(line.goods).replaceAll("|", "; ")),
  },
  text("product", "product", 28),
  text("parent", "parent", 18),
  text("tier", "tier", 6),
  text("workers", "workers", 8),
  { header: "amounts", width: 20, from: (line) => amountsText(line.amounts ?? null) },
  text("rowCount", "rows", 6),
  { header: "level", width: 12, from: (line) => wordOf(LEVEL_CODES, line.level as number) },
  text("score", "score", 7),
  {
    header: "band",
    width: 9,
    from: (line) => (line.score === null ? null : (wordOf(BAND_CODES, line.band as number | null) ?? "between")),
  },
  text("rangeLow", "plausible_low", 7),
  text("rangeHigh", "plausible_high", 7),
  text("coverageContext", "coverage_context", 7),
  text("coverageSupplier", "coverage_supplier", 7),
  text("inherent", "inherent", 7),
  text("dimCountry", "country_score", 7),
  text("dimSector", "sector_score", 7),
  text("dimRecruitment", "recruitment_score", 7),
  text("releasedScore", "released_score", 7),
  { header: "likelihood", width: 12, from: (line) => LIKELIHOODS[line.likelihood as number] ?? null },
  { header: "severity", width: 12, from: (line) => SEVERITIES[line.severity as number] ?? null },
  { header: "priority", width: 7, from: (line) => (line.priority === 0 ? null : 5 - (line.priority as number)) },
  { header: "floors", width: 14, from: (line) => floorsText(line.floors as number) || null },
  {
    header: "reasons",
    width: 40,
    from: (line) => (line.reasons === null ? null : reasonsOfLine(String(line.reasons)).join("; ")),
  },
  text("line", "line", 7),
];

/** Stored columns the export reads. */
const READ: readonly RegisterColumn[] = [
  "name", "supplierNumber", "registrationId", "seat", "seatBasis", "region", "placeOfWork", "placeOfWorkBasis", "origin", "originBasis",
  "role", "city", "address", "isic", "sectorBasis", "sectorConfidence", "goods", "product", "parent", "tier", "workers", "amounts",
  "rowCount", "level", "score", "band", "rangeLow", "rangeHigh", "coverageContext", "coverageSupplier", "inherent", "dimCountry",
  "dimSector", "dimRecruitment", "releasedScore", "likelihood", "severity", "priority", "floors", "reasons", "line", "supplierNo",
]; // prettier-ignore
const SUPPLIER_NO = READ.indexOf("supplierNo");

/** Lines read at a time: some 15 ms of work, after which other requests of the process get their turn. */
const LINES_AT_A_TIME = 1000;

/**
 * The register of a generation, a line a supplier in the order of supplier numbers. Nothing of it is held in memory.
 * @param linesThen of a past day's list: the lines that were written again since.
 */
export async function* registerLines(
  db: Database,
  generation: number,
  linesThen?: LinesThen,
): AsyncGenerator<ExportCell[]> {
  const stored = {} as Stored;
  for await (const chunk of db.bulk.scan("registerRows", READ, bulkRange(generation), LINES_AT_A_TIME)) {
    const then = await linesThen?.(chunk.map((cells) => cells[SUPPLIER_NO] as number));
    for (const cells of chunk) {
      for (let i = 0; i < READ.length; i++) stored[READ[i]!] = cells[i]!;
      const line = then?.get(cells[SUPPLIER_NO] as number) ?? stored;
      yield EXPORT_COLUMNS.map((column) => column.from(line));
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

export const EXPORT_HEADERS = EXPORT_COLUMNS.map((column) => column.header);
