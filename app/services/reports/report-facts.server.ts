import type { Database, Scope } from "../../../db/database";
import { supplierNoOf } from "../../../db/ids";
import { idsOfSuppliers } from "../../../db/queries/suppliers";
import { Problem } from "../../lib/problem";
import { FACT_LENGTH, linesOf, MOST_FACT_LINES, readFact, type Facts, type WrongFact } from "../../reports/facts";
import type { Template } from "../../reports/template";
import { linesByNumber, type ToldList } from "./told-list.server";

/**
 * What was entered for the template's facts, as it is kept. @param list which the report tells of, whose suppliers it can be about. @throws Problem `report.fact-day`, `report.fact-text`,
 * `report.fact-choice`, `report.fact-count`, `report.fact-supplier` (422).
 */
export async function factsOf(
  db: Database,
  scope: Scope,
  { facts = [] }: Template,
  given: Facts,
  list: ToldList,
): Promise<Facts> {
  const kept: Record<string, string> = {};
  for (const fact of facts) {
    const read = readFact(fact, given[fact.id] ?? "");
    if (typeof read !== "string") throw problemOf(read);
    if (read !== "") kept[fact.id] = fact.kind === "suppliers" ? await suppliersIn(db, scope, read, list) : read;
  }
  return kept;
}

function problemOf({ fault, found }: WrongFact): Problem {
  const line = found.slice(0, 80);
  switch (fault) {
    case "day":
      return new Problem("report.fact-day", `“${line}” is no day of the calendar. Write year, month and day, or leave it empty.`, { line }, 422); // prettier-ignore
    case "choice":
      return new Problem("report.fact-choice", "Choose one of the list, or leave it open.", {}, 422);
    case "count":
      return new Problem("report.fact-count", `“${line}” is no whole number. Write digits only, or leave it empty.`, { line }, 422); // prettier-ignore
    case "too-long":
    case "too-many":
      return new Problem(
        "report.fact-text",
        `A line has at most ${FACT_LENGTH} characters, and a list at most ${MOST_FACT_LINES} lines. Shorten “${line}”.`,
        { limit: FACT_LENGTH, lines: MOST_FACT_LINES, line },
        422,
      );
  }
}

/** Ids of the suppliers, one a line; each by the address of its page, or by its id. */
async function suppliersIn(db: Database, scope: Scope, given: string, list: ToldList): Promise<string> {
  const lines = linesOf(given).map((line) => ({
    line: line.slice(0, 80),
    id: /(?:^|\/suppliers\/)([0-9a-z]{10,40})(?:[/?#]|$)/u.exec(line)?.[1] ?? "",
  }));
  const nos = lines.flatMap(({ id }) => supplierNoOf(id) ?? []);
  const [known, found] = await Promise.all([idsOfSuppliers(db, scope, nos), linesByNumber(db, scope, nos, list)]);
  const ids = lines.map(({ line, id }) => {
    const no = supplierNoOf(id);
    const supplier = no !== null && known.get(no) === id ? found.get(no) : undefined;
    if (supplier) return supplier.id;
    throw new Problem(
      "report.fact-supplier",
      `“${line}” is no supplier of the list this report tells of: the one shown at the end of its period. Copy the address of the supplier's page, or let the period end later.`,
      { line },
      422,
    );
  });
  return [...new Set(ids)].join("\n");
}
