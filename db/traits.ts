/**
 * What a supplier is filtered by, packed into one whole number: seat (10 bits), ISIC division (7), role (4), level (3),
 * band (2). A page query then passes over rows of three numbers, and a list knows how many suppliers any choice of
 * values leaves by adding up its few thousand different numbers.
 */
import { inArray, sql } from "drizzle-orm";
import type { SQL, SQLWrapper } from "drizzle-orm";
import type { Band, Level, SupplierRole } from "../risk-models/types";
import { BAND_CODES, codeOf, LEVEL_CODES, ROLE_CODES } from "./schema/codes";

/** What a list can be filtered by, the highest bits first. */
export const DIMENSIONS = ["seat", "division", "role", "level", "band"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Where a dimension's number stands in the packed one. */
const PLACES: Readonly<Record<Dimension, { readonly shift: number; readonly mask: number }>> = {
  seat: { shift: 16, mask: 1023 },
  division: { shift: 9, mask: 127 },
  role: { shift: 5, mask: 15 },
  level: { shift: 2, mask: 7 },
  band: { shift: 0, mask: 3 },
};

/** The values of the columns of `register_rows` that the traits are made of. */
export interface TraitColumns {
  readonly seat: string | null;
  readonly isic: string | null;
  readonly role: number;
  readonly level: number;
  readonly band: number | null;
}

const A = 65;
/** Divisions are 1 to 99; a section, where only that is known, follows them. */
const SECTIONS = 99;

/** ISO 3166-1 alpha-2 as 1 to 676; 0 is unknown. */
function seatNumber(seat: string | null): number {
  if (seat === null || !/^[A-Z]{2}$/.test(seat)) return 0;
  return (seat.charCodeAt(0) - A) * 26 + (seat.charCodeAt(1) - A) + 1;
}

/** The division of an ISIC code (its first two digits), or its section; 0 is unknown. */
function divisionNumber(isic: string | null): number {
  if (isic === null) return 0;
  if (/^[0-9]{2}/.test(isic)) return Number(isic.slice(0, 2));
  return /^[A-Z]/.test(isic) ? SECTIONS + isic.charCodeAt(0) - A + 1 : 0;
}

/** The traits of a register row. */
export const traitsOf = ({ seat, isic, role, level, band }: TraitColumns): number =>
  (seatNumber(seat) << 16) | (divisionNumber(isic) << 9) | (role << 5) | (level << 2) | (band === null ? 0 : band + 1);

/** `traitsOf` as SQLite computes it from the columns of `register_rows`. */
export const TRAITS_SQLITE = `(
  (CASE WHEN seat GLOB '[A-Z][A-Z]' THEN (unicode(seat) - ${A}) * 26 + unicode(substr(seat, 2)) - ${A - 1} ELSE 0 END << 16)
  | (CASE WHEN isic GLOB '[0-9][0-9]*' THEN CAST(substr(isic, 1, 2) AS INTEGER)
          WHEN isic GLOB '[A-Z]*' THEN unicode(isic) - ${A} + ${SECTIONS + 1} ELSE 0 END << 9)
  | (role << 5) | (level << 2) | coalesce(band + 1, 0))`;

/** The number of one dimension in packed traits. */
export const traitOf = (traits: number, dimension: Dimension): number => {
  const { shift, mask } = PLACES[dimension];
  return (traits >> shift) & mask;
};

/** Packed traits, one of whose numbers is among those given. */
export function hasTrait(traits: SQLWrapper, dimension: Dimension, numbers: readonly number[]): SQL {
  const { shift, mask } = PLACES[dimension];
  const number = sql`((${traits} >> ${sql.raw(String(shift))}) & ${sql.raw(String(mask))})`;
  const [only, ...others] = numbers;
  return others.length === 0 && only !== undefined
    ? sql`${number} = ${sql.raw(String(only))}`
    : inArray(number, [...numbers]);
}

/** A value as pages and addresses name it; "" is unknown, and for a band: not scored. */
export type TraitValue = string;

/** The word of a dimension's number. */
export function traitWord(dimension: Dimension, number: number): TraitValue {
  if (dimension === "level") return LEVEL_CODES[number] ?? "";
  if (dimension === "role") return ROLE_CODES[number] ?? "";
  if (number === 0) return "";
  if (dimension === "band") return BAND_CODES[number - 1] ?? "";
  if (dimension === "division")
    return number > SECTIONS ? String.fromCharCode(A + number - SECTIONS - 1) : String(number).padStart(2, "0");
  return String.fromCharCode(A + Math.floor((number - 1) / 26), A + ((number - 1) % 26));
}

/** The number of a dimension's word. Throws for a level, role or band that does not exist. */
export function traitNumber(dimension: Dimension, word: TraitValue): number {
  switch (dimension) {
    case "level":
      return codeOf(LEVEL_CODES, word as Level);
    case "role":
      return codeOf(ROLE_CODES, word as SupplierRole);
    case "band":
      return word === "" ? 0 : codeOf(BAND_CODES, word as Band) + 1;
    case "division":
      return divisionNumber(word);
    case "seat":
      return seatNumber(word);
  }
}
