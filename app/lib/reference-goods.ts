/** What a row of each table of goods looks like: listed goods, codes that name them, and the chains of what they are made of. */
import { z } from "zod";
import {
  digits,
  filledList,
  iso3,
  list,
  optional,
  optionalIso3,
  optionalTrueFalse,
  text,
  trueFalse,
  year,
} from "./reference-cells";

export const goodsSchemas = {
  "code-goods": z.strictObject({
    scheme: z.enum(["hs", "cpv", "isic", "nace"]),
    code: z.string().regex(/^\d{2,8}$/),
    goods: list,
    note: optional,
  }),
  /** Goods that name a stage of a chain and stand on no list: they lead to a question and change no score. */
  "chain-goods": z.strictObject({
    good: text,
    isic_class: filledList,
    hs2: filledList,
    cpv_division: list,
    note: optional,
    source_id: filledList,
  }),
  /** A row a stage of a chain, materials first. `word`: what every heading of a row by nomenclature names. */
  "product-chains": z.strictObject({
    chain: text,
    step: z
      .string()
      .regex(/^[1-9]$/)
      .transform(Number),
    stage: text,
    made_of: list,
    hs: filledList,
    goods: list,
    basis: z.enum(["published path", "nomenclature", "own judgement"]),
    word: list,
    source_id: filledList,
    note: optional,
  }),
  "tvpra-goods": z.strictObject({
    iso3,
    country: text,
    good: text,
    sector: text,
    child_labour: trueFalse,
    forced_labour: trueFalse,
    forced_child_labour: trueFalse,
    made_with_listed_input: trueFalse,
    input_good: optional,
    input_iso3: optionalIso3,
    input_child_labour: optionalTrueFalse,
    input_forced_labour: optionalTrueFalse,
    year_edition: year,
    source_id: filledList,
  }),
  "tvpra-2024-changes": z.strictObject({
    change: text,
    /** One or several countries. */
    iso3: z
      .string()
      .regex(/^([A-Z]{3}(;[A-Z]{3})*)?$/)
      .transform((cell) => (cell === "" ? [] : cell.split(";"))),
    country: optional,
    good: optional,
    labour_type: optional,
    note: optional,
    source_id: text,
  }),
  "goods-to-classification": z.strictObject({
    good: text,
    tvpra_sector: text,
    isic_section: z.string().regex(/^[A-U]$/),
    isic_division: digits(2),
    isic_class: filledList,
    nace_class: filledList,
    hs2: list,
    hs4: list,
    cpv_division: list,
    cpv_codes: list,
    basis: text,
    note: optional,
    source_id: filledList,
  }),
} as const;
