/** Which country the result uses, and where the goods are taken to come from. */
import { sectionOf } from "./isic";
import type { OriginReading } from "./sector";
import type { CountryUsed, Place, SupplierFacts } from "./types";

const use = (place: Place, from: CountryUsed["from"], originOpen: boolean): CountryUsed => ({
  country: place.country,
  region: place.region,
  from,
  basis: place.basis,
  originOpen,
});
const NOWHERE: CountryUsed = { country: null, region: null, from: "none", basis: "unknown", originOpen: false };

/** A trader by role, or a trade sector (ISIC section G) whose role is not known. */
export const trades = (facts: SupplierFacts): boolean =>
  facts.role === "trader" ||
  facts.role === "agent" ||
  (facts.role === "unknown" && facts.sector.isic !== null && sectionOf(facts.sector.isic) === "G");

/**
 * The country where the work behind this purchase is done, by role.
 * Traders and agents: origin of the goods; without it the seat is used but never lowers (`originOpen`).
 * Services and labour providers: place of work, else seat. Makers and unknown roles: place of work, else origin, else seat.
 */
export function countryUsed(facts: SupplierFacts): CountryUsed {
  const { seat, placeOfWork, origin } = facts;
  if (trades(facts)) {
    if (origin.country !== null) return use(origin, "origin", false);
    if (seat.country !== null) return use(seat, "seat", true);
    return placeOfWork.country !== null ? use(placeOfWork, "placeOfWork", true) : NOWHERE;
  }
  if (placeOfWork.country !== null) return use(placeOfWork, "placeOfWork", false);
  const sellsGoods = facts.role === "maker" || facts.role === "unknown";
  if (sellsGoods && origin.country !== null) return use(origin, "origin", false);
  if (seat.country !== null) return use(seat, "seat", false);
  return origin.country !== null ? use(origin, "origin", false) : NOWHERE;
}

/** Origin of the goods: as stated; for a maker its place of work or seat; for an unknown role the country used, as a guess; for a trader unknown. */
export function originUsed(facts: SupplierFacts, used: CountryUsed): OriginReading {
  if (facts.origin.country !== null)
    return facts.origin.basis === "stated"
      ? { country: facts.origin.country, basis: "stated", firm: true }
      : { country: facts.origin.country, basis: "derived", firm: facts.role === "maker" };
  if (trades(facts) || used.country === null) return { country: null, basis: "unknown", firm: false };
  return { country: used.country, basis: "derived", firm: facts.role === "maker" };
}
