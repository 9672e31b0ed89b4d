/** What reports count of a list besides what its page says. */
import type { AnyScope, Database } from "../database";
import { facetsOf } from "../facets";
import { bulkRange } from "../keys";
import { BAND_CODES, codeOf } from "../schema/codes";
import { traitOf, traitsOf, traitWord } from "../traits";
import { findGeneration } from "./register";

/** Suppliers of the high band that share country and sector. */
export interface HighPair {
  /** ISO 3166-1 alpha-2; null: not known. */
  readonly country: string | null;
  /** ISIC division, or section letter where no more is known; null: not known. */
  readonly division: string | null;
  readonly suppliers: number;
}

/** `codeOf(BAND_CODES, "high")` as traits have it. */
const HIGH = codeOf(BAND_CODES, "high") + 1;
/** Some 15 ms of work, after which other requests of the process get their turn. */
const LINES_AT_A_TIME = 5000;

/**
 * The suppliers of the high band by seat and sector, most first: of what was counted when the list was built, as its page counts
 * bands; of a list whose pages are not written yet, of its lines, of which the pairs are held.
 */
export async function highByPlaceAndSector(db: Database, scope: AnyScope, generation: number): Promise<HighPair[]> {
  const found = await findGeneration(db, scope, generation);
  if (!found) return [];
  const pairs = new Map<number, number>();
  const add = (traits: number, suppliers: number) => {
    if (traitOf(traits, "band") !== HIGH) return;
    // Without role, level and band, which tell nothing more here.
    const place = traits & ~511;
    pairs.set(place, (pairs.get(place) ?? 0) + suppliers);
  };
  const facets = found.pagesReady ? await facetsOf(db, generation) : null;
  if (facets?.complete) for (const [at, traits] of facets.traits.entries()) add(traits, facets.counts[at]!);
  else await eachLine(db, generation, add);
  const word = (traits: number, of: "seat" | "division") => traitWord(of, traitOf(traits, of)) || null;
  return [...pairs]
    .map(([traits, suppliers]) => ({ country: word(traits, "seat"), division: word(traits, "division"), suppliers }))
    .sort((a, b) => b.suppliers - a.suppliers);
}

async function eachLine(db: Database, generation: number, add: (traits: number, suppliers: number) => void) {
  const columns = ["band", "seat", "isic"] as const;
  for await (const lines of db.bulk.scan("registerRows", columns, bulkRange(generation), LINES_AT_A_TIME)) {
    for (const [band, seat, isic] of lines)
      add(
        traitsOf({
          band: band as number | null,
          seat: seat as string | null,
          isic: isic as string | null,
          role: 0,
          level: 0,
        }),
        1,
      );
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
