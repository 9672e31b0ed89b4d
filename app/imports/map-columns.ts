/** From the first records of a table to a proposal: which record is the header, which column is which field, how cells are written. */
import { Problem } from "../lib/problem";
import { assignFields, describeColumns } from "./assign-fields";
import type { Column } from "./assign-fields";
import { IMPORT_FIELD_NAMES, isFieldName } from "./fields";
import type { FieldName } from "./fields";
import { findHeader } from "./find-header";
import { normaliseHeader } from "./header-text";
import { planReading } from "./reading-plan";
import type { ColumnProposal, Mapping, MappingProposal } from "./types";

type Records = readonly (readonly string[])[];

export interface ProposeOptions {
  /** 0-based record of the header, or `none`; left out: it is looked for. */
  readonly header?: "none" | number | undefined;
  /** `--map FIELD=HEADER`: a header as written (any case), or the number of a column, from 1. Nothing else competes for it. */
  readonly force?: Readonly<Partial<Record<string, string>>> | undefined;
  /** The mapping as the user left it: taken whole, and only the ways of writing are decided. */
  readonly mapping?: Mapping | undefined;
  /** Without a name column: false gives a proposal that lacks it (for the page where it is chosen); default true, a Problem. */
  readonly requireName?: boolean | undefined;
}

/**
 * @param sample the first records (a few hundred are enough), titles and header among them.
 * @throws Problem `mapping.no-name`, `mapping.unknown-field`, `mapping.unknown-header`, `mapping.empty`, `mapping.no-header-record`.
 */
export function proposeMapping(sample: Records, options: ProposeOptions = {}): MappingProposal {
  if (!sample.some((record) => record.some((cell) => cell.trim() !== "")))
    throw new Problem("mapping.empty", "The table holds no text. Choose another sheet or file.");
  const { headerRecord, firstDataRecord } = whereHeader(sample, options.header);
  const headerCells =
    headerRecord === null
      ? []
      : sample[headerRecord]!.map((cell) =>
          cell
            .replace(/^(?:\ufeff|ï»¿)+/, "")
            .replace(/\s+/g, " ")
            .trim(),
        );
  const data = sample.slice(firstDataRecord).filter((record) => record.some((cell) => cell.trim() !== ""));
  const columns = describeColumns(headerCells, tableWidth(headerCells, data), data);
  const forced = options.mapping ?? forcedColumns(columns, options.force ?? {});
  const assigned = assignFields(columns, forced, headerRecord !== null);
  const mapping: Mapping = options.mapping ?? assigned.mapping;
  if (mapping.name === undefined && (options.requireName ?? true)) throw noName(columns, headerRecord !== null);
  const plan = planReading(columns, mapping, assigned.transactionColumn);
  const fieldOf = new Map(Object.entries(mapping).map(([field, index]) => [index, field as FieldName]));
  const proposals = columns.map((column): ColumnProposal => ({
    index: column.index,
    header: column.header,
    field: fieldOf.get(column.index) ?? null,
    excluded: fieldOf.has(column.index) ? null : (assigned.excluded[column.index] ?? null),
    samples: column.values.samples,
    candidates: assigned.candidates[column.index] ?? [],
  }));
  return {
    headerRecord,
    firstDataRecord,
    columns: proposals,
    mapping,
    nameAlternatives: assigned.nameAlternatives,
    transactionColumn: assigned.transactionColumn,
    ...plan,
  };
}

function whereHeader(
  sample: Records,
  header: "none" | number | undefined,
): { headerRecord: number | null; firstDataRecord: number } {
  if (header === undefined) return findHeader(sample);
  if (header === "none") return { headerRecord: null, firstDataRecord: 0 };
  if (!Number.isInteger(header) || header < 0 || header >= sample.length)
    throw new Problem(
      "mapping.no-header-record",
      `There is no record ${header} among the first ${sample.length} records. Give the header as a record number from 0.`,
      { header, records: sample.length },
    );
  return { headerRecord: header, firstDataRecord: header + 1 };
}

/** Columns that have a header or hold something; nameless empty columns at the end are none. */
function tableWidth(headers: readonly string[], data: Records): number {
  let width = headers.length;
  while (width > 0 && headers[width - 1] === "") width--;
  const counts = new Map<number, number>();
  for (const record of data) {
    let used = record.length;
    while (used > width && record[used - 1]!.trim() === "") used--;
    if (used > width) counts.set(used, (counts.get(used) ?? 0) + 1);
  }
  // A few long records are broken records; half of them are nameless columns.
  let over = 0;
  for (const [, count] of counts) over += count;
  if (width === 0 || over > data.length * 0.5) {
    let widest = width;
    for (const [used, count] of counts) if (count >= data.length * 0.1) widest = Math.max(widest, used);
    return widest === 0 ? Math.max(...counts.keys()) : widest;
  }
  return width;
}

function forcedColumns(
  columns: readonly Column[],
  force: Readonly<Partial<Record<string, string>>>,
): Partial<Record<FieldName, number>> {
  const forced: Partial<Record<FieldName, number>> = {};
  for (const [field, wanted] of Object.entries(force)) {
    if (wanted === undefined) continue;
    if (!isFieldName(field))
      throw new Problem(
        "mapping.unknown-field",
        `There is no field "${field}". The fields are: ${IMPORT_FIELD_NAMES.join(", ")}.`,
        { field, fields: IMPORT_FIELD_NAMES.join(", ") },
      );
    const column = findColumn(columns, wanted);
    if (column === undefined)
      throw new Problem(
        "mapping.unknown-header",
        `The table has no column "${wanted}" (wanted for ${field}). Its columns are: ${headerList(columns)}.`,
        { field, header: wanted, headers: headerList(columns) },
      );
    forced[field] = column.index;
  }
  return forced;
}

function findColumn(columns: readonly Column[], wanted: string): Column | undefined {
  const plain = normaliseHeader(wanted);
  const text = wanted.replace(/\s+/g, " ").trim();
  return (
    columns.find((column) => column.header === text) ??
    columns.find((column) => column.header !== "" && column.header.toLowerCase() === text.toLowerCase()) ??
    (plain === "" ? undefined : columns.find((column) => column.matched.text.full === plain)) ??
    (/^\d{1,4}$/.test(text) ? columns[Number(text) - 1] : undefined)
  );
}

const headerList = (columns: readonly Column[]): string =>
  columns.map((column) => (column.header === "" ? `${column.index + 1} (no header)` : `"${column.header}"`)).join(", ");

function noName(columns: readonly Column[], hasHeader: boolean): Problem {
  const headers = headerList(columns);
  return new Problem(
    "mapping.no-name",
    hasHeader
      ? `No column with the suppliers' names was found. The columns are: ${headers}. Say which one it is with --map name=HEADER, or choose it on the mapping page.`
      : `No header and no column of names was found. Say which column holds the names with --map name=NUMBER (1 to ${columns.length}), or choose it on the mapping page.`,
    { headers, columns: columns.length },
  );
}
