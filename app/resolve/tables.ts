import type { Fraction, Iso2 } from "../../risk-models/types";

/** A share of one target code: `[code, share 0 to 1]`. */
export type Share = readonly [code: string, share: Fraction];

/** What the resolver knows, as compiled from the reference tables by `compileResolverTables`. Plain JSON. */
export interface ResolverTables {
  readonly country: CountryTables;
  readonly codes: CodeTables;
  readonly goods: GoodsTables;
}

export interface CountryTables {
  /** Upper-case alpha-2, alpha-3 and three-digit codes to alpha-2. */
  readonly codes: Readonly<Record<string, Iso2>>;
  /** Folded names without blanks (see `foldKey`) to alpha-2. */
  readonly names: Readonly<Record<string, Iso2>>;
  /** As `names`: house styles, abbreviations, common errors. */
  readonly aliases: Readonly<Record<string, Iso2>>;
  /** Aliases that name a region: folded key to `[alpha-2, region]`. */
  readonly regionAliases: Readonly<Record<string, readonly [Iso2, string]>>;
  readonly regions: readonly RegionName[];
}

export interface RegionName {
  readonly region: string;
  readonly iso2: Iso2;
  /** Folded; Han and Arabic names are looked for inside the text, others as whole words. */
  readonly name: string;
  readonly match: "anywhere" | "whole";
}

export interface CodeTables {
  /** Every ISIC Rev. 4 code: section letters and 2 to 4 digits, with the section of each division. */
  readonly isic: readonly string[];
  readonly isicSections: Readonly<Record<string, string>>;
  /** NACE Rev. 2 code without dots (letter, or 2 to 4 digits) to ISIC. */
  readonly nace: Readonly<Record<string, string>>;
  /** HS heading to ISIC classes, greatest share first. */
  readonly hs4: Readonly<Record<string, readonly Share[]>>;
  /** HS chapter to ISIC divisions, greatest share first. */
  readonly hs2: Readonly<Record<string, readonly Share[]>>;
  /** Every CPV code: eight digits to its check digit. */
  readonly cpv: Readonly<Record<string, string>>;
  /** Beginning of a CPV code (group and finer, 2 to 8 digits) to ISIC; the longest one counts. */
  readonly cpvGroups: Readonly<Record<string, string>>;
  /** CPV division (2 digits) to ISIC divisions, the primary one first. */
  readonly cpvDivisions: Readonly<Record<string, readonly string[]>>;
}

export interface GoodsTables {
  readonly goods: Readonly<Record<string, GoodCodes>>;
  /** Digits of an HS, CPV, ISIC or NACE code to goods; the longest prefix that is listed counts, `[]` says "none by code alone". */
  readonly hs: Readonly<Record<string, readonly string[]>>;
  readonly cpv: Readonly<Record<string, readonly string[]>>;
  readonly isic: Readonly<Record<string, readonly string[]>>;
  readonly nace: Readonly<Record<string, readonly string[]>>;
}

export interface GoodCodes {
  readonly isic: readonly string[];
  readonly hs2: readonly string[];
  readonly cpvDivisions: readonly string[];
}

/** The word index of the labels and the list of everyday phrases; loaded when the first free text is met. */
export interface TextIndex {
  /** Folded and stemmed phrase (stems parted by a blank) to `[isic or null, goods, strength 1 to 3]`. */
  readonly phrases: Readonly<Record<string, PhraseEntry>>;
  /** Phrases in Han, looked for inside the text, longest first. */
  readonly hanPhrases: readonly (readonly [phrase: string, entry: PhraseEntry])[];
  /** Stem to the labels it stands in. */
  readonly stems: Readonly<Record<string, readonly number[]>>;
  /** Per label: its ISIC code, and its length as the sum of the weights of its stems. */
  readonly labelIsic: readonly string[];
  readonly labelWeight: readonly number[];
  /** Number of labels. */
  readonly labels: number;
}

export type PhraseEntry = readonly [isic: string | null, goods: readonly string[], strength: number];
