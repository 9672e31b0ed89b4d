/** A report as rows for a spreadsheet: what it says, one row a value; and each of its tables with typed columns. Pure. */
import { engineKey } from "../i18n/keys";
import type { Cell, FiledReport, Heat, Table, Value } from "./model";
import { referenceText } from "./report-blocks";
import { columnKey, heatKey, notPartsOf, pointKey, sectionKey, sectionOf, tableKey } from "./report-keys";
import { CURRENCY } from "./report-tables";
import { valueText } from "./report-words";
import type { Template, TemplateSection } from "./template";
import type { Wording } from "./wording";

export type RowCell = string | number | null;
/** Of a typed column; `day` is one of the calendar, `YYYY-MM-DD`. */
export type TypedCell = RowCell | { readonly day: string };

export interface RowTable<C = RowCell> {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly C[])[];
  /** What its rows are. */
  readonly note?: string;
}

/** Ten-thousandths that a number still holds exactly, with 15 digits. */
const MOST_EXACT = 10n ** 15n;

/** An amount as a number; as exact text where a number would lose a digit. */
function amountOf(amount: string): number | string {
  const whole = BigInt(amount);
  return whole < MOST_EXACT && whole > -MOST_EXACT ? Number(decimalOf(amount)) : decimalOf(amount);
}

/** The number of a value, for a program that counts; null: it has none. */
function numberOf(value: Value): RowCell {
  if (value.is === "money") return amountOf(value.amount);
  if (value.is === "count") return value.count;
  if (value.is === "number") return value.number;
  if (value.is === "days") return value.days;
  if (value.is === "share") return value.whole === 0 ? null : value.part / value.whole;
  if (value.is === "code" && value.of === "percent") return Number(value.code);
  return null;
}

/** The currency of an amount; else what the number is. */
function unitOf(value: Value): string {
  if (value.is === "money") return value.currency;
  return value.is === "code" && value.of === "percent" ? "share" : value.is;
}

/** A decimal of whole ten-thousandths: exact where the number is not. */
function decimalOf(amount: string): string {
  const whole = BigInt(amount);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(5, "0");
  const fraction = digits.slice(-4).replace(/0+$/u, "").padEnd(2, "0");
  return `${whole < 0n ? "-" : ""}${digits.slice(0, -4)}.${fraction}`;
}

/** A cell of a typed column: a number or a day where it is one, else text; blank where it is not known. */
function typedCell(cell: Cell, wording: Wording): TypedCell {
  if (cell === null) return null;
  if (cell.is === "count") return cell.count;
  if (cell.is === "number") return cell.number;
  if (cell.is === "days") return cell.days;
  if (cell.is === "money") return amountOf(cell.amount);
  if (cell.is === "day") return { day: cell.day };
  return valueText(cell, wording);
}

/** The number of a bar, in its unit. */
const barValue = (section: TemplateSection, chart: string, count: number): Value =>
  notPartsOf(section, chart) === "percent"
    ? { is: "code", of: "percent", code: String(count / 100) }
    : { is: "count", count };

const HEADER = ["section", "point", "table", "row", "column", "value", "number", "unit", "by", "at", "rests_on", "commitments"]; // prettier-ignore

/** Everything the report says, one value a row: the file inside the PDF, and the CSV. Words are the language's, keys are English. */
export function reportRows({ report }: FiledReport, template: Template, wording: Wording): RowTable {
  const { t } = wording;
  const rows: RowCell[][] = [];
  for (const { id, points } of report.sections) {
    const section = sectionOf(template, report.variant, id);
    const sectionName = t(engineKey(sectionKey(template, section)));
    for (const point of points) {
      const name = t(engineKey(pointKey(template, section, point.id)));
      const commitments = point.commitments.join(" ");
      const add = (table: string, row: number | null, column: string, value: Value) =>
        rows.push([sectionName, name, table, row, column, valueText(value, wording), numberOf(value), unitOf(value), null, null, null, commitments]); // prettier-ignore
      for (const value of point.values ?? []) add("", null, "", value);
      if (point.statement) {
        const { text, by, at, evidence } = point.statement;
        const restsOn = evidence.map((one) => referenceText(one, wording)).join("\n");
        rows.push([sectionName, name, "", null, "", text, null, "statement", by, at, restsOn, commitments]);
      } else if (point.values === null && point.tables.length + point.bars.length + point.heat.length === 0)
        rows.push([sectionName, name, "", null, "", null, null, null, null, null, null, commitments]);
      for (const { id: chart, bars } of point.bars)
        bars.forEach(({ label, count }, at) =>
          add(chart, at + 1, valueText(label, wording), barValue(section, chart, count)),
        );
      for (const pairs of point.heat)
        pairs.cells.forEach((cells, at) =>
          cells.forEach((cell, column) => {
            if (cell === null) return;
            const pair = [pairs.down[at]!, pairs.across[column]!].map((one) => valueText(one, wording)).join(" · ");
            add(pairs.id, at + 1, pair, { is: "number", number: cell });
          }),
        );
      for (const table of point.tables)
        table.rows.forEach((cells, at) =>
          cells.forEach((cell, column) => {
            if (cell === null) return;
            const title = t(engineKey(columnKey(template, section, table.id, table.columns[column]!.id)));
            add(table.id, at + 1, title, cell);
          }),
        );
    }
  }
  return { title: t("reports.sheet.points"), header: HEADER, rows };
}

/** A column of amounts is one of numbers; their currency stands beside it where no column of the table says it. */
function typedTable(
  { columns, rows }: Table,
  head: (column: string) => string,
  wording: Wording,
): Pick<RowTable<TypedCell>, "header" | "rows"> {
  const saysCurrency = columns.some(({ id }) => id === CURRENCY);
  const isBeside = columns.map((_column, at) => !saysCurrency && rows.some((row) => row[at]?.is === "money"));
  const currencyOf = (cell: Cell): TypedCell => (cell?.is === "money" ? cell.currency : null);
  return {
    header: columns.flatMap(({ id }, at) => [head(id), ...(isBeside[at] ? [wording.t("reports.currencyOf", { column: head(id) })] : [])]), // prettier-ignore
    rows: rows.map((row) =>
      row.flatMap((cell, at) => [typedCell(cell, wording), ...(isBeside[at] ? [currencyOf(cell)] : [])]),
    ),
  };
}

/** Each table of the report by itself, called as the point it belongs to; tables of pairs too: those have the names of their lines in the first column. */
export function reportTables({ report }: FiledReport, template: Template, wording: Wording): RowTable<TypedCell>[] {
  return report.sections.flatMap(({ id, points }) => {
    const section = sectionOf(template, report.variant, id);
    return points.flatMap(({ id: point, tables, heat }) => [
      ...heat.map((pairs: Heat) => ({
        title: wording.t(engineKey(pointKey(template, section, point))),
        note: wording.t(engineKey(heatKey(template, section, pairs.id))),
        header: [wording.t("reports.what"), ...pairs.across.map((value) => valueText(value, wording))],
        rows: pairs.down.map((value, at) => [valueText(value, wording), ...pairs.cells[at]!]),
      })),
      ...tables.map((table: Table) => ({
        title: wording.t(engineKey(pointKey(template, section, point))),
        note: wording.t(engineKey(tableKey(template, section, table.id))),
        ...typedTable(table, (id) => wording.t(engineKey(columnKey(template, section, table.id, id))), wording),
      })),
    ]);
  });
}
