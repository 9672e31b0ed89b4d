/** Every source and table of the reference data with what it is used for: counted from the tables and the model in force. */
import { MODELS } from "../../risk-models";
import { reference, type Dataset } from "./reference.server";

const TABLES = ["sources-countries", "sources-sectors", "sources-screening"] as const;

export interface SourceLine {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly year: string;
  readonly url: string | null;
  readonly licence: string | null;
  readonly readFrom: string | null;
  /** Inputs of released models that name it, by the model's own name for them. */
  readonly inputs: readonly string[];
  /** Tables that have rows from it. */
  readonly tables: readonly string[];
}

/** The sources in the order of their tables, and the tables with their hashes. */
export function sourcesView() {
  const data = reference();
  const inputsOf = new Map<string, Set<string>>();
  for (const model of MODELS)
    for (const { name, sources } of model.indicators)
      for (const id of sources) inputsOf.set(id, (inputsOf.get(id) ?? new Set()).add(name));
  const datasetsOf = new Map<string, string[]>();
  for (const { name, sources } of data.datasets)
    for (const id of sources) datasetsOf.set(id, [...(datasetsOf.get(id) ?? []), name]);
  const lists = TABLES.map((list) => ({
    list,
    sources: data.table(list).map((row): SourceLine => ({
      id: row.sourceId,
      title: row.title,
      publisher: row.publisher,
      year: String(row.year ?? ""),
      url: row.url !== null && /^https?:\/\//u.test(row.url) ? row.url : null,
      licence: row.licence,
      readFrom: row.retrievedFrom,
      inputs: [...(inputsOf.get(row.sourceId) ?? [])],
      tables: datasetsOf.get(row.sourceId) ?? [],
    })),
  }));
  const tables = data.datasets.map(({ name, title, publisher, url, licence, rows, retrievedOn, carriedOverOn, sha256 }: Dataset) => ({ name, title, publisher, url, licence, rows, retrievedOn, carriedOverOn, sha256 })); // prettier-ignore
  return { dataDate: data.dataDate, hash: data.hash, tables, lists };
}
