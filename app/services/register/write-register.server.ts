import { createHash } from "node:crypto";
import { Transform, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Database } from "../../../db/database";
import { writeCsv } from "../../files/csv-writer.server";
import { writeXlsx } from "../../files/xlsx-writer.server";
import { bulkRange } from "../../../db/keys";
import type { LinesThen } from "../../../db/orders";
import { OUTCOME_CODES, wordOf } from "../../../db/schema/codes";
import { EXPORT_COLUMNS, EXPORT_HEADERS, registerLines } from "./register-export.server";

async function* withHeader(db: Database, generation: number, linesThen?: LinesThen) {
  yield EXPORT_HEADERS;
  yield* registerLines(db, generation, linesThen);
}

/** Streams the register of a generation as CSV (UTF-8 with byte order mark, CRLF); answers how many suppliers. @param linesThen as `registerLines` has it. */
export async function writeRegisterCsv(
  db: Database,
  generation: number,
  target: string | Writable,
  linesThen?: LinesThen,
): Promise<number> {
  const { records } = await writeCsv(target, withHeader(db, generation, linesThen));
  return records - 1;
}

/** What is written, counted and hashed on its way. */
function measured(): { readonly stream: Transform; sum(): { readonly bytes: number; readonly sha256: string } } {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, sum: () => ({ bytes, sha256: hash.digest("hex") }) };
}

/** Writes the register of a generation into `target`; answers what it came to. @param linesThen as `registerLines` has it. */
export async function registerInto(
  db: Database,
  generation: number,
  target: Writable,
  linesThen?: LinesThen,
): Promise<{ readonly rows: number; readonly bytes: number; readonly sha256: string }> {
  const { stream, sum } = measured();
  const [rows] = await Promise.all([writeRegisterCsv(db, generation, stream, linesThen), pipeline(stream, target)]);
  return { rows, ...sum() };
}

/** Streams the register of a generation as a workbook; past 1,048,575 suppliers it goes on on a second sheet. */
export async function writeRegisterXlsx(
  db: Database,
  generation: number,
  target: string | Writable,
): Promise<{ continued: boolean }> {
  const columns = EXPORT_COLUMNS.map(({ header, width }) => ({ header, width }));
  return writeXlsx(target, [{ name: "Register", columns, rows: registerLines(db, generation) }]);
}

/** Headers of the row report. */
const ISSUE_HEADERS = ["line", "outcome", "code", "field", "found", "explanation"];

/** Streams what was repaired, set aside or left out, a line an issue, with the line numbers of the original file. */
export async function writeIssuesCsv(
  db: Database,
  generation: number,
  explain: (code: string) => string,
  target: string | Writable,
): Promise<number> {
  const { records } = await writeCsv(target, issueLines(db, generation, explain));
  return records - 1;
}

async function* issueLines(db: Database, generation: number, explain: (code: string) => string) {
  yield ISSUE_HEADERS;
  const columns = ["line", "outcome", "code", "field", "found"] as const;
  for await (const chunk of db.bulk.scan("rowIssues", columns, bulkRange(generation)))
    for (const [line, outcome, code, field, found] of chunk)
      yield [line, wordOf(OUTCOME_CODES, outcome as number), code, field, found, explain(String(code))];
}
