/** From the reference tables to what the resolver reads. Runs when the reference data are compiled, not in the application. */
import type { ReferenceRow, ReferenceTableName } from "../lib/reference-schemas";
import { fold, foldKey, HAN } from "./fold";
import type { CodeTables, CountryTables, GoodCodes, GoodsTables, RegionName, ResolverTables, Share } from "./tables";

/** Rows of the tables the resolver is made of. */
export type ResolverSource = {
  readonly [
    Name in Extract<
      ReferenceTableName,
      | "countries"
      | "country-names"
      | "country-aliases"
      | "region-names"
      | "isic"
      | "nace"
      | "hs"
      | "cpv"
      | "concordance-nace2-isic4"
      | "concordance-hs4-isic4"
      | "concordance-hs2-isic-division"
      | "concordance-cpv-group-isic"
      | "concordance-cpv-class-isic"
      | "concordance-cpv-division-isic"
      | "goods-to-classification"
      | "chain-goods"
      | "code-goods"
      | "sector-words"
    >
  ]: readonly ReferenceRow<Name>[];
};

/** Tables of the resolver, plain JSON. Throws an Error when a name means two countries or a table names an unknown good. */
export function compileResolverTables(source: ResolverSource): ResolverTables {
  return { country: countryTables(source), codes: codeTables(source), goods: goodsTables(source) };
}

const AND = /\s(and|und|et|y|e|og|och|i|ve|en|и)\s/;

function countryTables(source: ResolverSource): CountryTables {
  const codes: Record<string, string> = {};
  const names = new Map<string, Set<string>>();
  const name = (text: string | null, iso2: string) => {
    const key = text === null ? "" : foldKey(text);
    // "EU" is short for the United States in one language and the European Union in the others: letters this few are codes or aliases.
    if (key === "" || (key.length <= 2 && !HAN.test(key))) return;
    const known = names.get(key);
    if (known) known.add(iso2);
    else names.set(key, new Set([iso2]));
  };
  for (const row of source.countries) {
    codes[row.iso2] = row.iso2;
    codes[row.iso3] = row.iso2;
    if (row.isoNumeric !== null) codes[row.isoNumeric] = row.iso2;
    for (const text of [row.nameEn, row.nameRu, row.nameEnUn, row.nameRuUn]) name(text, row.iso2);
  }
  for (const row of source["country-names"]) name(row.name, row.iso2);
  // "Saint Kitts & Nevis": folding takes the sign away, so the word in its place may be missing too.
  for (const row of source["country-names"]) if (AND.test(row.name)) name(row.name.replace(AND, " "), row.iso2);

  const aliases: Record<string, string> = {};
  const regionAliases: Record<string, readonly [string, string]> = {};
  for (const row of source["country-aliases"]) {
    const key = foldKey(row.alias);
    if (row.region !== null) regionAliases[key] = [row.iso2, row.region];
    else if (aliases[key] !== undefined && aliases[key] !== row.iso2)
      throw new Error(
        `country-aliases: "${row.alias}" stands for ${aliases[key]} and for ${row.iso2}. Keep one of them, or neither.`,
      );
    else aliases[key] = row.iso2;
  }
  // A name of two countries in two languages means neither, unless the aliases decide it.
  const single = Object.fromEntries(
    [...names].flatMap(([key, found]) =>
      found.size === 1 && !(key in aliases && !found.has(aliases[key]!)) ? [[key, [...found][0]!]] : [],
    ),
  );
  const onlyAliases = Object.fromEntries(Object.entries(aliases).filter(([key]) => single[key] === undefined));
  const regions: RegionName[] = source["region-names"]
    .map((row) => ({ region: row.region, iso2: row.iso2, name: fold(row.name), match: row.match }))
    .filter((row) => row.name !== "");
  return { codes, names: single, aliases: onlyAliases, regionAliases, regions };
}

const bare = (code: string): string => code.replaceAll(".", "");

function codeTables(source: ResolverSource): CodeTables {
  const isicSections: Record<string, string> = {};
  for (const row of source.isic) if (row.level === "division") isicSections[row.code] = row.section;
  const nace: Record<string, string> = {};
  for (const row of source["concordance-nace2-isic4"]) {
    const key = bare(row.nace2);
    const target = bare(row.isic4);
    // A NACE code that leads to several ISIC codes keeps what they have in common.
    nace[key] = nace[key] === undefined ? target : commonStart(nace[key], target);
  }
  for (const [key, target] of Object.entries(nace)) if (target === "") delete nace[key];
  const cpvGroups = Object.fromEntries([
    ...source["concordance-cpv-group-isic"].map((row) => [row.cpvGroup, row.isicDivision] as const),
    ...source["concordance-cpv-class-isic"].map((row) => [row.cpvPrefix, row.isic4] as const),
  ]);
  const cpvDivisions: Record<string, string[]> = {};
  for (const row of source["concordance-cpv-division-isic"]) {
    const divisions = (cpvDivisions[row.cpvDivision] ??= []);
    if (row.rank === "primary") divisions.unshift(row.isicDivision);
    else divisions.push(row.isicDivision);
  }
  return {
    isic: source.isic.map((row) => bare(row.code)),
    isicSections,
    nace,
    hs4: shares(source["concordance-hs4-isic4"].map((row) => [row.hs4, row.isic4Class, row.shareOfSubheadings])),
    hs2: shares(
      source["concordance-hs2-isic-division"].map((row) => [row.hs2, row.isicDivision, row.shareOfSubheadings]),
    ),
    cpv: Object.fromEntries(source.cpv.map((row) => [row.code8, row.checkDigit])),
    cpvGroups,
    cpvDivisions,
  };
}

function commonStart(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at < 2 ? "" : one.slice(0, at);
}

function shares(rows: readonly (readonly [from: string, to: string, share: number])[]): Record<string, Share[]> {
  const found: Record<string, Share[]> = {};
  for (const [from, to, share] of rows) (found[from] ??= []).push([to, share]);
  for (const options of Object.values(found)) options.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return found;
}

function goodsTables(source: ResolverSource): GoodsTables {
  const goods: Record<string, GoodCodes> = {};
  for (const row of [...source["goods-to-classification"], ...source["chain-goods"]])
    goods[row.good] = {
      isic: row.isicClass,
      hs2: row.hs2,
      cpvDivisions: row.cpvDivision.map((code) => code.slice(0, 2)),
    };
  const byScheme: Record<"hs" | "cpv" | "isic" | "nace", Record<string, readonly string[]>> = {
    hs: {},
    cpv: {},
    isic: {},
    nace: {},
  };
  for (const row of source["code-goods"]) {
    knownGoods(row.goods, goods, `code-goods, ${row.scheme} ${row.code}`);
    byScheme[row.scheme][row.code] = row.goods;
  }
  return { goods, ...byScheme };
}

/** Throws an Error naming the place when a good is in neither table of goods. */
export function knownGoods(names: readonly string[], goods: Readonly<Record<string, unknown>>, place: string): void {
  for (const good of names)
    if (!Object.hasOwn(goods, good))
      throw new Error(
        `${place}: "${good}" is not a good of goods-to-classification or chain-goods. Write it as it stands there.`,
      );
}
