import { PassThrough } from "node:stream";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { writeCsv, type CsvCell } from "../../files/csv-writer.server";
import { log } from "../../lib/log.server";
import type { OwnCorridor, OwnFeeRule } from "../../recruitment/corridors";
import { REGISTER_FILE_TYPES, type RegisterFile } from "../register/export-register.server";
import { ownCorridors, ownFeeRules } from "./own-rows.server";

type Line = Partial<OwnCorridor> & Partial<OwnFeeRule> & (OwnCorridor | OwnFeeRule);

const COLUMNS: readonly (readonly [header: string, from: (row: Line) => CsvCell])[] = [
  ["id", (row) => row.id],
  ["table", (row) => (row.money ? "corridor" : "fee rule")],
  ["origin", (row) => row.origin],
  ["destination", (row) => row.destination],
  ["workers", (row) => row.workers],
  ["figure", (row) => row.kind],
  ["amount", (row) => row.money?.amount],
  ["currency", (row) => row.money?.currency],
  ["per_usd", (row) => row.money?.rate?.perUsd],
  ["rate_on", (row) => row.money?.rate?.on],
  ["rate_source", (row) => row.money?.rate?.source],
  ["usd", (row) => row.usd],
  ["country", (row) => row.country],
  ["side", (row) => row.side],
  ["rule", (row) => row.rule],
  ["covers", (row) => row.covers],
  ["value", (row) => row.value],
  ["unit", (row) => row.unit],
  ["year", (row) => row.year],
  ["source", (row) => row.source],
  ["note", (row) => row.note],
  ["true_from", (row) => row.validFrom],
  ["recorded_at", (row) => row.recordedAt.toISOString()],
  ["recorded_by", (row) => row.who],
  ["withdrawn_at", (row) => row.withdrawnAt?.toISOString()],
  ["withdrawn_by", (row) => row.withdrawnByName],
];

/** A workspace's own rows of both tables as CSV, withdrawn ones among them; who took it is an event of the chain. */
export async function exportOwnRows(db: Database, scope: Scope): Promise<RegisterFile> {
  const [corridors, rules] = [await ownCorridors(db, scope), await ownFeeRules(db, scope)];
  const counted = { corridors: corridors.length, rules: rules.length };
  await db.commit(scope, event("own-rows.exported", counted), () => []);
  const lines: readonly Line[] = [...corridors, ...rules];
  const stream = new PassThrough();
  const rows = [COLUMNS.map(([header]) => header), ...lines.map((line) => COLUMNS.map(([, from]) => from(line)))];
  writeCsv(stream, rows).catch((error: unknown) => {
    if (!stream.destroyed) log.error({ error }, "export of a workspace's own rows broke off");
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    fileName: `candour-own-corridors-${scope.workspaceSlug}.csv`,
    contentType: REGISTER_FILE_TYPES.csv,
    stream,
  };
}
