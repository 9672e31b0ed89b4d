/** A line of the register as cells of a report: the words of its page, the numbers it is stored with. Pure. */
import type { RegisterLine } from "../../../../db/queries/register";
import { BAND_CODES, LEVEL_CODES, ROLE_CODES, wordOf } from "../../../../db/schema/codes";
import { code, codes, known, number, text, type Cell } from "../../../reports/model";
import { reasonsOfLine, regionOfLine } from "../../scoring/register-line";

type Place = "seat" | "placeOfWork" | "origin";

export const placeCell = (line: RegisterLine, of: Place): Cell =>
  known(regionOfLine(line.region, of) ?? line[of], (place) => code("place", place));
export const roleCell = ({ role }: RegisterLine): Cell => known(wordOf(ROLE_CODES, role), (word) => code("role", word));
export const levelCell = ({ level }: RegisterLine): Cell => code("level", wordOf(LEVEL_CODES, level));

/** The band; a score without one lies between the first and the last. */
export function bandCell({ band, score }: RegisterLine): Cell {
  if (score === null) return code("band-between", "none");
  return band === null
    ? code("band-between", "low-high")
    : known(wordOf(BAND_CODES, band), (word) => code("band", word));
}
export const scoreCell = ({ score }: RegisterLine): Cell => known(score, (one) => number(Math.round(one * 10) / 10));
export const rangeCell = ({ rangeLow, rangeHigh }: RegisterLine): Cell =>
  rangeLow === null || rangeHigh === null ? null : code("range", `${rangeLow}/${rangeHigh}`);
export const reasonsCell = ({ reasons }: RegisterLine): Cell => codes("reason", reasonsOfLine(reasons));
export const firstReasonCell = ({ reasons }: RegisterLine): Cell =>
  known(reasonsOfLine(reasons)[0], (reason) => code("reason", reason));
export const nameCell = ({ name }: RegisterLine): Cell => text(name);
