import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { referenceSchemas } from "../app/lib/reference-schemas";
import { expandTable } from "../app/lib/reference.server";
import { compileTable } from "./compile-reference";
import { loadReference, parseTable } from "./load-reference";

const seed = new URL("reference", import.meta.url).pathname;
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A copy of the tables to damage. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), "candour-seed-"));
  folders.push(folder);
  cpSync(seed, folder, { recursive: true });
  return folder;
}

describe("the reference tables", () => {
  test("are as their source.json says, and each states publisher, licence, date and number of rows", () => {
    const { datasets, tables } = loadReference(seed);
    expect(datasets.map((dataset) => dataset.name)).toEqual(Object.keys(referenceSchemas).sort());
    for (const dataset of datasets) {
      expect(dataset.publisher.length).toBeGreaterThan(2);
      expect(dataset.licence.length).toBeGreaterThan(2);
      expect(tables[dataset.name as keyof typeof tables]).toHaveLength(dataset.rows);
    }
  });

  test("name a source for every source_id", () => {
    const { tables } = loadReference(seed);
    const sources = new Set(
      [...tables["sources-countries"], ...tables["sources-sectors"], ...tables["sources-screening"]].map(
        (row) => row.sourceId,
      ),
    );
    const missing = Object.entries(tables)
      .filter(([name]) => !name.startsWith("sources-"))
      .flatMap(([name, rows]) =>
        (rows as readonly { sourceId?: string | readonly string[] }[]).flatMap((row) =>
          [row.sourceId ?? []].flat().map((id) => [name, id] as const),
        ),
      )
      .filter(([, id]) => !sources.has(id));
    expect([...new Set(missing.map(String))]).toEqual([]);
  });

  test("say in their note what was taken from a source whose publisher reserves its rights", () => {
    const { datasets } = loadReference(seed);
    const touched = datasets.filter((dataset) =>
      dataset.licences.some((licence) => /all rights reserved/i.test(licence)),
    );
    for (const dataset of touched) expect(dataset.note).toMatch(/publisher reserves its rights/);
  });

  test("survive being compiled and read again", () => {
    const { tables } = loadReference(seed);
    for (const name of ["countries", "tvpra-goods", "recruitment-corridors"] as const)
      expect(expandTable(JSON.parse(JSON.stringify(compileTable(tables[name]))))).toEqual(tables[name]);
  });
});

describe("a damaged table stops the build with a sentence", () => {
  test("when a cell was changed", () => {
    const folder = copy();
    const file = join(folder, "hs-sections", "data.csv");
    writeFileSync(file, readFileSync(file, "utf8").replace("live animals", "dead animals"));
    expect(() => loadReference(folder)).toThrow(
      /hs-sections.data\.csv has SHA-256 .* its source\.json says .* restore it, or write the new hash/,
    );
  });

  test("when a table is missing", () => {
    const folder = copy();
    rmSync(join(folder, "isic", "data.csv"));
    expect(() => loadReference(folder)).toThrow(/isic.data\.csv is missing\. Restore it/);
  });

  test("when a folder has no schema", () => {
    const folder = copy();
    cpSync(join(folder, "isic"), join(folder, "isic-5"), { recursive: true });
    expect(() => loadReference(folder)).toThrow(/tables without a schema: isic-5/);
  });

  test("when source.json lacks its licence", () => {
    const folder = copy();
    const file = join(folder, "isic", "source.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(/"licence": .*\n/, ""));
    expect(() => loadReference(folder)).toThrow(/isic.source\.json is not a valid source description/);
  });

  test("with the line of the row, counting line breaks inside cells", () => {
    const csv = 'section,label_en,source_id\nI,"live\nanimals",S-1\n,nothing,S-1\n';
    expect(() => parseTable("hs-sections/data.csv", "hs-sections", 2, csv)).toThrow(/hs-sections.data\.csv, line 4/);
  });

  test("when the header is another one", () =>
    expect(() => parseTable("x.csv", "hs-sections", 1, "section,label,source_id\nI,a,b\n")).toThrow(
      /x\.csv, line 1: the header is/,
    ));

  test("when rows are missing", () =>
    expect(() => parseTable("x.csv", "hs-sections", 21, "section,label_en,source_id\nI,a,b\n")).toThrow(
      "x.csv has 1 rows, its source.json says 21.",
    ));
});
