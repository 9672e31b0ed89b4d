import { inflateSync } from "node:zlib";

/** Most bytes that are unpacked of one stream, and of all together. */
const MOST_OF_ONE = 8 << 20;
const MOST_OF_ALL = 48 << 20;
/** Lines that are kept. */
const MOST_LINES = 20_000;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\n", t: "\t", b: "", f: "" };

/** What a literal string of a PDF says, as Latin letters. */
const literal = (text: string): string =>
  text.replace(/\\(?:([0-7]{1,3})|\r?\n|([\s\S]))/gu, (_, octal: string | undefined, sign: string | undefined) =>
    octal !== undefined ? String.fromCodePoint(Number.parseInt(octal, 8) & 255) : (ESCAPES[sign ?? ""] ?? sign ?? ""),
  );

function unpacked(stream: Buffer, dictionary: string, left: number): Buffer | null {
  if (!dictionary.includes("/Filter")) return stream;
  if (!/\/Filter\s*(?:\[\s*)?\/(?:FlateDecode|Fl)\s*[\]/>\s]/u.test(dictionary)) return null;
  try {
    return inflateSync(stream, { maxOutputLength: Math.min(MOST_OF_ONE, Math.max(1, left)) });
  } catch {
    return null;
  }
}

/** The strings that content shows, those of one line together. */
function linesIn(content: string): string[] {
  const lines: string[] = [];
  for (const block of content.split(/(?<![A-Za-z])(?:BT|ET|Td|TD|T\*|Tm)(?![A-Za-z*])/u)) {
    const shown = [...block.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)/gu)].map(([, text]) => literal(text!));
    if (shown.length > 0) lines.push(shown.join(""));
  }
  return lines;
}

/**
 * The lines of a PDF that it holds as plain letters. Scans, pictures and fonts with numbers of their own are not read: what is
 * found says something, what is not found says nothing. Bounded in bytes and lines; never throws.
 */
export function pdfLetters(bytes: Buffer): string[] {
  const lines: string[] = [];
  let [at, left] = [0, MOST_OF_ALL];
  while (left > 0 && lines.length < MOST_LINES) {
    const start = bytes.indexOf("stream", at, "latin1");
    if (start < 0) break;
    const end = bytes.indexOf("endstream", start + 6, "latin1");
    if (end < 0) break;
    at = end + 9;
    const from = start + (bytes[start + 6] === 13 ? 8 : 7);
    const dictionary = bytes.toString("latin1", Math.max(0, start - 600), start);
    const content = unpacked(bytes.subarray(from, end), dictionary.slice(dictionary.lastIndexOf(" obj")), left);
    if (content === null) continue;
    left -= content.length;
    const text = content.toString("latin1");
    if (/(?<![A-Za-z])BT(?![A-Za-z])/u.test(text)) lines.push(...linesIn(text));
  }
  return lines.slice(0, MOST_LINES);
}
