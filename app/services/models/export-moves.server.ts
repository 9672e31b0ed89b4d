import { PassThrough } from "node:stream";
import { event } from "../../../db/audit-events";
import type { Database, Scope } from "../../../db/database";
import { modelById } from "../../../risk-models";
import { writeCsv } from "../../files/csv-writer.server";
import { writeXlsx } from "../../files/xlsx-writer.server";
import { log } from "../../lib/log.server";
import { shownList } from "../imports/shown-list.server";
import { Problem } from "../../lib/problem";
import { REGISTER_FILE_TYPES, type RegisterFile } from "../register/export-register.server";
import { engineOfList } from "../scoring/kept-data.server";
import { eachMove, type Move } from "./what-moved.server";

const tenth = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10);

type Cell = string | number | null;
const COLUMNS: readonly { header: string; width: number; from: (move: Move) => Cell }[] = [
  { header: "id", width: 14, from: (move) => move.supplierId },
  { header: "name", width: 40, from: (move) => move.name },
  { header: "country", width: 9, from: (move) => move.country },
  { header: "isic", width: 8, from: (move) => move.isic },
  { header: "level", width: 12, from: (move) => move.level },
  { header: "score_before", width: 12, from: (move) => tenth(move.from.score) },
  { header: "result_before", width: 14, from: (move) => move.from.printed },
  { header: "score_after", width: 12, from: (move) => tenth(move.to.score) },
  { header: "result_after", width: 14, from: (move) => move.to.printed },
  { header: "points", width: 9, from: (move) => tenth(move.points) },
  { header: "moved_most_by", width: 24, from: (move) => move.mover?.indicator ?? null },
  { header: "moved_most_points", width: 18, from: (move) => tenth(move.mover?.points ?? null) },
];

/**
 * Every supplier of the list that is shown under two models, as a stream; who took it is an event of the chain.
 * @throws Problem `model.no-list` (404), `model.unknown` (422).
 */
export async function exportMoves(
  db: Database,
  scope: Scope,
  format: "csv" | "xlsx",
  { from, to }: { readonly from: string; readonly to: string },
): Promise<RegisterFile> {
  const shown = await shownList(db, scope);
  if (!shown) throw new Problem("model.no-list", "There is no published list yet. Upload one first.", {}, 404);
  for (const id of [from, to])
    if (!modelById(id))
      throw new Problem("model.unknown", `There is no risk model ${id} in force.`, { model: id }, 422);
  const { day: asOf } = shown;
  const generation = shown.generation.no;
  await db.commit(scope, event("model.moves-exported", { generation, from, to, format }), () => []);
  const engineOf = (modelId: string) => engineOfList(db, asOf, { ...shown.generation, modelId });
  const engines = [await engineOf(from), await engineOf(to)] as const;
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const moves of eachMove(db, scope, generation, engines, { asOf, named: () => true }))
      for (const move of moves) yield COLUMNS.map((column) => column.from(move));
  }
  async function* withHeader(): AsyncGenerator<Cell[]> {
    yield COLUMNS.map(({ header }) => header);
    yield* rows();
  }
  const stream = new PassThrough();
  const columns = COLUMNS.map(({ header, width }) => ({ header, width }));
  const written =
    format === "csv"
      ? writeCsv(stream, withHeader())
      : writeXlsx(stream, [{ name: "What moved", columns, rows: rows() }]);
  written.catch((error: unknown) => {
    if (!stream.destroyed) log.error({ error, generation, format }, "export of what moved broke off");
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    fileName: `candour-what-moved-${scope.workspaceSlug}-${from}-to-${to}.${format}`,
    contentType: REGISTER_FILE_TYPES[format],
    stream,
  };
}
