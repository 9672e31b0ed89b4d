import { existsSync } from "node:fs";
import path from "node:path";
import type { Database, Scope } from "../../../db/database";
import { importIssues, sourceRowsAt } from "../../../db/queries/register";
import { publishedGeneration } from "../../../db/queries/generations";
import { importOfGeneration } from "../../../db/queries/imports";
import { readRecordAt } from "../../files/read-records.server";
import { cleanCell } from "../../imports/cells";
import { nameKey } from "../../imports/name-key";
import { isBringable, type BringableReason } from "../../imports/codes";
import type { Inspection } from "../imports/import-record.server";

/** A payee that the check set aside when the file was read, by the rows of one stretch of the report. */
export interface AsidePayee {
  /** `nameKey` of the payee. */
  readonly key: string;
  readonly name: string;
  readonly reason: BringableReason;
  /** Line, or row of the sheet, of the first. */
  readonly line: number;
  readonly rows: number;
}

export interface AsidePage {
  readonly payees: readonly AsidePayee[];
  /** Where the next stretch begins; null at the end. */
  readonly next: number | null;
  /** False: the file that names them is not there any more. */
  readonly isNamed: boolean;
}

/** Rows of the report that are read for a page. */
const READ = 200;

/**
 * Who was set aside by the check and could be a seller after all, in the order of the file, a stretch of the report at a time.
 * Names are read from the kept file: the report does not repeat those of persons.
 * @param asked the generation that is asked of; left out: the list that is shown.
 */
export async function setAsidePayees(
  db: Database,
  scope: Scope,
  after: number | null,
  asked?: number,
): Promise<AsidePage> {
  const nobody: AsidePage = { payees: [], next: null, isNamed: true };
  const generation = asked ?? (await publishedGeneration(db, scope));
  const source = generation === null ? null : await importOfGeneration(db, scope, generation);
  if (generation === null || !source?.inspection) return nobody;
  const { file, proposal } = source.inspection as Inspection;
  const column = proposal.mapping.name;
  if (column === undefined) return nobody;
  if (!existsSync(path.resolve(file.table.path))) return { ...nobody, isNamed: false };
  const issues = await importIssues(db, scope, generation, {
    outcome: "set-aside",
    limit: READ + 1,
    after: after ?? undefined,
  });
  const shown = issues.slice(0, READ).filter(({ code }) => isBringable(code));
  const rows = await sourceRowsAt(
    db,
    scope,
    generation,
    shown.map(({ recordNo }) => recordNo),
  );
  const payees = new Map<string, AsidePayee>();
  for (const { code, recordNo, line } of shown) {
    const row = rows.get(recordNo);
    if (!row) continue;
    const name = cleanCell(readRecordAt(file.table, row.byteOffset, row.byteLength)[column] ?? "");
    const key = nameKey(name);
    if (key === "") continue;
    const known = payees.get(key);
    payees.set(
      key,
      known ? { ...known, rows: known.rows + 1 } : { key, name, reason: code as BringableReason, line, rows: 1 },
    );
  }
  return { payees: [...payees.values()], next: issues.length > READ ? issues[READ - 1]!.key : null, isNamed: true };
}
