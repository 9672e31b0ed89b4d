/** Text search on SQLite: an FTS5 trigram index, and a second one for one and two characters. */
import type BetterSqlite from "better-sqlite3";
import { bulkRange } from "../keys";
import { pause, whileBusy } from "../retry";
import type { SearchIndex } from "./search";
import { foldTexts, holdsWords, searchWords, shortTokens, trigrams } from "./search-text";
import { searchedTexts } from "./searched-texts";

const SLICE = 5000;
const GAP_MS = 12;

type TextRow = [key: number, name: string, details: Uint8Array];

const foldRow = ([, name, details]: TextRow): string => foldTexts(searchedTexts(name, details));

const quote = (piece: string): string => `"${piece.replaceAll('"', '""')}"`;

export function sqliteSearch(client: BetterSqlite.Database, role: "web" | "job" | "cli"): SearchIndex {
  const prepare = <T extends unknown[]>(text: string) => client.prepare<T>(text);
  const readSlice = prepare<[number, number, number]>(
    `SELECT "key", name, details FROM register_rows WHERE "key" > ? AND "key" <= ? ORDER BY "key" LIMIT ?`,
  ).raw();
  const readKeys = prepare<[string]>(
    `SELECT r."key", r.name, r.details FROM json_each(?) AS wanted CROSS JOIN register_rows AS r ON r."key" = wanted.value`,
  ).raw();
  const addLong = prepare<[number, string]>("INSERT INTO register_search (rowid, text) VALUES (?, ?)");
  const addShort = prepare<[number, string]>("INSERT INTO register_search_short (rowid, tokens) VALUES (?, ?)");
  const findLong = prepare<[string, number, number, number]>(
    "SELECT rowid FROM register_search WHERE register_search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?",
  ).pluck();
  const findShort = prepare<[string, number, number, number]>(
    "SELECT rowid FROM register_search_short WHERE register_search_short MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?",
  ).pluck();
  const indexed = prepare<[number, number, number]>(
    "SELECT id FROM register_search_docsize WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?",
  ).pluck();
  const removeLong = prepare<[number]>("DELETE FROM register_search WHERE rowid = ?");
  const removeShort = prepare<[number]>("DELETE FROM register_search_short WHERE rowid = ?");

  /** One slice in one immediate transaction, then a gap for others. */
  async function slice(work: () => void): Promise<void> {
    await whileBusy(() => {
      client.exec("BEGIN IMMEDIATE");
      try {
        work();
        client.exec("COMMIT");
      } catch (error) {
        if (client.inTransaction) client.exec("ROLLBACK");
        throw error;
      }
    });
    await pause(role === "job" ? GAP_MS : 0);
  }

  async function drop(generation: number): Promise<void> {
    const [first, last] = bulkRange(generation);
    for (;;) {
      const rowids = indexed.all(first, last, SLICE) as number[];
      if (rowids.length === 0) return;
      await slice(() => {
        for (const rowid of rowids) {
          removeLong.run(rowid);
          removeShort.run(rowid);
        }
      });
    }
  }

  return {
    drop,

    async build(generation) {
      await drop(generation);
      const [first, last] = bulkRange(generation);
      for (let after = first - 1; ;) {
        const rows = readSlice.all(after, last, SLICE) as TextRow[];
        const end = rows.at(-1);
        if (!end) return;
        const folded = rows.map(foldRow);
        await slice(() => {
          for (let i = 0; i < rows.length; i++) {
            addLong.run(rows[i]![0], folded[i]!);
            addShort.run(rows[i]![0], shortTokens(folded[i]!));
          }
        });
        if (rows.length < SLICE) return;
        after = end[0];
      }
    },

    async find(generation, typed, limit) {
      const words = searchWords(typed);
      if (words.length === 0) return { supplierNos: [], exact: true };
      const [first, last] = bulkRange(generation);
      const long = words.filter((word) => [...word].length >= 3);
      const search = long.length > 0 ? findLong : findShort;
      const pieces = long.length > 0 ? [...new Set(long.flatMap(trigrams))] : words;
      const match = pieces.map(quote).join(" AND ");
      if (long.length === 0 || long.length === words.length) {
        const keys = search.all(match, first, last, limit) as number[];
        // One piece a word says all there is to say about it; of several, the row must show that they stand together.
        const exact = words.every((word) => [...word].length <= 3);
        return { supplierNos: keys.map((key) => key - first), exact };
      }
      // Long and short words: the short ones are looked for in the rows that hold the long ones.
      const supplierNos: number[] = [];
      for (let from = first; supplierNos.length < limit;) {
        const keys = search.all(match, from, last, limit) as number[];
        for (const row of readKeys.all(JSON.stringify(keys)) as TextRow[])
          if (supplierNos.length < limit && holdsWords(foldRow(row), words)) supplierNos.push(row[0] - first);
        if (keys.length < limit) break;
        from = keys.at(-1)! + 1;
      }
      return { supplierNos, exact: true };
    },
  };
}
