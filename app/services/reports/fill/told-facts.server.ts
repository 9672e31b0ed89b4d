import type { Database, Scope } from "../../../../db/database";
import { openReadingsAbout } from "../../../../db/queries/readings";
import { isMaterialKey } from "../../../recruitment/material-key";
import { knownAt } from "../../../recruitment/readings";
import { code, codes, count, day, known, number, text, type Cell } from "../../../reports/model";
import { readReading, type StoredAnswer } from "../../readings/stored-answers";
import { asToldOutside } from "./outside-answers.server";

/** What was answered about these numbers by an instant and not taken back by then, as a report may tell it, the oldest first. */
export const answersOf = async (
  db: Database,
  scope: Scope,
  numbers: readonly number[],
  end: Date,
): Promise<StoredAnswer[]> =>
  asToldOutside(knownAt((await openReadingsAbout(db, scope, numbers)).map(readReading), end));

/** The value of an answer as a report has it; null: it is not known any more. Pure. */
export function answerCell({ what, value, money }: Pick<StoredAnswer, "what" | "value" | "money">): Cell {
  if (value === null) return null;
  if (money && "amount" in money) return text(`${money.amount} ${money.currency}`);
  if (isMaterialKey(what))
    return codes("place", (value as { country: string; region: string | null }[]).map((one) => one.region ?? one.country)); // prettier-ignore
  if (what === "groups") return count((value as readonly unknown[]).length);
  if (Array.isArray(value)) return codes("country", value.map(String));
  if (typeof value === "number")
    return what.endsWith("Share") ? code("percent", String(value)) : what.endsWith("Usd") ? text(`${value} USD`) : number(value); // prettier-ignore
  return code("answer", String(value));
}

/** Field, answer, from when. Not who said it: where that may not be told, the blank would say that it was told in confidence. */
export const answerRow = (answer: StoredAnswer): Cell[] => [
  code("field", answer.what),
  answerCell(answer),
  known(answer.validFrom, day),
];
