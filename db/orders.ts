/** The suppliers of a generation in the order asked for: walked along a stored order, or few of them put in order in memory. */
import { and, asc, between, desc, inArray, or, sql } from "drizzle-orm";
import type { Placeholder, SQL, SQLWrapper } from "drizzle-orm";
import type { Database } from "./database";
import { matching } from "./facets";
import type { Facets, Matching, TraitFilter } from "./facets";
import { bulkKey, bulkParts, pagePosition, pageSlot } from "./keys";
import { BY_TRAITS, naturalDirection, ORDERS } from "./pages";
import { runPrepared } from "./prepared";
import { codeOf, REGISTER_SORTS } from "./schema/codes";
import type { RegisterSort } from "./schema/codes";
import { isLeftBy, withLinesThen, type InOrder } from "./orders-then";
import { foldTexts, holdsWords, searchWords } from "./search/search-text";
import { SEARCHED_TEXTS, searchedTexts, type SearchedText } from "./search/searched-texts";
import type { RegisterRow } from "./register-row";
import { isOneOf } from "./sql";
import { DIMENSIONS, hasTrait, traitNumber, type TraitValue } from "./traits";

/** A search stops here, says "10,000+", and puts these in order. */
export const COUNT_CAP = 10_000;

/** What the filters leave, in which order. */
export interface OrderedRequest {
  readonly generation: number;
  readonly facets: Facets;
  readonly sort: RegisterSort;
  readonly direction?: "asc" | "desc" | undefined;
  readonly filter: TraitFilter;
  /** Words to find. */
  readonly q?: string | undefined;
  /** These suppliers and no others. */
  readonly only?: readonly number[] | undefined;
  /** Up to this many that the filters leave are read and put in order; more are walked to. */
  readonly few: number;
  /** The list as it stood on a past day. */
  readonly linesThen?: LinesThen | undefined;
}

/** Those of the lines asked for by supplier number that were written again after a past day, as they stood then. */
export type LinesThen = (supplierNos: readonly number[]) => Promise<ReadonlyMap<number, RegisterRow>>;

/** A supplier and its place in the order asked for. */
export interface Ranked {
  readonly rank: number;
  readonly supplierNo: number;
}

/** Up to this many suppliers found by several pieces of a word are all read before they are counted. */
const READ_ALL = 1000;

export const holds = (row: Pick<RegisterRow, SearchedText>, words: readonly string[]): boolean =>
  holdsWords(foldTexts(SEARCHED_TEXTS.map((name) => row[name])), words);

/** How many there are; `atLeast` when a search stopped at 10,000. */
export interface Count {
  readonly value: number;
  readonly atLeast: boolean;
}

/** Something that can be paged by rank: rows from `from` (inclusive) upwards or downwards. */
export interface Ordered {
  read(from: number, upwards: boolean, limit: number): Promise<Ranked[]>;
  count(): Promise<Count>;
  /** Words that a row must hold to be shown, where not every row was read for them. */
  readonly unread?: readonly string[];
}

/** The suppliers asked for; null when there are none. */
export async function orderedList(
  db: Database,
  { generation, facets, sort, direction, filter, q, only, few, linesThen }: OrderedRequest,
): Promise<Ordered | null> {
  const reversed = (direction ?? naturalDirection(sort)) !== naturalDirection(sort);
  const left = matching(facets, filter);
  if (left.count === 0) return null;
  const inMemory = (supplierNos: readonly number[], words: readonly string[], atLeast: boolean) =>
    sortedInMemory(db, generation, { supplierNos, words, atLeast, linesThen }, sort, reversed, filter);

  if (only !== undefined)
    return inMemory(only.slice(0, COUNT_CAP), q === undefined ? [] : searchWords(q), only.length > COUNT_CAP);
  if (q !== undefined && q.trim() !== "") {
    const { supplierNos, exact } = await db.search.find(generation, q, COUNT_CAP + 1);
    const atLeast = supplierNos.length > COUNT_CAP;
    return inMemory(supplierNos.slice(0, COUNT_CAP), exact ? [] : searchWords(q), atLeast);
  }
  if (left.count <= Math.min(few, COUNT_CAP)) return inMemory(await readAlike(db, generation, left), [], false);
  return walked(db, generation, sort, reversed, filter, facets, left.count);
}

/** The suppliers in some ranges of the order by traits. */
async function readAlike(db: Database, generation: number, { ranges }: Matching): Promise<number[]> {
  const { registerPages } = db.t;
  const nos: number[] = [];
  for (const [first, last] of ranges) {
    const rows = await runPrepared(
      db,
      "alike",
      () =>
        db.q
          .select({ supplierNo: registerPages.supplierNo })
          .from(registerPages)
          .where(between(registerPages.slot, sql.placeholder("first"), sql.placeholder("last"))),
      { first: pageSlot(generation, BY_TRAITS, first), last: pageSlot(generation, BY_TRAITS, last) },
    );
    for (const { supplierNo } of rows) nos.push(supplierNo);
  }
  return nos;
}

/** The filter on wide rows, where its columns stand apart. */
function onRows(db: Database, filter: TraitFilter): (SQL | undefined)[] {
  const { registerRows: rows } = db.t;
  const anyOf = (column: SQLWrapper, values: readonly TraitValue[], code: (value: TraitValue) => string | number) => {
    const known = values.filter((value) => value !== "");
    return or(
      known.length > 0 ? inArray(column, known.map(code)) : undefined,
      known.length < values.length ? sql`${column} IS NULL` : undefined,
    );
  };
  const word = (value: TraitValue) => value;
  const { seat = [], division = [], role = [], level = [], band = [] } = filter;
  return [
    anyOf(rows.seat, seat, word),
    anyOf(sql`substr(${rows.isic}, 1, 2)`, division, word),
    anyOf(rows.role, role, (value) => traitNumber("role", value)),
    anyOf(rows.level, level, (value) => traitNumber("level", value)),
    anyOf(rows.band, band, (value) => traitNumber("band", value) - 1),
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
  filter: TraitFilter,
  facets: Facets,
  count: number,
): Ordered {
  const { registerPages } = db.t;
  const { total } = facets;
  const withValue = facets.withValue[sort];
  const order = codeOf(REGISTER_SORTS, sort);
  // In ranks: [0, withValue) runs against the stored order when reversed, [withValue, total) always with it.
  const parts = reversed
    ? [
        { from: 0, to: withValue, against: true },
        { from: withValue, to: total, against: false },
      ]
    : [{ from: 0, to: total, against: false }];

  const kept = DIMENSIONS.flatMap((dimension) => {
    const numbers = filter[dimension]?.map((value) => traitNumber(dimension, value)) ?? [];
    return numbers.length === 0 ? [] : [hasTrait(registerPages.traits, dimension, numbers)];
  });
  /** Places `lowest` to `highest` of the stored order. Without a filter the statement is always the same, so it is kept. */
  async function slice(lowest: number, highest: number, down: boolean, limit: number) {
    const [first, last] = [pageSlot(generation, order, lowest), pageSlot(generation, order, highest)];
    const select = (from: number | SQLWrapper, to: number | SQLWrapper, most: number | Placeholder) =>
      db.q
        .select({ slot: registerPages.slot, supplierNo: registerPages.supplierNo })
        .from(registerPages)
        .where(and(between(registerPages.slot, from, to), ...kept))
        .orderBy(down ? desc(registerPages.slot) : asc(registerPages.slot))
        .limit(most);
    if (kept.length > 0) return select(first, last, limit);
    const given = (name: string) => sql.placeholder(name);
    return runPrepared(
      db,
      down ? "page_down" : "page_up",
      () => select(given("first"), given("last"), given("limit")),
      { first, last, limit },
    );
  }

  async function read(from: number, upwards: boolean, limit: number): Promise<Ranked[]> {
    const found: Ranked[] = [];
    for (const part of upwards ? parts : parts.toReversed()) {
      const lowest = upwards ? Math.max(part.from, from) : part.from;
      const highest = (upwards ? part.to : Math.min(part.to, from + 1)) - 1;
      if (lowest > highest || found.length >= limit) continue;
      const ends = [lowest, highest].map((rank) => turned(rank, reversed, withValue));
      const rows = await slice(Math.min(...ends), Math.max(...ends), upwards === part.against, limit - found.length);
      for (const { slot, supplierNo } of rows)
        found.push({ rank: turned(pagePosition(slot), reversed, withValue), supplierNo });
    }
    return found;
  }

  return { read, count: async () => ({ value: count, atLeast: false }) };
}

/** Suppliers found by search, or few that the filters leave: at most COUNT_CAP, put in order for this request. */
async function sortedInMemory(
  db: Database,
  generation: number,
  found: {
    readonly supplierNos: readonly number[];
    readonly words: readonly string[];
    readonly atLeast: boolean;
    readonly linesThen?: LinesThen | undefined;
  },
  sort: RegisterSort,
  reversed: boolean,
  filter: TraitFilter,
): Promise<Ordered> {
  const { registerRows } = db.t;
  const keys = found.supplierNos.map((no) => bulkKey(generation, no));
  const order = ORDERS[sort];
  const value = registerRows[order[0]!.column];
  const columns = {
    key: registerRows.key,
    hasValue: sql<number>`case when ${value} is null then 0 else 1 end`.mapWith(Number),
    priority: registerRows.priority,
    score: registerRows.score,
    nameKey: registerRows.nameKey,
    spendMain: registerRows.spendMain,
  };
  const texts = { name: registerRows.name, details: registerRows.details };
  const matching = and(isOneOf(db.engine, registerRows.key, keys), ...onRows(db, filter));
  const terms = order.map(({ column, descending }) => inOrder(db, column, descending));
  let rows: InOrder[];
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
    rows = candidates.filter(({ name, details }) => holdsWords(foldTexts(searchedTexts(name, details)), found.words));
  }
  const then = await found.linesThen?.(found.supplierNos);
  if (then && then.size > 0)
    rows = withLinesThen(rows, then, sort, (row) => isLeftBy(filter, row) && (!readAll || holds(row, found.words)));
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
