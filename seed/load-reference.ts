import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { z } from "zod";
import { datasetSchema, type Dataset } from "../app/lib/reference-index";
import { referenceSchemas, type ReferenceRow, type ReferenceTableName } from "../app/lib/reference-schemas";

export type ReferenceTables = { readonly [Name in ReferenceTableName]: readonly ReferenceRow<Name>[] };

export interface LoadedReference {
  /** In the order of their names. */
  readonly datasets: readonly Dataset[];
  readonly tables: ReferenceTables;
  /** The same rows as they stand in the files: header to cell, a blank as an empty text. */
  readonly texts: { readonly [Name in ReferenceTableName]: readonly TextRow[] };
}

export type TextRow = Readonly<Record<string, string>>;

const camelCase = (header: string): string =>
  header.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/**
 * Reads every table of `dir` (`<name>/data.csv` with `<name>/source.json`), checks hash, row count, header and each row.
 * Guesses nothing: throws an Error whose sentence names the file, the line and what to do.
 */
export function loadReference(dir: string): LoadedReference {
  const names = Object.keys(referenceSchemas).sort() as ReferenceTableName[];
  const found = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const unknown = found.filter((name) => !Object.hasOwn(referenceSchemas, name));
  if (unknown.length > 0)
    throw new Error(
      `${dir} holds tables without a schema: ${unknown.join(", ")}. Add them to referenceSchemas or remove the folder.`,
    );
  const datasets: Dataset[] = [];
  const tables: Record<string, readonly unknown[]> = {};
  const texts: Record<string, readonly TextRow[]> = {};
  for (const name of names) {
    const dataset = readDataset(dir, name);
    datasets.push(dataset);
    const read = readTable(join(dir, name, "data.csv"), name, dataset);
    tables[name] = read.rows;
    texts[name] = read.texts;
  }
  // Each table was parsed with the schema of its own name.
  return { datasets, tables: tables as unknown as ReferenceTables, texts: texts as LoadedReference["texts"] };
}

function readDataset(dir: string, name: ReferenceTableName): Dataset {
  const file = join(dir, name, "source.json");
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} cannot be read as JSON. Restore it from the repository.`, { cause });
  }
  const parsed = datasetSchema.safeParse(raw);
  if (!parsed.success) throw new Error(`${file} is not a valid source description:\n${z.prettifyError(parsed.error)}`);
  if (parsed.data.name !== name)
    throw new Error(`${file} names the table "${parsed.data.name}", its folder is "${name}".`);
  if (parsed.data.rows < parsed.data.minRows || parsed.data.rows > parsed.data.maxRows)
    throw new Error(
      `${file} says ${parsed.data.rows} rows, outside its own limits ${parsed.data.minRows} to ${parsed.data.maxRows}.`,
    );
  return parsed.data;
}

interface ParsedTable {
  readonly rows: readonly unknown[];
  readonly texts: readonly TextRow[];
}

function readTable(file: string, name: ReferenceTableName, dataset: Dataset): ParsedTable {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new Error(`${file} is missing. Restore it from the repository.`, { cause });
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== dataset.sha256)
    throw new Error(
      `${file} has SHA-256 ${sha256}, its source.json says ${dataset.sha256}. The table was changed: restore it, or write the new hash, row count and date of the new edition into source.json.`,
    );
  return parseTable(file, name, dataset.rows, bytes.toString("utf8"));
}

/** Parses the text of one table against its schema. Exported for the tests. */
export function parseTable(file: string, name: ReferenceTableName, rows: number, csv: string): ParsedTable {
  const parsed = Papa.parse<string[]>(csv, { header: false, skipEmptyLines: "greedy", delimiter: "," });
  const [header, ...records] = parsed.data;
  const schema = referenceSchemas[name];
  const expected = Object.keys(schema.shape);
  if (!header || header.join() !== expected.join())
    throw new Error(`${file}, line 1: the header is "${header?.join() ?? ""}", expected "${expected.join()}".`);
  if (records.length !== rows) throw new Error(`${file} has ${records.length} rows, its source.json says ${rows}.`);
  const keys = expected.map(camelCase);
  let line = 1;
  const texts: TextRow[] = [];
  const values = records.map((record) => {
    line += 1;
    const at = line;
    for (const cell of record) line += countNewlines(cell);
    if (record.length !== expected.length)
      throw new Error(`${file}, line ${at}: ${record.length} cells, expected ${expected.length}.`);
    const cells = Object.fromEntries(expected.map((key, index) => [key, record[index] ?? ""]));
    texts.push(cells);
    const row = schema.safeParse(cells);
    if (!row.success) throw new Error(`${file}, line ${at}:\n${z.prettifyError(row.error)}`);
    const values = row.data as Record<string, unknown>;
    return Object.fromEntries(expected.map((key, index) => [keys[index], values[key]]));
  });
  return { rows: values, texts };
}

function countNewlines(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) count += 1;
  return count;
}
