import { CACHE_LIMIT, detached, LONGEST_KEY, memoiseTexts } from "./memo";
import type { Resolver, SectorMatch } from "./types";

/** A product met with more combinations of codes than this is looked up by all its texts. */
const MOST_COMPARED = 8;

interface Known {
  readonly isic: string;
  readonly nace: string;
  readonly hs: string;
  readonly cpv: string;
  readonly product: string;
  readonly sector: string;
  readonly match: SectorMatch | null;
  /** Another row with the same leading text. */
  readonly next: Known | null;
  /** Rows from here on. */
  readonly count: number;
}

/**
 * `compute` of isic, nace, hs, cpv, product and sector, remembered per distinct combination. The same product nearly always
 * stands with the same codes: it is looked up, and the codes are compared with those it was met with.
 */
export function rememberSectors(
  compute: (texts: readonly string[]) => SectorMatch | null,
  limit = CACHE_LIMIT,
): Resolver["sector"] {
  const byLead = new Map<string, Known>();
  const byTexts = memoiseTexts(compute, limit);
  let held = 0;
  return ({ isic = "", nace = "", hs = "", cpv = "", product = "", sector = "" }) => {
    const lead = product || sector || hs || cpv || isic || nace;
    const first = byLead.get(lead) ?? null;
    for (let known = first; known !== null; known = known.next)
      if (
        known.hs === hs &&
        known.isic === isic &&
        known.cpv === cpv &&
        known.nace === nace &&
        known.sector === sector &&
        // Both lead where both are there, and are then equal.
        (product === "" ? known.product === "" : known.product !== "")
      )
        return known.match;
    const texts = [isic, nace, hs, cpv, product, sector];
    if (lead.length > LONGEST_KEY || sector.length > LONGEST_KEY || (first !== null && first.count >= MOST_COMPARED))
      return byTexts(texts);
    if (held >= limit) {
      byLead.clear();
      held = 0;
    }
    const match = compute(texts);
    const next = held === 0 ? null : first;
    byLead.set(detached(lead), {
      isic: detached(isic),
      nace: detached(nace),
      hs: detached(hs),
      cpv: detached(cpv),
      product: detached(product),
      sector: detached(sector),
      match,
      next,
      count: (next?.count ?? 0) + 1,
    });
    held += 1;
    return match;
  };
}
