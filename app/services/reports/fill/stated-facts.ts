/** What a list or an answer states of suppliers, and of how many it states nothing. Pure. */
import type { RegisterLine } from "../../../../db/queries/register";
import { shownPart } from "../../../remedy/small-groups";
import { MOST_TOP_ROWS } from "../../../reports/register-report";
import { code, count, known, share, text, type Cell, type Value } from "../../../reports/model";
import { readingsOfText, type StoredReadings } from "../../scoring/stored-readings";

/** A line with the answers that stand in it, as everybody who may read the supplier sees them. */
export interface ToldLine {
  readonly line: RegisterLine;
  readonly told: StoredReadings;
}

export const withAnswers = (lines: readonly RegisterLine[]): ToldLine[] =>
  lines.map((line) => ({ line, told: readingsOfText(line.readings) }));

/** Field by field: of how many of these suppliers it is stated. */
export const statedRows = <T>(all: readonly T[], fields: Readonly<Record<string, (one: T) => unknown>>): Cell[][] =>
  Object.entries(fields).map(([field, of]): Cell[] => [
    code("stated", field),
    share(all.filter((one) => isStated(of(one))).length, all.length),
  ]);

const isStated = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== "" && value !== "unknown" && !(Array.isArray(value) && value.length === 0); // prettier-ignore

/** Those of whom one of the fields at least is stated. */
export const withAny = <T>(all: readonly T[], fields: Readonly<Record<string, (one: T) => unknown>>): T[] =>
  all.filter((one) => Object.values(fields).some((of) => isStated(of(one))));

/** As many rows as tables of suppliers hold; `all`: how many there are. */
export const capped = (rows: readonly (readonly Cell[])[]) => ({
  rows: rows.slice(0, MOST_TOP_ROWS),
  all: rows.length,
});

/** How many work there in all: the list's number, or an answer's. */
export const workersOf = ({ line, told }: ToldLine): number | null => line.workers ?? told.w?.workers ?? null;
export const workersCell = (one: ToldLine): Cell => known(workersOf(one), count);

const FEW: Value = code("withheld", "few");

/** A part of the workforce, 0 to 1; that it is withheld where it or its rest would be under five people. */
export function partCell(one: ToldLine, of: number | undefined): Cell {
  if (of === undefined) return null;
  const workers = workersOf(one);
  if (workers !== null && shownPart(workers, Math.round(workers * of)) === null) return FEW;
  return code("percent", String(of));
}

/** Where the materials are from: one a material and place. */
export const inputsCell = ({ told: { inputs = [] } }: ToldLine): Cell =>
  inputs.length === 0
    ? null
    : { is: "codes", of: "input", codes: inputs.map(({ good, country, region }) => `${region ?? country}/${good}`) };

/** A yes-no answer; null: not known. */
export const answerOf = (value: string | undefined): Cell =>
  known(value === "unknown" ? null : value, (answer) => code("answer", answer));

export const goodsOf = ({ goods }: Pick<RegisterLine, "goods">): string[] =>
  (goods ?? "").split("|").filter((good) => good !== "");

export const textCell = (value: string | null | undefined): Cell => known(value?.trim(), text);
