import type { Database, Scope } from "../../../../db/database";
import type { RegisterLine } from "../../../../db/queries/register";
import { candidatesOfSuppliers } from "../../../../db/queries/screening";
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

/** By the supplier's number: entries of lists that people found to be it. */
async function matchesOf(db: Database, scope: Scope, lines: readonly RegisterLine[]): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  const numbers = lines.map(({ supplierNo }) => supplierNo);
  for (const { supplierNo, state } of await candidatesOfSuppliers(db, scope, numbers))
    if (state === "match") found.set(supplierNo, (found.get(supplierNo) ?? 0) + 1);
  return found;
}

/** The suppliers to look at first, as the table by priority has them; `all` of them stand in the kept file. */
export async function registerLines(
  db: Database,
  scope: Scope,
  lines: readonly RegisterLine[],
  all: number,
): Promise<Filled> {
  const matches = await matchesOf(db, scope, lines);
  return {
    values: [count(all)],
    tables: {
      registerLines: {
        all,
        rows: lines.map((line): Cell[] => [
          nameCell(line),
          known(line.supplierNumber, text),
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
