/**
 * What is remembered of a generation once its pages are written, because it cannot change any more: how many suppliers
 * are filtered alike, and where they stand. Kept by generation number, so nothing of one workspace is used for another.
 */
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "./database";
import type { RegisterSort } from "./schema/codes";
import { DIMENSIONS, traitNumber, traitOf, traitWord, type Dimension, type TraitValue } from "./traits";

/** Values of each dimension, any of which will do; a dimension that is left out is not filtered by. */
export type TraitFilter = Readonly<Partial<Record<Dimension, readonly TraitValue[]>>>;

/** How many suppliers have each value of a dimension, the most first. */
export type FacetCounts = Readonly<Record<Dimension, readonly (readonly [value: TraitValue, count: number])[]>>;

export interface Facets {
  readonly total: number;
  /** False for pages that an older version wrote: they are about to be written again. */
  readonly complete: boolean;
  /** Rows that have a value in an order; they come before the rest. */
  readonly withValue: Readonly<Record<RegisterSort, number>>;
  /** The different traits in their order, and how many suppliers have each. */
  readonly traits: Int32Array;
  readonly counts: Int32Array;
}

/** What a filter leaves: how many, and where they stand in the order by traits. */
export interface Matching {
  readonly count: number;
  readonly ranges: readonly (readonly [first: number, last: number])[];
}

const REMEMBERED = 24;
const remembered = new WeakMap<Database["q"], Map<number, Promise<Facets>>>();

/** The facets of a generation whose pages are ready; read once, then remembered. */
export function facetsOf(db: Database, generation: number): Promise<Facets> {
  let known = remembered.get(db.q);
  if (!known) remembered.set(db.q, (known = new Map()));
  const found = known.get(generation) ?? readFacets(db, generation);
  // The one used last stands last; the first goes when there are too many.
  known.delete(generation);
  known.set(generation, found);
  if (known.size > REMEMBERED) known.delete(known.keys().next().value!);
  const forget = () => known.delete(generation);
  found.then(({ complete }) => complete || forget(), forget);
  return found;
}

async function readFacets(db: Database, generation: number): Promise<Facets> {
  const { summaryCounts } = db.t;
  const rows = await db.q
    .select({ kind: summaryCounts.kind, key: summaryCounts.key, count: summaryCounts.count })
    .from(summaryCounts)
    .where(and(eq(summaryCounts.generation, generation), inArray(summaryCounts.kind, ["known", "traits"])));
  const known = (sort: RegisterSort | ""): number =>
    rows.find(({ kind, key }) => kind === "known" && key === sort)?.count ?? 0;
  const alike = rows.filter(({ kind }) => kind === "traits").map(({ key, count }) => [Number(key), count] as const);
  alike.sort(([a], [b]) => a - b);
  const total = known("");
  return {
    total,
    complete: alike.reduce((sum, [, count]) => sum + count, 0) === total,
    withValue: { priority: known("priority"), score: known("score"), name: known("name"), spend: known("spend") },
    traits: Int32Array.from(alike, ([traits]) => traits),
    counts: Int32Array.from(alike, ([, count]) => count),
  };
}

type Wanted = readonly (readonly [Dimension, ReadonlySet<number>])[];

/** The filter as sets of numbers, for each dimension that is filtered by. */
function wantedBy(filter: TraitFilter): Wanted {
  return DIMENSIONS.flatMap((dimension) => {
    const values = filter[dimension];
    return values === undefined || values.length === 0
      ? []
      : [[dimension, new Set(values.map((value) => traitNumber(dimension, value)))] as const];
  });
}

/** How many suppliers the filter leaves, and where they stand in the order by traits. */
export function matching({ total, traits, counts }: Facets, filter: TraitFilter): Matching {
  const wanted = wantedBy(filter);
  if (wanted.length === 0) return { count: total, ranges: total === 0 ? [] : [[0, total - 1]] };
  const ranges: [number, number][] = [];
  let [count, position] = [0, 0];
  for (let i = 0; i < traits.length; i++) {
    const held = counts[i]!;
    if (wanted.every(([dimension, numbers]) => numbers.has(traitOf(traits[i]!, dimension)))) {
      const last = ranges.at(-1);
      if (last && last[1] === position - 1) last[1] = position + held - 1;
      else ranges.push([position, position + held - 1]);
      count += held;
    }
    position += held;
  }
  return { count, ranges };
}

/** For each value of each dimension, how many suppliers it would show beside what the other dimensions leave. */
export function countFacets(facets: Facets, filter: TraitFilter): FacetCounts {
  const wanted = wantedBy(filter);
  if (wanted.length > 0) return tally(facets, wanted);
  const known = unfiltered.get(facets) ?? tally(facets, wanted);
  unfiltered.set(facets, known);
  return known;
}

const unfiltered = new WeakMap<Facets, FacetCounts>();

function tally({ traits, counts }: Facets, wanted: Wanted): FacetCounts {
  const sums = DIMENSIONS.map(() => new Int32Array(1024));
  const places = wanted.map(([dimension, numbers]) => [DIMENSIONS.indexOf(dimension), dimension, numbers] as const);
  for (let i = 0; i < traits.length; i++) {
    const packed = traits[i]!;
    let failed = -1;
    let failures = 0;
    for (const [place, dimension, numbers] of places) {
      if (numbers.has(traitOf(packed, dimension))) continue;
      failed = place;
      failures++;
    }
    if (failures > 1) continue;
    for (let place = failures === 0 ? 0 : failed; place < (failures === 0 ? DIMENSIONS.length : failed + 1); place++)
      sums[place]![traitOf(packed, DIMENSIONS[place]!)]! += counts[i]!;
  }
  const listed = (dimension: Dimension) =>
    [...sums[DIMENSIONS.indexOf(dimension)]!]
      .flatMap((count, number) => (count === 0 ? [] : [[number, count] as const]))
      .sort(([a, m], [b, n]) => n - m || a - b)
      .map(([number, count]) => [traitWord(dimension, number), count] as const);
  return {
    seat: listed("seat"),
    division: listed("division"),
    role: listed("role"),
    level: listed("level"),
    band: listed("band"),
  };
}
