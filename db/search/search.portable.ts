/**
 * Text search by reading the generation's rows: finds what the index of SQLite finds, in proportion to the size of the
 * list. PostgreSQL uses it until its own port (pg_trgm) exists.
 */
import type { Bulk, RegisterColumn } from "../bulk/bulk";
import { bulkParts, bulkRange } from "../keys";
import type { SearchIndex } from "./search";
import { foldTexts, holdsWords, searchWords } from "./search-text";
import { SEARCHED_TEXTS } from "./searched-texts";

const COLUMNS: RegisterColumn[] = ["key", ...SEARCHED_TEXTS];

export const portableSearch = (bulk: Bulk): SearchIndex => ({
  build: async () => {},
  drop: async () => {},
  async find(generation, typed, limit) {
    const words = searchWords(typed);
    const supplierNos: number[] = [];
    if (words.length > 0)
      for await (const rows of bulk.scan("registerRows", COLUMNS, bulkRange(generation)))
        for (const [key, ...texts] of rows)
          if (supplierNos.length < limit && holdsWords(foldTexts(texts as (string | null)[]), words))
            supplierNos.push(bulkParts(Number(key)).n);
    return { supplierNos, exact: true };
  },
});
