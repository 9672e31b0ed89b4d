/**
 * Records with more cells than the header. A text that held an unquoted delimiter was cut in two; joining it again is right where
 * the typed columns (codes, numbers, answers) then fit again.
 */
import { isAnswerWord } from "./answers";
import { fieldDefinition } from "./fields";
import type { FieldName, ValueKind } from "./fields";
import { looksLikeCountry } from "./country-words";
import type { Mapping } from "./types";

export interface ShapedRecord {
  readonly cells: string[];
  readonly how: "rejoined" | "cut" | "unreadable";
  /** The field that was joined. */
  readonly field: FieldName | null;
}

interface ShapeColumn {
  readonly field: FieldName;
  readonly kind: ValueKind;
}

/** Share of the typed cells that fit in a record that nothing is wrong with. */
const READS_WELL = 0.8;

export class RowShape {
  private readonly columns: (ShapeColumn | null)[] = [];
  private readonly textColumns: number[] = [];

  constructor(
    private readonly width: number,
    mapping: Mapping,
    private readonly delimiter = ",",
  ) {
    for (let c = 0; c < width; c++) this.columns.push(null);
    for (const [field, index] of Object.entries(mapping) as [FieldName, number][])
      if (index < width) this.columns[index] = { field, kind: fieldDefinition(field).kind };
    this.columns.forEach((column, index) => {
      if (column === null || column.kind === "text" || column.kind === "name" || column.kind === "address")
        this.textColumns.push(index);
    });
  }

  /** `cells` is longer than the header and its surplus is not blank. */
  shape(cells: readonly string[]): ShapedRecord {
    const surplus = cells.length - this.width;
    const asItIs = this.fit(cells);
    const joined = surplus <= 4 ? this.joined(cells, surplus, asItIs) : null;
    if (joined !== null) return joined;
    return { cells: cells.slice(0, this.width), how: asItIs >= 0.5 ? "cut" : "unreadable", field: null };
  }

  /** The typed columns read well as they stand. */
  fits(cells: readonly string[]): boolean {
    return this.fit(cells) >= READS_WELL;
  }

  /** A record that is short and, besides, cut in one text; null when it reads well as it is. */
  shapeShort(cells: readonly string[]): ShapedRecord | null {
    const asItIs = this.fit(cells);
    return asItIs >= READS_WELL ? null : this.joined(cells, 1, asItIs);
  }

  /** The text column whose joining makes the typed columns fit best; ties go to one that shows the cut, then to an address. */
  private joined(cells: readonly string[], surplus: number, asItIs: number): ShapedRecord | null {
    let best: { cells: string[]; fit: number; rank: number; column: number } | null = null;
    for (const column of this.textColumns) {
      if (column + surplus >= cells.length) continue;
      const candidate = this.joinAt(cells, column, surplus);
      const fit = this.fit(candidate);
      const rank = this.rank(cells, column, surplus);
      if (best === null || fit > best.fit + 1e-9 || (fit > best.fit - 1e-9 && rank > best.rank))
        best = { cells: candidate, fit, rank, column };
    }
    if (best === null || best.fit <= asItIs || best.fit < 0.75) return null;
    return { cells: best.cells, how: "rejoined", field: this.columns[best.column]?.field ?? null };
  }

  private joinAt(cells: readonly string[], column: number, surplus: number): string[] {
    const joined = cells.slice(0, column);
    // An unquoted "Co., Ltd" keeps the space behind its comma; where it is lost the comma still needs one.
    const parts = cells.slice(column, column + surplus + 1);
    joined.push(parts.map((part, i) => (i === 0 || part.startsWith(" ") ? part : ` ${part}`)).join(this.delimiter));
    joined.push(...cells.slice(column + surplus + 1));
    return joined;
  }

  private rank(cells: readonly string[], column: number, surplus: number): number {
    let rank = this.columns[column]?.kind === "address" ? 2 : this.columns[column] === null ? 0 : 1;
    for (let k = 1; k <= surplus; k++) if (cells[column + k]!.startsWith(" ")) rank += 3;
    return rank;
  }

  /** Share of the filled typed columns whose cell can be what the column holds; 1 when none is typed. */
  private fit(cells: readonly string[]): number {
    let fits = 0;
    let typed = 0;
    for (let c = 0; c < this.width; c++) {
      const column = this.columns[c];
      const cell = cells[c]?.trim() ?? "";
      if (column === null || column === undefined || cell === "") continue;
      const verdict = fitsKind(column, cell);
      if (verdict === null) continue;
      typed++;
      if (verdict) fits++;
    }
    return typed === 0 ? 1 : fits / typed;
  }
}

/** Digits of a code of each kind, prefixes and dots aside: a record cut in two shows by codes one column off. */
const CODE_LENGTH: Readonly<Partial<Record<FieldName, readonly [least: number, most: number]>>> = {
  hs: [3, 12],
  isic: [1, 4],
  nace: [1, 6],
  cpv: [7, 9],
};

/** Whether a cell can be what its column holds; null when anything can. */
function fitsKind({ kind, field }: ShapeColumn, cell: string): boolean | null {
  switch (kind) {
    case "country":
      return looksLikeCountry(cell);
    case "amount":
      return /^\D{0,6}\d[\d.,\s'%+-]*\D{0,9}$/.test(cell) && !/^\d{7,8}-\d$/.test(cell);
    case "count":
    case "dollars":
    case "months":
      return /^\D{0,6}\d[\d.,\s'%+-]*\D{0,9}$/.test(cell);
    case "share":
      return /^\d[\d.,]*\s?%?$/.test(cell) && Number.parseFloat(cell.replace(",", ".")) <= 100;
    case "code": {
      const [least, most] = CODE_LENGTH[field] ?? [1, 20];
      const digits = cell.replace(/\.0$/, "").replace(/\D/g, "").length;
      return digits >= least && digits <= most && /^[^\d]{0,8}\d[\d.\-\s]*[A-Z]?$/.test(cell);
    }
    case "date":
      return /\d/.test(cell) && cell.length <= 30;
    case "answer":
      return isAnswerWord(cell);
    case "currency":
      return cell.length <= 4;
    default:
      return field === "tier" ? cell.length <= 12 : null;
  }
}
