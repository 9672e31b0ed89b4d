/** The shape of the reference data: what the tables of `seed/reference` become for the engine. */
import type { Iso2 } from "./types";

/** One row of a reference table: column name to text. */
export type Row = Readonly<Record<string, string>>;

/** A value with its year (null when the source gives none) and source ids joined by ";". */
export interface Sourced<T> {
  readonly value: T;
  readonly year: number | null;
  readonly source: string;
}

/** Country inputs of the model, by indicator id. Numbers are raw values in the indicator's unit. */
export interface CountryReference {
  readonly iso3: string;
  readonly name: string;
  readonly subregion: string;
  readonly values: Readonly<Record<string, Sourced<number>>>;
  /** Raw text beside a number where the number hides it: the TIP tier as printed, the conventions not in force. */
  readonly notes: Readonly<Record<string, string>>;
}

export interface ListedPair {
  /** Listed with forced labour or forced child labour. */
  readonly forced: boolean;
  readonly child: boolean;
  readonly year: number | null;
  readonly source: string;
}

/** A good made with a listed input: shown as a path; adds no points until the input's origin is stated. */
export interface InputPath {
  readonly inputGood: string;
  readonly inputCountry: Iso2;
  readonly inputForced: boolean;
  readonly year: number | null;
  readonly source: string;
}

export interface GoodReference {
  readonly isicDivision: string;
  readonly isicClasses: readonly string[];
  /** Country to its row on the list. */
  readonly pairs: Readonly<Record<Iso2, ListedPair>>;
  /** Country to the inputs named for goods made there. */
  readonly inputs: Readonly<Record<Iso2, readonly InputPath[]>>;
}

export interface StateImposedRow {
  readonly country: Iso2;
  readonly region: string | null;
  readonly good: string | null;
  /** Goods the source names as coming from it, where the row is about a region. */
  readonly namedGoods: readonly string[];
  /** Acts as a floor: names a good or a region and is neither ended nor removed. */
  readonly acts: boolean;
  readonly status: string;
  readonly basis: string;
  readonly year: number | null;
  readonly source: string;
}

export const CHAIN_BASES = ["published path", "nomenclature", "own judgement"] as const;
/** What says that a stage is made of the stage before it. */
export type ChainBasis = (typeof CHAIN_BASES)[number];

/** A stage of a product chain; the stages of a chain stand materials first. */
export interface ChainStage {
  readonly chain: string;
  readonly step: number;
  /** Id of the stage, one in its chain. */
  readonly stage: string;
  /** Stages of the same chain it is made of; none for a material. */
  readonly madeOf: readonly string[];
  /** HS 2022 headings. */
  readonly hs: readonly string[];
  /** Listed goods by which a supplier is seen to stand here; the first one is the good its origin is asked of. */
  readonly goods: readonly string[];
  readonly basis: ChainBasis;
  readonly source: string;
  /** ISIC classes that make it, by the concordance of its headings. */
  readonly isic: readonly string[];
  /** Those of them that make little else: more than half of what the class makes, by the concordance, is in this chain. */
  readonly ownIsic: readonly string[];
}

export interface CorridorRow {
  readonly origin: Iso2 | null;
  /** ISO2, or a group such as `GCC`, or null for all. */
  readonly destination: string | null;
  readonly group: string;
  readonly statistic: string;
  readonly value: string;
  readonly unit: string;
  readonly months: string;
  readonly year: string;
  readonly source: string;
  readonly note: string;
}

export interface FeeRuleRow {
  readonly country: Iso2;
  readonly side: string;
  readonly rule: string;
  readonly covers: string;
  readonly value: string;
  readonly unit: string;
  readonly note: string;
  readonly year: string;
  readonly source: string;
}

export interface SourceReference {
  readonly title: string;
  readonly publisher: string;
  readonly year: string;
  readonly url: string;
  readonly licence: string;
}

export interface RiskReference {
  readonly countries: Readonly<Record<Iso2, CountryReference>>;
  readonly goods: Readonly<Record<string, GoodReference>>;
  /** ISIC division to the sources that name forced labour in it. */
  readonly sectorSources: Readonly<
    Record<string, { readonly sources: readonly string[]; readonly year: number | null }>
  >;
  readonly stateImposed: readonly StateImposedRow[];
  /** Countries new on the 2024 list whose good the source read does not name. */
  readonly newOnList: Readonly<Record<Iso2, { readonly year: number; readonly source: string }>>;
  readonly chains: readonly ChainStage[];
  readonly corridors: readonly CorridorRow[];
  readonly feeRules: readonly FeeRuleRow[];
  readonly sources: Readonly<Record<string, SourceReference>>;
}

export interface ReferenceTables {
  readonly countries: readonly Row[];
  readonly countryIndicators: readonly Row[];
  readonly tvpraGoods: readonly Row[];
  readonly tvpraChanges: readonly Row[];
  readonly goodsToClassification: readonly Row[];
  readonly sectorRiskEvidence: readonly Row[];
  readonly stateImposed: readonly Row[];
  readonly productChains: readonly Row[];
  readonly concordanceHsIsic: readonly Row[];
  readonly recruitmentCorridors: readonly Row[];
  readonly recruitmentFeeRules: readonly Row[];
  readonly sourcesCountries: readonly Row[];
  readonly sourcesSectors: readonly Row[];
}
