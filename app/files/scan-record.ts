/**
 * The slow, careful reader of one record. `RegularRecords` (papaparse in UTF-16) reads what is regular; whatever it stumbles
 * over (a quotation mark out of place, a lone carriage return as line end, a huge cell) is decided here, by the record's own
 * characters alone, so that the size of the pieces in which a file is read never changes what is read.
 *
 * Rules, beyond RFC 4180:
 * - a record ends at LF, CRLF or a lone CR;
 * - blanks between a closing quotation mark and the delimiter are dropped;
 * - a quotation mark inside a quoted cell that is neither doubled nor closing (`"5" pipe, steel"`) belongs to the cell, as
 *   long as the cell closes on the same line and no other quoted cell seems to start inside it;
 * - a quoted cell that does not close (at the end of the file, within `maxCell` characters, or on the same line when
 *   it has such a mark) is no quoted cell: its quotation mark is an ordinary character and the record ends with the line.
 */

const LF = 10;
const CR = 13;
const QUOTE = 34;

export interface ScannedRecord {
  readonly kind: "record";
  readonly cells: string[];
  /** Index after the record's line end. */
  readonly end: number;
  /** Line breaks from the start of the record to `end`. */
  readonly breaks: number;
}

export type Scan =
  | ScannedRecord
  /** The text ends before the record does. */
  | { readonly kind: "more" }
  /** A cell longer than allowed; `column` is 0-based, `length` what was seen of it. */
  | { readonly kind: "cell-too-long"; readonly column: number; readonly length: number }
  | { readonly kind: "too-many-columns"; readonly columns: number };

const MORE: Scan = { kind: "more" };

/** A blank that may stand between a closing quotation mark and the delimiter: what `trim` removes, line ends apart. */
function isBlank(code: number): boolean {
  if (code === 32 || code === 9 || code === 11 || code === 12 || code === 0xa0) return true;
  return code > 0x167f && String.fromCharCode(code).trim() === "";
}

/** Characters of the line end at `i` (0: there is none; -1: it cannot be told before more text is there). */
function lineEndAt(text: string, i: number, final: boolean): number {
  const code = text.charCodeAt(i);
  if (code === LF) return 1;
  if (code !== CR) return 0;
  if (i + 1 < text.length) return text.charCodeAt(i + 1) === LF ? 2 : 1;
  return final ? 1 : -1;
}

/** Is there a carriage return that ends a line on its own? One at the very end counts only when the text is final. */
export function hasLoneCarriageReturn(text: string, final: boolean): boolean {
  let i = text.indexOf("\r");
  while (i !== -1) {
    if (i + 1 === text.length) return final;
    if (text.charCodeAt(i + 1) !== LF) return true;
    i = text.indexOf("\r", i + 1);
  }
  return false;
}

/** Line ends (LF, CRLF, lone CR) in a text whose last CR, if it is the last character, counts. */
export function countLineBreaks(text: string, start = 0, end = text.length): number {
  let breaks = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === LF) breaks++;
    else if (code === CR && text.charCodeAt(i + 1) !== LF) breaks++;
  }
  return breaks;
}

type Quoted =
  | {
      readonly kind: "cell";
      readonly cell: string;
      /** Index of the closing quotation mark. */
      readonly end: number;
      readonly after: number;
      readonly breaks: number;
    }
  | { readonly kind: "literal" }
  | { readonly kind: "more" }
  | { readonly kind: "too-long"; readonly length: number };

const LITERAL: Quoted = { kind: "literal" };
const QUOTED_MORE: Quoted = { kind: "more" };

/** Reads the quoted cell that opens at `open`; `after` is the index of the delimiter or line end behind it. */
function scanQuoted(text: string, open: number, delimiter: number, final: boolean, maxCell: number): Quoted {
  const length = text.length;
  const limit = open + 2 * maxCell + 2;
  let doubled = false;
  let malformed = false;
  let breaks = 0;
  for (let k = open + 1; ; k++) {
    if (k > limit) return breaks > 0 || malformed ? LITERAL : { kind: "too-long", length: k - open - 1 };
    if (k >= length) return final ? LITERAL : QUOTED_MORE;
    const code = text.charCodeAt(k);
    if (code === QUOTE) {
      if (k + 1 >= length && !final) return QUOTED_MORE;
      if (text.charCodeAt(k + 1) === QUOTE) {
        doubled = true;
        k++;
        continue;
      }
      let after = k + 1;
      while (after < length && isBlank(text.charCodeAt(after)) && text.charCodeAt(after) !== delimiter) after++;
      if (after >= length && !final) return QUOTED_MORE;
      const behind = after >= length ? LF : text.charCodeAt(after);
      if (behind === delimiter || behind === LF || behind === CR) {
        const raw = text.slice(open + 1, k);
        if (malformed && raw.includes(String.fromCharCode(delimiter) + '"')) return LITERAL;
        const cell = doubled ? raw.replaceAll('""', '"') : raw;
        if (cell.length > maxCell) return breaks > 0 || malformed ? LITERAL : { kind: "too-long", length: cell.length };
        return { kind: "cell", cell, end: k, after, breaks };
      }
      if (breaks > 0) return LITERAL;
      malformed = true;
    } else if (code === LF || code === CR) {
      if (malformed) return LITERAL;
      if (code === LF || text.charCodeAt(k + 1) !== LF) breaks++;
    }
  }
}

/**
 * Reads the record that starts at `start`. `final`: no more text will follow. `maxCell` in characters. The text must not
 * be empty from `start` on. `places` gets, for each cell, where its characters begin and end in the text: of a quoted
 * cell what stands between its quotation marks.
 */
export function scanRecord(
  text: string,
  start: number,
  delimiter: string,
  final: boolean,
  maxCell: number,
  maxColumns: number,
  places: number[] | null = null,
): Scan {
  const delim = delimiter.charCodeAt(0);
  const length = text.length;
  const cells: string[] = [];
  let breaks = 0;
  let i = start;
  for (;;) {
    if (cells.length >= maxColumns) return { kind: "too-many-columns", columns: cells.length + 1 };
    let at = i;
    let quoted: Quoted | null = null;
    if (i < length && text.charCodeAt(i) === QUOTE) {
      quoted = scanQuoted(text, i, delim, final, maxCell);
      if (quoted.kind === "more") return MORE;
      if (quoted.kind === "too-long") return { kind: "cell-too-long", column: cells.length, length: quoted.length };
    }
    if (quoted?.kind === "cell") {
      cells.push(quoted.cell);
      places?.push(i + 1, quoted.end);
      breaks += quoted.breaks;
      at = quoted.after;
    } else {
      while (at < length) {
        const code = text.charCodeAt(at);
        if (code === delim || code === LF || code === CR) break;
        at++;
      }
      if (at - i > maxCell) return { kind: "cell-too-long", column: cells.length, length: at - i };
      if (at >= length && !final) return MORE;
      cells.push(text.slice(i, at));
      places?.push(i, at);
    }
    if (at >= length) return { kind: "record", cells, end: length, breaks };
    const lineEnd = lineEndAt(text, at, final);
    if (lineEnd === -1) return MORE;
    if (lineEnd > 0) return { kind: "record", cells, end: at + lineEnd, breaks: breaks + 1 };
    i = at + 1;
  }
}
