import type { z } from "zod";
import { canonicalJson } from "../../../db/canonical-json";
import { Problem } from "../../lib/problem";
import { inForceRows, type Recorded } from "../../recruitment/corridors";
import { dayOf } from "../scoring/assessor.server";

interface Dated {
  readonly year: number;
  readonly validFrom: string;
}

/**
 * The row as it may be kept. Pure.
 * @throws Problem `own-row.unfit` (422) when something is missing or no such thing, `own-row.future` (422) for a day or year to
 *   come, `own-row.same` (422) when a row in force says the same.
 */
export function fitRow<Row extends Dated>(
  shape: z.ZodType<Row>,
  given: Row,
  before: readonly (Row & Recorded)[],
  now: Date,
): Row {
  const parsed = shape.safeParse(given);
  if (!parsed.success)
    throw new Problem("own-row.unfit", "Something is missing in this row, or cannot stand there.", {}, 422);
  const row = parsed.data;
  if (row.validFrom > dayOf(now) || row.year > now.getUTCFullYear())
    throw new Problem("own-row.future", "A figure cannot be of a year or day to come.", {}, 422);
  const text = (one: Row) => canonicalJson(shape.parse(pick(one, row)));
  if (inForceRows(before).some((one) => text(one) === text(row)))
    throw new Problem("own-row.same", "A row in force says exactly this already.", {}, 422);
  return row;
}

/** The part of `from` that has the keys of `like`. */
const pick = <Row extends object>(from: Row, like: Row): Row =>
  Object.fromEntries(Object.keys(like).map((key) => [key, from[key as keyof Row]])) as Row;
