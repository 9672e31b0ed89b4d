/**
 * Does a document hold a list of workers or identity papers, as far as its letters can tell? Pictures, scans and texts that a
 * program cannot read are not looked into: whoever uploads says what they show. Pure.
 */
import { MACHINE_READABLE } from "./finding-persons";

/** What a document was refused for. */
export const PERSON_SIGNS = ["machine-readable", "identity-column", "names-and-births", "identity-numbers"] as const;
export type PersonSign = (typeof PERSON_SIGNS)[number];

export interface ReadableContent {
  /** Cells of a table, or lines of a text. */
  readonly cells: readonly string[];
}

/** A cell with more letters than this is no heading of a column. */
const LONGEST_HEADING = 48;

const IDENTITY_HEADING =
  /^(?:worker'?s? |employee'?s? )?(?:passport|id card|identity card|national id|nid|visa|work permit|residence permit|паспорт|удостоверение личности|снилс|внж|патент)(?:\s*(?:no|nr|num|number|series|№|n°|номер|серия|и номер|серия и номер)\.?)*\s*:?$/iu;
const NAME_HEADING =
  /^(?:(?:full|first|last|given|family|sur|middle|worker'?s?|employee'?s?|staff) ?name|name of (?:the )?(?:worker|employee)|surname|forename|ф\.?\s?и\.?\s?о\.?|фамилия|имя|отчество|фамилия,? имя,? отчество|имя работника)s?\s*:?$/iu;
const BIRTH_HEADING =
  /^(?:date of birth|birth ?date|birthday|d\.?o\.?b\.?|year of birth|age|дата рождения|год рождения|возраст|д\.?\s?р\.?)\s*:?$/iu;
/** A number of papers beside the word for them. */
const IDENTITY_NUMBER =
  /(?<!\p{L})(?:passport|national id|nid|паспорт)\p{L}*\s*(?:no\.?|number|№|номер)?\s*:?\s*(?:[A-Z]{1,3} ?)?(?:\d[ -]?){5,}/giu;
/** From so many on it is a list and no single number in passing. */
const MANY_NUMBERS = 2;

/** Why a document is refused; null when nothing in its letters shows persons. */
export function personSign({ cells }: ReadableContent): PersonSign | null {
  let [names, births, numbers] = [false, false, 0];
  for (const cell of cells) {
    if (MACHINE_READABLE.test(cell.replace(/\s/gu, ""))) return "machine-readable";
    numbers += [...cell.matchAll(IDENTITY_NUMBER)].length;
    if (numbers >= MANY_NUMBERS) return "identity-numbers";
    const heading = cell.trim().replaceAll("_", " ");
    if (heading.length > LONGEST_HEADING) continue;
    if (IDENTITY_HEADING.test(heading)) return "identity-column";
    names ||= NAME_HEADING.test(heading);
    births ||= BIRTH_HEADING.test(heading);
  }
  return names && births ? "names-and-births" : null;
}
