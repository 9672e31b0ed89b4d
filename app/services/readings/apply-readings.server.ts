import { createHash } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { AnyScope, Database } from "../../../db/database";
import { bulkKey } from "../../../db/keys";
import { findingsInForce, type StoredFinding } from "../../../db/queries/floor-findings";
import { mergesInForce, standingFor, type Merge } from "../../../db/queries/merges";
import { openReadingsInForce, type StoredReading } from "../../../db/queries/readings";
import { registerRow } from "../../../db/register-row";
import type { SummaryTally } from "../../../db/summary/tally";
import type { Engine, IsoDate } from "../../../risk-models/types";
import { REGISTER_COLUMNS, type RegisterCell } from "../scoring/register-line";
import { asFinding } from "../scoring/stored-finding";
import { tallyLine } from "../imports/merged-rows.server";
import { recordedOf, type Recorded } from "./recorded";
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

/** What was put into a list. */
export interface Applied {
  /** See `readingsMark`. */
  readonly mark: string;
  readonly recorded: Recorded;
}

/**
 * Puts what people recorded, answers and findings, into the lines of a list that is being built, after all its rows are written:
 * suppliers keep their numbers from list to list, so only the lines of suppliers with any are looked at.
 */
export async function applyReadings(db: Database, list: BuiltList): Promise<Applied> {
  const [readings, findings] = [await openReadingsInForce(db, list), await findingsInForce(db, list)];
  const merges = await mergesInForce(db, list);
  const [answers, found] = [bySupplierNo(readings, merges), bySupplierNo(findings, merges)];
  const nos = [...new Set([...answers.keys(), ...found.keys()])].sort((a, b) => a - b);
  const lines = db.bulk.writer("registerRows", REGISTER_COLUMNS);
  const toldRows = db.bulk.writer("toldSuppliers", ["key", "listReadings"]);
  const { registerRows } = db.t;
  for (let at = 0; at < nos.length; at += KEYS_AT_A_TIME) {
    const keys = nos.slice(at, at + KEYS_AT_A_TIME).map((no) => bulkKey(list.generation, no));
    const stored = await db.q.select().from(registerRows).where(inArray(registerRows.key, keys));
    for (const one of stored) {
      const row = registerRow(one);
      const line: RegisterCell[] = REGISTER_COLUMNS.map((name) => row[name]);
      tallyLine(list.tally, line, -1);
      const [told, standing] = [answers.get(row.supplierNo) ?? [], found.get(row.supplierNo) ?? []];
      putReadings(line, row.readings, told.map(readReading), standing.map(asFinding), list.engine, list.day);
      tallyLine(list.tally, line, 1);
      lines.add(line);
      toldRows.add([row.key, row.readings]);
    }
    const written = stored.map(({ key }) => key);
    await db.bulk.flush([lines, toldRows], {
      before: (q) => [q.delete(registerRows).where(inArray(registerRows.key, written))],
    });
  }
  const mark = markOf([...readings, ...findings, ...merges.map(asMark)]);
  return { mark, recorded: recordedOf([...readings, ...findings], merges) };
}

/** Rows by the supplier they are about; what was recorded of one that was merged is about the one it became. */
export function bySupplierNo<R extends { readonly supplierNo: number }>(
  rows: readonly R[],
  merges: readonly Merge[],
): Map<number, R[]> {
  const became = standingFor(merges);
  const found = new Map<number, R[]>();
  for (const one of rows) {
    const no = became.get(one.supplierNo) ?? one.supplierNo;
    const own = found.get(no);
    if (own) own.push(one);
    else found.set(no, [one]);
  }
  return found;
}

const asMark = ({ id, fromNo }: Merge) => ({ id, supplierNo: fromNo });

function markOf(readings: readonly Pick<StoredReading | StoredFinding, "id" | "supplierNo">[]): string {
  if (readings.length === 0) return "";
  const hash = createHash("sha256");
  for (const { id, supplierNo } of readings) hash.update(`${supplierNo} ${id}\n`);
  return hash.digest("hex");
}

/**
 * What tells two states of the recorded answers, findings and merged suppliers apart, for a list that is to be built again when they changed: SHA-256 over
 * what may be shown outside, "" for none. A protected reading changes nothing in it.
 */
export const readingsMark = async (db: Database, scope: AnyScope): Promise<string> =>
  markOf([
    ...(await openReadingsInForce(db, scope)),
    ...(await findingsInForce(db, scope)),
    ...(await mergesInForce(db, scope)).map(asMark),
  ]);
