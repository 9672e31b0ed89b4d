/** What the matching engine takes and answers. Pure: no database, no clock, no network. */
import type { LegalClass } from "./legal-forms";

/** One side of a comparison as somebody wrote it. What is left out is unknown: neither for nor against. */
export interface Party {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | null;
  readonly city?: string | null;
  readonly address?: string | null;
  /** Kind of number (`lei`, `vat`, `duns`, `registration` or any other name) to the number. */
  readonly ids?: Readonly<Record<string, string>>;
  /** Name of the owner. */
  readonly parent?: string | null;
  /** ISIC Rev. 4 code of two to four digits. */
  readonly sector?: string | null;
}

/** A name in the stages it goes through; the original is kept. */
export interface Name {
  readonly original: string;
  /** Words in small ASCII letters, common words and translations brought to one spelling, legal forms and numbers taken out. */
  readonly words: readonly string[];
  /** The words before they were brought to one spelling. */
  readonly written: readonly string[];
  /** Word `at` was written in a script without vowels, or one whose readings vary: compared by consonants too. */
  readonly byConsonants: readonly boolean[];
  /** Numbers that tell one plant from another, without leading zeros, in order. */
  readonly numbers: readonly string[];
  /** Legal forms as recognised ("co ltd"), and the classes they can stand for, as bits in the order of `LEGAL_CLASSES`. */
  readonly forms: readonly string[];
  readonly formClasses: number;
  /** Initials of the words, short words left out. */
  readonly initials: string;
  /** Words written together, and the trigrams of that: numbers of three signs each, rising. */
  readonly joined: string;
  readonly trigrams: Uint16Array;
}

/** Words of both sides that stand for each other; how is how they were found. */
export interface WordMatch {
  readonly left: string;
  readonly right: string;
  readonly how: "same" | "sound" | "spelling" | "consonants" | "part" | "joined" | "initials";
  /** Share of both names this accounts for, 0 to 1. */
  readonly share: number;
}

/** A reason with its values. `effect` is what it adds to the log-odds: above zero speaks for one firm, below zero against. */
export type Because =
  | { readonly code: "words"; readonly words: readonly WordMatch[]; readonly effect: number }
  | { readonly code: "only-left" | "only-right"; readonly words: readonly string[]; readonly effect: number }
  | {
      readonly code:
        "other-words" | "numbers-same" | "numbers-differ" | "number-on-one-side" | "places-differ" | "trades-differ";
      readonly left: readonly string[];
      readonly right: readonly string[];
      readonly effect: number;
    }
  | { readonly code: "no-name"; readonly left: string; readonly right: string; readonly effect: number }
  | {
      readonly code: "form-same" | "form-differs";
      readonly left: readonly LegalClass[];
      readonly right: readonly LegalClass[];
      readonly effect: number;
    }
  | {
      readonly code: EvidenceCode;
      readonly left: string;
      readonly right: string;
      readonly effect: number;
    };

export type EvidenceCode =
  | "country-same"
  | "country-differs"
  | "address-same"
  | "address-differs"
  | "id-same"
  | "id-differs"
  | "parent-same"
  | "parent-differs"
  | "sector-same"
  | "sector-differs";

export interface MatchAnswer {
  /** Probability that both are one firm, above 0 and below 1; see docs/matching.md for what it was calibrated on. */
  readonly score: number;
  /** Every feature by name, 0 to 1. */
  readonly features: Readonly<Record<string, number>>;
  /** The spellings that were compared: the best pair of names and aliases. */
  readonly compared: readonly [left: string, right: string];
  /** Strongest first. */
  readonly because: readonly Because[];
}
