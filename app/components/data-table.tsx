import { Form, Link, useSubmit } from "@remix-run/react";
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** One column of a table whose rows, order and page the server decides. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** The address that sorts by this column; left out where no index serves the order. */
  readonly sortHref?: string | undefined;
  /** Numbers stand at the end of their cell. */
  readonly align?: "end";
  /** The column that names the row: always shown, and its cell is the row's header. */
  readonly names?: boolean;
  /** Left out on narrow screens. */
  readonly wide?: boolean;
}

interface DataTableProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly caption: string;
  readonly sortedBy: { readonly id: string; readonly descending: boolean };
  readonly hidden: readonly string[];
}

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });

/** The one user of the table library. Sorting is a link, so it works without script and can be opened in a new tab. */
export function DataTable<Row extends object>({
  rows,
  columns,
  rowId,
  caption,
  sortedBy,
  hidden,
}: DataTableProps<Row>) {
  const { t } = useTranslation();
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map(({ id, header, cell, names = false, sortHref }) =>
      helper.display({
        id,
        header,
        enableHiding: !names,
        enableSorting: sortHref !== undefined,
        cell: ({ row }) => cell(row.original),
      }),
    );
  }, [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowId,
    manualSorting: true,
    state: {
      sorting: [{ id: sortedBy.id, desc: sortedBy.descending }],
      columnVisibility: Object.fromEntries(columns.map(({ id, names = false }) => [id, names || !hidden.includes(id)])),
    },
  });
  const look = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const wide = (id: string) => (look.get(id)?.wide ? "hidden md:table-cell" : "");

  return (
    <table className="table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              const { sortHref, align } = look.get(header.column.id) ?? {};
              return (
                <th
                  key={header.id}
                  scope="col"
                  data-align={align}
                  className={wide(header.column.id)}
                  aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}
                >
                  {sortHref === undefined ? (
                    <table.FlexRender header={header} />
                  ) : (
                    <Link
                      to={sortHref}
                      preventScrollReset
                      title={t("suppliers.sortHint")}
                      className="inline-flex items-center gap-1 rounded text-accent underline decoration-1 underline-offset-4 hover:decoration-2"
                    >
                      <table.FlexRender header={header} />
                      <span aria-hidden="true" className="w-2.5 text-[0.7rem]">
                        {sorted === "asc" ? "▲" : sorted === "desc" ? "▼" : ""}
                      </span>
                    </Link>
                  )}
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <tr key={row.id}>
            {row.getVisibleCells().map((cell) => {
              const { names = false, align } = look.get(cell.column.id) ?? {};
              const content = <table.FlexRender cell={cell} />;
              return names ? (
                <th key={cell.id} scope="row" className="min-w-32 font-semibold sm:min-w-40">
                  {content}
                </th>
              ) : (
                <td key={cell.id} data-align={align} className={wide(cell.column.id)}>
                  {content}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ColumnChoiceProps {
  readonly columns: readonly { readonly id: string; readonly header: string; readonly names?: boolean }[];
  readonly hidden: readonly string[];
  /** What of the address stays as it is. */
  readonly keep: readonly (readonly [name: string, value: string])[];
}

/** Which columns are shown: a plain form whose answer is the address; with script it is sent at each change. */
export function ColumnChoice({ columns, hidden, keep }: ColumnChoiceProps) {
  const { t } = useTranslation();
  const submit = useSubmit();
  return (
    <details className="relative">
      <summary className="button list-none" data-size="small">
        {t("suppliers.columns")}
      </summary>
      <Form
        method="get"
        className="card absolute end-0 z-10 mt-1 w-60 p-3"
        onChange={(event) => void submit(event.currentTarget, { preventScrollReset: true, replace: true })}
      >
        {keep.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="cols" value="" />
        <fieldset>
          <legend className="mb-1 text-sm font-semibold">{t("suppliers.showColumns")}</legend>
          {columns
            .filter(({ names = false }) => !names)
            .map(({ id, header }) => (
              <label key={id} className="flex items-center gap-2 py-0.5 text-sm">
                <input
                  type="checkbox"
                  name="cols"
                  value={id}
                  defaultChecked={!hidden.includes(id)}
                  className="accent-accent"
                />
                {header}
              </label>
            ))}
        </fieldset>
        <noscript>
          <button className="button mt-2" data-size="small">
            {t("suppliers.applyColumns")}
          </button>
        </noscript>
      </Form>
    </details>
  );
}
