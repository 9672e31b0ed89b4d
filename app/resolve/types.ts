/** From the words and codes of a supplier list to ISO countries, ISIC and goods. Pure: tables are arguments. */
import type { Fraction, Iso2 } from "../../risk-models/types";

export interface CountryMatch {
  readonly iso2: Iso2;
  /** ISO 3166-2 where the region matters to the method (today `CN-XJ`), else null. */
  readonly region: string | null;
  readonly how: "code" | "name" | "alias" | "code-and-name" | "address";
}

export interface SectorInput {
  readonly isic?: string | undefined;
  readonly nace?: string | undefined;
  readonly hs?: string | undefined;
  readonly cpv?: string | undefined;
  /** Free text: product, purpose of a payment, account name. */
  readonly product?: string | undefined;
  /** A sector word or category. */
  readonly sector?: string | undefined;
}

export interface SectorMatch {
  /** ISIC Rev. 4 as deep as known: section letter or 2 to 4 digits. */
  readonly isic: string;
  readonly how: "isic" | "nace" | "hs" | "cpv" | "text";
  /** 1 for a code that maps to one class; the share of subheadings for a concordance; the stated confidence for text. */
  readonly confidence: Fraction;
  /** Goods by their name in `goods-to-classification` or `chain-goods`, most likely first. */
  readonly goods: readonly string[];
}

/** Sectors are made here alone: objects of one shape are what every row of a list is quickly read from. */
export const sectorMatch = (
  isic: string,
  how: SectorMatch["how"],
  confidence: Fraction,
  goods: readonly string[],
): SectorMatch => ({ isic, how, confidence, goods });

export interface Resolver {
  /** A country cell: code, name in any of the languages carried, house style, "code – name". Null when not recognised. */
  country(text: string): CountryMatch | null;
  /** A country (and Xinjiang) read out of an address; only when the last parts of the address name exactly one. */
  countryInAddress(address: string): CountryMatch | null;
  /** A region that matters, from a region, city or address text, given the country. */
  region(text: string, country: Iso2): string | null;
  sector(input: SectorInput): SectorMatch | null;
  /** The trade a firm's name tells: to be proposed, never taken as stated. */
  sectorOfName(name: string): SectorMatch | null;
}
