/**
 * Text search by reading the generation's rows: finds what the index of SQLite finds, in proportion to the size of the
 * list. PostgreSQL uses it until its own port (pg_trgm) exists.
 */
import type { Bulk, RegisterColumn } from "../bulk/bulk";
import { bulkParts, bulkRange } from "../keys";
import type { SearchIndex } from "./search";
import { holdsWords, searchText, searchWords } from "./search-text";

const COLUMNS: RegisterColumn[] = ["key", "name", "city", "supplierNumber", "registrationId"];

export const portableSearch = (bulk: Bulk): SearchIndex => ({
  build: async () => {},
  drop: async () => {},
  async find(generation, typed, limit) {
    const words = searchWords(typed);
    const found: number[] = [];
    if (words.length === 0) return found;
    for await (const rows of bulk.scan("registerRows", COLUMNS, bulkRange(generation)))
      for (const [key, ...texts] of rows) {
        const folded = texts.map((text) => (text === null ? "" : searchText(String(text)))).join(" ");
        if (holdsWords(folded, words)) found.push(bulkParts(Number(key)).n);
        if (found.length === limit) return found;
      }
    return found;
  },
});
