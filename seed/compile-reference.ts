import { createHash } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { REFERENCE_FORMAT, type CompiledTable, type Dataset, type ReferenceIndex } from "../app/lib/reference-index";
import { compileResolverTables } from "../app/resolve/compile";
import { compileTextIndex } from "../app/resolve/compile-text";
import { buildRiskReference } from "../risk-models/reference";
import type { ReferenceTables } from "../risk-models/reference-types";
import { loadReference } from "./load-reference";

/** Tables whose content reaches the application only inside `resolver.json` and `resolver-text.json`. */
const RESOLVER_ONLY = new Set(["country-names", "country-aliases", "region-names", "sector-words", "code-goods"]);

type Texts = ReturnType<typeof loadReference>["texts"];
type TextName = keyof Texts;

/** What the risk engine's tables are called among the tables. */
const RISK_TABLES = {
  countries: "countries",
  countryIndicators: "country-indicators",
  tvpraGoods: "tvpra-goods",
  tvpraChanges: "tvpra-2024-changes",
  goodsToClassification: "goods-to-classification",
  sectorRiskEvidence: "sector-risk-evidence",
  stateImposed: "state-imposed-forced-labour",
  productChains: "product-chains",
  concordanceHsIsic: "concordance-hs4-isic4",
  recruitmentCorridors: "recruitment-corridors",
  recruitmentFeeRules: "recruitment-fee-rules",
  sourcesCountries: "sources-countries",
  sourcesSectors: "sources-sectors",
} as const satisfies Record<keyof ReferenceTables, TextName>;

const riskTables = (texts: Texts): ReferenceTables =>
  Object.fromEntries(
    Object.entries(RISK_TABLES).map(([key, name]) => [key, texts[name]]),
  ) as unknown as ReferenceTables;

/**
 * Checks the tables of `seedDir` and writes what the application reads at run time into `outDir`, replacing it whole:
 * `index.json` (datasets, data date, hash), `<table>.json` for each table, `resolver.json`, `resolver-text.json`, `risk.json` (what
 * the risk engine reads). Returns the index. Throws when a table is not as its source.json says.
 */
export function compileReference(seedDir: string, outDir: string): ReferenceIndex {
  const { datasets, tables, texts } = loadReference(seedDir);
  const risk = JSON.stringify(buildRiskReference(riskTables(texts)));
  const index: ReferenceIndex = {
    format: REFERENCE_FORMAT,
    dataDate: newestDate(datasets),
    hash: overallHash(datasets),
    riskHash: createHash("sha256").update(risk).digest("hex"),
    riskDate: newestDate(
      datasets.filter(({ name }) => (Object.values(RISK_TABLES) as readonly string[]).includes(name)),
    ),
    datasets,
  };
  const fresh = `${outDir}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const write = (name: string, value: unknown) => writeFileSync(join(fresh, `${name}.json`), JSON.stringify(value));
  for (const [name, rows] of Object.entries(tables))
    if (!RESOLVER_ONLY.has(name)) write(name, compileTable(rows as readonly Record<string, unknown>[]));
  write("resolver", compileResolverTables(tables));
  write("resolver-text", compileTextIndex(tables));
  writeFileSync(join(fresh, "risk.json"), risk);
  write("index", index);
  rmSync(outDir, { recursive: true, force: true });
  renameSync(fresh, outDir);
  return index;
}

/** Columns instead of rows; a column with few different cells becomes a dictionary. */
export function compileTable(rows: readonly Record<string, unknown>[]): CompiledTable {
  const columns = Object.keys(rows[0] ?? {});
  const cells = columns.map((column) => {
    const values = rows.map((row) => row[column] ?? null);
    const words: unknown[] = [];
    const place = new Map<string, number>();
    const at = values.map((value) => {
      const key = JSON.stringify(value);
      const known = place.get(key);
      if (known !== undefined) return known;
      place.set(key, words.length);
      words.push(value);
      return words.length - 1;
    });
    return words.length * 2 < rows.length ? { words, at } : { values };
  });
  return { columns, rows: rows.length, cells };
}

function newestDate(datasets: readonly Dataset[]): string {
  return (
    datasets
      .flatMap((dataset) => (dataset.retrievedOn ? [dataset.retrievedOn] : [dataset.carriedOverOn]))
      .sort()
      .at(-1) ?? ""
  );
}

function overallHash(datasets: readonly Dataset[]): string {
  const hash = createHash("sha256");
  for (const dataset of datasets) hash.update(`${dataset.name} ${dataset.sha256}\n`);
  return hash.digest("hex");
}

const [, script, seedDir = "seed/reference", outDir = "build/reference"] = process.argv;
if (script && import.meta.url === pathToFileURL(script).href) {
  const index = compileReference(seedDir, outDir);
  console.log(
    `reference data: ${index.datasets.length} tables, data date ${index.dataDate}, hash ${index.hash.slice(0, 12)}, written to ${outDir}`,
  );
}
