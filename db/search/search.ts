/** Text search over the names, cities and numbers of a published generation. */
export interface Found {
  /** In their own order. */
  readonly supplierNos: number[];
  /**
   * False when a few of them may hold the pieces of a word without holding the word: whoever reads their rows checks with
   * `holdsWords(foldTexts(…), searchWords(typed))`.
   */
  readonly exact: boolean;
}

export interface SearchIndex {
  /** Reads the generation's register rows and indexes them in slices; safe to run again after a crash. */
  build(generation: number): Promise<void>;
  /** Removes the generation from the index, in slices. */
  drop(generation: number): Promise<void>;
  /**
   * At most `limit` suppliers that contain every word of the text: anywhere in name, city or number for words of three
   * characters and more and for Han of any length, at the start of a word for shorter ones. An empty text finds nothing.
   */
  find(generation: number, typed: string, limit: number): Promise<Found>;
}
