-- Text search over published generations; rowid = register_rows.key. Text is folded in code (db/search/search-text.ts).
CREATE VIRTUAL TABLE `register_search` USING fts5(`text`, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1');
--> statement-breakpoint
CREATE VIRTUAL TABLE `register_search_short` USING fts5(`tokens`, content='', contentless_delete=1, detail=none, tokenize='ascii');
