/** Text search over the names, cities and numbers of a published generation. */
export interface SearchIndex {
  /** Reads the generation's register rows and indexes them in slices; safe to run again after a crash. */
  build(generation: number): Promise<void>;
  /** Removes the generation from the index, in slices. */
  drop(generation: number): Promise<void>;
  /**
   * Numbers of at most `limit` suppliers that contain every word of the text: anywhere in name, city or number for
   * words of three characters and more and for Han of any length, at the start of a word for shorter ones.
   * In the order of their supplier numbers. An empty text finds nothing.
   */
  find(generation: number, text: string, limit: number): Promise<number[]>;
}
