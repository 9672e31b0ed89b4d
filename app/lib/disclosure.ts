/**
 * What of a record may leave the workspace. Pure, and blind to what is protected: such records are never given to it.
 * The law of it: nothing of a record whose class is above the one chosen stands in what comes out.
 */
import { ACCESS_CLASSES, type AccessClass } from "../../db/schema/findings";

/** A record as it is disclosed: every cell is content but its kind and its class. */
export interface DisclosedRecord {
  readonly kind: "finding" | "step" | "document";
  /** Null: nothing tells any more which class it had that day; it is left out of every file, which says so at its place. */
  readonly accessClass: AccessClass | null;
  readonly cells: readonly string[];
}

/** The class an address asks for; the most open where it names none. */
export const askedClass = (given: string | null): AccessClass =>
  ACCESS_CLASSES.find((one) => one === given) ?? "public";

export const isLeftOut = ({ accessClass }: Pick<DisclosedRecord, "accessClass">, upTo: AccessClass): boolean =>
  accessClass === null || ACCESS_CLASSES.indexOf(accessClass) > ACCESS_CLASSES.indexOf(upTo);

/**
 * The rows of the file: kind, class, then the cells, or at each of them that it was left out and for which class.
 * @param mark what stands where a cell was left out, by the class; null: that it is not known any more.
 */
export const disclosedRows = (
  records: readonly DisclosedRecord[],
  upTo: AccessClass,
  mark: (accessClass: AccessClass | null) => string,
): string[][] =>
  records.map((record) => [
    record.kind,
    record.accessClass ?? "",
    ...record.cells.map((cell) => (isLeftOut(record, upTo) ? mark(record.accessClass) : cell)),
  ]);
