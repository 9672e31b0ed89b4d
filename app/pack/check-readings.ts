/** Answers of a pack against the events that tell of them: none was changed, put in, or left out. */
import { z } from "zod";
import { canonicalJson } from "../../db/canonical-json";
import type { Faults } from "./faults";
import { LISTS } from "./format";
import { Merges } from "./merges";
import type { OpenEvent, ReadingRow } from "./rows";

const Recorded = z.looseObject({
  supplierId: z.string().optional(),
  readings: z.array(
    z.looseObject({
      id: z.string(),
      supplierNo: z.int(),
      what: z.string(),
      value: z.unknown(),
      proof: z.string(),
      validFrom: z.string(),
      source: z.string(),
      told: z.unknown().optional(),
    }),
  ),
});
const Undone = z.looseObject({ readingIds: z.array(z.string()) });

type Said = ReadingRow | z.infer<typeof Recorded>["readings"][number];
/** @param recordedBy in the event its actor. */
const saidOf = ({ what, value, proof, validFrom, source, told }: Said, recordedBy: string | null) =>
  canonicalJson({ what, value: value ?? null, proof, validFrom, source, told: told ?? null, recordedBy });

export class ReadingCheck {
  /** Told in confidence and released: no event of a pack can tell of them. */
  inConfidence = 0;
  readonly #packed = new Map<string, { readonly row: number; readonly supplier: number; readonly said: string }>();
  readonly #ids = new Set<string>();
  readonly #told = new Set<string>();
  /** Answers that stand with another supplier than the event says: a merge may be told of later. */
  readonly #moved: {
    readonly row: number;
    readonly pack: number;
    readonly said: number;
    readonly id: string | null;
  }[] = [];
  /** Public ids of suppliers with answers, by their number; null: the list has not shown it. */
  readonly #suppliers = new Map<number, string | null>();
  /** Of answers that no row has, the event that tells of them. */
  readonly #gone = new Map<string, { readonly row: number; readonly event: number }>();
  readonly #merges = new Merges();

  /** @param until answers are those in force by this instant; null: by the end of the trail. */
  constructor(
    private readonly faults: Faults,
    private readonly until: string | null = null,
  ) {}

  /** A supplier of the list. After the readings, before the events. */
  supplier(no: number, id: string): void {
    if (this.#suppliers.has(no)) this.#suppliers.set(no, id);
  }

  /** A reading of the pack. Before the events. */
  reading(row: number, reading: ReadingRow): void {
    if (this.#ids.has(reading.id)) return this.faults.add("row.order", LISTS.readings, row);
    this.#ids.add(reading.id);
    this.#suppliers.set(reading.supplier, null);
    if (reading.source === null && reading.recordedBy === null) this.inConfidence += 1;
    else this.#packed.set(reading.id, { row, supplier: reading.supplier, said: saidOf(reading, reading.recordedBy) });
  }

  /** An event whose contents are shown. */
  event(row: number, { seq, at, name, actor, contents }: OpenEvent): void {
    if (this.until !== null && at > this.until) return;
    // Answers of a supplier that was merged are of the one it became.
    if (name === "duplicate.decided") this.#merges.note(contents ?? {});
    if (name === "readings.undone") {
      const { data } = Undone.safeParse(contents);
      if (!data) return this.faults.add("row.shape", LISTS.events, row);
      for (const id of data.readingIds) this.#undo(id);
    }
    if (name !== "readings.recorded") return;
    const { data } = Recorded.safeParse(contents);
    if (!data) return this.faults.add("row.shape", LISTS.events, row);
    for (const one of data.readings) {
      const packed = this.#packed.get(one.id);
      if (!packed) {
        this.#gone.set(one.id, { row, event: seq });
        continue;
      }
      this.#told.add(one.id);
      const said = saidOf(one, actor);
      if (packed.supplier !== one.supplierNo)
        this.#moved.push({ row: packed.row, pack: packed.supplier, said: one.supplierNo, id: data.supplierId ?? null });
      if (packed.said !== said)
        this.faults.add("row.differs", LISTS.readings, packed.row, { part: one.what, pack: packed.said, said });
    }
  }

  /** Is the supplier of an answer the one that the supplier of its event became? */
  #isMerged(supplier: number, id: string | null): boolean {
    const became = this.#suppliers.get(supplier) ?? null;
    return became === null || id === null ? this.#merges.hasAny : this.#merges.leads(id, became);
  }

  #undo(id: string): void {
    this.#gone.delete(id);
    const packed = this.#packed.get(id);
    if (packed) this.faults.add("row.undone", LISTS.readings, packed.row);
  }

  /** After the last event. @param erased names of events whose contents were erased. */
  finish(erased: ReadonlySet<string>): void {
    if (!erased.has("duplicate.decided"))
      for (const { row, pack, said, id } of this.#moved)
        if (!this.#isMerged(pack, id))
          this.faults.add("row.differs", LISTS.readings, row, { part: "supplier", pack: String(pack), said: String(said) }); // prettier-ignore
    if (!erased.has("readings.undone"))
      for (const { row, event } of this.#gone.values())
        this.faults.add("trail.gone", LISTS.events, row, { event, path: LISTS.readings });
    if (erased.has("readings.recorded")) return;
    for (const [id, { row }] of this.#packed)
      if (!this.#told.has(id)) this.faults.add("trail.untold", LISTS.readings, row);
  }
}
