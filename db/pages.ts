/**
 * The orders of a published generation, written after publish: line `position` of order `sort` is one narrow row whose
 * key says both, so a page is a range of a key and a million suppliers turn over as fast as fifty.
 */
import { and, between, eq, inArray } from "drizzle-orm";
import type { RegisterColumn } from "./bulk/bulk";
import type { Database } from "./database";
import { bulkRange, pageRange, pageSlot } from "./keys";
import { pause } from "./retry";
import { BAND_CODES, LEVEL_CODES, REGISTER_SORTS, wordOf } from "./schema/codes";
import type { RegisterSort } from "./schema/codes";

/** Place of the list of rare values among the orders of `pageSlot`. */
export const FACETS = REGISTER_SORTS.length;

/** A value that at most this many suppliers have is listed by itself; of a more frequent one the next page is near. */
export const RARE = 5000;

export interface OrderBy {
  readonly column: RegisterColumn;
  readonly descending: boolean;
}

/** Each order in its natural direction; rows without a value stand last in both directions. */
export const ORDERS: Readonly<Record<RegisterSort, readonly OrderBy[]>> = {
  priority: [
    { column: "priority", descending: true },
    { column: "score", descending: true },
    { column: "key", descending: false },
  ],
  score: [
    { column: "score", descending: true },
    { column: "key", descending: false },
  ],
  name: [
    { column: "nameKey", descending: false },
    { column: "key", descending: false },
  ],
  spend: [
    { column: "spendMain", descending: true },
    { column: "key", descending: false },
  ],
};

/** Direction the stored order has. */
export const naturalDirection = (sort: RegisterSort): "asc" | "desc" => (ORDERS[sort][0]?.descending ? "desc" : "asc");

const SLICE = 5000;

/** Removes a generation's pages, in slices. */
export async function dropPages(db: Database, generation: number): Promise<void> {
  const { registerPages, summaryCounts } = db.t;
  await deleteSlices(db, registerPages, registerPages.slot, pageRange(generation));
  await db.transact(function* (q) {
    yield q.delete(summaryCounts).where(placesOf(db, generation));
  });
}

const placesOf = ({ t: { summaryCounts } }: Database, generation: number) =>
  and(eq(summaryCounts.generation, generation), inArray(summaryCounts.kind, ["known", "facet"]));

/**
 * Writes the pages of a generation whose register rows are complete, then marks it `pagesReady`. Run by the job process
 * after publish; safe to run again after a crash. `rareLimit`: how many suppliers may have a value that counts as rare.
 */
export async function buildPages(db: Database, generation: number, rareLimit = RARE): Promise<void> {
  await dropPages(db, generation);
  const pages = db.bulk.writer("registerPages", ["slot", "supplierNo", "level", "band", "seat"]);
  const counts = db.bulk.writer("summaryCounts", ["generation", "kind", "key", "count"]);
  const rare = new Map<string, { level: number; band: number | null; seat: string | null; supplierNo: number }[] | "frequent">();

  for (const [sort, name] of REGISTER_SORTS.entries()) {
    const order = ORDERS[name];
    const columns: RegisterColumn[] = ["supplierNo", "level", "band", "seat", order[0]!.column];
    let position = 0;
    let known = 0;
    for await (const rows of db.bulk.sorted(columns, bulkRange(generation), order)) {
      for (const [supplierNo, level, band, seat, value] of rows as [number, number, number | null, string | null, unknown][]) {
        if (value !== null) known++;
        if (sort === 0)
          for (const facet of facetsOf(level, band, seat)) {
            const list = rare.get(facet);
            if (list === undefined) rare.set(facet, [{ supplierNo, level, band, seat }]);
            else if (list !== "frequent" && list.push({ supplierNo, level, band, seat }) > rareLimit) rare.set(facet, "frequent");
          }
        if (pages.add([pageSlot(generation, sort, position++), supplierNo, level, band, seat])) await db.bulk.flush([pages]);
      }
    }
    counts.add([generation, "known", name, known]);
    if (sort === 0) counts.add([generation, "known", "", position]);
  }

  let position = 0;
  for (const [facet, list] of [...rare].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (list === "frequent") continue;
    counts.add([generation, "facet", facet, list.length]);
    for (const { supplierNo, level, band, seat } of list)
      if (pages.add([pageSlot(generation, FACETS, position++), supplierNo, level, band, seat])) await db.bulk.flush([pages]);
  }

  const { generations } = db.t;
  await db.bulk.flush([pages, counts], {
    after: (q) => [{ write: q.update(generations).set({ pagesReady: true }).where(eq(generations.no, generation)), rows: 1 }],
  });
}

/** Writes the search index of a generation, then marks it `searchReady`. */
export async function buildSearch(db: Database, generation: number): Promise<void> {
  const { generations } = db.t;
  await db.search.build(generation);
  await db.commitPlain((q) => [
    { write: q.update(generations).set({ searchReady: true }).where(eq(generations.no, generation)), rows: 1 },
  ]);
}

/** Names of the values a row can be filtered by, as they stand in `summary_counts` under `facet`. */
function facetsOf(level: number, band: number | null, seat: string | null): string[] {
  return [`level:${wordOf(LEVEL_CODES, level)}`, `band:${wordOf(BAND_CODES, band) ?? ""}`, `seat:${seat ?? ""}`];
}

/** Deletes the rows of a key range a few thousand at a time, so that no one waits long for the write lock. */
export async function deleteSlices(
  db: Database,
  table: Database["t"]["registerPages" | "registerRows" | "sourceRows" | "rowIssues"],
  key: Database["t"]["registerPages"]["slot"] | Database["t"]["registerRows" | "sourceRows" | "rowIssues"]["key"],
  [first, last]: readonly [first: number, last: number],
): Promise<number> {
  for (let removed = 0; ; ) {
    const changes = await db.transact(function* (q) {
      const slice = q.select({ key }).from(table).where(between(key, first, last)).orderBy(key).limit(SLICE);
      return (yield q.delete(table).where(inArray(key, slice))).changes;
    });
    removed += changes;
    if (changes < SLICE) return removed;
    await pause(12);
  }
}
