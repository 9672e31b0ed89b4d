import type { SynonymGroup } from "../fields";
import { GOODS_SYNONYMS } from "./goods";
import { LABOUR_SYNONYMS } from "./labour";
import { MONEY_SYNONYMS } from "./money";
import { PLACE_SYNONYMS } from "./place";
import { SUPPLIER_SYNONYMS } from "./supplier";

/** The headers that fields are known by, in eight languages and more. */
export const SYNONYMS: readonly SynonymGroup[] = [
  ...SUPPLIER_SYNONYMS,
  ...PLACE_SYNONYMS,
  ...GOODS_SYNONYMS,
  ...MONEY_SYNONYMS,
  ...LABOUR_SYNONYMS,
];
