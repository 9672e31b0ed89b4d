/** The labelled cases, and what is measured on them and on planted aliases. Nothing is fitted here. */
import { readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { match } from "../../app/matching/match";
import { readName } from "../../app/matching/name";
import { countWords, noWords } from "../../app/matching/rarity";
import { Screen } from "../../app/matching/screen";
import type { Party } from "../../app/matching/types";
import { Draw, seedOf } from "../bench/list-draw";
import { emptyRecord, fillRecord } from "../bench/list-record";
import { listedEntities } from "./list-pairs";

export interface Case {
  readonly id: string;
  readonly kind: string;
  readonly left: Party;
  readonly right: Party;
  readonly same: boolean;
  readonly reason: string;
}

/** A number for two parties: higher is more alike. */
export type Measure = (left: Party, right: Party) => number;

export const ours: Measure = (left, right) => match(left, right).score;

export function readCases(): Case[] {
  const text = readFileSync(path.resolve(import.meta.dirname, "../../tests/matching/cases.csv"), "utf8");
  const side = (row: Record<string, string>, of: "left" | "right"): Party => {
    const id = row[`${of}_id`] ?? "";
    return {
      name: row[`${of}_name`]!,
      country: row[`${of}_country`] || null,
      address: row[`${of}_address`] || null,
      ...(id !== "" && { ids: { [id.split("=")[0]!]: id.split("=")[1]! } }),
    };
  };
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.map((row) => ({
    id: row["case"]!,
    kind: row["case"]!.replace(/-\d+$/, ""),
    left: side(row, "left"),
    right: side(row, "right"),
    same: row["same"] === "yes",
    reason: row["reason"]!,
  }));
}

interface OnCases {
  /** Best F1 over all thresholds, in percent, and the threshold. */
  readonly bestF1: number;
  readonly at: number;
  /** Precision, in percent, at the threshold that finds nine tenths of the pairs that are one firm. */
  readonly precisionAtRecall90: number;
}

const percent = (share: number): number => Math.round(share * 1000) / 10;

export function measureCases(cases: readonly Case[], measure: Measure): OnCases {
  const scored = cases.map(({ left, right, same }) => ({ score: measure(left, right), same }));
  scored.sort((a, b) => b.score - a.score);
  const all = scored.filter(({ same }) => same).length;
  let [found, bestF1, at, precision] = [0, 0, 1, 0];
  for (let index = 0; index < scored.length; index++) {
    if (scored[index]!.same) found++;
    if (scored[index + 1]?.score === scored[index]!.score) continue;
    const f1 = (2 * found) / (index + 1 + all);
    if (f1 > bestF1) [bestF1, at] = [f1, scored[index]!.score];
    if (precision === 0 && found >= 0.9 * all) precision = found / (index + 1);
  }
  return { bestF1: percent(bestF1), at, precisionAtRecall90: percent(precision) };
}

/** How often pairs of each band of probability were one firm: the check of the calibration. */
export function reliability(cases: readonly Case[]): { band: string; pairs: number; mean: number; same: number }[] {
  const edges = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1];
  const scored = cases.map(({ left, right, same }) => ({ score: ours(left, right), same }));
  return edges.slice(0, -1).map((from, at) => {
    const inside = scored.filter(({ score }) => score >= from && score < edges[at + 1]!);
    const count = Math.max(1, inside.length);
    return {
      band: `${from} to ${edges[at + 1]}`,
      pairs: inside.length,
      mean: Math.round((inside.reduce((sum, { score }) => sum + score, 0) / count) * 100) / 100,
      same: Math.round((inside.filter(({ same }) => same).length / count) * 100) / 100,
    };
  });
}

const PLACES =
  "Xinjiang,Hetian,Aksu,Hefei,Dongguan,Ningbo,Shenzhen,Shanghai,Zhejiang,Tianjin,Shandong,Fujian,Suzhou,Dalian".split(
    ",",
  );
const TRADES =
  "Textile,Cotton,Electronic Technology,Garment,Food,Shoes,Chemical,New Material,Silicon,Hair Products,International Trade,Machinery,Apparel,Biotechnology,Logistics,Import & Export".split(
    ",",
  );
const SYLLABLES =
  "hua,feng,xin,long,tai,hong,sheng,yuan,jin,fu,rui,kai,da,ming,jia,hai,yong,bo,shun,cheng,lian,kang,mei,bao,wei,li,de,xiang,qi,tong,zhong,run,yi,guang,ze".split(
    ",",
  );
const BRAZILIAN = "Fazenda,Construtora,Agropecuaria,Carvoaria,Transportes,Confeccoes,Madeireira".split(",");
const NAMES =
  "Boa Serra,Rio Manso,Santa Rita,Vale Azul,Sao Bento,Campo Belo,Monte Claro,Agua Limpa,Pedra Alta,Bela Vista,Porto Real".split(
    ",",
  );

/** Firms named after the places and trades that the lists are full of: the hardest clean suppliers. */
function lookAlike(draw: Draw): Party {
  if (draw.chance(0.2)) return { name: `${draw.pick(BRAZILIAN)} ${draw.pick(NAMES)} Ltda`, country: "BR" };
  const core = draw.pick(SYLLABLES) + draw.pick(SYLLABLES) + (draw.chance(0.15) ? ` ${draw.pick(SYLLABLES)}` : "");
  const name = `${draw.pick(PLACES)} ${core.charAt(0).toUpperCase()}${core.slice(1)} ${draw.pick(TRADES)}`;
  return { name: `${name} ${draw.pick(["Co., Ltd.", "Co. Ltd", "Group Co., Ltd.", "Limited"])}`, country: "CN" };
}

/** How many clean suppliers the frozen result was measured on. */
export const CLEAN_SUPPLIERS = 3000;

/** Invented firms `from` to `count` that are on no list: three quarters as supplier lists have them, a quarter named like listed ones. */
export function cleanSuppliers(count: number, seed = "clean", from = 0): Party[] {
  const [draw, record] = [new Draw(), emptyRecord()];
  return Array.from({ length: count - from }, (_, at): Party => {
    const index = from + at;
    if (index % 4 === 0) return lookAlike(draw.start(seedOf(seed), index, 11));
    const { country } = fillRecord(record, index, { seed: seedOf(seed), country: "iso2" }, draw);
    return { name: record.supplier_name, country: country.iso2, address: record.address, city: record.city };
  });
}

export interface Planted {
  readonly alias: Party;
  /** The list as it would be without this alias; the entry's other names stay. */
  readonly without: readonly Party[];
  readonly entries: ReadonlySet<number>;
}

/** Names of one key are one firm on the shipped lists. */
export const nameKey = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .slice(0, 12);

/** Every alias of the measuring half, planted as a supplier's name. Rows of one name on several lists are one entry. */
export function plantedAliases(): { readonly list: readonly Party[]; readonly planted: readonly Planted[] } {
  const all = listedEntities();
  const list = all.map(({ name, aliases, country, address }): Party => ({ name, aliases, country, address }));
  const planted = listedEntities("measuring").flatMap((one) =>
    one.aliases.map((alias) => ({
      alias: { name: alias, country: one.country },
      without: list.map((party) =>
        party.aliases?.includes(alias)
          ? { ...party, aliases: party.aliases.filter((other) => other !== alias) }
          : party,
      ),
      entries: new Set(
        all.flatMap((other, at) => (other.id === one.id || nameKey(other.name) === nameKey(one.name) ? [at] : [])),
      ),
    })),
  );
  return { list, planted };
}

export interface Alerts {
  readonly found: number;
  /** Clean suppliers of a thousand that reach the threshold at which that share of planted aliases is found. */
  readonly alertsPer1000: number;
  readonly threshold: number;
}

/** Alerts where `shares` of the planted aliases are found; both arrays hold the best score for each. */
export function alertsAt(aliases: readonly number[], clean: readonly number[], shares: readonly number[]): Alerts[] {
  const sorted = [...aliases].sort((a, b) => b - a);
  return shares.map((found) => {
    const threshold = sorted[Math.ceil(found * sorted.length) - 1]!;
    const alerts = clean.filter((score) => score >= threshold).length;
    return { found, alertsPer1000: Math.round((alerts / clean.length) * 10_000) / 10, threshold };
  });
}

/** Best scores of the planted aliases against their own entry, and of clean suppliers against any, by the product's own way. */
export function screenScores(clean: readonly Party[]): { aliases: number[]; clean: number[] } {
  const { list, planted } = plantedAliases();
  const counts = noWords();
  for (const party of clean) countWords(counts, readName(party.name, party.country ?? null).words);
  const screen = new Screen(list, counts);
  return {
    aliases: planted.map(({ alias, without, entries }) => {
      const hits = new Screen(without, counts).find(alias, 0);
      return hits.find(({ entry }) => entries.has(entry))?.score ?? 0;
    }),
    clean: clean.map((party) => screen.find(party, 0)[0]?.score ?? 0),
  };
}

/** The same by any measure of two names, every name of the list against every supplier. */
export function measureScores(clean: readonly Party[], measure: Measure): { aliases: number[]; clean: number[] } {
  const { list, planted } = plantedAliases();
  const best = (party: Party, entry: Party): number =>
    Math.max(...[entry.name, ...(entry.aliases ?? [])].map((name) => measure(party, { name })));
  return {
    aliases: planted.map(({ alias, without, entries }) =>
      Math.max(...[...entries].map((at) => best(alias, without[at]!))),
    ),
    clean: clean.map((party) => Math.max(...list.map((entry) => best(party, entry)))),
  };
}
