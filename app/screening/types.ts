/** Lists of named entities, as publishers or a workspace keep them. Pure: no database, no clock, no network. */
import type { IsoDate } from "../../risk-models/types";

/** Why an entry is on its list. Only the first two can reach a score, and only once a person confirmed the match. */
export const LIST_GROUNDS = [
  "forced-labour",
  "forced-labour-or-state-imposed",
  "human-rights",
  "sanctions",
  "debarment",
  "own-block",
  "own-approved",
] as const;
export type ListGround = (typeof LIST_GROUNDS)[number];

/** What a listing does in law where it was made. */
export const LEGAL_EFFECTS = [
  "import-presumption",
  "import-ban",
  "export-control",
  "asset-freeze",
  "sectoral-sanctions",
  "public-register",
  "fund-exclusion",
  "funder-debarment",
  "own-policy",
  "none-in-an-award",
] as const;
export type LegalEffect = (typeof LEGAL_EFFECTS)[number];

export interface EffectIn {
  /** ISO 3166-1 alpha-2, `EU`, `UN`, `WB` (World Bank Group) or `OWN` (the workspace). */
  readonly jurisdiction: string;
  readonly effect: LegalEffect;
}

/** Goods, regions and vessels are kept and shown, and never compared with names of firms. */
export const ENTRY_KINDS = ["entity", "goods", "region", "vessel"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One listing. What is null is unknown. */
export interface ListEntry {
  /** Stays the same from edition to edition: the publisher's number, else made from what names the entry. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly name: string;
  readonly aliases: readonly string[];
  /** ISO 3166-1 alpha-2; several when the publisher names several. */
  readonly countries: readonly string[];
  readonly city: string | null;
  readonly address: string | null;
  /** Kind of number (`lei`, `vat`, `duns`, `registration`, or another name) to the number. */
  readonly ids: Readonly<Record<string, string>>;
  /** The publisher's words. */
  readonly sector: string | null;
  /** The publisher's words: rule, programme, decision. */
  readonly reason: string | null;
  readonly ground: ListGround;
  readonly effects: readonly EffectIn[];
  /** The listing says that it covers subsidiaries which it does not name. */
  readonly subsidiaries: boolean;
  readonly listedOn: IsoDate | null;
  /** The day the publisher took it off; null while it stands. */
  readonly delistedOn: IsoDate | null;
}

/** A list without its entries. */
export interface ListHead {
  /** `US-UFLPA`, `EU-FSF`, `own-1`, … */
  readonly listId: string;
  readonly title: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly licence: string;
}

/** What a publisher's file held on its day. */
export interface Edition extends ListHead {
  /** The publisher's day of the edition. */
  readonly date: IsoDate;
  /** The last day on which this is known to have been the publisher's list: the day the file was taken from there. Age counts from it. */
  readonly readOn: IsoDate;
  readonly entries: readonly ListEntry[];
  /** Rows of the file that did not become entries, by why: `person` (natural persons are never kept), `ended`, `nameless`, … */
  readonly leftOut: Readonly<Record<string, number>>;
}
