import type { Database, Scope } from "../../../db/database";
import { reference } from "../../lib/reference.server";
import { bearsOn, inForceRows } from "../../recruitment/corridors";
import { readAmount } from "../../remedy/amount";
import { medianOf } from "../../remedy/owed";
import { ownCorridors } from "../corridors/own-rows.server";

/** What workers of a corridor paid by one account, in the currency it was told in. */
export interface CorridorFigure {
  readonly amount: bigint;
  readonly currency: string;
  readonly year: string;
  readonly source: string;
}

/** Figures of one corridor, or of a part of the world, that say what one worker paid. */
const WORKER_PAID = /paid|charges|fees/iu;
/** A ceiling, a loan and a single bound are not what workers paid. */
const NOT_PAID = /bound|loan|share|ratio|months|multiple/iu;

/** Figures the published tables and the workspace's own rows hold of exactly this corridor, the newest first. */
export async function corridorFigures(
  db: Database,
  scope: Scope,
  { origin, destination }: { readonly origin: string; readonly destination: string },
): Promise<CorridorFigure[]> {
  const own = inForceRows(await ownCorridors(db, scope))
    .filter((row) => row.kind === "paid-by-worker" && row.origin === origin && row.destination === destination)
    .flatMap(({ money, year, source }) => {
      const amount = readAmount(String(money.amount));
      return amount === null ? [] : [{ amount, currency: money.currency, year: String(year), source }];
    });
  const published = reference()
    .risk()
    .corridors.filter((row) => row.origin !== null && row.destination !== null && bearsOn(row, origin, destination))
    .filter(
      ({ statistic, unit }) => /^[A-Z]{3}$/u.test(unit) && WORKER_PAID.test(statistic) && !NOT_PAID.test(statistic),
    )
    .flatMap(({ value, unit, year, source, statistic }) => {
      const amount = readAmount(value);
      return amount === null ? [] : [{ amount, currency: unit, year, source: `${statistic}: ${source}` }];
    });
  return [...own, ...published].sort((a, b) => (a.year < b.year ? 1 : a.year > b.year ? -1 : 0));
}

/**
 * The median of what is known of a corridor in one currency; null where nothing is. Figures in other currencies are not
 * converted: the product holds no rates.
 */
export async function corridorMedian(
  db: Database,
  scope: Scope,
  corridor: { readonly origin: string; readonly destination: string; readonly currency: string },
): Promise<{ readonly amount: bigint; readonly source: string } | null> {
  const figures = (await corridorFigures(db, scope, corridor)).filter(({ currency }) => currency === corridor.currency);
  const amount = medianOf(figures.map((figure) => figure.amount));
  if (amount === null) return null;
  return { amount, source: figures.map(({ source, year }) => (year === "" ? source : `${source} (${year})`)).join("; ").slice(0, 500) }; // prettier-ignore
}
