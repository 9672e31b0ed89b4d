import type { ReactNode } from "react";
import { as } from "./block-table";

export interface Column {
  readonly head: string;
  /** A column of numbers: at the end of its place. */
  readonly end?: boolean;
}

export interface PlainRow {
  readonly key: string;
  /** Address of the row within the page. */
  readonly id?: string;
  /** The first is the head of the row. */
  readonly cells: readonly ReactNode[];
}

/** A table whose rows are read one by one: blocks on a phone where it has more than two columns, a table elsewhere, for screen readers and on paper. */
export function PlainTable({
  columns,
  rows,
  foot,
  label,
  className = "",
}: {
  columns: readonly Column[];
  rows: readonly PlainRow[];
  /** Cells of a last row that sums up. */
  foot?: readonly ReactNode[];
  /** Said where no heading stands directly above. */
  label?: string;
  className?: string;
}) {
  const cells = (of: readonly ReactNode[]) =>
    of.map((cell, at) => {
      const { head, end } = columns[at]!;
      const align = end ? ({ "data-align": "end" } as const) : {};
      return at === 0 ? (
        <th key={head} {...as.rowHead} scope="row" {...align}>
          {cell}
        </th>
      ) : (
        <td key={head} {...as.cell} data-label={head} {...align}>
          {cell}
        </td>
      );
    });
  return (
    <table
      {...as.table}
      className={`table plain ${columns.length > 2 ? "blocks" : ""} ${className}`}
      aria-label={label}
    >
      <thead {...as.group}>
        <tr {...as.row}>
          {columns.map(({ head, end }) => (
            <th key={head} {...as.columnHead} scope="col" data-align={end ? "end" : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...as.group}>
        {rows.map((row) => (
          <tr key={row.key} id={row.id} {...as.row}>
            {cells(row.cells)}
          </tr>
        ))}
      </tbody>
      {foot && (
        <tfoot {...as.group}>
          <tr {...as.row}>{cells(foot)}</tr>
        </tfoot>
      )}
    </table>
  );
}
