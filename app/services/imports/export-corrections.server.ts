import { existsSync } from "node:fs";
import { PassThrough } from "node:stream";
import type { Database, Scope } from "../../../db/database";
import { bulkParts, bulkRange } from "../../../db/keys";
import { OUTCOME_CODES } from "../../../db/schema/codes";
import { readRecordAt } from "../../files/read-records.server";
import { writeXlsx, type XlsxCell } from "../../files/xlsx-writer.server";
import { isLeftOutReason, isSetAsideReason, type LeftOutReason, type SetAsideReason } from "../../imports/codes";
import { correctionHeader } from "../../imports/correction-columns";
import { personalCells } from "../../imports/personal-columns";
import { log } from "../../lib/log.server";
import { Problem } from "../../lib/problem";
import type { RegisterFile } from "../register/export-register.server";
import { findImport, type Inspection } from "./import-record.server";

export type RowReason = SetAsideReason | LeftOutReason;

/** The words of the workbook, in the reader's language. Headers begin with "Candour", so that they are found again. */
export interface CorrectionWords {
  readonly sheet: string;
  readonly line: string;
  readonly why: string;
  readonly advice: string;
  readonly surplus: string;
  readonly explain: (reason: RowReason) => string;
  readonly advise: (reason: RowReason) => string;
}

/** There is nothing in these that could be corrected. */
const EMPTY: ReadonlySet<string> = new Set(["blank-record", "repeated-header"]);
const IMPORTED = OUTCOME_CODES.indexOf("imported");
const AT_A_TIME = 500;

/**
 * The rows of an import that were set aside or left out, as a workbook: where they stood, why, what to do, and the
 * columns of the list. Corrected and uploaded again it is put together with that list (`mergeCorrection`). Columns of
 * persons and bank accounts stay empty.
 * @throws Problem `import.no-rows` (404) before the list is built, and where the kept copy is gone.
 */
export async function exportCorrections(
  db: Database,
  scope: Scope,
  importId: string,
  words: CorrectionWords,
): Promise<RegisterFile> {
  const { generation, inspection } = await findImport(db, scope, importId);
  if (generation === null || !inspection || !existsSync(inspection.file.table.path))
    throw new Problem("import.no-rows", "This import has no row report yet.", {}, 404);
  const { columns } = inspection.proposal;
  const stream = new PassThrough();
  const sheet = {
    name: words.sheet,
    columns: [
      { header: `Candour: ${words.line} (${importId})`, width: 12 },
      { header: `Candour: ${words.why}`, width: 44 },
      { header: `Candour: ${words.advice}`, width: 56 },
      ...columns.map((column) => ({ header: correctionHeader(column), width: 20 })),
      { header: `Candour: ${words.surplus}`, width: 20 },
    ],
    rows: correctionRows(db, generation, inspection, words),
  };
  writeXlsx(stream, [sheet]).catch((error: unknown) => {
    if (!stream.destroyed) log.error({ error, importId }, "rows to correct broke off");
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return {
    fileName: `candour-rows-to-correct-${importId}.xlsx`,
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    stream,
  };
}

async function* correctionRows(
  db: Database,
  generation: number,
  { file, proposal }: Inspection,
  words: CorrectionWords,
): AsyncGenerator<XlsxCell[]> {
  const personal = personalCells(proposal);
  const out = new Set(personal.columns);
  const width = proposal.columns.length;
  const reasons = reasonsInOrder(db, generation);
  let reason = await reasons.next();
  let given = 0;
  const columns = ["key", "line", "byteOffset", "byteLength", "outcome"] as const;
  for await (const chunk of db.bulk.scan("sourceRows", columns, bulkRange(generation))) {
    for (const [key, line, offset, length, outcome] of chunk as number[][]) {
      if (outcome === IMPORTED) continue;
      const record = bulkParts(key!).n;
      while (!reason.done && reason.value.record < record) reason = await reasons.next();
      if (reason.done || reason.value.record !== record) continue;
      const { code } = reason.value;
      if (EMPTY.has(code)) continue;
      const cells = readRecordAt(file.table, offset!, length!);
      const shown = proposal.columns.map(({ index }): XlsxCell => {
        const cell = cells[index] ?? "";
        if (out.has(index)) return "";
        if (personal.registration?.column === index && personal.registration.isPersonal(cell))
          return "*".repeat(cell.length);
        // A negative amount stays a number; as a text it would have to be made one that starts no formula.
        return index === proposal.mapping.amount && /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,4})?$/.test(cell)
          ? Number(cell)
          : cell;
      });
      const surplus =
        out.size === 0
          ? cells
              .slice(width)
              .filter((cell) => cell.trim() !== "")
              .join(" | ")
          : "";
      yield [line!, words.explain(code), words.advise(code), ...shown, surplus];
      if (++given % AT_A_TIME === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }
}

/** Why each record was set aside or left out, in the order of the file; a record's last reason counts. */
async function* reasonsInOrder(
  db: Database,
  generation: number,
): AsyncGenerator<{ record: number; code: RowReason }, undefined> {
  let held: { record: number; code: RowReason } | null = null;
  for await (const chunk of db.bulk.scan("rowIssues", ["recordNo", "code"], bulkRange(generation))) {
    for (const [recordNo, word] of chunk) {
      const [record, code] = [recordNo as number, String(word)];
      if (!isSetAsideReason(code) && !isLeftOutReason(code)) continue;
      if (held !== null && held.record !== record) yield held;
      held = { record, code };
    }
  }
  if (held !== null) yield held;
  return undefined;
}
