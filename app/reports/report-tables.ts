/** The tables of a report as blocks: which columns are numbers, with how many decimals, and what is said where rows are left out. Pure. */
import { engineKey } from "../i18n/keys";
import { blankKey } from "../i18n/report-keys";
import type { Cell, Table, Value } from "./model";
import type { Block, Column } from "./pdf-document";
import { columnKey, tableKey } from "./report-keys";
import { capital, cellText, isNumeric } from "./report-words";
import type { Template, TemplateSection } from "./template";
import type { Wording } from "./wording";

interface At {
  /** Rows that are shown. */
  readonly rows: number;
  readonly template: Template;
  readonly section: TemplateSection;
  readonly wording: Wording;
}

export function tableBlocks(
  { id, columns, rows, all }: Table,
  { template, section, wording, rows: most }: At,
): Block[] {
  const { t } = wording;
  const head = (column: string) => t(engineKey(columnKey(template, section, id, column)));
  const title = t(engineKey(tableKey(template, section, id)));
  if (rows.length === 0) return [{ kind: "text", text: t("reports.noRows", { table: title }), quiet: true }];
  const declared = section.points.flatMap(({ tables = [] }) => tables).find((table) => table.id === id);
  const printed = rows.slice(0, Math.min(most, declared?.printed ?? most));
  const cut = cutText({ printed: printed.length, held: rows.length, all, kept: declared?.kept === true }, wording);
  const hasCurrency = columns.some((column) => column.id === CURRENCY);
  const shown = columns.flatMap((column, at) => {
    if (column.width === 0) return [];
    const cells = printed.map((row) => row[at]!);
    return [{ ...column, cells, isNumbers: isNumbers(column.id, cells), decimals: decimalsOf(cells) }];
  });
  const blank = section.points.flatMap(({ tables = [] }) => tables).find((table) => table.id === id)?.blank ?? {};
  const textOf = (cell: Cell, { id: column, decimals }: { id: string; decimals: number | null }): string => {
    const empty = blank[column];
    if (cell === null && empty !== undefined) return capital(t(blankKey[empty]), wording);
    if (cell?.is === "number" && decimals !== null) return wording.format.fixed(cell.number, decimals);
    return cellText(cell?.is === "money" && hasCurrency ? { ...cell, currency: "" } : cell, wording);
  };
  return [
    { kind: "text", text: [title, ...cut].join(". "), quiet: true },
    {
      kind: "table",
      columns: shown.map((column): Column => ({ head: head(column.id), width: column.width, align: column.isNumbers ? "end" : "start" })), // prettier-ignore
      rows: printed.map((_row, at) => shown.map((column) => textOf(column.cells[at]!, column))),
    },
  ];
}

/** The column that says in which currency the amounts of its row are: the unit stands once. */
const CURRENCY = "currency";
/** Columns of numbers, where not one of them is known. */
const NUMBERS = ["spend", "owed", "paid", "confirmed", "outOf", "score", "workers"];

/** What stands where a number would: not measured, or too few to be told ("<5"). */
const isInsteadOfNumber = (value: Value): boolean =>
  (value.is === "code" && value.of === "measured") || (value.is === "text" && /^<\d/u.test(value.text));

/** Is it set at the end of its column? What is not known or not measured stands where the numbers would. */
function isNumbers(id: string, cells: readonly Cell[]): boolean {
  const known = cells.filter((cell) => cell !== null && !isInsteadOfNumber(cell));
  return known.length === 0 ? NUMBERS.includes(id) : known.every(isNumeric);
}

const MOST_DECIMALS = 2;

/** As many as the number with the most, so that they stand under each other; null where it is no column of numbers alone. */
function decimalsOf(cells: readonly Cell[]): number | null {
  const known = cells.filter((cell) => cell !== null);
  if (known.length === 0 || known.some(({ is }) => is !== "number")) return null;
  return Math.max(...known.map((cell) => (cell.is === "number" ? placesOf(cell.number) : 0)));
}
const placesOf = (value: number): number => String(Number(value.toFixed(MOST_DECIMALS))).split(".")[1]?.length ?? 0;

/** Where not every row stands here: whether the files have all, or more than this, or no more; and whether a kept file has all. */
export function cutText(
  rows: { readonly printed: number; readonly held: number; readonly all: number; readonly kept: boolean },
  { t, format }: Pick<Wording, "t" | "format">,
): string[] {
  const { printed, held, all, kept } = rows;
  if (printed >= all) return [];
  const counts = { shown: format.count(printed), held: format.count(held), all: format.count(all) };
  if (held >= all) return [t("reports.rowsCut", counts)];
  if (kept) return [t("reports.rowsKept", counts)];
  return [printed < held ? t("reports.rowsCutAndHeld", counts) : t("reports.rowsHeld", counts)];
}
