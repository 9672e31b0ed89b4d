import type { RegisterLine } from "../../../../db/queries/register";
import { FLOORS, LIKELIHOODS, SEVERITIES } from "../../../../risk-models/types";
import { code, codes, count, known, number, text, type Cell } from "../../../reports/model";
import type { Filled } from "../../../reports/template";
import { amountsText } from "../../register/register-export.server";
import {
  bandCell,
  firstReasonCell,
  levelCell,
  nameCell,
  placeCell,
  rangeCell,
  reasonsCell,
  roleCell,
  scoreCell,
} from "./line-cells";

const word = (of: string, words: readonly string[], at: number | null): Cell =>
  known(at === null ? null : words[at], (found) => code(of, found));
const tenth = (score: number | null): Cell => known(score, (one) => number(Math.round(one * 10) / 10));

/**
 * The suppliers to look at first, as the table by priority has them; `all` of them stand in the kept file. Pure.
 * @param matches by the supplier's number: entries of lists that people found to be it.
 */
export function registerLines(
  lines: readonly RegisterLine[],
  all: number,
  matches: ReadonlyMap<number, number>,
): Filled {
  return {
    values: [count(all)],
    tables: {
      registerLines: {
        all,
        rows: lines.map((line): Cell[] => [
          nameCell(line),
          known(line.supplierNumber, text),
          known(line.registrationId, text),
          known(line.parent, text),
          placeCell(line, "seat"),
          known(line.isic?.slice(0, 2), (division) => code("division", division)),
          roleCell(line),
          levelCell(line),
          bandCell(line),
          scoreCell(line),
          rangeCell(line),
          word("likelihood", LIKELIHOODS, line.likelihood),
          word("severity", SEVERITIES, line.severity),
          // Stored the other way round, so that an index is read from its end.
          line.priority === 0 ? null : number(5 - line.priority),
          firstReasonCell(line),
          reasonsCell(line),
          known(line.city, text),
          known(line.address, text),
          known(line.workers, count),
          placeCell(line, "placeOfWork"),
          placeCell(line, "origin"),
          known(line.product, text),
          codes("good", (line.goods ?? "").split("|").filter((good) => good !== "")), // prettier-ignore
          known(line.tier, text),
          known(amountsText(line.amounts), text),
          tenth(line.inherent),
          tenth(line.dimCountry),
          tenth(line.dimSector),
          tenth(line.dimRecruitment),
          code("yesNo", line.floors & (1 << FLOORS.indexOf("stateImposed")) ? "yes" : "no"),
          count(matches.get(line.supplierNo) ?? 0),
        ]),
      },
    },
  };
}
