/** A workspace's own rows of corridors and fee rules beside the published tables: what they hold, and which of them bear on a corridor. Pure. */
import { z } from "zod";
import type { IsoDate } from "../../risk-models/types";
import { COST_KINDS, FEE_RULES, RULE_SIDES } from "./corridor-words";
import { Money } from "./money";

const iso2 = z.string().regex(/^[A-Z]{2}$/u);
const words = (most: number) => z.string().trim().max(most);
const needed = (most: number) => words(most).min(1);
/** What every row of a workspace's own has: of which year, from which day, and who says so. */
const common = {
  year: z.int().min(1950).max(2200),
  source: needed(300),
  note: words(500),
  validFrom: z.iso.date(),
};

/** What recruiting a worker costs on a corridor, or what a worker paid there, by a source. */
export const NewCorridor = z.strictObject({
  origin: iso2,
  destination: iso2,
  /** Sector or group of workers; "": all. */
  workers: words(100),
  kind: z.enum(COST_KINDS),
  /** A worker. */
  money: Money,
  ...common,
});
export type NewCorridor = z.infer<typeof NewCorridor>;

/** A cap, a ban or a permission of fees in a country, by a source. It is shown and never lowers a value. */
export const NewFeeRule = z.strictObject({
  country: iso2,
  side: z.enum(RULE_SIDES),
  rule: z.enum(FEE_RULES),
  covers: needed(300),
  value: z.number().min(0).max(1e15).nullable(),
  unit: words(100),
  ...common,
});
export type NewFeeRule = z.infer<typeof NewFeeRule>;

/** Who recorded a row, when, and whether it was withdrawn. */
export interface Recorded {
  readonly id: string;
  /** Null when the person has no account any more. */
  readonly who: string | null;
  readonly recordedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnByName: string | null;
}
export type OwnCorridor = NewCorridor & Recorded & { readonly usd: number };
export type OwnFeeRule = NewFeeRule & Recorded;

export const inForceRows = <R extends Pick<Recorded, "withdrawnAt">>(rows: readonly R[]): R[] =>
  rows.filter(({ withdrawnAt }) => withdrawnAt === null);

/** The day a figure of a year is true from when its source names none. */
export const startOfYear = (year: number): IsoDate => `${String(year).padStart(4, "0")}-01-01`;

/** The rows in force about one corridor. */
export const onCorridor = <R extends Pick<OwnCorridor, "origin" | "destination" | "withdrawnAt">>(
  rows: readonly R[],
  origin: string,
  destination: string | null,
): R[] => inForceRows(rows).filter((row) => row.origin === origin && row.destination === destination);

/**
 * What a gap on this corridor can be measured against: the total costs of the newest year, which are several where a year has
 * several groups of workers. What workers paid is no total cost.
 */
export function newestTotals<R extends Pick<OwnCorridor, "origin" | "destination" | "withdrawnAt" | "kind" | "year">>(
  rows: readonly R[],
  origin: string,
  destination: string | null,
): R[] {
  const totals = onCorridor(rows, origin, destination).filter(({ kind }) => kind === "total");
  const newest = Math.max(...totals.map(({ year }) => year));
  return totals.filter(({ year }) => year === newest);
}

/** How a cost taken from a row names it among a supplier's answers: the same text in every language. */
export const sourceOfCost = ({ origin, destination, workers, year, source }: Omit<NewCorridor, "money">): string =>
  `${origin} → ${destination}${workers && ` (${workers})`}, ${year}: ${source}`;

/** Members of the Gulf Cooperation Council, which a published row names as one destination. */
const GULF: ReadonlySet<string> = new Set(["AE", "BH", "KW", "OM", "QA", "SA"]);

const leadsTo = (destination: string | null, to: string) =>
  destination === to || (destination === "GCC" && GULF.has(to));

/**
 * Whether a published figure is about workers from one country, to another, or both. With both, a row for every destination
 * of the origin counts, and one for every origin of the destination, as the risk engine reads them.
 */
export function bearsOn(
  { origin, destination }: { readonly origin: string | null; readonly destination: string | null },
  from: string | null,
  to: string | null,
): boolean {
  if (from === null) return to === null || leadsTo(destination, to);
  if (to === null) return origin === from;
  return origin === from
    ? destination === null || leadsTo(destination, to)
    : origin === null && leadsTo(destination, to);
}
