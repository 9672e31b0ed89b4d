/** Documents of a pack that are counted from its rows: they are counted again, and compared. */
import type { z } from "zod";
import { canonicalJson } from "../../db/canonical-json";
import { ChangeCount, Changes } from "./changes";
import type { Faults } from "./faults";
import { LATER_DOCUMENTS, LISTS, type Manifest } from "./format";
import { MeasureCount, Measures } from "./measures";
import { parsedAs, type ReadDocument } from "./read-files";

export class CountedParts {
  readonly #said: { readonly measures: Measures | null; readonly changes: Changes | null };
  readonly #measures = new MeasureCount();
  readonly #changes: ChangeCount;

  /** @param documents by their path; a pack from before the second edition has neither of the two. */
  constructor(
    private readonly manifest: Manifest,
    private readonly documents: ReadonlyMap<string, ReadDocument>,
    private readonly faults: Faults,
  ) {
    this.#said = {
      measures: this.#read(LATER_DOCUMENTS.measures, Measures),
      changes: this.#read(LATER_DOCUMENTS.changes, Changes),
    };
    this.#changes = new ChangeCount(this.#said.changes?.since?.headSeq ?? null);
  }

  #read<S extends z.ZodType>(path: string, schema: S): z.infer<S> | null {
    const found = this.documents.get(path);
    if (!found) return null;
    const value = parsedAs(schema, found.bytes);
    if (value === null) this.faults.add("file.shape", path);
    return value;
  }

  /** A row of any list of the pack. */
  row(list: string, value: unknown): void {
    this.#measures.row(list, value);
    if (list !== LISTS.events) return;
    const { seq, name } = (value ?? {}) as { readonly seq?: unknown; readonly name?: unknown };
    if (typeof seq === "number" && typeof name === "string") this.#changes.event(seq, name);
  }

  /** After all rows. @returns what is counted; null: the pack does not say it. */
  finish(): { readonly measures: Measures | null; readonly changes: Changes | null } {
    const { measures, changes } = this.#said;
    const counted = {
      measures: measures && this.#measures.measures(this.manifest.madeAt.slice(0, 10)),
      changes: changes && { ...changes, events: this.#changes.counted() },
    };
    if (measures && counted.measures) this.#compare(LATER_DOCUMENTS.measures, measures, counted.measures);
    if (changes && counted.changes) this.#compare(LATER_DOCUMENTS.changes, changes, counted.changes);
    return counted;
  }

  #compare(path: string, said: Measures | Changes, counted: Measures | Changes): void {
    const parts = new Map(Object.entries(counted));
    for (const [part, value] of Object.entries(said))
      if (canonicalJson(value) !== canonicalJson(parts.get(part)))
        this.faults.add("measures.differ", path, null, { part });
  }
}
