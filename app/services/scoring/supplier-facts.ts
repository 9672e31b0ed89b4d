import type { CountryMatch, Resolver, SectorMatch } from "../../resolve/types";
import type { CheckedRow } from "../../imports/types";
import type { Fraction, IsoDate, Place, SupplierFacts, SupplierRole } from "../../../risk-models/types";
import type { NotSellerKind, Understanding } from "../../groups/decision";
import { groupOf, groupOfSector, sectorTextOf, textKey, type RowGroup } from "../../groups/group-key";
import {
  decidedSector,
  lookupOf,
  NONE,
  notSellerOf,
  withDecidedPlaces,
  type UnderstandingLookup,
} from "../../groups/understanding";
import type { UnresolvedText } from "../../groups/unresolved-texts";
import type { RiskData } from "./assessor.server";

/** ISIC divisions whose firms sell what others make (45 to 47): their seat says nothing about where the goods were made. */
const isTrade = (isic: string): boolean => isic.startsWith("45") || isic.startsWith("46") || isic.startsWith("47");
const LABOUR_PROVIDER = "78";

const NOWHERE: Place = Object.freeze({ country: null, region: null, basis: "unknown" });
const NO_READINGS = Object.freeze({});
const NO_SECTOR: SupplierFacts["sector"] = Object.freeze({ isic: null, basis: "unknown", confidence: null });
const NO_GOODS: readonly string[] = Object.freeze([]);

/** What the list as a whole says: defaults the user set, and what its header says about the place it names. */
export interface ListContext {
  readonly asOf: IsoDate;
  /** Risk model chosen for the list; null: the one in force on `asOf`. */
  readonly model: string | null;
  /** Reference data the list keeps; null: those this version brings. */
  readonly data: RiskData | null;
  readonly countryFromAddress: boolean;
  /** A list of suppliers, not of payments: what a row says of its product is said of the supplier itself. */
  readonly rowsSpeak: boolean;
  /** The name column names factories, mills or other sites: their country is where the work is done. */
  readonly namesSites: boolean;
  /**
   * What people decided in the workspace about groups, payees and texts; plain JSON. Null: nobody decides about this list (a
   * command on a file), so groups are not worked out either.
   */
  readonly understanding: Understanding | null;
}

/** Which group a row is in, what is decided about it, and what of it no table knows. Plain JSON. */
export interface UnderstoodRow {
  readonly group: RowGroup;
  /** ISIC as the resolver read it, without any decision. */
  readonly guess: string | null;
  /** The list states the sector by a code, or a decision says what its text means. */
  readonly known: boolean;
  /** Places in `understanding.decisions`, strongest first; the same combination is the same array. */
  readonly decided: readonly number[];
  /** A decision says that the row is no purchase. */
  readonly notSeller: NotSellerKind | null;
  /** ISO 4217 that a decision gives to a text no table knows. */
  readonly currency: string | null;
  readonly unresolved: readonly UnresolvedText[];
}

/** What one row says about a supplier, resolved; `facts` is what the engine takes. */
export interface ResolvedRow {
  readonly facts: SupplierFacts;
  readonly sector: SectorMatch | null;
  readonly understood: UnderstoodRow;
}

/** One frozen place per country, region and basis: rows share them. There are as many as countries the resolver knows. */
const PLACES = { stated: new Map<string, Place>(), derived: new Map<string, Place>() };

function placeOf(match: CountryMatch | null, region: string | null, basis: "stated" | "derived"): Place {
  if (!match) return NOWHERE;
  const country = match.iso2;
  const where = region ?? match.region;
  const key = where === null ? country : `${country}/${where}`;
  let place = PLACES[basis].get(key);
  if (!place) PLACES[basis].set(key, (place = Object.freeze({ country, region: where, basis })));
  return place;
}

/** The place a row stands for: its country cell (or the list's country, which the checker puts there), else, derived, its address. */
export function seatOf(row: CheckedRow, resolver: Resolver, list: ListContext): Place {
  let match = row.country ? countryOf(row.country, resolver, list) : null;
  let basis: "stated" | "derived" = "stated";
  if (!match && list.countryFromAddress && row.address) {
    match = resolver.countryInAddress(row.address);
    basis = "derived";
  }
  if (!match) return NOWHERE;
  return placeOf(match, match.region ?? regionOf(row, resolver, match.iso2), basis);
}

function regionOf(row: CheckedRow, resolver: Resolver, country: string): string | null {
  if (country !== "CN") return null;
  return (
    resolver.region(row.region, country) ?? resolver.region(row.city, country) ?? resolver.region(row.address, country)
  );
}

/** A country cell; what no table knows may have been decided. */
function countryOf(text: string, resolver: Resolver, { understanding }: ListContext): CountryMatch | null {
  const match = resolver.country(text);
  if (match || understanding === null) return match;
  const iso2 = lookupOf(understanding)?.country(text) ?? null;
  return iso2 === null ? null : { iso2, region: null, how: "alias" };
}

function statedPlace(text: string, resolver: Resolver, list: ListContext): Place {
  if (!text) return NOWHERE;
  const match = countryOf(text, resolver, list);
  if (match) return placeOf(match, null, "stated");
  const inText = resolver.countryInAddress(text);
  return placeOf(inText, null, "stated");
}

/** What a row's account is called; a bare number says nothing about what was bought. */
const accountText = (row: CheckedRow): string =>
  row.accountName || (row.accountCode !== "" && /\p{L}{3}/u.test(row.accountCode) ? row.accountCode : "");

/** Codes first, then what was bought, then what its account is called, then the category it stands under. */
export function sectorOf(row: CheckedRow, resolver: Resolver): SectorMatch | null {
  const account = accountText(row);
  if (account === "") return resolver.sector(row);
  const match = resolver.sector({
    isic: row.isic,
    nace: row.nace,
    hs: row.hs,
    cpv: row.cpv,
    product: row.product,
    sector: account,
  });
  return match ?? (row.sector ? resolver.sector({ sector: row.sector }) : null);
}

/** The role the row states, else what the sector itself implies; a maker is never guessed from a product alone. */
export function roleOf(stated: SupplierRole, isic: string | null, namesSites: boolean): SupplierRole {
  if (stated !== "unknown") return stated;
  if (isic !== null && isic.startsWith(LABOUR_PROVIDER)) return "labour-provider";
  if (isic !== null && isTrade(isic)) return "trader";
  return namesSites ? "maker" : "unknown";
}

const NO_TEXTS: readonly UnresolvedText[] = Object.freeze([]);

/** From this confidence on a list's own words for what a supplier makes need nobody's decision. */
const CLEAR_WORDS: Fraction = 0.5;

function understand(
  row: CheckedRow,
  found: SectorMatch | null,
  lookup: UnderstandingLookup | null,
  rowsSpeak: boolean,
): UnderstoodRow {
  const guess = found?.isic ?? null;
  const speaks = rowsSpeak && found !== null && found.how === "text" && found.confidence >= CLEAR_WORDS;
  // Rows that name their product stand with their like: a decision about a wide category is not about them.
  const group = speaks && row.product !== "" && row.sector !== "" ? groupOfSector(found.isic) : groupOf(row, guess);
  const text = found === null ? sectorTextOf(row, group) : null;
  const decided = lookup === null ? NONE : lookup.applying(row.nameKey, text, group.key);
  const ofText = text !== null && decided.some((at) => lookup!.all[at]!.item.scope === "text-sector");
  return {
    group,
    guess,
    known: (found !== null && found.how !== "text") || ofText || speaks,
    decided,
    notSeller: decided.length === 0 ? null : notSellerOf(lookup!, decided),
    currency: null,
    unresolved: text === null || decided.length > 0 ? NO_TEXTS : [{ kind: "sector", key: text, text: sourceText(row) }],
  };
}

/** Of a row about which nobody decides. */
const NOT_ASKED: UnderstoodRow = Object.freeze({
  group: groupOf({ accountName: "", accountCode: "", sector: "", product: "" }, null),
  guess: null,
  known: false,
  decided: NONE,
  notSeller: null,
  currency: null,
  unresolved: NO_TEXTS,
});

const sourceText = (row: CheckedRow) => row.isic || row.nace || row.hs || row.cpv || row.product;

/** Adds the texts of countries and currencies that no table knows, with what was decided about the currency. */
function withUnresolved(
  row: CheckedRow,
  resolver: Resolver,
  lookup: UnderstandingLookup | null,
  seat: Place,
  understood: UnderstoodRow,
): UnderstoodRow {
  let { unresolved, currency } = understood;
  for (const { code, found } of row.issues)
    if (code === "currency.unknown") {
      unresolved = [...unresolved, { kind: "currency", key: textKey(found), text: found }];
      currency = lookup?.currency(found) ?? null;
    }
  if (row.country !== "" && (seat.basis !== "stated" || lookup !== null) && resolver.country(row.country) === null)
    unresolved = [...unresolved, { kind: "country", key: textKey(row.country), text: row.country }];
  return unresolved === understood.unresolved ? understood : { ...understood, unresolved, currency };
}

/**
 * One checked row as the engine takes it, with what was decided about it. Pure.
 * @param found its sector, as `sectorOf` has it.
 */
export function resolveRow(
  row: CheckedRow,
  resolver: Resolver,
  list: ListContext,
  found = sectorOf(row, resolver),
): ResolvedRow {
  const lookup = lookupOf(list.understanding);
  const seat = seatOf(row, resolver, list);
  const understood =
    list.understanding === null
      ? NOT_ASKED
      : withUnresolved(row, resolver, lookup, seat, understand(row, found, lookup, list.rowsSpeak));
  const { decided } = understood;
  const sector = decided.length === 0 ? found : decidedSector(lookup!, decided, found);
  const stated = statedPlace(row.placeOfWork, resolver, list);
  const facts: SupplierFacts = {
    seat,
    placeOfWork: stated.country === null && list.namesSites ? seat : stated,
    origin: statedPlace(row.origin, resolver, list),
    role: roleOf(row.role, sector?.isic ?? null, list.namesSites),
    sector: sector
      ? { isic: sector.isic, basis: sector.how === "text" ? "derived" : "stated", confidence: sector.confidence }
      : NO_SECTOR,
    goods: sector?.goods ?? NO_GOODS,
    recruitment: row.recruitment ?? NO_READINGS,
    workforce: row.workforce ?? NO_READINGS,
    asOf: list.asOf,
  };
  return {
    facts: decided.length === 0 ? facts : withDecidedPlaces(lookup!, decided, facts),
    sector,
    understood,
  };
}
