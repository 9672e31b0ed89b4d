/** A document that is kept elsewhere, as an author cites it: enough of a name and a day that somebody else can look for it. Pure. */

const YEAR = "(?:19|20)\\d{2}";
/** Days as people write them: 2026-03-02, 2.3.2026, 2 March 2026, March 2, 2026, 2026年3月2日. */
const DAYS = [
  new RegExp(`${YEAR}\\s?[-./年]\\s?\\d{1,2}\\s?[-./月]\\s?\\d{1,2}(?!\\d)`, "u"),
  new RegExp(`(?<!\\d)\\d{1,2}\\s?[-./]\\s?\\d{1,2}\\s?[-./]\\s?${YEAR}(?!\\d)`, "u"),
  new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+|de\\s+)?[\\p{L}\\p{M}]{2,}\\.?,?\\s+(?:de\\s+)?${YEAR}(?!\\d)`, "u"),
  new RegExp(`[\\p{L}\\p{M}]{3,}\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+${YEAR}(?!\\d)`, "u"),
] as const; // prettier-ignore

/** Letters that name something, beside the day; a sign of Chinese, Japanese or Korean says as much as two. */
const LEAST_LETTERS = 6;
const lettersOf = (text: string): number =>
  [...text.matchAll(/\p{L}/gu)].reduce((sum, [letter]) => sum + (/[\p{sc=Han}\p{sc=Hangul}]/u.test(letter) ? 2 : 1), 0);

/** Does it name a document and its day? */
export function isCitation(line: string): boolean {
  const day = DAYS.map((form) => form.exec(line)?.[0]).find((found) => found !== undefined);
  return day !== undefined && lettersOf(line.replace(day, "")) >= LEAST_LETTERS;
}

/** Words that stand behind `/w/name/` in addresses here. */
const PLACES = "findings|actions|repayments|evidence|categories|checks|contracts|imports|suppliers|reports|follow-up|protected|tenders|demand|commitments|packs"; // prettier-ignore

/** Does it begin like an address of a workspace here, whole or cut? `workspace`: its name in addresses. */
export const isLikeAddress = (line: string, workspace: string): boolean =>
  new RegExp(`^(?:https?://[^/\\s]+)?/?w/(?:${workspace.replaceAll(/[^a-z0-9-]/gu, "")}(?:/|$)|[^/\\s]+/(?:${PLACES})(?:[/?#]|$))`, "u").test(line); // prettier-ignore
