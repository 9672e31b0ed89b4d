/** Pairs out of the table of listed entities: a name with its aliases is one firm, names that look alike are two. */
import { readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { BlockingIndex } from "../../app/matching/blocking";
import { seedOf } from "../bench/list-draw";
import type { LabelledPair } from "./training";

export interface ListedEntity {
  readonly list: string;
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string | null;
  readonly address: string | null;
}

/** Half of the table is for fitting, the other for measuring; entries of one name are in one half. */
export type Half = "training" | "measuring";

const FILE = path.resolve(import.meta.dirname, "../../seed/reference/screening-lists/data.csv");

export function listedEntities(half?: Half, file = FILE): ListedEntity[] {
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  return data
    .map((row) => ({
      list: row["list_id"]!,
      id: row["entry_id"]!,
      name: row["name"]!,
      aliases: (row["aliases"] ?? "")
        .split(";")
        .map((alias) => alias.trim())
        .filter(Boolean),
      country: row["country_iso2"] || null,
      address: row["address"] || null,
    }))
    .filter(({ name }) => half === undefined || halfOf(name) === half);
}

const halfOf = (name: string): Half =>
  seedOf(
    name
      .toLowerCase()
      .replace(/[^a-z]/g, "")
      .slice(0, 12),
  ) %
    2 ===
  0
    ? "training"
    : "measuring";

/** Every alias with its name, and for every name the four nearest names of other entries. */
export function listPairs(half: Half): LabelledPair[] {
  const entities = listedEntities(half);
  const index = new BlockingIndex(entities.map(({ name, country }) => ({ name, country })));
  const pairs: LabelledPair[] = [];
  for (const one of entities) {
    for (const alias of one.aliases)
      pairs.push({
        left: { name: one.name, country: one.country },
        right: { name: alias, country: one.country },
        same: true,
      });
    let kept = 0;
    for (const at of index.candidates({ name: one.name, country: one.country })) {
      const other = entities[at]!;
      const known = [other.name, ...other.aliases].map((name) => name.slice(0, 14).toLowerCase());
      if (
        other.id === one.id ||
        [one.name, ...one.aliases].some((name) => known.includes(name.slice(0, 14).toLowerCase()))
      )
        continue;
      pairs.push({
        left: { name: one.name, country: one.country },
        right: { name: other.name, country: other.country },
        same: false,
      });
      if (++kept === 4) break;
    }
  }
  return pairs;
}
