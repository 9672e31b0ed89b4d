/** Places of a category as they stand in an address and in a record: `CN`, or `CN-XJ` where the region matters. Pure. */
import type { Iso2 } from "../../risk-models/types";

export interface StatedPlace {
  readonly country: Iso2;
  /** As `Place.region` of the risk engine. */
  readonly region: string | null;
}

const FORM = /^([A-Z]{2})(?:-[A-Z0-9]{1,3})?$/u;

export const placeKey = ({ country, region }: StatedPlace): string => region ?? country;

/** Null for what has not the form of a place. */
export function placeOf(key: string): StatedPlace | null {
  const country = FORM.exec(key)?.[1];
  return country === undefined ? null : { country, region: key === country ? null : key };
}

/** Each place once, in an order that says nothing about them: that of their codes. */
export const inOrder = (keys: Iterable<string>): string[] => [...new Set(keys)].sort();
