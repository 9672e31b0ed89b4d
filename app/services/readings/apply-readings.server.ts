import { createHash } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { AnyScope, Database } from "../../../db/database";
import { bulkKey } from "../../../db/keys";
import { openReadingsInForce, type StoredReading } from "../../../db/queries/readings";
import { registerRow } from "../../../db/register-row";
import type { SummaryTally } from "../../../db/summary/tally";
import type { Engine, IsoDate } from "../../../risk-models/types";
import { REGISTER_COLUMNS, type RegisterCell } from "../scoring/register-line";
import { tallyLine } from "../imports/merged-rows.server";
import { putReadings } from "./rescored-line";
import { readReading } from "./stored-answers";

const KEYS_AT_A_TIME = 500;

interface BuiltList {
  readonly workspaceNo: number;
  readonly generation: number;
  readonly engine: Engine;
  /** The day of the list. */
  readonly day: IsoDate;
  readonly tally: SummaryTally;
}

/**
 * Puts what people recorded into the lines of a list that is being built, after all its rows are written: suppliers keep their
 * numbers from list to list, so only the lines of suppliers with readings are looked at, and none where the workspace has none.
 * @returns the mark of what was put in, see `readingsMark`.
 */
export async function applyReadings(db: Database, list: BuiltList): Promise<string> {
  const readings = await openReadingsInForce(db, list);
  const bySupplier = bySupplierNo(readings);
  const nos = [...bySupplier.keys()];
  const lines = db.bulk.writer("registerRows", REGISTER_COLUMNS);
  const told = db.bulk.writer("toldSuppliers", ["key", "listReadings"]);
  const { registerRows } = db.t;
  for (let at = 0; at < nos.length; at += KEYS_AT_A_TIME) {
    const keys = nos.slice(at, at + KEYS_AT_A_TIME).map((no) => bulkKey(list.generation, no));
    const stored = await db.q.select().from(registerRows).where(inArray(registerRows.key, keys));
    for (const found of stored) {
      const row = registerRow(found);
      const line: RegisterCell[] = REGISTER_COLUMNS.map((name) => row[name]);
      tallyLine(list.tally, line, -1);
      putReadings(line, row.readings, bySupplier.get(row.supplierNo)!.map(readReading), list.engine, list.day);
      tallyLine(list.tally, line, 1);
      lines.add(line);
      told.add([row.key, row.readings]);
    }
    const written = stored.map(({ key }) => key);
    await db.bulk.flush([lines, told], {
      before: (q) => [q.delete(registerRows).where(inArray(registerRows.key, written))],
    });
  }
  return markOf(readings);
}

function bySupplierNo(readings: readonly StoredReading[]): Map<number, StoredReading[]> {
  const found = new Map<number, StoredReading[]>();
  for (const one of readings) {
    const own = found.get(one.supplierNo);
    if (own) own.push(one);
    else found.set(one.supplierNo, [one]);
  }
  return found;
}

function markOf(readings: readonly StoredReading[]): string {
  if (readings.length === 0) return "";
  const hash = createHash("sha256");
  for (const { id, supplierNo } of readings) hash.update(`${supplierNo} ${id}\n`);
  return hash.digest("hex");
}

/**
 * What tells two states of the recorded answers apart, for a list that is to be built again when they changed: SHA-256 over
 * what may be shown outside, "" for none. A protected reading changes nothing in it.
 */
export const readingsMark = async (db: Database, scope: AnyScope): Promise<string> =>
  markOf(await openReadingsInForce(db, scope));
