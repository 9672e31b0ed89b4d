/**
 * What in a text may name a person, as far as it is safe to tell from the text alone. Names without a title before them are
 * not told from names of firms and places: whoever writes confirms that nobody is named. Pure.
 */

/** The kinds of things that are refused, in the order they are looked for. */
export const PERSON_MARKS = ["email", "phone", "identity", "birth", "titled-name"] as const;
export type PersonMark = (typeof PERSON_MARKS)[number];

const EMAIL = /[^\s@<>(),;:]+@[^\s@<>(),;:]+\.\p{L}{2,}/u;
/** An international number, or one that is said to be a telephone number. */
const PHONE =
  /(?<![\p{L}\d])\+\d[\d ().-]{7,}\d|(?<!\p{L})(?:tel|phone|mobile|whatsapp|viber|тел|телефон|моб)\p{L}*\.?:?\s*\d[\d ().-]{4,}\d/iu;
/** A number that is said to be of a person's papers. */
const IDENTITY =
  /(?<!\p{L})(?:passport|id card|identity card|identity number|national id|personal (?:id|number|code)|visa|паспорт|удостоверени|личн\p{L}+ (?:номер|код)|снилс|виза)\p{L}*\s*(?:number|no\.?|№|номер|n°|#|:|серия)?\s*:?\s*(?:[A-Z]{1,3} ?)?(?:\d[ -]?){5,}/iu;
/** A line of a machine-readable passport or card. */
export const MACHINE_READABLE = /[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{6}|[PIAC][A-Z<][A-Z]{3}[A-Z]+<<[A-Z<]{3,}/u;
const BIRTH =
  /(?<!\p{L})(?:born(?: on)?|date of birth|d\.?o\.?b\.?|дата рождения|родил(?:ся|ась)|д\.\s?р\.)\s*:?\s*\d{1,4}[./-]\d{1,2}|(?<!\p{L})(?:born(?: on)?|date of birth|родил(?:ся|ась))\s*:?\s*\d{1,2} \p{L}+ \d{4}/iu;
/** A title and a name with a capital letter. */
const TITLED =
  /(?<!\p{L})(?:[Mm]rs?\.?|[Mm]s\.?|[Mm]iss|Herr|Frau|Monsieur|Madame|[Gg]ospo[dz]\p{L}*|[Гг]осподин\p{L}*|[Гг]оспож\p{L}+|[Гг]-н|[Гг]-жа|[Тт]оварищ) \p{Lu}\p{Ll}+/u;

const LOOKS: Readonly<Record<PersonMark, readonly RegExp[]>> = {
  email: [EMAIL],
  phone: [PHONE],
  identity: [IDENTITY, MACHINE_READABLE],
  birth: [BIRTH],
  "titled-name": [TITLED],
};

/** The marks of persons in a text; none is no proof that nobody is named. */
export const personMarks = (text: string): PersonMark[] =>
  PERSON_MARKS.filter((mark) => LOOKS[mark].some((look) => look.test(text)));
