/** One page of the supplier table, from the stored orders, the list of rare values, or the search index. */
import { and, asc, between, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { SQL } from "drizzle-orm";
import type { AnyScope, Database } from "../database";
import { bulkKey, bulkParts, bulkRange, pagePosition, pageSlot } from "../keys";
import { FACETS, naturalDirection, ORDERS } from "../pages";
import { BAND_CODES, codeOf, LEVEL_CODES, REGISTER_SORTS } from "../schema/codes";
import type { RegisterSort } from "../schema/codes";
import { foldTexts, holdsWords, searchWords } from "../search/search-text";
import { isOneOf } from "../sql";
import type { Band, Level } from "../../risk-models/types";
import { findGeneration, linesOf } from "./register";
import type { Generation, RegisterLine } from "./register";

/** A search stops here, says "10,000+", and puts these in order. */
export const COUNT_CAP = 10_000;
const MAX_LIMIT = 200;

export interface RegisterFilters {
  readonly level?: Level | undefined;
  /** "none": not scored. */
  readonly band?: Band | "none" | undefined;
  /** ISO 3166-1 alpha-2 of the seat; "" for unknown. */
  readonly country?: string | undefined;
  /** Words to find in name, city and numbers. */
  readonly q?: string | undefined;
}

export interface RegisterPageRequest {
  readonly generation: number;
  readonly sort: RegisterSort;
  readonly direction?: "asc" | "desc" | undefined;
  /** `nextCursor` of the page before. */
  readonly after?: string | undefined;
  /** `previousCursor` of the page after. */
  readonly before?: string | undefined;
  readonly filters?: RegisterFilters | undefined;
  /** 1 to 200. */
  readonly limit: number;
}

export interface RegisterPage {
  readonly rows: RegisterLine[];
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
  /** How many suppliers the filters leave; `atLeast` when a search stopped at 10,000. */
  readonly count: { readonly value: number; readonly atLeast: boolean };
  /** False until the orders are written after publish: the rows then come in the order of their numbers, unfiltered. */
  readonly ready: boolean;
  /** False until the search index is written: words then find nothing yet. */
  readonly searchReady: boolean;
}

const NOTHING: RegisterPage = {
  rows: [],
  nextCursor: null,
  previousCursor: null,
  count: { value: 0, atLeast: false },
  ready: true,
  searchReady: true,
};

/** A supplier and its place in the order asked for. */
interface Ranked {
  readonly rank: number;
  readonly supplierNo: number;
}

/** Up to this many suppliers found by several pieces of a word are all read before they are counted. */
const READ_ALL = 1000;

const holds = (row: Texts, words: readonly string[]): boolean =>
  holdsWords(foldTexts([row.name, row.city, row.supplierNumber, row.registrationId]), words);
type Texts = Pick<RegisterLine, "name" | "city" | "supplierNumber" | "registrationId">;

/** Something that can be paged by rank: rows from `from` (inclusive) upwards or downwards. */
interface Ordered {
  read(from: number, upwards: boolean, limit: number): Promise<Ranked[]>;
  count(): Promise<RegisterPage["count"]>;
  /** Words that a row must hold to be shown, where not every row was read for them. */
  readonly unread?: readonly string[];
}

/**
 * A page of suppliers. Rows without a score (or an amount) stand last in both directions. A generation that is not this
 * workspace's has no rows. A cursor that makes no sense starts from the beginning.
 */
export async function listSuppliers(
  db: Database,
  scope: AnyScope,
  request: RegisterPageRequest,
): Promise<RegisterPage> {
  const generation = await findGeneration(db, scope, request.generation);
  if (!generation) return NOTHING;
  const limit = Math.min(MAX_LIMIT, Math.max(1, Math.trunc(request.limit)));
  const ready = generation.pagesReady;
  const { searchReady } = generation;
  const list = ready ? await orderedList(db, scope, generation.no, request) : unsorted(db, generation);
  if (!list) return { ...NOTHING, searchReady };

  const before = readCursor(request.before);
  const after = readCursor(request.after);
  const backwards = before !== null && after === null;
  const from = backwards ? before - 1 : after === null ? 0 : after + 1;
  const found = await list.read(from, !backwards, limit + 1);
  const more = found.length > limit;
  const shown = found.slice(0, limit);
  if (backwards) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return { ...NOTHING, count: await list.count(), ready, searchReady };

  // The row a cursor points at is on the other side of it.
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : after !== null;
  const supplierNos = shown.map(({ supplierNo }) => supplierNo);
  const lines = await linesOf(db, scope, generation.no, supplierNos);
  return {
    rows: list.unread ? lines.filter((line) => holds(line, list.unread!)) : lines,
    nextCursor: hasNext ? writeCursor(last.rank) : null,
    previousCursor: hasPrevious ? writeCursor(first.rank) : null,
    count: await list.count(),
    ready,
    searchReady,
  };
}

const writeCursor = (rank: number): string => rank.toString(36);

function readCursor(cursor: string | undefined): number | null {
  if (cursor === undefined || !/^[0-9a-z]{1,10}$/.test(cursor)) return null;
  const rank = Number.parseInt(cursor, 36);
  return Number.isSafeInteger(rank) ? rank : null;
}

interface Known {
  readonly total: number;
  /** Rows that have a value in this order; they come before the rest. */
  readonly withValue: number;
  readonly counts: ReadonlyMap<string, number>;
  /** Where a rare value's suppliers stand in the list of rare values. */
  readonly rare: ReadonlyMap<string, readonly [position: number, count: number]>;
}

async function readKnown(db: Database, generation: number, sort: RegisterSort): Promise<Known> {
  const { summaryCounts } = db.t;
  const rows = await db.q
    .select({ kind: summaryCounts.kind, key: summaryCounts.key, count: summaryCounts.count })
    .from(summaryCounts)
    .where(
      and(
        eq(summaryCounts.generation, generation),
        inArray(summaryCounts.kind, ["known", "facet", "level", "band", "seat"]),
      ),
    );
  const counts = new Map(rows.map(({ kind, key, count }) => [`${kind}:${key}`, count]));
  const rare = new Map<string, readonly [number, number]>();
  let position = 0;
  const facets = rows.filter(({ kind }) => kind === "facet").sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { key, count } of facets) {
    rare.set(key, [position, count]);
    position += count;
  }
  return { total: counts.get("known:") ?? 0, withValue: counts.get(`known:${sort}`) ?? 0, counts, rare };
}

async function orderedList(
  db: Database,
  scope: AnyScope,
  generation: number,
  request: RegisterPageRequest,
): Promise<Ordered | null> {
  const { sort, filters = {} } = request;
  const reversed = (request.direction ?? naturalDirection(sort)) !== naturalDirection(sort);
  const known = await readKnown(db, generation, sort);
  const wanted = [
    ...(filters.level === undefined ? [] : [`level:${filters.level}`]),
    ...(filters.band === undefined ? [] : [`band:${filters.band === "none" ? "" : filters.band}`]),
    ...(filters.country === undefined ? [] : [`seat:${filters.country}`]),
  ];
  if (wanted.some((facet) => !known.counts.has(facet))) return null;
  const typed = filters.q === undefined || filters.q.trim() === "" ? null : filters.q;
  const inMemory = (supplierNos: readonly number[], words: readonly string[], atLeast: boolean) =>
    sortedInMemory(db, generation, { supplierNos, words, atLeast }, sort, reversed, filters);

  const rare = wanted.flatMap((facet) => (known.rare.has(facet) ? [known.rare.get(facet)!] : []));
  if (rare.length > 0) {
    const [position, count] = rare.reduce((a, b) => (b[1] < a[1] ? b : a));
    const supplierNos = await readRare(db, generation, position, count);
    if (typed === null) return inMemory(supplierNos, [], false);
    const words = searchWords(typed);
    if (words.length === 0) return null;
    // Most of them will not hold the words: all are read.
    const lines = await linesOf(db, scope, generation, supplierNos);
    return inMemory(
      lines.filter((line) => holds(line, words)).map(({ supplierNo }) => supplierNo),
      [],
      false,
    );
  }
  if (typed !== null) {
    const { supplierNos, exact } = await db.search.find(generation, typed, COUNT_CAP + 1);
    const atLeast = supplierNos.length > COUNT_CAP;
    return inMemory(supplierNos.slice(0, COUNT_CAP), exact ? [] : searchWords(typed), atLeast);
  }
  return walked(db, generation, sort, reversed, filters, known, wanted);
}

async function readRare(db: Database, generation: number, position: number, count: number): Promise<number[]> {
  const { registerPages } = db.t;
  const rows = await db.q
    .select({ supplierNo: registerPages.supplierNo })
    .from(registerPages)
    .where(
      between(
        registerPages.slot,
        pageSlot(generation, FACETS, position),
        pageSlot(generation, FACETS, position + count - 1),
      ),
    )
    .orderBy(asc(registerPages.slot));
  return rows.map(({ supplierNo }) => supplierNo);
}

/** The columns both narrow pages and wide rows are filtered by. */
function conditions(
  table: Database["t"]["registerPages"] | Database["t"]["registerRows"],
  { level, band, country }: RegisterFilters,
): (SQL | undefined)[] {
  return [
    level === undefined ? undefined : eq(table.level, codeOf(LEVEL_CODES, level)),
    band === undefined ? undefined : band === "none" ? isNull(table.band) : eq(table.band, codeOf(BAND_CODES, band)),
    country === undefined ? undefined : country === "" ? isNull(table.seat) : eq(table.seat, country),
  ];
}

/** Position in the stored order ↔ rank in the order asked for: reversed, the rows with a value turn round. */
const turned = (place: number, reversed: boolean, withValue: number): number =>
  reversed && place < withValue ? withValue - 1 - place : place;

/** Walks a stored order; what the filters leave out is passed over on narrow rows. */
function walked(
  db: Database,
  generation: number,
  sort: RegisterSort,
  reversed: boolean,
  filters: RegisterFilters,
  { total, withValue, counts }: Known,
  wanted: readonly string[],
): Ordered {
  const { registerPages } = db.t;
  const order = codeOf(REGISTER_SORTS, sort);
  // In ranks: [0, withValue) runs against the stored order when reversed, [withValue, total) always with it.
  const parts = reversed
    ? [
        { from: 0, to: withValue, against: true },
        { from: withValue, to: total, against: false },
      ]
    : [{ from: 0, to: total, against: false }];

  async function read(from: number, upwards: boolean, limit: number): Promise<Ranked[]> {
    const found: Ranked[] = [];
    for (const part of upwards ? parts : parts.toReversed()) {
      const lowest = upwards ? Math.max(part.from, from) : part.from;
      const highest = (upwards ? part.to : Math.min(part.to, from + 1)) - 1;
      if (lowest > highest || found.length >= limit) continue;
      const ends = [lowest, highest].map((rank) => turned(rank, reversed, withValue));
      const rows = await db.q
        .select({ slot: registerPages.slot, supplierNo: registerPages.supplierNo })
        .from(registerPages)
        .where(
          and(
            between(
              registerPages.slot,
              pageSlot(generation, order, Math.min(...ends)),
              pageSlot(generation, order, Math.max(...ends)),
            ),
            ...conditions(registerPages, filters),
          ),
        )
        .orderBy(upwards === part.against ? desc(registerPages.slot) : asc(registerPages.slot))
        .limit(limit - found.length);
      for (const { slot, supplierNo } of rows)
        found.push({ rank: turned(pagePosition(slot), reversed, withValue), supplierNo });
    }
    return found;
  }

  async function count(): Promise<RegisterPage["count"]> {
    const [only] = wanted;
    if (only === undefined) return { value: total, atLeast: false };
    if (wanted.length === 1) return { value: counts.get(only) ?? 0, atLeast: false };
    const { summaryCounts } = db.t;
    const combinations = await db.q
      .select({ key: summaryCounts.key, count: summaryCounts.count })
      .from(summaryCounts)
      .where(and(eq(summaryCounts.generation, generation), eq(summaryCounts.kind, "combination")));
    const { level, band, country } = filters;
    let value = 0;
    for (const combination of combinations) {
      const [itsLevel, itsBand, itsSeat] = combination.key.split("|");
      if (level !== undefined && level !== itsLevel) continue;
      if (band !== undefined && (band === "none" ? "" : band) !== itsBand) continue;
      if (country !== undefined && country !== itsSeat) continue;
      value += combination.count;
    }
    return { value, atLeast: false };
  }

  return { read, count };
}

/** Suppliers found by search or by a rare value: at most COUNT_CAP, put in order for this request. */
async function sortedInMemory(
  db: Database,
  generation: number,
  found: { readonly supplierNos: readonly number[]; readonly words: readonly string[]; readonly atLeast: boolean },
  sort: RegisterSort,
  reversed: boolean,
  filters: RegisterFilters,
): Promise<Ordered> {
  const { registerRows } = db.t;
  const keys = found.supplierNos.map((no) => bulkKey(generation, no));
  const order = ORDERS[sort];
  const value = registerRows[order[0]!.column];
  const columns = {
    key: registerRows.key,
    hasValue: sql<number>`case when ${value} is null then 0 else 1 end`.mapWith(Number),
  };
  const texts = {
    name: registerRows.name,
    city: registerRows.city,
    supplierNumber: registerRows.supplierNumber,
    registrationId: registerRows.registrationId,
  };
  const matching = and(isOneOf(db.engine, registerRows.key, keys), ...conditions(registerRows, filters));
  const terms = order.map(({ column, descending }) => inOrder(db, column, descending));
  let rows: { key: number; hasValue: number }[];
  const readAll = found.words.length > 0 && keys.length <= READ_ALL;
  if (!readAll) {
    rows = await db.q
      .select(columns)
      .from(registerRows)
      .where(matching)
      .orderBy(...terms);
  } else {
    const candidates = await db.q
      .select({ ...columns, ...texts })
      .from(registerRows)
      .where(matching)
      .orderBy(...terms);
    rows = candidates.filter((row) => holds(row, found.words));
  }
  const without = rows.findIndex(({ hasValue }) => hasValue === 0);
  const withValue = without < 0 ? rows.length : without;
  const sorted = rows.map((_, rank) => ({
    rank,
    supplierNo: bulkParts(rows[turned(rank, reversed, withValue)]!.key).n,
  }));
  return {
    read: async (from, upwards, limit) =>
      upwards
        ? sorted.slice(Math.max(0, from), Math.max(0, from) + limit)
        : sorted.slice(Math.max(0, from + 1 - limit), from + 1).reverse(),
    count: async () => ({ value: sorted.length, atLeast: found.atLeast }),
    ...(readAll || found.words.length === 0 ? {} : { unread: found.words }),
  };
}

/** One term of an order; text by its code points on both engines; rows without a value last. */
function inOrder(db: Database, column: (typeof ORDERS)[RegisterSort][number]["column"], descending: boolean): SQL {
  const plain = db.t.registerRows[column];
  const comparable = db.engine === "postgres" && column === "nameKey" ? sql`${plain} COLLATE "C"` : sql`${plain}`;
  return descending ? sql`${comparable} DESC NULLS LAST` : sql`${comparable} ASC NULLS LAST`;
}

/** Before the orders are written: by supplier number, which is the order of first appearance. Cursor: supplier number. */
function unsorted(db: Database, generation: Generation): Ordered {
  const { registerRows } = db.t;
  const [first, last] = bulkRange(generation.no);
  return {
    async read(from, upwards, limit) {
      const at = Math.min(last, first + Math.max(0, from));
      if (!upwards && from < 0) return [];
      const rows = await db.q
        .select({ key: registerRows.key, supplierNo: registerRows.supplierNo })
        .from(registerRows)
        .where(upwards ? between(registerRows.key, at, last) : between(registerRows.key, first, at))
        .orderBy(upwards ? asc(registerRows.key) : desc(registerRows.key))
        .limit(limit);
      return rows.map(({ supplierNo }) => ({ rank: supplierNo, supplierNo }));
    },
    count: async () => ({ value: generation.suppliers, atLeast: false }),
  };
}
