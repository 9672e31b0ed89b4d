/**
 * What is repaired in any cell before it is read: spaces, line breaks, zero-width characters, words for "nothing", spreadsheet
 * errors, stray marks, text encoded twice, text from a chatbot.
 */
import type { RepairCode } from "./codes";

/** Bits of `CleanCell.flags`. */
export const SPACES = 1;
export const LINE_BREAK = 2;
export const EMPTY_WORD = 4;
export const DOUBLE_ENCODED = 8;
export const STRAY_MARK = 16;
export const SHEET_ERROR = 32;

export const FLAG_CODES: readonly (readonly [flag: number, code: RepairCode])[] = [
  [SPACES, "cell.spaces"],
  [LINE_BREAK, "cell.line-break"],
  [EMPTY_WORD, "cell.empty-word"],
  [DOUBLE_ENCODED, "cell.double-encoded"],
  [STRAY_MARK, "cell.stray-mark"],
  [SHEET_ERROR, "cell.spreadsheet-error"],
];

/** Words by which lists write "nothing", lower case. "unknown" is among them; as a supplier's name it is a placeholder. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  [
    "-", "--", "---", "–", "—", ".", "..", "...", "?", "??", "/", "\\", "*", "_", "(-)", "n/a", "na", "n.a.", "n.a", "n\\a", "(n/a)", "#n/a", "#na", "n.d.", "nd", "n/d", "s/d", "s/n", "null", "(null)", "nil", "none", "(none)", "nan",
    "tbc", "tbd", "to be confirmed", "to be determined", "not available", "not applicable", "not specified", "not known", "not provided", "not stated", "unknown", "(unknown)", "unspecified", "undefined", "no data", "blank", "(blank)", "empty", "(empty)",
    "no supplier group", "no group", "no parent", "no disponible", "no especificado", "(no especificado)", "no aplica", "sin especificar", "sin datos", "ninguno", "ninguna", "desconocido", "não disponível", "não informado", "nao informado", "não se aplica", "não especificado",
    "нет", "нет данных", "не указано", "не указан", "не указана", "не применимо", "неизвестно", "н/д", "н.д.", "б/н", "отсутствует", "жоқ", "немає", "немає даних", "не вказано",
    "k.a.", "k. a.", "k.a", "ka", "keine angabe", "keine angaben", "keine", "unbekannt", "nicht bekannt", "entfällt", "nicht verfügbar", "inconnu", "non renseigné", "non renseigne", "non disponible", "non précisé", "non spécifié", "aucun", "aucune", "néant", "s.o.", "sans objet",
    "ukjent", "ikke oppgitt", "ikke angitt", "ingen", "mangler", "ukendt", "不详", "不詳", "无", "無", "未知", "暂无", "没有", "不明", "未提供", "不适用", "n.v.t.", "non specificato", "nessuno", "brak", "brak danych", "yok", "bilinmiyor", "غير معروف",
  ].map((word) => word.normalize("NFC")),
); // prettier-ignore
const LONGEST_EMPTY = Math.max(...[...EMPTY_WORDS].map((word) => word.length));
/**
 * By the first two characters (ASCII, lower case; 0 for the second of a single character): a bit for each length that a word
 * with this beginning has. Almost every cell that says something is told from them by this alone.
 */
const EMPTY_LENGTHS = new Int32Array(128 * 128);
for (const word of EMPTY_WORDS) {
  const first = word.charCodeAt(0);
  const second = word.length > 1 ? word.charCodeAt(1) : 0;
  if (first < 128 && second < 128) EMPTY_LENGTHS[first * 128 + second]! |= 1 << Math.min(word.length, 31);
}
/** False when no word for nothing has these first two characters (ASCII; 0 for none) and this length. */
export const mayBeEmptyWord = (first: number, second: number, length: number): boolean =>
  (EMPTY_LENGTHS[lowerAscii(first) * 128 + lowerAscii(second)]! & (1 << Math.min(length, 31))) !== 0;

const lowerAscii = (c: number): number => (c >= 65 && c <= 90 ? c + 32 : c);

const SHEET_ERRORS = new Set([
  "#ref!",
  "#value!",
  "#name?",
  "#div/0!",
  "#null!",
  "#num!",
  "#error!",
  "#spill!",
  "#calc!",
  "#####",
  "########",
  "#nv",
  "#bezug!",
  "#wert!",
  "#n/d",
  "#¡ref!",
  "#¡valor!",
  "#ссылка!",
  "#знач!",
  "#дел/0!",
]);

/** True for a cell (already trimmed, not blank) that says "nothing". */
export function isEmptyWord(text: string): boolean {
  const { length } = text;
  if (length > LONGEST_EMPTY) return false;
  const first = lowerAscii(text.charCodeAt(0));
  const second = length > 1 ? lowerAscii(text.charCodeAt(1)) : 0;
  if (first < 128 && second < 128 && (EMPTY_LENGTHS[first * 128 + second]! & (1 << Math.min(length, 31))) === 0)
    return false;
  return EMPTY_WORDS.has(text.toLowerCase());
}

/** Sentences that only a chatbot writes into a table. */
const CHATBOT_TEXT =
  /\b(?:as an ai\b|as a (?:large )?language model|i(?:'|’)?m sorry, but i (?:can|can(?:'|’)t|cannot)|i hope this helps|let me know if you(?:'d| would)? (?:need|like|want|have)|feel free to ask|here(?:'|’)?s (?:a|an|the) (?:revised|updated|possible|brief|short|concise|list|summary|description|translation)|sure[,!] here|certainly[,!] here|of course[,!] here|chatgpt|my knowledge cutoff|i (?:do not|don(?:'|’)t) have (?:access|information) (?:to|about))/i;
const CHATBOT_TEXT_OTHER =
  /как (?:языковая модель|ии-модель|искусственный интеллект)|als (?:ki-)?sprachmodell|en tant que (?:modèle de langage|ia\b)|como modelo de lenguaje|作为(?:一个)?(?:ai|人工智能)|作為(?:一個)?(?:ai|人工智慧)/i;
export const isChatbotText = (text: string): boolean =>
  text.length > 25 && (CHATBOT_TEXT.test(text) || CHATBOT_TEXT_OTHER.test(text));

/** Reused result of `cleanCell`. */
export const CleanCell = { flags: 0 };

const isWide = (c: number): boolean =>
  c === 0xa0 ||
  c === 0x1680 ||
  (c >= 0x2000 && c <= 0x200a) ||
  c === 0x2028 ||
  c === 0x2029 ||
  c === 0x202f ||
  c === 0x205f ||
  c === 0x3000;
const isZeroWidth = (c: number): boolean =>
  (c >= 0x200b && c <= 0x200f) || c === 0x2060 || c === 0xfeff || c === 0x00ad || c === 0xfffe;

/**
 * True when `cleanCell` would give the cell back unchanged, found by looking at each character once. Text beyond ASCII with
 * characters that may be spaces or broken letters answers false.
 */
export function isTidy(text: string): boolean {
  const last = text.length - 1;
  if (last < 0) return true;
  const first = text.charCodeAt(0);
  if (first === 32 || first === 34 || first === 35) return false;
  for (let i = 0; i <= last; i++) {
    const c = text.charCodeAt(i);
    if (c > 32 && c < 127) continue;
    if (c === 32) {
      if (i === last || text.charCodeAt(i + 1) === 32) return false;
    } else if (c < 32 || needsCare(c, i < last ? text.charCodeAt(i + 1) : 32)) return false;
  }
  const end = text.charCodeAt(last);
  if (end === 44 || end === 59 || end === 34) return false;
  return !isEmptyWord(text);
}

/** Spaces of other kinds, zero-width and control characters, and a letter that may begin double-encoded text. */
function needsCare(c: number, next: number): boolean {
  if (c <= 0xa0 || c === 0xad) return true;
  if (c < 0xc2) return false;
  if (c <= 0xef) return next >= 0x80 && (next <= 0xbf || next > 0x150);
  if (c < 0x1680) return (c === 0x420 || c === 0x421) && next >= 0x80 && !(next >= 0x410 && next <= 0x44f);
  return isWide(c) || isZeroWidth(c);
}

/** The cell put right; `CleanCell.flags` says what was done. */
export function cleanCell(cell: string): string {
  CleanCell.flags = 0;
  if (isTidy(cell)) return cell;
  let flags = 0;
  let text = cell;
  const decoded = decodeTwice(text);
  if (decoded !== null) {
    text = decoded;
    flags |= DOUBLE_ENCODED;
  }
  const spaced = foldSpaces(text);
  if (spaced !== text) {
    flags |= /[\t\r\n\v\f\u0085\u2028\u2029]/.test(text.trim()) ? LINE_BREAK : SPACES;
    text = spaced;
  }
  const unmarked = dropStrayMarks(text);
  if (unmarked !== text) {
    flags |= STRAY_MARK;
    text = unmarked;
  }
  if (text !== "" && isEmptyWord(text)) {
    flags |= EMPTY_WORD;
    text = "";
  } else if (text.charCodeAt(0) === 35 && SHEET_ERRORS.has(text.toLowerCase())) {
    flags |= SHEET_ERROR;
    text = "";
  }
  // A cell of spaces alone is an empty cell, not a repair.
  CleanCell.flags = text === "" && (flags & ~(SPACES | LINE_BREAK)) === 0 ? 0 : flags;
  return text;
}

/** White space of every kind folded to single spaces, zero-width and control characters dropped, ends trimmed. */
function foldSpaces(text: string): string {
  let out = "";
  let pending = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 32 || (c >= 9 && c <= 13) || c === 0x85 || isWide(c)) {
      pending = true;
      continue;
    }
    if (c < 32 || c === 127 || isZeroWidth(c)) {
      // Joiners belong to Arabic and Indic spelling.
      if ((c === 0x200c || c === 0x200d) && out !== "" && out.charCodeAt(out.length - 1) > 0x5ff) out += text[i];
      continue;
    }
    if (pending && out !== "") out += " ";
    pending = false;
    out += text[i];
  }
  return out;
}

function dropStrayMarks(text: string): string {
  let out = text;
  const quotes = out.split('"').length - 1;
  if (quotes % 2 === 1) {
    // Not after a digit: 14" is a size.
    if (out.startsWith('"')) out = out.slice(1);
    else if (out.endsWith('"') && !/\d"$/.test(out)) out = out.slice(0, -1);
  } else if (quotes === 2 && out.length > 2 && out.startsWith('"') && out.endsWith('"')) out = out.slice(1, -1);
  out = out.replace(/[\s,;]+$/, "");
  return out === text ? text : out.trim();
}

/** Characters of windows-1252 and windows-1251 that stand for the bytes 0x80 to 0x9F (1251: to 0xBF), by byte. */
const CP1252_HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const CP1251_HIGH = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јЅѕї";
const from1252 = new Map([...CP1252_HIGH].map((letter, i) => [letter.charCodeAt(0), 0x80 + i]));
const from1251 = new Map([...CP1251_HIGH].map((letter, i) => [letter.charCodeAt(0), 0x80 + i]));

const byte1252 = (c: number): number => (c < 0x100 ? c : (from1252.get(c) ?? -1));
const byte1251 = (c: number): number =>
  c < 0x80 ? c : c >= 0x410 && c <= 0x44f ? c - 0x410 + 0xc0 : (from1251.get(c) ?? -1);

/** Text whose UTF-8 bytes were read as windows-1252, latin1 or windows-1251, read again; null when it is not such text. */
export function decodeTwice(text: string): string | null {
  return decodeRuns(text, byte1252, false) ?? decodeRuns(text, byte1251, true);
}

/**
 * Replaces each lead-and-continuation run by its letter. Gives up (null) when any high character does not fit, when the letters
 * found are not of a script people write names in, or, for Cyrillic, when fewer than two letters came out.
 */
function decodeRuns(text: string, byteOf: (c: number) => number, strict: boolean): string | null {
  let out = "";
  let found = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) {
      out += text[i];
      continue;
    }
    const lead = byteOf(c);
    const more = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : -1;
    if (more < 0 || i + more >= text.length) return null;
    let code = more === 1 ? lead & 0x1f : lead & 0x0f;
    for (let k = 1; k <= more; k++) {
      const next = byteOf(text.charCodeAt(i + k));
      if (next < 0x80 || next > 0xbf) return null;
      code = (code << 6) | (next & 0x3f);
    }
    if (!isWritten(code) || (more === 2 && code < 0x800)) return null;
    out += String.fromCharCode(code);
    found++;
    i += more;
  }
  return found >= (strict ? 2 : 1) ? out : null;
}

/** Blocks that occur in names: Latin, Greek, Cyrillic, Hebrew, Arabic, Indic, Thai, Vietnamese, punctuation, CJK, kana, Hangul. */
const isWritten = (code: number): boolean =>
  (code >= 0xa0 && code <= 0x24f) || (code >= 0x386 && code <= 0x3ce) || (code >= 0x401 && code <= 0x45f) || (code >= 0x490 && code <= 0x4ff) || (code >= 0x5d0 && code <= 0x5ea) ||
  (code >= 0x620 && code <= 0x64a) || (code >= 0x900 && code <= 0xe7f) || (code >= 0x1e00 && code <= 0x1eff) || (code >= 0x2010 && code <= 0x203a) || code === 0x20ac || code === 0x2116 || code === 0x2122 ||
  (code >= 0x3000 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xff01 && code <= 0xff9f); // prettier-ignore
