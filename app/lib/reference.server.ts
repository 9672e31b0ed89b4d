import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { RiskReference } from "../../risk-models/reference-types";
import { createResolver } from "../resolve/resolver";
import type { Resolver } from "../resolve/types";
import type { ResolverTables, TextIndex } from "../resolve/tables";
import { REFERENCE_FORMAT, type CompiledTable, type Dataset, type ReferenceIndex } from "./reference-index";
import type { ReferenceRow, ReferenceTableName } from "./reference-schemas";

export type { Dataset } from "./reference-index";
export type { ReferenceRow, ReferenceTableName } from "./reference-schemas";

/** The compiled reference data. Each table is read from disk when it is first asked for, and once. */
export interface Reference {
  /** Newest date of any table, `YYYY-MM-DD`: printed with every assessment. */
  readonly dataDate: string;
  /** SHA-256 over all tables. */
  readonly hash: string;
  /** Title, publisher, licence, rows and hash of every table, for the pages. */
  readonly datasets: readonly Dataset[];
  table<Name extends ReferenceTableName>(name: Name): readonly ReferenceRow<Name>[];
  /** Country, region and sector from the words and codes of a list; one for the process. */
  resolver(): Resolver;
  /** What the risk engine reads, made from the tables when they were compiled. */
  risk(): RiskReference;
  /** SHA-256 of the text of what the engine reads. */
  readonly riskHash: string;
  /** Newest date of the tables in it. */
  readonly riskDate: string;
  /** That text, to be kept. */
  riskText(): string;
}

let loaded: Reference | undefined;

/** The reference data of this installation, from `CANDOUR_REFERENCE` or `build/reference` beside the nearest package.json. */
export function reference(): Reference {
  loaded ??= openReference(referenceFolder());
  return loaded;
}

/**
 * Opens a folder written by `compileReference`.
 * Throws an Error when it is missing or of another format; the sentence says what to do.
 */
export function openReference(folder: string): Reference {
  const index = readJson<ReferenceIndex>(folder, "index");
  if (index.format !== REFERENCE_FORMAT)
    throw new Error(
      `The reference data in ${folder} have format ${index.format}, this version reads ${REFERENCE_FORMAT}. Build again: npm run build`,
    );
  const tables = new Map<string, readonly unknown[]>();
  let resolver: Resolver | undefined;
  let risk: RiskReference | undefined;
  return {
    dataDate: index.dataDate,
    hash: index.hash,
    riskHash: index.riskHash,
    riskDate: index.riskDate,
    datasets: index.datasets,
    table<Name extends ReferenceTableName>(name: Name) {
      let rows = tables.get(name);
      if (!rows) {
        rows = expandTable(readJson<CompiledTable>(folder, name));
        tables.set(name, rows);
      }
      // Written by compileReference from rows that passed the schema of this name.
      return rows as readonly ReferenceRow<Name>[];
    },
    resolver() {
      resolver ??= createResolver(readJson<ResolverTables>(folder, "resolver"), () =>
        readJson<TextIndex>(folder, "resolver-text"),
      );
      return resolver;
    },
    risk() {
      risk ??= readJson<RiskReference>(folder, "risk");
      return risk;
    },
    riskText: () => readText(folder, "risk"),
  };
}

/** Rows from the compiled columns. */
export function expandTable(table: CompiledTable): readonly unknown[] {
  const rows: Record<string, unknown>[] = [];
  for (let row = 0; row < table.rows; row += 1) rows.push({});
  table.columns.forEach((column, index) => {
    const cells = table.cells[index];
    if (!cells) throw new Error(`The compiled table lacks the column ${column}. Build again: npm run build`);
    for (let row = 0; row < table.rows; row += 1)
      rows[row]![column] = "values" in cells ? cells.values[row] : cells.words[cells.at[row]!];
  });
  return rows;
}

const readJson = <T>(folder: string, name: string): T => JSON.parse(readText(folder, name)) as T;

function readText(folder: string, name: string): string {
  const file = join(folder, `${name}.json`);
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`The reference data are missing: ${file}. Build again: npm run build`, { cause });
  }
}

function referenceFolder(): string {
  const stated = process.env["CANDOUR_REFERENCE"];
  if (stated) return resolve(process.env["INIT_CWD"] ?? process.cwd(), stated);
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return join(folder, "build", "reference");
    if (folder === dirname(folder))
      throw new Error(
        "No package.json above the program: set CANDOUR_REFERENCE to the folder of the compiled reference data.",
      );
  }
}
