/** Text as XML carries it in a workbook, and back. Pure. */

/** `_x000D_` stands for a carriage return and so on; a text that looks like one has its underscore written that way. */
const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;
const ESCAPE_HERE = /_x[0-9A-Fa-f]{4}_/y;

const hex4 = (code: number) => code.toString(16).toUpperCase().padStart(4, "0");

/** How the character at `i` is written; null: as it is. Surrogate pairs are the caller's concern. */
function written(text: string, i: number, code: number): string | null {
  if (code === 38) return "&amp;";
  if (code === 60) return "&lt;";
  if (code === 62) return "&gt;";
  if (code < 32) return code === 9 || code === 10 ? null : `_x${hex4(code)}_`;
  if (code === 95) {
    ESCAPE_HERE.lastIndex = i;
    return ESCAPE_HERE.test(text) ? "_x005F_" : null;
  }
  if (code === 0xfffe || code === 0xffff) return `_x${hex4(code)}_`;
  return null;
}

/** Element text for a cell: entities, characters that XML lacks as `_xHHHH_`, lone surrogates as U+FFFD. */
export function xmlCellText(text: string): string {
  let xml = "";
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 62 && code < 0xd800 && code !== 95) continue;
    let instead = written(text, i, code);
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = text.charCodeAt(i + 1);
      if (code < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) i++;
      else instead = "\ufffd";
    }
    if (instead === null) continue;
    xml += text.slice(kept, i) + instead;
    kept = i + 1;
  }
  return kept === 0 ? text : xml + text.slice(kept);
}

/** Attribute values: sheet names, which hold no control characters. */
export const xmlAttribute = (text: string): string => xmlCellText(text).replaceAll('"', "&quot;");

/** Undoes `_xHHHH_`. */
export const cellTextFromXml = (text: string): string =>
  text.includes("_x") ? text.replace(ESCAPE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;
