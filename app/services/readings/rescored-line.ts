import type { RegisterRow } from "../../../db/register-row";
import type { Engine, Finding, IsoDate } from "../../../risk-models/types";
import { openReadings, together, type ListTold, type Reading, type Together } from "../../recruitment/readings";
import { AT, factsOfLine, putScore, REGISTER_COLUMNS, type RegisterCell } from "../scoring/register-line";
import { readingsOfText, readingsText } from "../scoring/stored-readings";

/** What the list itself told of a supplier, from its text. */
export function listTold(text: string | null, day: IsoDate): ListTold {
  const { r = {}, w = {} } = readingsOfText(text);
  return { recruitment: r, workforce: w, day };
}

/** The findings that stand in a stored line. */
export const findingsOfLine = ({ readings }: { readonly readings: string | null }): readonly Finding[] =>
  readingsOfText(readings).findings ?? [];

/**
 * Puts into a positional register line what people recorded of its supplier, beside what the list told, and its score. Only
 * readings that may be shown outside come in: the line stands in tables, exports and other people's views.
 * @param listReadings what the list told, as `readingsText` writes it. Pure but for `line`.
 */
export function putReadings(
  line: RegisterCell[],
  listReadings: string | null,
  readings: readonly Reading[],
  findings: readonly Finding[],
  engine: Engine,
  day: IsoDate,
): Together {
  const told = together(listTold(listReadings, day), openReadings(readings));
  line[AT.readings] = readingsText(told.recruitment, told.workforce, told.inputs, findings);
  line[AT.workers] = told.workforce.workers ?? null;
  const facts = factsOfLine(
    Object.fromEntries(REGISTER_COLUMNS.map((name, at) => [name, line[at]])) as Parameters<typeof factsOfLine>[0],
    day,
  );
  putScore(line, engine.score(facts));
  return told;
}

/** `putReadings` on a line by its names. */
export function rescoredRow(
  row: RegisterRow,
  listReadings: string | null,
  readings: readonly Reading[],
  findings: readonly Finding[],
  engine: Engine,
  day: IsoDate,
): RegisterRow {
  const cells: RegisterCell[] = REGISTER_COLUMNS.map((name) => row[name]);
  putReadings(cells, listReadings, readings, findings, engine, day);
  return {
    ...row,
    ...(Object.fromEntries(REGISTER_COLUMNS.map((name, at) => [name, cells[at]])) as Partial<RegisterRow>),
  };
}
