import type { Database, Scope } from "../../../../db/database";
import { mergesInForce, standingFor } from "../../../../db/queries/merges";
import { openReadingsInForce } from "../../../../db/queries/readings";
import { linesOf, type RegisterLine } from "../../../../db/queries/register";
import { openReadings } from "../../../recruitment/readings";
import { readReading, type StoredAnswer } from "../../readings/stored-answers";
import { groupBy } from "../../../lib/group-by";

export interface OutsideAnswer extends StoredAnswer {
  /** The supplier by the number it has by now, where it was merged. */
  readonly supplierNo: number;
}

/**
 * Answers as a report may tell them: of a protected one that was released the answer alone, recorded on the day of its release,
 * never from whom or when it came (`source` is ""); of one that was not, nothing. Pure.
 */
export const asToldOutside = <A extends StoredAnswer>(answers: readonly A[]): A[] =>
  openReadings(answers).map((one) => (one.isProtected ? { ...one, source: "" } : one));

/** The answers of the workspace that are not taken back, as a report may tell them, by supplier, the oldest first of each number. */
export async function outsideAnswers(db: Database, scope: Scope): Promise<OutsideAnswer[]> {
  const [stored, merges] = await Promise.all([openReadingsInForce(db, scope), mergesInForce(db, scope)]);
  const became = standingFor(merges);
  const read = stored.map((row) => ({ ...readReading(row), supplierNo: became.get(row.supplierNo) ?? row.supplierNo }));
  return asToldOutside(read);
}

/** The answers about suppliers of a generation, by their number, and the lines of these; what is about none of them is left out. */
export async function answersOfList(
  db: Database,
  scope: Scope,
  generation: number,
): Promise<{
  readonly answers: ReadonlyMap<number, readonly OutsideAnswer[]>;
  readonly lines: readonly RegisterLine[];
}> {
  const all = groupBy(await outsideAnswers(db, scope), ({ supplierNo }) => supplierNo);
  const lines = await linesOf(db, scope, generation, [...all.keys()]);
  return { answers: new Map(lines.map(({ supplierNo }) => [supplierNo, all.get(supplierNo)!])), lines };
}
