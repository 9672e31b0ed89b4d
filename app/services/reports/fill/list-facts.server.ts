import type { Database, Scope } from "../../../../db/database";
import { highByPlaceAndSector } from "../../../../db/queries/report-facts";
import { BANDS, LEVELS } from "../../../../risk-models/types";
import { roundedPart } from "../../../lib/rounded-part";
import { code, count, known, money, text, type Cell, type Value } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import type { OverviewView } from "../../overview/overview.server";

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
        rows: countries.map((one): Cell[] => [known(one.code, place), count(one.suppliers), count(one.high)]),
      },
      sectors: {
        rows: sectors.map((one): Cell[] => [known(one.code, sector), count(one.suppliers)]),
      },
    },
  };
}

/** The spend the list states, by currency; null when it states none. */
export function spendOf({ numbers: { spend } }: OverviewView): Value[] | null {
  if (!spend) return null;
  return [money(spend.total, spend.currency), ...spend.others.map(({ currency, amount }) => money(amount, currency))];
}

/** The bands in the order in which they are drawn and listed: what to look at first, and last what has none. */
export const BANDS_SHOWN = [...BANDS.toReversed(), null];

/** Suppliers by what is known of them, and by where to look first. */
export function knownBars({ numbers }: OverviewView): Filled {
  const levels = LEVELS.toReversed().map((level) => ({
    label: code("level", level),
    count: numbers.levels.find((one) => one.level === level)?.suppliers ?? 0,
  }));
  const bands = BANDS_SHOWN.map((band) => ({
    label: band === null ? code("band", "none") : code("band", band),
    count: numbers.bands.find((one) => one.band === band)?.suppliers ?? 0,
  }));
  return { values: [], bars: { levels, bands } };
}

/** The band's part of the spend in the currency that the list states most, in whole per cents; null: it states none. */
export function spendBars({
  numbers: { spend, bands },
}: OverviewView): readonly { readonly label: Value; readonly count: number }[] | null {
  const total = BigInt(spend?.total ?? 0);
  if (total <= 0n) return null;
  return BANDS_SHOWN.map((band) => {
    const of = BigInt(bands.find((one) => one.band === band)?.spend ?? 0);
    // Credit notes can be more than a band's invoices: it has no part then.
    return {
      label: code("band", band ?? "none"),
      count: of > 0n ? roundedPart(of, total, 100) : 0,
    };
  });
}

interface Pair {
  readonly country: string | null;
  readonly division: string | null;
  readonly suppliers: number;
}
/** Stands for all that have no line of their own; no code of a country or a division. */
const REST = "*";

/** The keys with most suppliers, and `REST` where there are more than a page holds. Pure. */
function mostOf(pairs: readonly Pair[], of: (pair: Pair) => string | null, most: number): (string | null)[] {
  const found = new Map<string | null, number>();
  for (const pair of pairs) found.set(of(pair), (found.get(of(pair)) ?? 0) + pair.suppliers);
  const keys = [...found].sort((a, b) => b[1] - a[1]).map(([key]) => key);
  return keys.length <= most ? keys : [...keys.slice(0, most - 1), REST];
}

/** Pairs as a table: the countries and sectors with most, and one line each for all the others, so that its cells sum to all. Pure. */
export function heatOf(pairs: readonly Pair[]): NonNullable<Filled["heat"]>[string] {
  const across = mostOf(pairs, ({ country }) => country, ACROSS);
  const down = mostOf(pairs, ({ division }) => division, DOWN);
  const cells: (number | null)[][] = down.map(() => across.map(() => null));
  const at = (keys: readonly (string | null)[], key: string | null) => keys.indexOf(keys.includes(key) ? key : REST);
  for (const { country, division, suppliers } of pairs) {
    const row = cells[at(down, division)]!;
    const column = at(across, country);
    row[column] = (row[column] ?? 0) + suppliers;
  }
  return {
    across: across.map((key) => (key === REST ? code("rest", "places") : place(key))),
    down: down.map((key) => (key === REST ? code("rest", "sectors") : sector(key))),
    cells,
  };
}

/** Suppliers in the high band by country and sector. */
export const riskPairs = async (db: Database, scope: Scope, { generation }: OverviewView): Promise<Filled> => {
  const pairs = await highByPlaceAndSector(db, scope, generation.no);
  if (pairs.length === 0) return { values: [count(0)] };
  return {
    values: [count(pairs.reduce((sum, { suppliers }) => sum + suppliers, 0))],
    heat: { pairs: heatOf(pairs) },
  };
};
