/** The lists of the screening bench: listed names, and suppliers of whom every hundredth is a listed one with a fault. */
import Papa from "papaparse";
import { readName } from "../../app/matching/name";
import type { ListEntry } from "../../app/screening/types";
import { cleanSuppliers, nameKey } from "../matching/cases";
import { Draw, seedOf } from "./list-draw";
import { FAULTS, type Written } from "./plant-names";

export const PLANTED_OF = 100;
/** Entries tried for one plant before it is left out. */
const TRIES = 5000;

export interface Listed {
  /** `list entry`, as the program keys it. */
  readonly key: string;
  readonly isShipped: boolean;
  readonly entry: Pick<ListEntry, "name" | "aliases" | "countries">;
}

export interface Planted {
  readonly fault: string;
  readonly name: string;
  readonly isShipped: boolean;
  /** Keys of the entries that are the firm. */
  readonly truth: ReadonlySet<string>;
}

export interface Suppliers {
  readonly csv: string;
  /** By the supplier's number. */
  readonly planted: ReadonlyMap<string, Planted>;
  /** Numbers of clean suppliers that are named like listed firms: a place, syllables and a trade. */
  readonly lookAlikes: ReadonlySet<string>;
  /** Invented suppliers that bear a listed name by chance, and were left out: nothing tells them from the firm. */
  readonly namesakes: number;
}

/** An own list of `count` invented firms as a CSV file. */
export function listCsv(count: number): string {
  const rows = cleanSuppliers(count, "listed").map(({ name, country, city, address }, at) => ({
    id: `F${String(at + 1).padStart(6, "0")}`,
    name,
    country: country ?? "",
    city: city ?? "",
    address: address ?? "",
  }));
  return Papa.unparse(rows, { newline: "\n" });
}

/** What the engine reads of a name, its legal form left out. */
const wordsOf = (name: string, country: string | null): string => [...readName(name, country).words].sort().join(" ");

/** `count` suppliers, clean ones and planted ones, as a CSV file, with the truth about them. */
export function suppliersFrom(listed: readonly Listed[], count: number): Suppliers {
  const taken = new Set(
    listed.flatMap(({ entry }) => [entry.name, ...entry.aliases].map((name) => wordsOf(name, countryOf(entry)))),
  );
  const plants = plantsFrom(listed, Math.floor(count / PLANTED_OF));
  const planted = new Map<string, Planted>();
  const lookAlikes = new Set<string>();
  const rows: Record<string, string>[] = [];
  let [index, namesakes] = [0, 0];
  while (rows.length < count) {
    const id = `S${String(rows.length + 1).padStart(6, "0")}`;
    const plant = (rows.length + 1) % PLANTED_OF === 0 ? plants.pop() : undefined;
    if (plant) {
      planted.set(id, plant.truth);
      rows.push(rowOf(id, plant.written));
      continue;
    }
    const [party] = cleanSuppliers(index + 1, "asked", index);
    if (taken.has(wordsOf(party!.name, party!.country ?? null))) namesakes++;
    else {
      if (index % 4 === 0) lookAlikes.add(id);
      rows.push(rowOf(id, { name: party!.name, country: party!.country ?? null }, party!));
    }
    index++;
  }
  return { csv: Papa.unparse(rows, { newline: "\n" }), planted, lookAlikes, namesakes };
}

/** A planted supplier has no city and no address: a name and at most a country must do. */
const rowOf = (
  id: string,
  { name, country }: Written,
  { city = null, address = null }: { readonly city?: string | null; readonly address?: string | null } = {},
): Record<string, string> => ({
  supplier_id: id,
  supplier_name: name,
  country: country ?? "",
  city: city ?? "",
  address: address ?? "",
});

const countryOf = ({ countries }: Listed["entry"]): string | null => (countries.length === 1 ? countries[0]! : null);

/** As many of each fault, half of them shipped entries where the shipped lists have names that the fault can be made in. */
function plantsFrom(listed: readonly Listed[], count: number): { written: Written; truth: Planted }[] {
  const pools = [listed.filter(({ isShipped }) => isShipped), listed.filter(({ isShipped }) => !isShipped)] as const;
  const truthOf = truths(listed);
  const kinds = Object.entries(FAULTS);
  const used = new Set<string>();
  const draw = new Draw();
  return Array.from({ length: count }, (_, at) => {
    const [fault, make] = kinds[at % kinds.length]!;
    draw.start(seedOf("planted"), at, 21);
    for (let tries = 0; tries < TRIES; tries++) {
      const pool = pools[tries < TRIES / 20 && Math.floor(at / kinds.length) % 2 === 0 ? 0 : 1];
      const { key, entry, isShipped } = draw.pick(pool);
      const written = used.has(`${fault} ${key}`) ? null : make({ name: entry.name, country: countryOf(entry) }, draw);
      if (written === null) continue;
      used.add(`${fault} ${key}`);
      return { written, truth: { fault, name: entry.name, isShipped, truth: truthOf(key) } };
    }
    throw new Error(`No listed name is left in which "${fault}" can be made: ask for fewer suppliers.`);
  });
}

/** The entries that are one firm: of one name, on several lists or twice on one. */
function truths(listed: readonly Listed[]): (key: string) => ReadonlySet<string> {
  const firmOf = ({ entry, isShipped }: Listed): string =>
    isShipped ? `shipped ${nameKey(entry.name)}` : wordsOf(entry.name, countryOf(entry));
  const firms = new Map<string, Set<string>>();
  const byKey = new Map<string, Set<string>>();
  for (const one of listed) {
    const firm = firmOf(one);
    const keys = firms.get(firm) ?? new Set();
    firms.set(firm, keys.add(one.key));
    byKey.set(one.key, keys);
  }
  return (key) => byKey.get(key)!;
}
