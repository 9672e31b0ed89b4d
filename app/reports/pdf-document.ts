/** A PDF as data: blocks of words in the order in which they are read. `app/pdf/report.typ` lays them out; no text is code there. */
import type { Band, Level } from "../../risk-models/types";

export interface PdfDocument {
  /** ISO 639-1. */
  readonly lang: string;
  readonly title: string;
  /** What the file is called in a list of files. */
  readonly fullTitle: string;
  /** Above the title on the first page, and at the head of every other. */
  readonly workspace: string;
  readonly description: string;
  readonly keywords: readonly string[];
  /** UTC: year, month, day, hour, minute, second. */
  readonly madeAt: readonly number[];
  readonly foot: string;
  /** Before, between and after the two numbers of "Page 2 of 9". */
  readonly page: readonly [start: string, middle: string];
  readonly blocks: readonly Block[];
  /** A file inside the PDF; null for none. */
  readonly attachment: { readonly name: string; readonly description: string } | null;
}

export type Block =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2;
      readonly text: string;
      readonly newPage?: boolean | undefined;
      /** Of a section of a report: its id, by which a page finds what stands beside it. */
      readonly section?: string;
    }
  /** The sections with their pages, where there are more than a few; a page of the web has none. */
  | { readonly kind: "contents"; readonly title: string }
  /** `stays`: on the page of what follows it, as a quiet one does unless told. */
  | { readonly kind: "text"; readonly text: string; readonly quiet?: boolean | undefined; readonly stays?: boolean | undefined } // prettier-ignore
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "notice"; readonly title: string; readonly text: string }
  | { readonly kind: "facts"; readonly items: readonly Fact[] }
  | { readonly kind: "terms"; readonly items: readonly (Fact & { readonly level: Level })[] }
  /** `level` of their titles: 3 under a heading of what they belong to. */
  | { readonly kind: "charts"; readonly charts: readonly Chart[]; readonly level?: 2 | 3 | undefined }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  | {
      /** The last row and the last of each row's cells are sums. */
      readonly kind: "heat";
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly HeatRow[];
    }
  | { readonly kind: "suppliers"; readonly head: readonly string[]; readonly rows: readonly SupplierCells[] };

/** A row of a table of pairs: the deeper a cell, the darker. */
export interface HeatRow {
  readonly label: string;
  readonly cells: readonly { readonly text: string; /** 0 to 1. */ readonly depth: number }[];
}

export interface Fact {
  readonly term: string;
  readonly value: string;
}

/** Bars with their numbers; `alt` says the same in one sentence. */
export interface Chart {
  readonly title: string;
  /** Without the third the bars have no shares: they are no parts of one whole. */
  readonly head: readonly [what: string, number: string, share?: string];
  readonly alt: string;
  /** The longest bar's number: the end of the scale, which begins at 0. */
  readonly most: string;
  readonly bars: readonly {
    readonly label: string;
    readonly number: string;
    /** "" where the head has none. */
    readonly share: string;
    /** 0 to 1. */
    readonly length: number;
    /** Which mark stands before the label; null: none. */
    readonly mark: Level | Band | "none" | null;
  }[];
}

export interface Column {
  readonly head: string;
  /** Share of the width that the words of all columns leave; of the whole where the column is left to be written on. */
  readonly width: number;
  readonly align: "start" | "end";
  /** Language of the column's texts where it is not the document's. */
  readonly lang?: string | undefined;
}

export interface SupplierCells {
  readonly priority: string;
  readonly name: Line;
  /** Country, sector, number: each on a line of its own. */
  readonly about: readonly Line[];
  readonly level: { readonly word: string; readonly mark: Level };
  readonly band: { readonly word: string; readonly mark: Band | "none" };
  /** Blank where there is no score. */
  readonly score: string;
  readonly range: string;
  /** Low end, score and high end, 0 to 100, for the drawing; null where there is no score. */
  readonly bar: readonly [low: number, score: number, high: number] | null;
  readonly coverage: readonly string[];
  readonly reasons: readonly string[];
}

export interface Line {
  readonly text: string;
  /** Only Latin, Greek and Cyrillic have a bold font. */
  readonly bold: boolean;
  readonly rightToLeft: boolean;
  /** Language, where it is not the document's. */
  readonly lang?: string | undefined;
}
