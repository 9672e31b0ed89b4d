/** How many suppliers of a list stand in which tier of the chain, as the list writes it. */
import type { AnyScope, Database } from "../database";
import { bulkRange } from "../keys";
import { findGeneration } from "./register";

/** Some 15 ms of work, after which other requests of the process get their turn. */
const LINES_AT_A_TIME = 2000;

/** The tier of "2", "Tier 2" or "2nd"; 0: written in other words; null: not stated. Pure. */
export function tierOf(written: string | null): number | null {
  if (written === null || written.trim() === "") return null;
  const found = /^\D*(\d{1,2})\D*$/u.exec(written);
  return found ? Number(found[1]) : 0;
}

/** By `tierOf`: suppliers of the generation, the nearest tier first and those of which none is stated last; one pass over the lines. */
export async function suppliersByTier(
  db: Database,
  scope: AnyScope,
  generation: number,
): Promise<{ readonly tier: number | null; readonly suppliers: number }[]> {
  if (!(await findGeneration(db, scope, generation))) return [];
  const found = new Map<number | null, number>();
  for await (const lines of db.bulk.scan("registerRows", ["tier"], bulkRange(generation), LINES_AT_A_TIME)) {
    for (const [written] of lines) {
      const tier = tierOf(written as string | null);
      found.set(tier, (found.get(tier) ?? 0) + 1);
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const place = (tier: number | null): number => (tier === null ? 101 : tier === 0 ? 100 : tier);
  return [...found].map(([tier, suppliers]) => ({ tier, suppliers })).sort((a, b) => place(a.tier) - place(b.tier));
}
