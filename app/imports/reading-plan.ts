/** How the cells of the mapped columns are written, decided once on the sample. */
import type { Column } from "./assign-fields";
import { decideKind } from "./decide-kind";
import { fieldDefinition } from "./fields";
import type { FieldName, LabourShare } from "./fields";
import { nameKey } from "./name-key";
import type { ListKind, Mapping, NumberFormat, ShareScale } from "./types";
import type { DateOrder } from "./dates";

export interface ReadingPlan {
  readonly kind: ListKind;
  readonly numberFormat: NumberFormat;
  readonly dateOrder: DateOrder;
  readonly shareScales: Partial<Record<LabourShare, ShareScale>>;
  readonly headerCurrencies: Partial<Record<FieldName, string>>;
  readonly weakIds: ("supplierNumber" | "registrationId")[];
}

const SHARES: readonly LabourShare[] = ["migrantShare", "agencyShare", "womenShare", "youngShare"];

export function planReading(
  columns: readonly Column[],
  mapping: Mapping,
  transactionColumn: number | null,
): ReadingPlan {
  const column = (field: FieldName): Column | undefined => {
    const index = mapping[field];
    return index === undefined ? undefined : columns[index];
  };
  const fields = Object.keys(mapping) as FieldName[];
  const numeric = fields.filter((field) => ["amount", "dollars"].includes(fieldDefinition(field).kind));
  const shareScales: Partial<Record<LabourShare, ShareScale>> = {};
  for (const field of SHARES) {
    const found = column(field);
    if (found !== undefined) shareScales[field] = shareScale(found, column("workers"));
  }
  const headerCurrencies: Partial<Record<FieldName, string>> = {};
  for (const field of numeric) headerCurrencies[field] = column(field)?.matched.text.currency ?? "";
  const kind = kindOfSample(column, transactionColumn);
  return {
    kind,
    numberFormat: { decimal: decimalMark(numeric.flatMap((field) => column(field)?.values.values ?? [])) },
    dateOrder: dateOrder(column("date")?.values.values ?? []),
    shareScales,
    headerCurrencies,
    weakIds: (["supplierNumber", "registrationId"] as const).filter((field) => isWeak(column(field), column, kind)),
  };
}

/** "." unless more cells can only be read with a decimal comma. */
function decimalMark(cells: readonly string[]): "." | "," {
  let points = 0;
  let commas = 0;
  for (const cell of cells) {
    const digits = cell.replace(/[^\d.,]/g, "");
    const dot = digits.lastIndexOf(".");
    const comma = digits.lastIndexOf(",");
    if (dot >= 0 && comma >= 0) {
      if (dot > comma) points++;
      else commas++;
    } else if (dot >= 0 || comma >= 0) {
      const at = Math.max(dot, comma);
      const many = digits.indexOf(digits[at]!) !== at;
      const behind = digits.length - at - 1;
      // Several of one kind group thousands; one before other than three digits is the decimal mark.
      if (many || (behind !== 3 && behind > 0)) {
        if (dot >= 0 !== many) points++;
        else commas++;
      }
    }
  }
  return commas > points ? "," : ".";
}

/** Day first unless a number over 12 stands in second place. */
function dateOrder(cells: readonly string[]): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  let yearFirst = 0;
  for (const cell of cells) {
    if (/^\d{4}[-/.年]/.test(cell) || /^\d{8}$/.test(cell)) yearFirst++;
    const parts = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(cell);
    if (parts === null) continue;
    if (Number(parts[1]) > 12 || cell.includes(".")) dayFirst++;
    else if (Number(parts[2]) > 12) monthFirst++;
  }
  if (monthFirst > dayFirst) return "mdy";
  return yearFirst > 0 && dayFirst === 0 && monthFirst === 0 ? "ymd" : "dmy";
}

/**
 * Fractions when nearly all plain numbers are at most 1; numbers of workers when they pass 100 or fit no percentage beside the
 * workers column; else percentages. The percent sign in the header does not decide: lists write 0.14 under "% Migrant Workers".
 */
function shareScale(column: Column, workers: Column | undefined): ShareScale {
  const plain: number[] = [];
  for (const value of column.values.values) {
    const number = Number(value.replace(",", "."));
    if (value !== "" && Number.isFinite(number)) plain.push(number);
  }
  if (plain.length === 0) return "percent";
  const over = (limit: number): number => plain.filter((number) => number > limit).length;
  if (over(1) <= plain.length * 0.02) return "fraction";
  if (column.matched.text.percent) return "percent";
  if (over(100) > plain.length * 0.02) return "count";
  // Without a word for share in the header and with a workers column, whole numbers that never pass the workers are counts.
  if (workers !== undefined && !/share|anteil|part|andel|доля|rate|ratio/.test(column.matched.text.full)) {
    const beside = column.values.values.map((value, i) => [Number(value), Number(workers.values.values[i])] as const);
    const known = beside.filter(([count, all]) => count > 0 && all > 0);
    const small = known.filter(([, all]) => all < 100);
    if (known.length >= 3 && known.every(([count, all]) => count <= all && Number.isInteger(count)) && small.length > 0)
      return "count";
  }
  return "percent";
}

type Lookup = (field: FieldName) => Column | undefined;

function kindOfSample(column: Lookup, transactionColumn: number | null): ListKind {
  const names = column("name")?.values.values ?? [];
  const addresses = column("address")?.values.values;
  const seen = new Set<string>();
  const sites = new Set<string>();
  let rows = 0;
  let repeatedWithAddress = 0;
  names.forEach((name, i) => {
    if (name === "") return;
    const key = nameKey(name);
    rows++;
    seen.add(key);
    const site = `${key}\n${nameKey(addresses?.[i] ?? "")}`;
    if (sites.has(site)) repeatedWithAddress++;
    sites.add(site);
  });
  const amount = column("amount");
  return decideKind({
    rows,
    distinctNames: seen.size,
    hasAmount: amount !== undefined && amount.values.filled > 0,
    hasDate: (column("date")?.values.filled ?? 0) > 0,
    hasTransaction: transactionColumn !== null,
    repeatedWithAddress,
  });
}

/** True when rows that share an identifier carry different names, or, in a list, different addresses. */
function isWeak(id: Column | undefined, column: Lookup, kind: ListKind): boolean {
  if (id === undefined) return false;
  const names = column("name")?.values.values ?? [];
  const addresses = kind === "list" ? column("address")?.values.values : undefined;
  const first = new Map<string, string>();
  let clashes = 0;
  let filled = 0;
  id.values.values.forEach((value, i) => {
    const name = names[i] ?? "";
    if (value === "" || name === "") return;
    filled++;
    const who = `${nameKey(name).replaceAll(" ", "")}\n${nameKey(addresses?.[i] ?? "").replaceAll(" ", "")}`;
    const known = first.get(value);
    if (known === undefined) first.set(value, who);
    else if (known !== who) clashes++;
  });
  return clashes >= 2 && clashes > filled * 0.03;
}
