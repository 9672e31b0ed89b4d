/** The closed lists and bounds of a category's assessment, for pages and server alike: nothing here reads or checks. */
import type { Iso2 } from "../../risk-models/types";

/** The law the procedure follows, as the buyer states it; never read off a country. */
export const REGIMES = ["eu", "uk", "other"] as const;
export type Regime = (typeof REGIMES)[number];

export const MOST_CODES = 6;
export const MOST_PLACES = 15;
export const TITLE_LENGTH = 200;
export const OWN_TEXT_LENGTH = 4000;
export const REASON_LENGTH = 1000;

/** What was given so far: anything may be missing. */
export interface CategoryDraft {
  readonly title: string;
  readonly codes: readonly string[];
  readonly origins: readonly string[];
  readonly originUnknown: boolean;
  readonly places: readonly string[];
  readonly placeUnknown: boolean;
  readonly buyer: Iso2 | null;
  readonly regime: Regime | null;
}

export const MISSING = [
  "title",
  "codes",
  "origin",
  "place",
  "buyer",
  "regime",
  "tooManyCodes",
  "tooManyPlaces",
] as const;
export type Missing = (typeof MISSING)[number];

/** Why a measure fits: what is known of the category, in the order in which it is said. */
export const TRAITS = [
  "always",
  "state-imposed",
  "listed-origin",
  "origin-open",
  "listed-material",
  "labour-provider",
  "labour-heavy",
  "labour-intensive",
  "work-performed",
  "goods",
  "reaches-high",
] as const;
export type Trait = (typeof TRAITS)[number];
