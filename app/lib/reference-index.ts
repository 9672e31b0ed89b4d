import { z } from "zod";
import { isoDate, text } from "./reference-cells";

/** `seed/reference/<name>/source.json`: where a table comes from and how to know that it is whole. */
export const datasetSchema = z.strictObject({
  name: text,
  title: text,
  publisher: text,
  url: z.url().nullable(),
  licence: text,
  /** Every licence among the sources, when they differ. */
  licences: z.array(text),
  /** Tables in which the `source_id` of a row is explained. */
  sourceTables: z.array(text),
  sources: z.array(text),
  /** The day the publisher's copy was read, where it is known. */
  retrievedOn: isoDate.nullable(),
  /** The day the table was carried into this repository. */
  carriedOverOn: isoDate,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.int().positive(),
  minRows: z.int().positive(),
  maxRows: z.int().positive(),
  note: z.string(),
});
export type Dataset = Readonly<z.infer<typeof datasetSchema>>;

/** What the compiled `index.json` holds. */
export interface ReferenceIndex {
  readonly format: number;
  /** Newest `retrievedOn` or `carriedOverOn` of all tables. */
  readonly dataDate: string;
  /** SHA-256 over the hashes of all tables in the order of their names. */
  readonly hash: string;
  /** SHA-256 of `risk.json`: what the engine reads, whatever else changes. A list keeps it with its model. */
  readonly riskHash: string;
  /** Newest date of the tables in it, `YYYY-MM-DD`. */
  readonly riskDate: string;
  readonly datasets: readonly Dataset[];
}

/** One compiled table: a column with few different values is a dictionary and positions in it. */
export interface CompiledTable {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly cells: readonly (
    { readonly values: readonly unknown[] } | { readonly words: readonly unknown[]; readonly at: readonly number[] }
  )[];
}

/** Raised when the shape of the compiled files changes. */
export const REFERENCE_FORMAT = 2;
