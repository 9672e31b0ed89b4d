/**
 * The orders of a published generation, written after publish: line `position` of order `sort` is one narrow row whose
 * key says both, so a page is a range of a key and a million suppliers turn over as fast as fifty.
 */
import { and, between, eq, inArray, sql } from "drizzle-orm";
import type { OrderBy } from "./bulk/bulk";
import type { Database } from "./database";
import { bulkParts, bulkRange, pageRange } from "./keys";
import { pause } from "./retry";
import { codeOf, LEVEL_CODES, REGISTER_SORTS, ROLE_CODES } from "./schema/codes";
import type { RegisterSort } from "./schema/codes";
import { LIKELIHOODS, SEVERITIES } from "../risk-models/types";

/** Place of the order by traits among the orders of `pageSlot`: suppliers that are filtered alike stand together there. */
export const BY_TRAITS = REGISTER_SORTS.length;

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

/** Place of the order in which a plan chooses, behind all the orders of the table and the list of rare values. */
export const PLAN_ORDER = 7;

const codesOf = <T extends string>(codes: readonly T[], ...groups: readonly (readonly T[])[]) =>
  groups.map((words) => words.map((word) => codeOf(codes, word)));

/**
 * Who comes first in a plan: who sells; who has a score; severity, where unknown is read as serious; likelihood; score; range.
 * Amounts are not in it. Within what is equal the order is that of the supplier numbers, and a plan draws lots.
 */
const BY_TURN: readonly OrderBy[] = [
  {
    column: "role",
    descending: false,
    ranks: codesOf(
      ROLE_CODES,
      ROLE_CODES.filter((role) => role !== "not-a-seller"),
    ),
  },
  { column: "level", descending: false, ranks: codesOf(LEVEL_CODES, ["indicative", "assessed"], ["listed", "placed"]) },
  {
    column: "severity",
    descending: false,
    ranks: codesOf(SEVERITIES, ["critical"], ["severe"], ["serious", "unknown"], ["moderate"]),
  },
  {
    column: "likelihood",
    descending: false,
    ranks: codesOf(LIKELIHOODS, ["very-likely"], ["likely"], ["possible"], ["less-likely"]),
  },
  { column: "score", descending: true },
  { column: "rangeHigh", descending: true },
  { column: "rangeLow", descending: true },
  { column: "level", descending: true },
  { column: "key", descending: false },
];

/** Direction the stored order has. */
export const naturalDirection = (sort: RegisterSort): "asc" | "desc" => (ORDERS[sort][0]?.descending ? "desc" : "asc");

const SLICE = 5000;

/** Removes a generation's pages, in slices. */
export async function dropPages(db: Database, generation: number): Promise<void> {
  const { registerPages, sourceLists, summaryCounts } = db.t;
  await deleteSlices(db, registerPages, registerPages.slot, pageRange(generation));
  await deleteSlices(db, sourceLists, sourceLists.supplierKey, bulkRange(generation));
  await db.transact(function* (q) {
    yield q.delete(summaryCounts).where(placesOf(db, generation));
  });
}

const placesOf = ({ t: { summaryCounts } }: Database, generation: number) =>
  and(eq(summaryCounts.generation, generation), inArray(summaryCounts.kind, ["known", "facet", "traits"]));

/**
 * Writes the pages of a generation whose register rows are complete, then marks it `pagesReady`. Run by the job process
 * after publish; safe to run again after a crash.
 */
export async function buildPages(db: Database, generation: number): Promise<void> {
  await dropPages(db, generation);
  await listSources(db, generation);
  const { registerPages, registerRows } = db.t;
  const counts = db.bulk.writer("summaryCounts", ["generation", "kind", "key", "count"]);
  for (const [sort, name] of REGISTER_SORTS.entries()) await db.bulk.writeOrder(generation, sort, ORDERS[name]);
  await db.bulk.writeOrder(generation, PLAN_ORDER, BY_TURN);
  const [known] = await db.q
    .select({
      total: sql<number>`count(*)`.mapWith(Number),
      score: sql<number>`count(${registerRows.score})`.mapWith(Number),
      spend: sql<number>`count(${registerRows.spendMain})`.mapWith(Number),
    })
    .from(registerRows)
    .where(between(registerRows.key, ...bulkRange(generation)));
  const { total, score, spend } = known!;
  const withValue: Record<RegisterSort | "", number> = { "": total, priority: total, name: total, score, spend };
  for (const [name, count] of Object.entries(withValue)) counts.add([generation, "known", name, count]);

  await db.bulk.writeOrder(generation, BY_TRAITS, "traits");
  const alike = await db.q
    .select({ traits: registerPages.traits, count: sql<number>`count(*)`.mapWith(Number) })
    .from(registerPages)
    .where(between(registerPages.slot, ...pageRange(generation, BY_TRAITS)))
    .groupBy(registerPages.traits);
  for (const { traits, count } of alike) counts.add([generation, "traits", String(traits), count]);

  const { generations } = db.t;
  await db.bulk.flush([counts], {
    after: (q) => [
      { write: q.update(generations).set({ pagesReady: true }).where(eq(generations.no, generation)), rows: 1 },
    ],
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

/** Records of one part of a source list. */
export const SOURCES_PER_LIST = 500;

/** Writes down which source rows each supplier has. */
async function listSources(db: Database, generation: number): Promise<void> {
  const writer = db.bulk.writer("sourceLists", ["supplierKey", "part", "records"]);
  let supplier = -1;
  let part = 0;
  let records: number[] = [];
  const write = (): boolean => records.length > 0 && writer.add([supplier, part, records.join(" ")]);
  for await (const rows of db.bulk.sourcesBySupplier(bulkRange(generation))) {
    for (const [supplierKey, key] of rows) {
      if (supplierKey !== supplier || records.length === SOURCES_PER_LIST) {
        const full = write();
        part = supplierKey === supplier ? part + 1 : 0;
        supplier = supplierKey;
        records = [];
        if (full) await db.bulk.flush([writer]);
      }
      records.push(bulkParts(key).n);
    }
  }
  write();
  await db.bulk.flush([writer]);
}

/** Deletes the rows of a key range a few thousand at a time, so that no one waits long for the write lock. */
export async function deleteSlices(
  db: Database,
  table: Database["t"][
    | "registerPages"
    | "registerRows"
    | "sourceRows"
    | "sourceLists"
    | "rowIssues"
    | "decidedSuppliers"
    | "toldSuppliers"],
  key:
    | Database["t"]["registerPages"]["slot"]
    | Database["t"]["sourceLists"]["supplierKey"]
    | Database["t"]["registerRows" | "sourceRows" | "rowIssues" | "decidedSuppliers" | "toldSuppliers"]["key"],
  [first, last]: readonly [first: number, last: number],
): Promise<number> {
  for (let removed = 0; ;) {
    const changes = await db.transact(function* (q) {
      const slice = q
        .select({ key })
        .from(table)
        .where(between(key, first, last))
        .orderBy(key)
        .limit(SLICE);
      return (yield q.delete(table).where(inArray(key, slice))).changes;
    });
    removed += changes;
    if (changes < SLICE) return removed;
    await pause(12);
  }
}
