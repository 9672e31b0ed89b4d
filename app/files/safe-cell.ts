/**
 * A spreadsheet takes a text that starts like this for a formula. Blanks in front do not protect: some programs drop them.
 * The full-width forms and the backslash and bar are what DDE and localised programs accept.
 */
const FORMULA_START = /^\s*[=+\-@|%\\＝＋－＠]|^[\t\r]/;

/**
 * A text cell as it may leave the application: one that could start a formula gets an apostrophe in front. Numbers do
 * not come here: writers take them as numbers, so that -12.5 stays a number.
 */
export const safeCell = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);
