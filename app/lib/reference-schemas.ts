import { z } from "zod";
import {
  digits,
  filledList,
  fraction,
  iso2,
  iso3,
  list,
  optional,
  optionalIso3,
  optionalYear,
  text,
  trueFalse,
  year,
  zeroOne,
} from "./reference-cells";
import { goodsSchemas } from "./reference-goods";
import { screeningSchemas } from "./reference-schemas-screening";

/**
 * What a row of each reference table looks like. `seed` parses the CSV files with these when the tables are compiled;
 * the application reads the compiled files through `reference.server.ts` with the types inferred here.
 * Keys are the CSV headers in camelCase. A blank cell is `null` (unknown), never zero or an empty string.
 */

/** `iso2_code` → `iso2Code`. */
export type CamelCase<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;
type CamelKeys<T> = { readonly [K in keyof T as CamelCase<K & string>]: T[K] };

/** The schema of a source row, the same in the three `sources-*` tables. */
const sourceRow = z.strictObject({
  source_id: text,
  title: text,
  publisher: optional,
  year: optionalYear,
  url: optional,
  licence: optional,
  retrieved_from: optional,
  notes: optional,
});

/** One schema per table, by the name of its folder in `seed/reference`. Keys are the CSV headers. */
export const referenceSchemas = {
  countries: z.strictObject({
    iso2,
    iso3,
    /** Three digits; null for Kosovo, which has no ISO number. */
    iso_numeric: z
      .string()
      .regex(/^(\d{3})?$/)
      .transform((cell) => (cell === "" ? null : cell)),
    name_en: text,
    name_ru: text,
    name_en_un: optional,
    name_ru_un: optional,
    region: optional,
    un_subregion: optional,
    un_intermediate_region: optional,
    un_member: zeroOne,
    ilo_member: zeroOne,
    osce_status: z.enum(["none", "participating", "partner-mediterranean", "partner-asian"]),
    eu_member: zeroOne,
    coe_member: zeroOne,
    coe_cets197_party: zeroOne,
    osce_source: text,
    eu_source: text,
    coe_source: text,
    name_source: text,
    notes: optional,
  }),
  "country-names": z.strictObject({ iso2, language: text, style: z.enum(["long", "short"]), name: text }),
  "country-aliases": z.strictObject({ iso2, region: optional, alias: text, basis: text }),
  "region-names": z.strictObject({
    region: text,
    iso2,
    name: text,
    /** `anywhere`: the words in any text of that country; `whole`: only when the text or one of its parts is just that name. */
    match: z.enum(["anywhere", "whole"]),
    note: optional,
  }),
  "sector-words": z.strictObject({
    phrase: text,
    language: text,
    /** Null: the phrase says nothing about a sector and stops weaker words inside it. */
    isic: z
      .string()
      .regex(/^(\d{2,4})?$/)
      .transform((cell) => (cell === "" ? null : cell)),
    goods: list,
    /** 3 names the product or service; 2 names it in most uses; 1 a material or setting, taken only when nothing better is there. */
    strength: z.enum(["1", "2", "3"]).transform(Number),
  }),
  ...goodsSchemas,
  /** `value` is text: numbers, tiers, statuses and dates; `unit` says which. */
  "country-indicators": z.strictObject({
    iso3,
    indicator: text,
    value: text,
    unit: text,
    year: optionalYear,
    source_id: filledList,
  }),
  /** Of the study of a model only, never of a score. */
  "country-income-groups": z.strictObject({
    iso3,
    income_group: z.enum(["low", "lower middle", "upper middle", "high"]),
    fiscal_year: year,
    source_id: text,
  }),
  "state-imposed-forced-labour": z.strictObject({
    iso3,
    scope: text,
    status: text,
    basis: text,
    year,
    source_id: text,
    note: optional,
  }),
  isic: z.strictObject({
    code: z.string().regex(/^([A-U]|\d{2,4})$/),
    level: z.enum(["section", "division", "group", "class"]),
    parent: optional,
    section: z.string().regex(/^[A-U]$/),
    label_en: text,
    source_id: text,
  }),
  nace: z.strictObject({
    code: z.string().regex(/^([A-U]|\d{2}(\.\d{1,2})?)$/),
    level: z.enum(["section", "division", "group", "class"]),
    parent: optional,
    section: z.string().regex(/^[A-U]$/),
    label_en: text,
    label_ru: optional,
    label_ru_basis: optional,
    source_id: filledList,
  }),
  hs: z.strictObject({
    code: z.string().regex(/^\d{2}(\d{2})?$/),
    level: z.enum(["chapter", "heading"]),
    parent: optional,
    section: text,
    label_en: text,
    edition: text,
    source_id: text,
  }),
  "hs-sections": z.strictObject({ section: text, label_en: text, source_id: text }),
  cpv: z.strictObject({
    code: z.string().regex(/^\d{8}-\d$/),
    code8: digits(8),
    check_digit: digits(1),
    level: z.enum(["division", "group", "class", "category"]),
    parent: optional,
    kind: z.enum(["supplies", "services", "works"]),
    label_en: text,
    label_ru: optional,
    label_ru_basis: optional,
    source_id: filledList,
  }),
  "concordance-hs4-isic4": z.strictObject({
    hs4: digits(4),
    isic4_class: digits(4),
    share_of_subheadings: fraction,
    basis: text,
    source_id: filledList,
  }),
  "concordance-hs4-nace2": z.strictObject({
    hs4: digits(4),
    nace2_class: z.string().regex(/^\d{2}\.\d{2}$/),
    share_of_subheadings: fraction,
    basis: text,
    source_id: filledList,
  }),
  "concordance-hs2-isic-division": z.strictObject({
    hs2: digits(2),
    isic_division: digits(2),
    share_of_subheadings: fraction,
    basis: text,
    source_id: filledList,
  }),
  "concordance-nace2-isic4": z.strictObject({
    nace2: text,
    isic4: text,
    level: text,
    nace_partial: trueFalse,
    isic_partial: trueFalse,
    basis: text,
    source_id: text,
  }),
  "concordance-cpv-division-isic": z.strictObject({
    cpv: text,
    cpv_division: digits(2),
    isic_division: digits(2),
    isic_label: text,
    rank: z.enum(["primary", "also"]),
    basis: text,
    note: optional,
  }),
  "concordance-cpv-group-isic": z.strictObject({
    cpv: text,
    cpv_group: digits(3),
    cpv_label: text,
    isic_division: digits(2),
    isic_label: text,
    basis: text,
  }),
  /** The longest beginning of a code counts, and any of them before the group. */
  "concordance-cpv-class-isic": z.strictObject({
    cpv_prefix: z.string().regex(/^\d{2,8}$/),
    isic4: z.string().regex(/^\d{2,4}$/),
    basis: text,
  }),
  "sector-risk-evidence": z.strictObject({
    classification: z.enum(["ISIC4", "free", "region"]),
    code: list,
    sector_label: text,
    indicator: text,
    value: text,
    unit: text,
    year: optionalYear,
    source_id: filledList,
    note: optional,
  }),
  "forced-labour-indicators": z.strictObject({
    id: text,
    framework: text,
    dimension: text,
    name: text,
    what_it_means: text,
    evidence_a_buyer_can_ask_for: text,
    severity: z.enum(["medium", "high", "critical"]),
    severity_basis: text,
    severity_ilo: optional,
    source_id: filledList,
  }),
  "recruitment-corridors": z.strictObject({
    origin_iso3: optionalIso3,
    destination_iso3: optionalIso3,
    sector_or_group: optional,
    statistic: text,
    /** A number or a range `low-high`; null where only months of pay are known. */
    value: optional,
    unit: optional,
    months_of_pay: optional,
    year: optionalYear,
    sample: optional,
    source_id: filledList,
    note: optional,
  }),
  "recruitment-fee-rules": z.strictObject({
    iso3,
    country: text,
    side: z.enum(["origin", "destination"]),
    rule: z.enum(["capped", "prohibited", "allowed"]),
    what_it_covers: text,
    value: optional,
    unit: optional,
    note: optional,
    as_of_year: optionalYear,
    source_id: filledList,
  }),
  "recruitment-cost-categories": z.strictObject({
    id: text,
    category: text,
    what_it_means: text,
    who_should_pay: text,
    source_id: filledList,
  }),
  "recruitment-ad-indicators": z.strictObject({
    id: text,
    group: text,
    indicator: text,
    what_to_look_for: text,
    example_en: optional,
    example_ru: optional,
    example_origin: optional,
    weight_own_judgement: text,
    source_id: list,
    note: optional,
  }),
  "recruitment-ad-base-rates": z.strictObject({
    measure: text,
    value: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
    unit: text,
    count: text,
    year,
    source_id: text,
    note: optional,
  }),
  ...screeningSchemas,
  commitments: z.strictObject({
    id: text,
    instrument: text,
    instrument_short: text,
    jurisdiction: text,
    article: text,
    kind: z.enum(["obligation", "commitment", "guidance"]),
    binds: text,
    applies_from: optional,
    theme: text,
    requirement: text,
    evidence: text,
    metric_or_field: text,
    source_url: text,
    /** How the text was read; shown wherever the row is printed. */
    confidence: text,
  }),
  "sources-countries": sourceRow,
  "sources-sectors": sourceRow,
  "sources-screening": sourceRow,
} as const;

export type ReferenceTableName = keyof typeof referenceSchemas;
/** A row of a table as the application sees it. */
export type ReferenceRow<Name extends ReferenceTableName> = CamelKeys<z.infer<(typeof referenceSchemas)[Name]>>;
