/** What every reader of a publisher's format answers. */
import type { IsoDate } from "../../../risk-models/types";
import type { ListEntry } from "../types";

export interface ReadList {
  readonly entries: readonly ListEntry[];
  readonly leftOut: Readonly<Record<string, number>>;
  /** The publisher's day as the file states it; null where it states none. */
  readonly date: IsoDate | null;
  /** How many rows (or firms) the file itself says it has, and how many were read; null where it says nothing. */
  readonly count: { readonly stated: number; readonly read: number } | null;
}

/** Nothing of it is kept: counted as `person`, or as `unclear` where the file does not say and the name tells nothing. */
export const PERSON = "person";
export const UNCLEAR = "unclear";
/** Listings that had ended before the file was taken. */
export const ENDED = "ended";
export const NAMELESS = "nameless";
/** Rows about a firm of another row, which became one entry with it. */
export const SAME_FIRM = "same-firm";
