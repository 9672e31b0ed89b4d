/** The tables of a saved web page. Publishers that offer no file have their list in such tables. */
import { tidy } from "./names";

export interface HtmlTable {
  /** Text between the table before and this one. */
  readonly before: string;
  /** Cells of each row, head cells as any other. */
  readonly rows: readonly (readonly string[])[];
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  ndash: "–",
  mdash: "—",
  eacute: "é",
  uuml: "ü",
  ouml: "ö",
  auml: "ä",
};

/** Text of a piece of a page: no tags, no scripts, characters instead of their names, white space as one blank. */
export function htmlText(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?(?:-->|$)|<(script|style|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, " ")
    .replace(/<[^<>]*>/g, " ")
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(NAMED, name.toLowerCase()) ? NAMED[name.toLowerCase()]! : whole;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    });
  return tidy(text);
}

/** Every table of a page in order; a table in a cell of another is not told apart, one that is not closed is left. */
export function tablesOf(html: string): HtmlTable[] {
  const tables: HtmlTable[] = [];
  let after = 0;
  // By a pattern, for a text in small letters can be longer: "İ" becomes two characters.
  for (const { index: open } of html.matchAll(/<table/gi)) {
    if (open < after) continue;
    const close = open + html.slice(open).search(/<\/table/i);
    if (close < open) break;
    const rows = [...html.slice(open, close).matchAll(/<tr\b[^<>]*>([\s\S]*?)(?=<\/?tr\b|$)/gi)].map((row) =>
      [...row[1]!.matchAll(/<t[dh]\b[^<>]*>([\s\S]*?)(?=<\/?t[dh]\b|$)/gi)].map((cell) => htmlText(cell[1]!)),
    );
    tables.push({ before: htmlText(html.slice(after, open)), rows: rows.filter((cells) => cells.length > 0) });
    after = close;
  }
  return tables;
}
