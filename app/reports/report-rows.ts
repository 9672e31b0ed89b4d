/** A report as rows for a spreadsheet: what it says, one row a value; and each of its tables with typed columns. Pure. */
import { engineKey } from "../i18n/keys";
import { hasRows, type FiledReport, type Heat, type Table, type Value } from "./model";
import { referenceText } from "./report-blocks";
import { amountOf, typedColumns, type ColumnFormat, type RowCell } from "./report-columns";
import { columnKey, heatKey, notPartsOf, pointKey, sectionKey, sectionOf, tableKey } from "./report-keys";
import { standingText, valueText } from "./report-words";
import { withSources } from "./source-blocks";
import type { Template, TemplateSection } from "./template";
import type { Wording } from "./wording";

export interface RowTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly RowCell[])[];
  /** How numbers of each column are shown; left out: as they are. */
  readonly formats?: readonly ColumnFormat[];
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

/** The number of a bar, in its unit. */
const barValue = (section: TemplateSection, chart: string, count: number): Value =>
  notPartsOf(section, chart) === "percent"
    ? { is: "code", of: "percent", code: String(count / 100) }
    : { is: "count", count };

const HEADER = ["section", "point", "table", "row", "column", "value", "number", "unit", "by", "at", "rests_on", "commitments"]; // prettier-ignore

/** What the sections of a report say, one value a row. Words are the language's, keys are English. */
export function reportRows({ report }: FiledReport, template: Template, words: Wording): RowTable {
  const wording = withSources(words, report.sources);
  const { t } = wording;
  const rows: RowCell[][] = [];
  for (const { id, points } of report.sections) {
    const section = sectionOf(template, report.variant, id);
    const sectionName = t(engineKey(sectionKey(template, section)));
    for (const point of points) {
      const name = t(engineKey(pointKey(template, section, point.id)));
      const commitments = point.commitments.join(" ");
      const add = (table: string, row: number | null, column: string, value: Value) =>
        rows.push([sectionName, name, table, row, column, standingText(value, wording), numberOf(value), unitOf(value), null, null, null, commitments]); // prettier-ignore
      for (const value of point.values ?? []) add("", null, "", value);
      if (point.statement) {
        const { text, by, at, evidence } = point.statement;
        const restsOn = evidence.map((one) => referenceText(one, wording, true)).join("\n");
        rows.push([sectionName, name, "", null, "", text, null, "statement", by, at, restsOn, commitments]);
      } else if ((point.values ?? []).length === 0 && !hasRows(point))
        rows.push([sectionName, name, "", null, "", null, null, null, null, null, null, commitments]);
      for (const { id: chart, bars } of point.bars)
        bars.forEach(({ label, count }, at) =>
          add(chart, at + 1, standingText(label, wording), barValue(section, chart, count)),
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

/** Each table of the report by itself, tables of pairs too: those have the names of their lines in the first column. */
export function reportTables({ report }: FiledReport, template: Template, words: Wording): RowTable[] {
  const wording = withSources(words, report.sources);
  return report.sections.flatMap(({ id, points }) => {
    const section = sectionOf(template, report.variant, id);
    return points.flatMap(({ tables, heat }) => [
      ...heat.map((pairs: Heat) => ({
        title: wording.t(engineKey(heatKey(template, section, pairs.id))),
        header: [wording.t("reports.what"), ...pairs.across.map((value) => valueText(value, wording))],
        rows: pairs.down.map((value, at) => [valueText(value, wording), ...pairs.cells[at]!]),
      })),
      ...tables.map((table: Table) => {
        const columns = table.columns.flatMap(({ id: column }, at) =>
          typedColumns(
            wording.t(engineKey(columnKey(template, section, table.id, column))),
            table.rows.map((row) => row[at] ?? null),
            wording,
          ),
        );
        return {
          title: wording.t(engineKey(tableKey(template, section, table.id))),
          header: columns.map(({ head }) => head),
          formats: columns.map(({ format }) => format),
          rows: table.rows.map((_, at) => columns.map(({ cells }) => cells[at] ?? null)),
        };
      }),
    ]);
  });
}
