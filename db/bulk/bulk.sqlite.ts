/** Mass reads and writes on SQLite: prepared statements of several rows each, short immediate transactions. */
import BetterSqlite from "better-sqlite3";
import { getTableName } from "drizzle-orm";
import type { Queries, Script } from "../database";
import { bulkRange, pageSlot } from "../keys";
import { pause, whileBusy } from "../retry";
import { sqliteTables } from "../schema/sqlite";
import { runScriptNow } from "../script.sqlite";
import { runStep } from "../chain";
import { TRAITS_SQLITE } from "../traits";
import type { Bulk, Cell } from "./bulk";
import { columnsOf } from "./details";
import { columnName, SqliteWriter } from "./writer.sqlite";

const ORDER_SLICE = 50_000;
const READ_CHUNK = 5000;
/** A flush that follows the last one this soon is part of a burst: others get a gap longer than their pause, this often. */
const BURST_MS = 20;
const GAP_MS = 12;
const GAP_EVERY_MS = 50;

export function sqliteBulk(
  client: BetterSqlite.Database,
  q: Queries,
  { file, role }: { readonly file: string; readonly role: "web" | "job" | "cli" },
): Bulk & { close(): void } {
  let lastFlush = -Infinity;
  let lastGap = -Infinity;
  let reader: BetterSqlite.Database | null = null;

  /** One transaction (or one statement) of a burst of them: others get a gap before the next. */
  async function inTurn(write: () => unknown): Promise<void> {
    const now = performance.now();
    if (now - lastFlush >= BURST_MS) lastGap = now;
    else if (role === "job" && now - lastGap >= GAP_EVERY_MS) {
      await pause(GAP_MS);
      lastGap = performance.now();
    }
    await whileBusy(write);
    lastFlush = performance.now();
    // Heartbeats, cancels and signals get their turn.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }

  return {
    writer: (table, columns, options = {}) => new SqliteWriter(client, table, columns, options),

    async flush(writers, { before, after } = {}) {
      const own = writers.filter((writer): writer is SqliteWriter => writer instanceof SqliteWriter);
      if (own.length !== writers.length) throw new TypeError("flush takes writers of this database only");
      const script: Script<void> = function* (queries) {
        for (const step of before?.(queries) ?? []) yield* runStep(step);
        for (const writer of own) writer.insert();
        for (const step of after?.(queries) ?? []) yield* runStep(step);
      };
      for (const writer of own) writer.prepare();
      await inTurn(() => runScriptNow(client, q, script));
      for (const writer of own) writer.wrote();
    },

    async settle(writer) {
      if (!(writer instanceof SqliteWriter)) throw new TypeError("settle takes a writer of this database only");
      if (writer.pending > 0) throw new Error(`${writer.pending} rows were not flushed before settle`);
      for (const slice of writer.slicesInOrder()) await inTurn(slice);
    },

    async lastSupplierNo() {
      return (client.prepare("SELECT max(no) FROM suppliers").pluck().get() as number | null) ?? 0;
    },

    async *scan(table, columns, [first, last], chunk = 5000) {
      const { stored, unpack } = columnsOf(table, columns);
      const names = stored.map((column) => columnName(table, column)).join(", ");
      const read = client
        .prepare(
          `SELECT ${names}, "key" FROM "${getTableName(sqliteTables[table])}" WHERE "key" > ? AND "key" <= ? ORDER BY "key" LIMIT ?`,
        )
        .raw();
      for (let after = first - 1; ;) {
        const rows = read.all(after, last, chunk) as Cell[][];
        const end = rows.at(-1)?.at(-1);
        for (const row of rows) row.length = stored.length;
        if (rows.length > 0) yield rows.map(unpack);
        if (rows.length < chunk) return;
        after = end as number;
      }
    },

    async writeOrder(generation, sort, order) {
      const [first, last] = bulkRange(generation);
      const by = (order === "traits" ? [] : order).map(({ column, descending, ranks }) => {
        const name = columnName("registerRows", column);
        const cases = ranks?.map((codes, rank) => `WHEN ${name} IN (${codes.map(Number).join(", ")}) THEN ${rank}`);
        return `${cases ? `CASE ${cases.join(" ")} END` : name} ${descending ? "DESC" : "ASC"} NULLS LAST`;
      });
      if (order === "traits") by.push("traits");
      // Sorted into a table of this connection's own, which locks nobody; then copied in slices.
      client.exec("DROP TABLE IF EXISTS temp.page_order");
      client
        .prepare(
          `CREATE TEMP TABLE page_order AS SELECT supplier_no, ${TRAITS_SQLITE} AS traits FROM register_rows
           WHERE "key" BETWEEN ${first} AND ${last} ORDER BY ${by.join(", ")}`,
        )
        .run();
      const total = client.prepare("SELECT max(rowid) FROM temp.page_order").pluck().get() as number | null;
      const copy = client.prepare(
        `INSERT INTO register_pages (slot, supplier_no, traits)
         SELECT ? + rowid, supplier_no, traits FROM temp.page_order WHERE rowid > ? AND rowid <= ?`,
      );
      for (let at = 0; at < (total ?? 0); at += ORDER_SLICE)
        await inTurn(() => copy.run(pageSlot(generation, sort, at) - at - 1, at, at + ORDER_SLICE));
      client.exec("DROP TABLE temp.page_order");
    },

    async *sourcesBySupplier([first, last]) {
      const text = `SELECT supplier_key, "key" FROM source_rows WHERE "key" BETWEEN ? AND ? AND supplier_key IS NOT NULL ORDER BY 1, 2`;
      if (role === "cli" || file === ":memory:" || file === "") {
        yield client.prepare(text).raw().all(first, last) as [number, number][];
        return;
      }
      // A connection of its own: the writing one could not write while a statement of it stays open.
      reader ??= new BetterSqlite(file, { readonly: true, timeout: 10_000 });
      let rows: [number, number][] = [];
      for (const row of reader.prepare(text).raw().iterate(first, last) as IterableIterator<[number, number]>) {
        rows.push(row);
        if (rows.length < READ_CHUNK) continue;
        yield rows;
        rows = [];
      }
      if (rows.length > 0) yield rows;
    },

    close() {
      reader?.close();
      reader = null;
    },
  };
}
