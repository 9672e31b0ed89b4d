/**
 * The register as a report: facts only, no sentence, plain JSON. Everything that prints a register (PDF, page, workbook)
 * reads these numbers, so that they say the same.
 */
import { BANDS, LEVELS, type Band, type IsoDate, type Level } from "../../risk-models/types";

/** Rows a PDF holds at most, and unless told otherwise. */
export const MOST_TOP_ROWS = 2000;
export const USUAL_TOP_ROWS = 200;

/** One supplier, as the register has it. Scores are 0 to 100, higher = more risk; null: not scored. */
export interface ReportRow {
  readonly name: string;
  readonly supplierNumber: string | null;
  /** ISO 3166-1 alpha-2 of the seat. */
  readonly country: string | null;
  readonly isic: string | null;
  /** The name of that code as its publisher has it, in English. */
  readonly sector: string | null;
  readonly product: string | null;
  readonly level: Level;
  readonly score: number | null;
  /** Beside the score of a derived model that of the released one; null for a released model. */
  readonly released: number | null;
  /** Null with a score: the plausible range reaches from the lowest band to the highest. */
  readonly band: Band | null;
  readonly plausible: readonly [low: number, high: number] | null;
  /** Shares of what the model asks that are known, 0 to 1. */
  readonly coverage: { readonly context: number; readonly supplier: number };
  /** 1 = look first; null when nothing is scored. */
  readonly priority: number | null;
  /** The strongest reasons, at most three, as keys of the engine's `REASON_KEYS`. */
  readonly reasons: readonly string[];
}

/** Amounts of one currency in ten-thousandths, exact as text: file = counted + setAside + rejected. */
export interface ReportTotal {
  /** ISO 4217; null when the list does not say. */
  readonly currency: string | null;
  readonly file: string;
  readonly counted: string;
  /** The part of `counted` that is credit notes (zero or negative). */
  readonly creditNotes: string;
  readonly setAside: string;
  readonly rejected: string;
}

export interface ReportSource {
  /** The id by which inputs name it; left out: nothing that is printed names it. */
  readonly key?: string | undefined;
  readonly title: string;
  readonly publisher: string;
  readonly year: string;
  readonly licence: string;
}

/** A file with every supplier of the register; whoever has it can check that it is this one. */
export interface FullRegister {
  readonly format: "csv" | "xlsx";
  readonly sha256: string;
}

/** What is known of a register before anything is counted from it. */
export interface RegisterFacts {
  readonly workspace: { readonly name: string; readonly isDemo: boolean };
  readonly list: {
    readonly fileName: string;
    readonly sha256: string;
    /** ISO instant. */
    readonly publishedAt: string | null;
  };
  /** Null: the command line made it. */
  readonly made: { readonly at: string; readonly by: string | null };
  readonly model: { readonly id: string; readonly dataDate: IsoDate; readonly dataHash: string };
  readonly suppliers: number;
  /** read = imported + setAside + leftOut; null when the import kept no count. */
  readonly rows: {
    readonly read: number;
    readonly imported: number;
    readonly repaired: number;
    readonly setAside: number;
    readonly leftOut: number;
  } | null;
  readonly totals: readonly ReportTotal[];
  readonly levels: Readonly<Record<Level, number>>;
  /** Suppliers with a band; the others lie between two, or are not scored. */
  readonly bands: Readonly<Record<Band, number>>;
  /** Suppliers of which the country, and the sector or product, is known. */
  readonly known: { readonly country: number; readonly sector: number };
  /** In the order in which they are to be looked at. */
  readonly top: readonly ReportRow[];
  readonly full: readonly FullRegister[];
  readonly sources: readonly ReportSource[];
}

export interface RegisterReport extends Omit<RegisterFacts, "bands" | "known"> {
  /** `between`: scored, and the range reaches more than one neighbouring band. `none`: not enough is known for a score. */
  readonly bands: Readonly<Record<Band | "between" | "none", number>>;
  readonly known: { readonly country: number; readonly sector: number; readonly supplier: number };
}

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

/**
 * The report of these facts. Pure.
 * @throws Error when the parts do not add up to the whole: a report with such numbers must not leave the house.
 */
export function registerReport(facts: RegisterFacts): RegisterReport {
  const { levels, bands, known, suppliers, rows, totals } = facts;
  const scored = levels.indicative + levels.assessed;
  const between = scored - sum(BANDS.map((band) => bands[band]));
  const none = levels.listed + levels.placed;
  const wrong: string[] = [];
  if (sum(LEVELS.map((level) => levels[level])) !== suppliers) wrong.push("levels");
  if (between < 0) wrong.push("bands");
  if (known.country > suppliers || known.sector > suppliers) wrong.push("known");
  if (facts.top.length > suppliers) wrong.push("top rows");
  if (rows && rows.read !== rows.imported + rows.setAside + rows.leftOut) wrong.push("rows");
  for (const total of totals)
    if (BigInt(total.file) !== BigInt(total.counted) + BigInt(total.setAside) + BigInt(total.rejected))
      wrong.push(`total ${total.currency ?? ""}`);
  if (wrong.length > 0) throw new Error(`The numbers of the report do not add up: ${wrong.join(", ")}`);
  return { ...facts, bands: { ...bands, between, none }, known: { ...known, supplier: levels.assessed } };
}
