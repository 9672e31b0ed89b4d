import { eq } from "drizzle-orm";
import type { AnyScope, Database, Queries, Scope, Step } from "../../../db/database";
import { nothingSince } from "../../../db/nothing-since";
import { lastSeq } from "../../../db/queries/audit";
import { toldByList } from "../../../db/queries/readings";
import type { RegisterLine } from "../../../db/queries/register";
import { storedRow } from "../../../db/register-row";
import type { Engine, IsoDate } from "../../../risk-models/types";
import type { Reading } from "../../recruitment/readings";
import { engineOfList } from "../scoring/kept-data.server";
import { shownSupplier } from "../suppliers/shown-supplier.server";
import { findingsOfLine, rescoredRow } from "./rescored-line";

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

/** A line of the list that is shown. */
export interface ShownLine extends ToldLine {
  /** The chain's last event before it was read. */
  readonly asOfEvent: number;
}

/** @throws Problem `supplier.not-found` (404) when the list that is shown has no such supplier. */
export async function toldLine(db: Database, scope: Scope, supplierId: string): Promise<ShownLine> {
  const asOfEvent = await lastSeq(db, scope);
  const { shown, line } = await shownSupplier(db, scope, supplierId);
  const { day, generation } = shown;
  const told = await toldByList(db, scope, generation.no, [line.supplierNo]);
  const isTold = told.has(line.supplierNo);
  return {
    asOfEvent,
    line,
    isTold,
    listReadings: isTold ? told.get(line.supplierNo)! : line.readings,
    day,
    engine: await engineOfList(db, day, generation),
  };
}

/**
 * The writes that put these readings (all in force of the supplier) and findings (all that stand; by default those in the
 * line) into a line, and score it again. The orders and counts of the list follow when it is built again.
 */
export function lineWrites(
  db: Database,
  told: ToldLine,
  readings: readonly Reading[],
  findings = findingsOfLine(told.line),
): (q: Queries) => readonly Step[] {
  const { id: _publicId, ...row } = told.line;
  const { registerRows, toldSuppliers } = db.t;
  const { key, ...stored } = storedRow(rescoredRow(row, told.listReadings, readings, findings, told.engine, told.day));
  return (q) => [
    q.update(registerRows).set(stored).where(eq(registerRows.key, key)),
    ...(told.isTold
      ? []
      : [q.insert(toldSuppliers).values({ key, listReadings: told.listReadings }).onConflictDoNothing()]),
  ];
}

/**
 * `lineWrites` for the list that is shown. Refused (StaleWriteError) when anything was decided or shown in the workspace since the
 * line was read, for another list may stand in its place: see `againWhenOvertaken`.
 */
export function shownLineWrites(
  db: Database,
  scope: AnyScope,
  told: ShownLine,
  readings: readonly Reading[],
  findings = findingsOfLine(told.line),
): (q: Queries) => readonly Step[] {
  const writes = lineWrites(db, told, readings, findings);
  return (q) => [nothingSince(db, q, scope, told.asOfEvent), ...writes(q)];
}
