/**
 * A spreadsheet takes a text that starts like this for a formula. Blanks in front do not protect: some programs drop them.
 * The full-width forms, the bar, the backslash and the percent sign are what DDE and localised programs accept.
 */
const FORMULA_START = /^\s*[=+\-@|%\\＝＋－＠]|^[\t\r]/;

/** Letters and digits of ASCII start no formula; most cells start with one, and need no closer look. */
const isPlainStart = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/**
 * A text cell as it may leave the application: one that could start a formula gets an apostrophe in front. Numbers do
 * not come here: writers take them as numbers, so that -12.5 stays a number.
 */
export const safeCell = (text: string): string =>
  !isPlainStart(text.charCodeAt(0)) && FORMULA_START.test(text) ? `'${text}` : text;
