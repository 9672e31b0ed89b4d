/**
 * Numbers that carry two things, so that a bulk table needs one key and no index. All stay below 2^53, where a
 * JavaScript number is exact.
 */
const BULK = 2 ** 32;
const MAX_GENERATION = 2 ** 21;
/** What a position can count: the most suppliers one generation can have. */
const PAGES = 2 ** 24;
const SORTS = 8;

/** Key of line `n` (0 to 2^32 - 1) of a generation in a bulk table: `generation * 2^32 + n`. */
export function bulkKey(generation: number, n: number): number {
  if (!(n >= 0 && n < BULK) || !(generation > 0 && generation < MAX_GENERATION))
    throw new RangeError(`Line ${n} of generation ${generation} does not fit the key of a bulk table`);
  return generation * BULK + n;
}

/** First and last key a generation can have in a bulk table, both inclusive. */
export function bulkRange(generation: number): readonly [first: number, last: number] {
  return [generation * BULK, generation * BULK + (BULK - 1)];
}

/** The generation and the line number a bulk key stands for. */
export function bulkParts(key: number): { generation: number; n: number } {
  const generation = Math.floor(key / BULK);
  return { generation, n: key - generation * BULK };
}

/** Key of position `position` (0-based) in order number `sort` (place in REGISTER_SORTS) of a generation. */
export function pageSlot(generation: number, sort: number, position: number): number {
  if (!(position >= 0 && position < PAGES) || !(sort >= 0 && sort < SORTS))
    throw new RangeError(`Position ${position} of order ${sort} does not fit the key of a page`);
  return (generation * SORTS + sort) * PAGES + position;
}

/** First and last slot of one order, or of all orders, of a generation, both inclusive. */
export function pageRange(generation: number, sort?: number): readonly [first: number, last: number] {
  if (sort === undefined) return [generation * SORTS * PAGES, (generation + 1) * SORTS * PAGES - 1];
  const first = (generation * SORTS + sort) * PAGES;
  return [first, first + PAGES - 1];
}

/** Position of a slot in its order. */
export const pagePosition = (slot: number): number => slot % PAGES;
