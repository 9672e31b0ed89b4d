/**
 * The reference data the engine needs, compact and JSON-serialisable, and the pure function that makes it from the tables in
 * `seed/reference`. Every value keeps its source id and year. A blank stays a blank.
 */
import { buildChains } from "./chain-table";
import type {
  InputPath,
  ListedPair,
  CountryReference,
  ReferenceTables,
  RiskReference,
  Row,
  Sourced,
  StateImposedRow,
} from "./reference-types";
import type { Iso2 } from "./types";

const GOVERNANCE = [
  "wgi_control_of_corruption_est",
  "wgi_government_effectiveness_est",
  "wgi_political_stability_est",
  "wgi_regulatory_quality_est",
  "wgi_rule_of_law_est",
];
/** Fewer governance dimensions than this and the index stays blank. */
const GOVERNANCE_MINIMUM = 4;
const TIER_RANK: Readonly<Record<string, number>> = { "1": 1, "2": 2, "2WL": 3, "3": 4 };
const ORGANISE = ["ilo_c087_status", "ilo_c098_status"];
const FORCED_LABOUR = ["ilo_c029_status", "ilo_c105_status", "ilo_p029_status"];
/** The list is made by the United States and leaves its own country out, so its silence there says nothing. */
const NOT_COVERED_BY_THE_LIST = "US";

/** Statistics of the sector table that count as a source naming forced labour in a sector. Shares of broad groups, profits and child-labour pairs do not. */
const NAMES_FORCED_LABOUR =
  /^(named as a high-risk sector|share of labour cases|potential victims reported|share of workers in forced labour|share of migrant workers in forced labour|victims on legal temporary work visas|mean debt of callers)/;
const FORCED_PAIRS = "country-good pairs listed for forced labour";

const cell = (row: Row, column: string): string => row[column] ?? "";
const yearOf = (text: string): number | null => {
  const found = /^\d{4}/.exec(text);
  return found ? Number(found[0]) : null;
};
const join = (ids: Iterable<string>): string => [...new Set(ids)].sort().join(";");
const newest = (years: readonly (number | null)[]): number | null => {
  const known = years.filter((year) => year !== null);
  return known.length ? Math.max(...known) : null;
};

type Readings = Map<string, Row>;

/** Latest row of each indicator, per ISO3 code. */
function latestReadings(rows: readonly Row[]): Map<string, Readings> {
  const found = new Map<string, Readings>();
  for (const row of rows) {
    const iso3 = cell(row, "iso3");
    const readings = found.get(iso3) ?? new Map<string, Row>();
    if (!found.has(iso3)) found.set(iso3, readings);
    const before = readings.get(cell(row, "indicator"));
    if (!before || cell(row, "year") > cell(before, "year")) readings.set(cell(row, "indicator"), row);
  }
  return found;
}

/** Mean of the numeric readings named, or null below the minimum. */
function meanOf(readings: Readings, names: readonly string[], minimum: number): Sourced<number> | null {
  const rows = names
    .map((name) => readings.get(name))
    .filter((row) => row !== undefined && cell(row, "value") !== "") as Row[];
  if (rows.length < minimum) return null;
  const sum = rows.reduce((total, row) => total + Number(cell(row, "value")), 0);
  return {
    value: sum / rows.length,
    year: newest(rows.map((row) => yearOf(cell(row, "year")))),
    source: join(rows.map((row) => cell(row, "source_id"))),
  };
}

/** Share of the conventions named that are not in force, with those conventions; blank for states outside the ILO. */
function notInForce(readings: Readings, names: readonly string[]): { reading: Sourced<number>; which: string } | null {
  const rows = names.map((name) => readings.get(name));
  if (rows.some((row) => !row || cell(row, "value") === "not_ilo_member" || cell(row, "value") === "")) return null;
  const known = rows.filter((row) => row !== undefined);
  const open = known.filter((row) => cell(row, "value") !== "in_force");
  return {
    reading: {
      value: open.length / names.length,
      year: newest(known.map((row) => yearOf(cell(row, "year")))),
      source: join(known.map((row) => cell(row, "source_id"))),
    },
    which: open.map((row) => cell(row, "indicator").slice(4, 8).toUpperCase()).join(" "),
  };
}

function one(readings: Readings, name: string): Sourced<number> | null {
  return meanOf(readings, [name], 1);
}

interface Listing {
  readonly goods: Record<
    string,
    { isicDivision: string; isicClasses: string[]; pairs: Record<Iso2, ListedPair>; inputs: Record<Iso2, InputPath[]> }
  >;
  readonly newOnList: Record<Iso2, { year: number; source: string }>;
}

function buildListing(tables: ReferenceTables, iso2: ReadonlyMap<string, Iso2>): Listing {
  const goods: Listing["goods"] = {};
  for (const row of tables.goodsToClassification) {
    goods[cell(row, "good")] = {
      isicDivision: cell(row, "isic_division"),
      isicClasses: cell(row, "isic_class").split(";").filter(Boolean),
      pairs: {},
      inputs: {},
    };
  }
  for (const row of tables.tvpraGoods) {
    const country = iso2.get(cell(row, "iso3"));
    const good = goods[cell(row, "good")];
    if (!country || !good) continue;
    const year = yearOf(cell(row, "year_edition"));
    const source = cell(row, "source_id");
    if (cell(row, "made_with_listed_input") === "true") {
      const inputForced = cell(row, "input_forced_labour") === "true";
      for (const code of cell(row, "input_iso3").split(";")) {
        const inputCountry = iso2.get(code);
        if (inputCountry)
          (good.inputs[country] ??= []).push({
            inputGood: cell(row, "input_good"),
            inputCountry,
            inputForced,
            year,
            source,
          });
      }
      continue;
    }
    const forced = cell(row, "forced_labour") === "true" || cell(row, "forced_child_labour") === "true";
    good.pairs[country] = { forced, child: cell(row, "child_labour") === "true", year, source };
  }
  const newOnList: Listing["newOnList"] = {};
  for (const row of tables.tvpraChanges) {
    const country = iso2.get(cell(row, "iso3"));
    if (!country) continue;
    if (cell(row, "change") === "new country") newOnList[country] = { year: 2024, source: cell(row, "source_id") };
    const pair = goods[cell(row, "good")]?.pairs[country];
    if (cell(row, "change") !== "removed" || cell(row, "labour_type") !== "child labour" || !pair) continue;
    // Only the child-labour flag is withdrawn: the notes ask to keep forced-labour flags until the full 2024 list is read.
    if (pair.forced)
      goods[cell(row, "good")]!.pairs[country] = {
        ...pair,
        child: false,
        source: join([pair.source, cell(row, "source_id")]),
      };
    else delete goods[cell(row, "good")]!.pairs[country];
  }
  return { goods, newOnList };
}

/** `Xinjiang …` is the one region the tables name; `national` rows name neither region nor good. */
function stateImposedRow(row: Row, iso2: ReadonlyMap<string, Iso2>, goods: readonly string[]): StateImposedRow | null {
  const country = iso2.get(cell(row, "iso3"));
  if (!country) return null;
  const scope = cell(row, "scope");
  const region = /xinjiang/i.test(scope) ? "CN-XJ" : null;
  const good =
    scope === "national" || region ? null : (goods.find((name) => name.toLowerCase() === scope.toLowerCase()) ?? scope);
  const noted =
    region === null
      ? []
      : cell(row, "note")
          .toLowerCase()
          .replace(/^goods include /, "")
          .split(", ");
  const gone = /ended|removed/i.test(cell(row, "status"));
  return {
    country,
    region,
    good,
    namedGoods: goods.filter((name) => noted.includes(name.toLowerCase())),
    acts: (region !== null || good !== null) && !gone,
    status: cell(row, "status"),
    basis: cell(row, "basis"),
    year: yearOf(cell(row, "year")),
    source: cell(row, "source_id"),
  };
}

function buildSectorSources(rows: readonly Row[]): Record<string, { sources: string[]; year: number | null }> {
  const found = new Map<string, { sources: Set<string>; years: (number | null)[] }>();
  for (const row of rows) {
    if (cell(row, "classification") !== "ISIC4") continue;
    const names = NAMES_FORCED_LABOUR.test(cell(row, "indicator"));
    const pairs = cell(row, "indicator") === FORCED_PAIRS && Number(cell(row, "value")) > 0;
    if (!names && !pairs) continue;
    for (const code of cell(row, "code").split(";")) {
      if (!/^\d\d$/.test(code)) continue;
      const entry = found.get(code) ?? { sources: new Set<string>(), years: [] };
      found.set(code, entry);
      entry.sources.add(cell(row, "source_id"));
      entry.years.push(yearOf(cell(row, "year")));
    }
  }
  return Object.fromEntries(
    [...found]
      .sort(([a], [b]) => a.localeCompare(b, "en"))
      .map(([code, entry]) => [code, { sources: [...entry.sources].sort(), year: newest(entry.years) }]),
  );
}

/**
 * Makes the compact reference from the rows of the tables named in `ReferenceTables`. Pure; the result is plain JSON.
 * Rows of countries outside `countries` are left out. Withdrawn 2024 rows are applied only as far as the table's notes allow.
 */
export function buildRiskReference(tables: ReferenceTables): RiskReference {
  const iso2 = new Map(tables.countries.map((row) => [cell(row, "iso3"), cell(row, "iso2")]));
  const readingsOf = latestReadings(tables.countryIndicators);
  const { goods, newOnList } = buildListing(tables, iso2);
  const chains = buildChains(tables);
  const named = [...new Set([...Object.keys(goods), ...chains.flatMap((stage) => stage.goods)])];

  const forcedGoods = new Map<Iso2, number>();
  let listYear: number | null = null;
  let listSource = "";
  for (const good of Object.values(goods)) {
    for (const [country, pair] of Object.entries(good.pairs)) {
      if (pair.forced) forcedGoods.set(country, (forcedGoods.get(country) ?? 0) + 1);
      listYear = newest([listYear, pair.year]);
      listSource ||= pair.source;
    }
  }

  const countries: Record<Iso2, CountryReference> = {};
  for (const row of tables.countries) {
    const code = cell(row, "iso2");
    const readings = readingsOf.get(cell(row, "iso3")) ?? new Map<string, Row>();
    const values: Record<string, Sourced<number>> = {};
    const notes: Record<string, string> = {};
    const keep = (id: string, reading: Sourced<number> | null) => {
      if (reading) values[id] = reading;
    };
    keep("governance", meanOf(readings, GOVERNANCE, GOVERNANCE_MINIMUM));
    keep("voice", one(readings, "wgi_voice_accountability_est"));
    keep("labourRights", one(readings, "sdg_882_labour_rights_noncompliance"));
    for (const [id, names] of [
      ["organiseConventions", ORGANISE],
      ["forcedLabourConventions", FORCED_LABOUR],
    ] as const) {
      const found = notInForce(readings, names);
      keep(id, found?.reading ?? null);
      if (found?.which) notes[id] = found.which;
    }
    const tier = readings.get("us_tip_tier");
    const rank = tier ? TIER_RANK[cell(tier, "value")] : undefined;
    if (tier) notes["tipTier"] = cell(tier, "value");
    if (tier && rank !== undefined)
      keep("tipTier", { value: rank, year: yearOf(cell(tier, "year")), source: cell(tier, "source_id") });
    // Silence of the list is a fact for countries the tables cover; not for the publisher's own, nor for those new on an edition not read.
    const covered = readings.size > 0 && code !== NOT_COVERED_BY_THE_LIST && !newOnList[code];
    const count = forcedGoods.get(code);
    if (count !== undefined || covered) keep("listedGoods", { value: count ?? 0, year: listYear, source: listSource });
    countries[code] = {
      iso3: cell(row, "iso3"),
      name: cell(row, "name_en"),
      subregion: cell(row, "un_subregion"),
      values,
      notes,
    };
  }

  const place = (text: string): string | null => (text === "" ? null : (iso2.get(text) ?? text));
  return {
    countries,
    goods,
    sectorSources: buildSectorSources(tables.sectorRiskEvidence),
    stateImposed: tables.stateImposed.flatMap((row) => stateImposedRow(row, iso2, named) ?? []),
    newOnList,
    chains,
    corridors: tables.recruitmentCorridors.map((row) => ({
      origin: place(cell(row, "origin_iso3")),
      destination: place(cell(row, "destination_iso3")),
      group: cell(row, "sector_or_group"),
      statistic: cell(row, "statistic"),
      value: cell(row, "value"),
      unit: cell(row, "unit"),
      months: cell(row, "months_of_pay"),
      year: cell(row, "year"),
      source: cell(row, "source_id"),
      note: cell(row, "note"),
    })),
    feeRules: tables.recruitmentFeeRules.map((row) => ({
      country: iso2.get(cell(row, "iso3")) ?? cell(row, "iso3"),
      side: cell(row, "side"),
      rule: cell(row, "rule"),
      covers: cell(row, "what_it_covers"),
      value: cell(row, "value"),
      unit: cell(row, "unit"),
      note: cell(row, "note"),
      year: cell(row, "as_of_year"),
      source: cell(row, "source_id"),
    })),
    sources: Object.fromEntries(
      [...tables.sourcesCountries, ...tables.sourcesSectors].map((row) => [
        cell(row, "source_id"),
        {
          title: cell(row, "title"),
          publisher: cell(row, "publisher"),
          year: cell(row, "year"),
          url: cell(row, "url"),
          licence: cell(row, "licence"),
        },
      ]),
    ),
  };
}
