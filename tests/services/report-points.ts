/** Points of a report and rows of their tables, for tests. */
import type { Cell, Point, Report } from "../../app/reports/model";

export const pointOf = ({ sections }: Pick<Report, "sections">, id: string): Point =>
  sections.flatMap(({ points }) => points).find((point) => point.id === id)!;

/** Rows of a table by the ids of its columns. */
export function rowsOf(point: Point, table: string): Record<string, Cell>[] {
  const { columns, rows } = point.tables.find(({ id }) => id === table)!;
  return rows.map((row) => Object.fromEntries(columns.map(({ id }, at) => [id, row[at]!])));
}

export const text = (of: string): Cell => ({ is: "text", text: of });
