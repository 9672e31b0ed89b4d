/**
 * Mass reads and writes through the portable query builder: correct on every engine and slow (some 20,000 rows a second).
 * PostgreSQL uses it until its own port (COPY) exists.
 */
import { and, asc, between, gt, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { runStep } from "../chain";
import { columnsOf, type Columns } from "./details";
import type { Database } from "../database";
import { bulkRange, pageSlot } from "../keys";
import { traitsOf } from "../traits";
import type { Bulk, BulkTable, BulkWriter, Cell } from "./bulk";

const ROWS_PER_INSERT = 200;

class PortableWriter implements BulkWriter {
  written = 0;
  rows: Record<string, Cell>[] = [];

  constructor(
    readonly table: BulkTable,
    readonly columns: readonly string[],
    readonly batchRows: number,
    readonly same: Readonly<Record<string, number>>,
  ) {
    this.#stored = columnsOf(table, columns);
  }
  readonly #stored: Columns;

  get pending(): number {
    return this.rows.length;
  }

  add(values: readonly Cell[]): boolean {
    if (values.length !== this.columns.length)
      throw new RangeError(`A row of ${values.length} values was added to a writer of ${this.columns.length} columns`);
    const cells = this.#stored.pack(values);
    const row = Object.fromEntries(this.#stored.stored.map((column, i) => [column, cells[i]!]));
    this.rows.push({ ...this.same, ...row });
    return this.rows.length >= this.batchRows;
  }
}

export function portableBulk(db: Pick<Database, "q" | "t" | "transact">): Bulk {
  return {
    // Rows are written where they belong, in any order.
    settle: async () => {},

    writer: (table, columns, { batchRows = 10_000, same = {} } = {}) =>
      new PortableWriter(table, columns, batchRows, same),

    async flush(writers, { before, after } = {}) {
      const own = writers.filter((writer): writer is PortableWriter => writer instanceof PortableWriter);
      if (own.length !== writers.length) throw new TypeError("flush takes writers of this database only");
      await db.transact(function* (q) {
        for (const step of before?.(q) ?? []) yield* runStep(step);
        for (const { table, rows } of own)
          for (let at = 0; at < rows.length; at += ROWS_PER_INSERT)
            yield q.insert(db.t[table]).values(rows.slice(at, at + ROWS_PER_INSERT) as never);
        for (const step of after?.(q) ?? []) yield* runStep(step);
      });
      for (const writer of own) {
        writer.written += writer.rows.length;
        writer.rows = [];
      }
    },

    async lastSupplierNo() {
      const { suppliers } = db.t;
      const [found] = await db.q.select({ no: sql<number | null>`max(${suppliers.no})` }).from(suppliers);
      return Number(found?.no ?? 0);
    },

    async *scan(tableName, columns, [first, last], chunk = 5000) {
      const table = db.t[tableName];
      const { stored, unpack } = columnsOf(tableName, columns);
      for (let after = first - 1; ;) {
        const found = (await db.q
          .select()
          .from(table)
          .where(and(gt(table.key, after), lte(table.key, last)))
          .orderBy(asc(table.key))
          .limit(chunk)) as Record<string, Cell>[];
        if (found.length > 0) yield found.map((row) => unpack(stored.map((column) => row[column]!)));
        if (found.length < chunk) return;
        after = Number(found.at(-1)!.key);
      }
    },

    async writeOrder(generation, sort, order) {
      const { registerRows: r } = db.t;
      const terms = (order === "traits" ? [] : order).map(({ column, descending, ranks }) => {
        const cases = ranks?.map(
          (codes, rank) => sql`WHEN ${inArray(r[column], [...codes])} THEN ${sql.raw(String(rank))}`,
        );
        const comparable = cases
          ? sql`CASE ${sql.join(cases, sql` `)} END`
          : column === "nameKey"
            ? sql`${r[column]} COLLATE "C"`
            : sql`${r[column]}`;
        return descending ? sql`${comparable} DESC NULLS LAST` : sql`${comparable} ASC NULLS LAST`;
      });
      const found = await db.q
        .select({ supplierNo: r.supplierNo, level: r.level, band: r.band, seat: r.seat, role: r.role, isic: r.isic })
        .from(r)
        .where(between(r.key, ...bulkRange(generation)))
        .orderBy(...terms);
      const packed = found.map((row) => ({ supplierNo: row.supplierNo, traits: traitsOf(row) }));
      if (order === "traits") packed.sort((a, b) => a.traits - b.traits);
      const lines = packed.map((row, position) => ({ slot: pageSlot(generation, sort, position), ...row }));
      for (let at = 0; at < lines.length; at += 10_000)
        await db.transact(function* (q) {
          for (let from = at; from < Math.min(lines.length, at + 10_000); from += 1000)
            yield q.insert(db.t.registerPages).values(lines.slice(from, Math.min(from + 1000, at + 10_000)));
        });
    },

    async *sourcesBySupplier([first, last]) {
      const { sourceRows } = db.t;
      const found = await db.q
        .select({ supplierKey: sourceRows.supplierKey, key: sourceRows.key })
        .from(sourceRows)
        .where(and(between(sourceRows.key, first, last), isNotNull(sourceRows.supplierKey)))
        .orderBy(asc(sourceRows.supplierKey), asc(sourceRows.key));
      yield found.map(({ supplierKey, key }) => [supplierKey!, key] as const);
    },
  };
}
