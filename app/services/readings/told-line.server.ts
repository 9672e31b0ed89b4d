import { eq } from "drizzle-orm";
import type { Database, Queries, Scope, Step } from "../../../db/database";
import { publishedGeneration } from "../../../db/queries/generations";
import { importOfGeneration } from "../../../db/queries/imports";
import { toldByList } from "../../../db/queries/readings";
import { findGeneration, findSupplier, type RegisterLine } from "../../../db/queries/register";
import { storedRow } from "../../../db/register-row";
import type { Engine, IsoDate } from "../../../risk-models/types";
import { Problem } from "../../lib/problem";
import type { Reading } from "../../recruitment/readings";
import { assessorFor, dayOf } from "../scoring/assessor.server";
import { rescoredRow } from "./rescored-line";

/** A supplier of the published list, with what the list itself told of it and what the list is judged with. */
export interface ToldLine {
  readonly line: RegisterLine;
  /** As `readingsText` writes it. */
  readonly listReadings: string | null;
  /** The line holds recorded answers, or did once. */
  readonly isTold: boolean;
  /** The day of the list. */
  readonly day: IsoDate;
  readonly engine: Engine;
}

/** @throws Problem `supplier.not-found` (404) when the list that is shown has no such supplier. */
export async function toldLine(db: Database, scope: Scope, supplierId: string): Promise<ToldLine> {
  const generation = await publishedGeneration(db, scope);
  const line = generation === null ? null : await findSupplier(db, scope, supplierId, generation);
  const source = generation === null ? null : await importOfGeneration(db, scope, generation);
  const made = generation === null ? null : await findGeneration(db, scope, generation);
  if (generation === null || !line || !source || !made)
    throw new Problem("supplier.not-found", "There is no such supplier in the list that is shown now.", {}, 404);
  const told = await toldByList(db, scope, generation, [line.supplierNo]);
  const isTold = told.has(line.supplierNo);
  const day = dayOf(source.createdAt);
  return {
    line,
    isTold,
    listReadings: isTold ? told.get(line.supplierNo)! : line.readings,
    day,
    engine: assessorFor(day, made.modelId).engine,
  };
}

/**
 * The writes that put these readings (all in force of the supplier) into the published line and score it again. The orders and
 * counts of the list follow when it is built again.
 */
export function lineWrites(
  db: Database,
  told: ToldLine,
  readings: readonly Reading[],
): (q: Queries) => readonly Step[] {
  const { id: _publicId, ...row } = told.line;
  const { registerRows, toldSuppliers } = db.t;
  const { key, ...stored } = storedRow(rescoredRow(row, told.listReadings, readings, told.engine, told.day));
  return (q) => [
    q.update(registerRows).set(stored).where(eq(registerRows.key, key)),
    ...(told.isTold
      ? []
      : [q.insert(toldSuppliers).values({ key, listReadings: told.listReadings }).onConflictDoNothing()]),
  ];
}
