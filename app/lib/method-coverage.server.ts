/** Which countries, sectors, corridors and fee rules the tables hold data on: counted from what the engine reads. */
import { CHAIN_BASES, type ChainStage, type RiskModel } from "../../risk-models";
import type { InTables } from "../components/method-inputs";
import type { SourceName } from "../components/method-parts";
import type { Language } from "../i18n/languages";
import { countryNames } from "../i18n/countries.server";
import { formatFor } from "../i18n/format";
import { sourceNotes } from "./line-origin.server";
import { reference } from "./reference.server";
import { sectorNames } from "./sector-names.server";
import { worldShapes } from "./world.server";

/** Title and year of each of these source ids; ids that are none are left out. */
export const sourceNamesOf = (ids: Iterable<string>): Record<string, SourceName> =>
  Object.fromEntries(
    [...new Set(ids)].flatMap((id) => sourceNotes({ source: id })).map((source) => [source.id, source]),
  );

const named = (source: string): SourceName[] => sourceNotes({ source });

/** How many countries, or divisions, have a value of each input in the tables in use. */
export function inTablesOf(model: RiskModel): InTables {
  const { countries, sectorSources } = reference().risk();
  const all = Object.values(countries);
  const entries = model.indicators.flatMap(({ id, dimension }): [string, InTables[string]][] => {
    if (dimension === "country")
      return [[id, { of: "countries", number: all.filter(({ values }) => values[id]).length }]];
    if (id !== "sectorEvidence") return [];
    const divisions = Object.values(sectorSources).filter(({ sources }) => sources.length > 0).length;
    return [[id, { of: "divisions", number: divisions }]];
  });
  return Object.fromEntries(entries);
}

/** Everything the page of coverage shows, for a reader of one language. */
export function coverageView(model: RiskModel, language: Language) {
  const data = reference();
  const { countries, corridors, feeRules, sectorSources, chains } = data.risk();
  const inputs = model.indicators.filter(({ dimension }) => dimension === "country");
  const { country: countryName, compare } = formatFor(language);
  const rows = Object.entries(countries)
    .map(([code, { values }]) => ({
      code,
      name: countryName(code),
      known: inputs.filter(({ id }) => values[id]).length,
      missing: inputs.filter(({ id }) => !values[id]).map(({ id }) => id),
    }))
    .sort((a, b) => compare(a.name, b.name));
  const byInput = inputs.map(({ id, name }) => {
    const years = Object.values(countries).flatMap(({ values }) => values[id]?.year ?? []);
    return {
      id,
      name,
      countries: Object.values(countries).filter(({ values }) => values[id]).length,
      years: years.length === 0 ? null : ([Math.min(...years), Math.max(...years)] as const),
    };
  });
  const sections = sectorNames(language);
  const divisions = [...sections].filter(([code]) => /^\d\d$/u.test(code));
  const evidence = divisions.map(([code, label]) => ({
    code,
    label,
    year: sectorSources[code]?.year ?? null,
    sources: named(sectorSources[code]?.sources.join(";") ?? ""),
  }));
  const table = data.table("countries");
  const inEu = new Set(table.filter(({ euMember }) => euMember).map(({ iso2 }) => iso2));
  const inCentralAsia = new Set(
    Object.entries(countries)
      .filter(([, { subregion }]) => subregion === "Central Asia")
      .map(([code]) => code),
  );
  const world = worldShapes();
  const knownOf = new Map(rows.map(({ code, known }) => [code, known]));
  return {
    inputs: inputs.length,
    byInput,
    rows,
    evidence,
    chains: chainsView(chains),
    corridors: corridors.map((row) => ({ ...row, sources: named(row.source) })),
    rules: feeRules.map((rule) => ({ ...rule, sources: named(rule.source) })),
    gaps: {
      eu: ![...corridors.map(({ destination }) => destination), ...feeRules.map(({ country }) => country)].some(
        isIn(inEu),
      ),
      centralAsia: !corridors.map(({ origin }) => origin).some(isIn(inCentralAsia)),
    },
    map: {
      width: world.width,
      height: world.height,
      /** By the number of inputs known. */
      shades: Array.from({ length: inputs.length + 1 }, (_, known) =>
        known === 0 ? null : shadeOf(known, inputs.length),
      ),
      land: world.shapes
        .filter(({ code }) => code === null || !knownOf.get(code))
        .map(({ path }) => path)
        .join(""),
      shapes: world.shapes.flatMap(({ code, path }) => {
        const known = code === null ? undefined : knownOf.get(code);
        return code === null || !known ? [] : [{ code, path, shade: shadeOf(known, inputs.length) }];
      }),
    },
    countryNames: countryNames(language, [
      ...Object.keys(countries),
      ...corridors.flatMap(({ origin, destination }) => [origin, destination]),
    ]),
  };
}

/** Each chain as its stages by step, with what supports it. */
function chainsView(stages: readonly ChainStage[]) {
  return [...new Set(stages.map(({ chain }) => chain))].map((chain) => {
    const own = stages.filter((stage) => stage.chain === chain);
    const steps = [...new Set(own.map(({ step }) => step))];
    return {
      chain,
      steps: steps.map((step) => own.filter((stage) => stage.step === step).map(({ stage }) => stage)),
      bases: CHAIN_BASES.filter((basis) => own.some((stage) => stage.basis === basis)),
      industries: [...new Set(own.flatMap(({ ownIsic }) => ownIsic))].sort(),
      sources: named([...new Set(own.flatMap(({ source }) => source.split(";")))].join(";")),
    };
  });
}

const isIn = (group: ReadonlySet<string>) => (code: string | null) => code !== null && group.has(code);

/** Shades of the map: a country with every input has the last. */
const COVERAGE_SHADES = 5;
const shadeOf = (known: number, of: number): number => Math.max(0, COVERAGE_SHADES - 1 - (of - known));
