import { Form, useSubmit } from "@remix-run/react";
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
  /** Called once a row; looks nothing up that is the same for all rows. */
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

/** Rows can be selected: their boxes belong to the form of this id. */
export interface RowChoice<Row> {
  readonly form: string;
  /** Name of the boxes in the form. */
  readonly name: string;
  readonly label: (row: Row) => string;
  readonly chosen: ReadonlySet<string>;
  /** Ticks or clears every row of the page; left out where no script runs. */
  readonly all?: ((checked: boolean) => void) | undefined;
}

interface DataTableProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly caption: string;
  readonly sortedBy: { readonly id: string; readonly descending: boolean };
  readonly hidden: readonly string[];
  readonly choice?: RowChoice<Row> | undefined;
}

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });

/**
 * The one user of the table library, for columns, their order and visibility, and rows; a cell is asked of its column
 * directly, since a page has hundreds of them. The server has put the rows in order. Sorting is a link, so it works without script and can be opened in a
 * new tab; links are plain, whoever shows the table follows them by script with `useLinksWithin`.
 */
export function DataTable<Row extends object>({
  rows,
  columns,
  rowId,
  caption,
  sortedBy,
  hidden,
  choice,
}: DataTableProps<Row>) {
  const { t } = useTranslation();
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return columns.map(({ id, header, names = false, sortHref }) =>
      helper.display({ id, header, enableHiding: !names, enableSorting: sortHref !== undefined }),
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
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const visible = table.getVisibleLeafColumns();
  const shown = visible.map(({ id }) => byId.get(id)!);
  const look = ({ wide = false, align }: TableColumn<Row>) =>
    [wide ? "wide" : "", align ?? ""].filter(Boolean).join(" ") || undefined;
  const looks = shown.map(look);
  const arrow = sortedBy.descending ? "▼" : "▲";
  return (
    <table className="table dense">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {choice && (
            <th scope="col" className="pick">
              {choice.all ? (
                <input
                  type="checkbox"
                  aria-label={t("table.pickAll")}
                  checked={rows.length > 0 && rows.every((row) => choice.chosen.has(rowId(row)))}
                  onChange={(event) => choice.all?.(event.target.checked)}
                />
              ) : (
                <span className="sr-only">{t("table.pick")}</span>
              )}
            </th>
          )}
          {shown.map(({ id, header, sortHref }, place) => {
            const sorted = visible[place]!.getIsSorted();
            return (
              <th
                key={id}
                scope="col"
                className={looks[place]}
                aria-sort={sorted === false ? undefined : sorted === "desc" ? "descending" : "ascending"}
              >
                {sortHref === undefined ? (
                  header
                ) : (
                  <a
                    href={sortHref}
                    data-keep-place=""
                    title={t("suppliers.sortHint")}
                    className="inline-flex items-center gap-1 rounded"
                  >
                    {header}
                    <span aria-hidden="true" className="w-2.5 text-[0.7rem]">
                      {sorted ? arrow : ""}
                    </span>
                  </a>
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {table.getRowModel().rows.map(({ id, original: row }) => {
          return (
            <tr key={id}>
              {choice && (
                <td className="pick">
                  <input
                    type="checkbox"
                    name={choice.name}
                    value={id}
                    form={choice.form}
                    aria-label={choice.label(row)}
                    defaultChecked={choice.chosen.has(id)}
                  />
                </td>
              )}
              {shown.map((column, place) =>
                column.names ? (
                  <th key={column.id} scope="row" className="names">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={looks[place]}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          );
        })}
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
    <details className="has-menu">
      <summary className="button list-none" data-size="small">
        {t("suppliers.columns")}
      </summary>
      <Form
        method="get"
        className="card menu w-60 p-3"
        onChange={(event) => void submit(event.currentTarget, { preventScrollReset: true, replace: true })}
      >
        {keep.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
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
                  className="size-6 shrink-0 accent-accent"
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
