/** What a text of a finding must be: there, not too long, and without marks of a person. Pure. */
import { personMarks } from "../../lib/finding-persons";
import { isDay } from "../../screening/age";
import { Problem } from "../../lib/problem";

export const TEXT_LENGTH = 5000;
export const LINE_LENGTH = 300;

/** @throws Problem `finding.person` (422) when the text holds what names a person. */
export function withoutPersons(text: string): string {
  const [mark] = personMarks(text);
  if (mark !== undefined)
    throw new Problem(
      "finding.person",
      "A text holds what may name a person: an e-mail address, a telephone number, a number of identity papers, a day of birth, or a title with a name. Nothing was saved. Write how many workers and what happened, never who.",
      {},
      422,
    );
  return text;
}

/** A text that has to be there. @throws Problem `finding.text` (422), `finding.person` (422). */
export function neededText(given: string, longest = TEXT_LENGTH): string {
  const text = given.trim();
  if (text === "" || text.length > longest)
    throw new Problem(
      "finding.text",
      "A text that is needed is missing or too long (at most {{longest}} characters). Nothing was saved.",
      { longest },
      422,
    );
  return withoutPersons(text);
}

/** A text that may be left out; null when it was. @throws Problem as `neededText`. */
export const optionalText = (given: string | null, longest = LINE_LENGTH): string | null =>
  given === null || given.trim() === "" ? null : neededText(given, longest);

/** A day that is not to come, `YYYY-MM-DD`. @throws Problem `finding.day` (422). */
export function dayUntil(given: string, today: string): string {
  const day = given.trim();
  if (!isDay(day) || day > today)
    throw new Problem(
      "finding.day",
      "A day has to be given as year, month and day, and not after today. Correct the day.",
      {},
      422,
    );
  return day;
}
