/** What reports count of a list besides what was counted when it was published. */
import type { AnyScope, Database } from "../database";
import { bulkRange } from "../keys";
import { BAND_CODES, codeOf } from "../schema/codes";
import { findGeneration } from "./register";

/** Suppliers of the high band that share country and sector. */
export interface HighPair {
  /** ISO 3166-1 alpha-2; null: not known. */
  readonly country: string | null;
  /** ISIC division, or section letter where no more is known; null: not known. */
  readonly division: string | null;
  readonly suppliers: number;
}

const HIGH = codeOf(BAND_CODES, "high");
/** Some 15 ms of work, after which other requests of the process get their turn. */
const LINES_AT_A_TIME = 5000;

/** The suppliers of the high band by seat and sector, most first: one pass over the lines, of which the pairs are held. */
export async function linesByPlaceAndSector(db: Database, scope: AnyScope, generation: number): Promise<HighPair[]> {
  if (!(await findGeneration(db, scope, generation))) return [];
  const found = new Map<string, { country: string | null; division: string | null; suppliers: number }>();
  const range = bulkRange(generation);
  for await (const lines of db.bulk.scan("registerRows", ["band", "seat", "isic"], range, LINES_AT_A_TIME)) {
    for (const [band, seat, isic] of lines) {
      if (band !== HIGH) continue;
      const country = seat as string | null;
      const division = (isic as string | null)?.slice(0, 2) ?? null;
      const key = `${country}|${division}`;
      const pair = found.get(key);
      if (pair) pair.suppliers++;
      else found.set(key, { country, division, suppliers: 1 });
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return [...found.values()].sort((a, b) => b.suppliers - a.suppliers);
}
