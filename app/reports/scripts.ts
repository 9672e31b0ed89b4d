/** Which writing systems a text holds, by Unicode range: only their fonts are loaded. */

/** In the order in which a font is looked for: one that comes earlier prints what several of them have. */
export const SCRIPTS = ["latin", "arabic", "hebrew", "thai", "devanagari", "han", "hangul"] as const;
export type Script = (typeof SCRIPTS)[number];

/** `latin` also holds Greek and Cyrillic, `han` also Japanese kana and Chinese punctuation. */
const RANGES: readonly (readonly [first: number, last: number, script: Script])[] = [
  [0x0590, 0x05ff, "hebrew"],
  [0x0600, 0x06ff, "arabic"],
  [0x0750, 0x077f, "arabic"],
  [0x0870, 0x08ff, "arabic"],
  [0x0900, 0x097f, "devanagari"],
  [0x0e00, 0x0e7f, "thai"],
  [0x1100, 0x11ff, "hangul"],
  [0x1cd0, 0x1cff, "devanagari"],
  [0x2e80, 0x312f, "han"],
  [0x3130, 0x318f, "hangul"],
  [0x3190, 0x31ff, "han"],
  [0x3200, 0x321e, "hangul"],
  [0x3220, 0x325f, "han"],
  [0x3260, 0x327f, "hangul"],
  [0x3280, 0xa4cf, "han"],
  [0xa8e0, 0xa8ff, "devanagari"],
  [0xac00, 0xd7ff, "hangul"],
  [0xf900, 0xfaff, "han"],
  [0xfb1d, 0xfb4f, "hebrew"],
  [0xfb50, 0xfdff, "arabic"],
  [0xfe10, 0xfe1f, "han"],
  [0xfe30, 0xfe6f, "han"],
  [0xfe70, 0xfeff, "arabic"],
  [0xff00, 0xffef, "han"],
  [0x1ee00, 0x1eeff, "arabic"],
  [0x20000, 0x323af, "han"],
];

/** The first range that may hold a character of another script than `latin`. */
const FIRST_OTHER = RANGES[0]![0];

function scriptOf(codePoint: number): Script {
  if (codePoint < FIRST_OTHER) return "latin";
  return RANGES.find(([first, last]) => codePoint >= first && codePoint <= last)?.[2] ?? "latin";
}

/** The writing systems of these texts, in the order of `SCRIPTS`; `latin` always, for the report's own words. */
export function scriptsOf(texts: Iterable<string>): Script[] {
  const found = new Set<Script>(["latin"]);
  for (const text of texts) for (const character of text) found.add(scriptOf(character.codePointAt(0)!));
  return SCRIPTS.filter((script) => found.has(script));
}

/** True where every letter is Latin, Greek or Cyrillic: the only ones printed in bold. */
export const isLatin = (text: string): boolean => scriptsOf([text]).length === 1;

const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}|\p{Script=Nko}/u;

/** True where the first letter is one that is written from right to left: the paragraph then runs that way. */
export function runsRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && RIGHT_TO_LEFT.test(letter);
}
