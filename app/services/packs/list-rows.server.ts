import type { AnyScope, Database } from "../../../db/database";
import { bulkParts, bulkRange } from "../../../db/keys";
import { findGeneration } from "../../../db/queries/register";
import { toldByList } from "../../../db/queries/readings";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import { BAND_CODES, LEVEL_CODES, OUTCOME_CODES, wordOf } from "../../../db/schema/codes";
import { reasonCode } from "../../../risk-models";
import { FLOORS, LIKELIHOODS, SEVERITIES, type IsoDate } from "../../../risk-models/types";
import type { PackedResult } from "../../pack/result";
import type { PackedFacts, RecordRow, SupplierRow } from "../../pack/rows";
import { factsOfLine, type RegisterCell, type RegisterColumn } from "../scoring/register-line";
import { readingsOfText } from "../scoring/stored-readings";

const READ = [
  "supplierNo", "name", "supplierNumber", "registrationId", "seat", "seatBasis", "region", "placeOfWork", "placeOfWorkBasis", "origin",
  "originBasis", "role", "city", "address", "isic", "sectorBasis", "sectorConfidence", "goods", "product", "parent", "tier", "accountCode",
  "readings", "amounts", "rowCount", "level", "score", "band", "inherent", "rangeLow", "rangeHigh", "coverageContext", "coverageSupplier",
  "dimCountry", "dimSector", "dimRecruitment", "releasedScore", "severity", "likelihood", "priority", "floors", "reasons", "line",
  "byteOffset", "byteLength",
] as const satisfies readonly RegisterColumn[]; // prettier-ignore
type Line = Record<(typeof READ)[number], RegisterCell>;

/** Lines read at a time: some 15 ms of work, after which other requests of the process get their turn. */
const AT_A_TIME = 1000;

const text = (cell: RegisterCell) => cell as string | null;
const number = (cell: RegisterCell) => cell as number;
const numberOrNull = (cell: RegisterCell) => cell as number | null;

function resultOfLine(line: Line): PackedResult {
  const priority = number(line.priority);
  return {
    level: wordOf(LEVEL_CODES, number(line.level)),
    score: numberOrNull(line.score),
    band: wordOf(BAND_CODES, numberOrNull(line.band)),
    inherent: number(line.inherent),
    range: [number(line.rangeLow), number(line.rangeHigh)],
    coverage: { context: number(line.coverageContext), supplier: number(line.coverageSupplier) },
    dimensions: {
      country: numberOrNull(line.dimCountry),
      sector: numberOrNull(line.dimSector),
      recruitment: numberOrNull(line.dimRecruitment),
    },
    releasedScore: numberOrNull(line.releasedScore),
    severity: SEVERITIES[number(line.severity)]!,
    likelihood: LIKELIHOODS[number(line.likelihood)]!,
    // The register orders upwards; the engine counts 1 = look first.
    priority: priority === 0 ? null : ((5 - priority) as 1 | 2 | 3 | 4),
    floors: FLOORS.filter((_floor, bit) => (number(line.floors) >> bit) & 1),
    reasons: (text(line.reasons)?.split("|") ?? []).flatMap((code) => reasonCode(Number(code)) ?? []),
  };
}

function supplierRow(line: Line, id: string, told: string | null | undefined, day: IsoDate): SupplierRow {
  const { asOf: _day, ...facts } = factsOfLine(line, day);
  const { r = {}, w = {} } = told === undefined ? {} : readingsOfText(told);
  return {
    no: number(line.supplierNo),
    id,
    name: String(line.name),
    supplierNumber: text(line.supplierNumber),
    registrationId: text(line.registrationId),
    city: text(line.city),
    address: text(line.address),
    product: text(line.product),
    parent: text(line.parent),
    tier: text(line.tier),
    accountCode: text(line.accountCode),
    facts: facts as PackedFacts as SupplierRow["facts"],
    ...(told !== undefined && { told: { recruitment: r, workforce: w } }),
    spend: line.amounts === null ? {} : (JSON.parse(String(line.amounts)) as Record<string, [string, string]>),
    records: number(line.rowCount),
    first: { line: number(line.line), offset: number(line.byteOffset), bytes: number(line.byteLength) },
    result: resultOfLine(line),
  };
}

/** The suppliers of a generation of this workspace in the order of their numbers, with what they were assessed on. */
export async function* supplierRows(
  db: Database,
  scope: AnyScope,
  generation: number,
  day: IsoDate,
  onRows: (rows: number) => void | Promise<void>,
): AsyncGenerator<SupplierRow[]> {
  if (!(await findGeneration(db, scope, generation))) return;
  for await (const chunk of db.bulk.scan("registerRows", READ, bulkRange(generation), AT_A_TIME)) {
    const lines = chunk.map((cells) => Object.fromEntries(READ.map((name, at) => [name, cells[at]!])) as Line);
    const nos = lines.map(({ supplierNo }) => number(supplierNo));
    const [ids, told] = [await idsOfSuppliers(db, scope, nos), await toldByList(db, scope, generation, nos)];
    yield lines.map((line) => {
      const no = number(line.supplierNo);
      return supplierRow(line, ids.get(no) ?? "", told.has(no) ? told.get(no)! : undefined, day);
    });
    await onRows(lines.length);
  }
}

const RECORD = [
  "key",
  "line",
  "byteOffset",
  "byteLength",
  "outcome",
  "supplierKey",
  "amount",
  "currency",
  "date",
] as const;

/** Every record that is not the first of a supplier, and those that count for none, in the order of the file. */
export async function* recordRows(db: Database, scope: AnyScope, generation: number): AsyncGenerator<RecordRow[]> {
  if (!(await findGeneration(db, scope, generation))) return;
  for await (const chunk of db.bulk.scan("sourceRows", RECORD, bulkRange(generation), AT_A_TIME))
    yield chunk.map(([key, line, offset, bytes, outcome, supplierKey, amount, currency, date]) => ({
      record: bulkParts(number(key!)).n,
      line: number(line!),
      offset: number(offset!),
      bytes: number(bytes!),
      outcome: wordOf(OUTCOME_CODES, number(outcome!)),
      supplier: supplierKey === null ? null : bulkParts(number(supplierKey!)).n,
      amount: amount === null ? null : String(amount),
      currency: text(currency!),
      date: text(date!),
    }));
}

const ISSUE = ["recordNo", "line", "outcome", "code", "field", "found"] as const;

/** What was repaired, set aside or left out, in the order of the file. */
export async function* issueRows(db: Database, scope: AnyScope, generation: number): AsyncGenerator<object[]> {
  if (!(await findGeneration(db, scope, generation))) return;
  for await (const chunk of db.bulk.scan("rowIssues", ISSUE, bulkRange(generation), AT_A_TIME))
    yield chunk.map(([record, line, outcome, code, field, found]) => ({
      record,
      line,
      outcome: wordOf(OUTCOME_CODES, number(outcome!)),
      code,
      field,
      found,
    }));
}
