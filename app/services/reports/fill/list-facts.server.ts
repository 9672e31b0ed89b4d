import type { Database, Scope } from "../../../../db/database";
import { linesByPlaceAndSector } from "../../../../db/queries/report-facts";
import { publishedGeneration } from "../../../../db/queries/generations";
import { BANDS, LEVELS } from "../../../../risk-models/types";
import { code, count, known, money, text, type Cell, type Value } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import { overviewOf, type OverviewView } from "../../overview/overview.server";

/** What the list that is shown says; null: none is published. */
export const listFacts = async (db: Database, scope: Scope): Promise<OverviewView | null> => {
  const generation = await publishedGeneration(db, scope);
  return generation === null ? null : overviewOf(db, scope, generation);
};

const MOST_PLACES = 30;
/** Countries across and sectors down of the table of pairs: as many as a page holds. */
const ACROSS = 8;
const DOWN = 12;

const place = (iso2: string | null): Value => (iso2 === null ? text("–") : code("country", iso2));
const sector = (division: string | null): Value => (division === null ? text("–") : code("division", division));

/** Suppliers by country and by sector, the most first. */
export function supplyChain({ numbers }: OverviewView): Filled {
  const { countries, sectors } = numbers;
  return {
    values: [count(numbers.suppliers)],
    tables: {
      places: {
        rows: countries
          .slice(0, MOST_PLACES)
          .map((one): Cell[] => [known(one.code, place), count(one.suppliers), count(one.high)]),
        all: countries.length,
      },
      sectors: {
        rows: sectors.slice(0, MOST_PLACES).map((one): Cell[] => [known(one.code, sector), count(one.suppliers)]),
        all: sectors.length,
      },
    },
  };
}

/** The spend the list states, by currency; null when it states none. */
export function spendOf({ numbers: { spend } }: OverviewView): Value[] | null {
  if (!spend) return null;
  return [money(spend.total, spend.currency), ...spend.others.map(({ currency, amount }) => money(amount, currency))];
}

/** Suppliers by what is known of them, and by where to look first. */
export function knownBars({ numbers }: OverviewView): Filled {
  const levels = LEVELS.toReversed().map((level) => ({
    label: code("level", level),
    count: numbers.levels.find((one) => one.level === level)?.suppliers ?? 0,
  }));
  const bands = [...BANDS.toReversed(), null].map((band) => ({
    label: band === null ? code("band", "none") : code("band", band),
    count: numbers.bands.find((one) => one.band === band)?.suppliers ?? 0,
  }));
  return { values: [], bars: { levels, bands } };
}

/** Suppliers in the high band by country and sector: the pairs with most. */
export const riskPairs = async (db: Database, scope: Scope, { generation }: OverviewView): Promise<Filled> => {
  const pairs = await linesByPlaceAndSector(db, scope, generation.no);
  const sums = (of: (pair: (typeof pairs)[number]) => string | null) => {
    const found = new Map<string | null, number>();
    for (const pair of pairs) found.set(of(pair), (found.get(of(pair)) ?? 0) + pair.suppliers);
    return [...found].sort((a, b) => b[1] - a[1]).map(([key]) => key);
  };
  const across = sums(({ country }) => country).slice(0, ACROSS);
  const down = sums(({ division }) => division).slice(0, DOWN);
  if (pairs.length === 0) return { values: [count(0)] };
  const byPair = new Map(pairs.map((pair) => [`${pair.country}|${pair.division}`, pair.suppliers]));
  return {
    values: [count(pairs.reduce((sum, { suppliers }) => sum + suppliers, 0))],
    heat: {
      pairs: {
        across: across.map(place),
        down: down.map(sector),
        cells: down.map((division) => across.map((country) => byPair.get(`${country}|${division}`) ?? null)),
      },
    },
  };
};
