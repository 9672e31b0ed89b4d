import type { Database, Scope } from "../../../../db/database";
import { openReadingsAt } from "../../../../db/queries/readings";
import type { RegisterLine } from "../../../../db/queries/register";
import { inForce, openReadings } from "../../../recruitment/readings";
import { readReading, type StoredAnswer } from "../../readings/stored-answers";
import { groupBy } from "../../../lib/group-by";
import { toldLines, type ToldList } from "../told-list.server";

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

/**
 * The answers of the workspace that stood at an instant, as a report may tell them, the oldest first of each number.
 * @param became the supplier that each merged one is in the list that is told of.
 */
export async function outsideAnswers(
  db: Database,
  scope: Scope,
  end: Date,
  { became }: Pick<ToldList, "became">,
): Promise<OutsideAnswer[]> {
  const stored = await openReadingsAt(db, scope, end);
  const read = stored.map((row) => ({ ...readReading(row), supplierNo: became.get(row.supplierNo) ?? row.supplierNo }));
  return asToldOutside(read);
}

/**
 * By the supplier's number: of each question the answer that counts, and none that is not known any more; a supplier without one has
 * no answer and is not among them. Pure.
 */
export const answersInForce = (given: readonly OutsideAnswer[]): ReadonlyMap<number, readonly OutsideAnswer[]> =>
  new Map(
    [...groupBy(given, ({ supplierNo }) => supplierNo)].flatMap(([no, of]) => {
      const counting = [...inForce(of).values()].filter(({ value }) => value !== null);
      return counting.length === 0 ? [] : [[no, counting] as const];
    }),
  );

/**
 * The answers in force at an instant about suppliers of a list, by their number, and the lines of these: of each question the
 * one that counts, and none that is not known any more. What is about no supplier of it is left out. Null: there is no list.
 */
export async function answersOfList(
  db: Database,
  scope: Scope,
  list: ToldList,
  end: Date,
): Promise<{
  readonly answers: ReadonlyMap<number, readonly OutsideAnswer[]>;
  readonly lines: readonly RegisterLine[];
} | null> {
  if (list.generation === null) return null;
  const all = answersInForce(await outsideAnswers(db, scope, end, list));
  const lines = await toldLines(db, scope, list, [...all.keys()]);
  return { answers: new Map(lines.map(({ supplierNo }) => [supplierNo, all.get(supplierNo)!])), lines };
}
